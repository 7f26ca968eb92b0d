/** 同类城市 of the demo: real published figures, read by the reader of the import. */
import { parsePeerId } from '@domain/kernel/identifiers';
import { PEER_INDICATORS } from '@domain/statistics/peer';
import { readPeerCells } from '@domain/statistics/peer-table';
import { civilDayOf } from '@domain/time/civil-day';
import type { StoredDocument } from '@server/kernel/documents';
import type { Secrets } from '@server/kernel/ports';
import { bookIdOf, rowOf } from '@server/statistics/peer-book';
import published from '../../data/peers/published.json';
import { CITY_CODE } from './geography';

/** Throws on a row that the import would refuse. */
export function demoPeers(secrets: Secrets, now: number): StoredDocument<'peerBooks'>[] {
  const rows = published.map((cells, index) => {
    const figure = readPeerCells(cells, civilDayOf(now));
    if ('kind' in figure) throw new Error(`published figure ${String(index + 1)}: ${figure.code}`);
    const peerId = parsePeerId(secrets.shortId('peer', `demo:${String(index)}`));
    return rowOf(figure, { peerId, by: 'deployment', at: now });
  });
  return PEER_INDICATORS.map((indicator) => ({
    _id: bookIdOf(CITY_CODE, indicator),
    rows: rows.filter((row) => row.indicator === indicator),
  }));
}

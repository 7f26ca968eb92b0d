/**
 * 同类城市的录入、导入和撤回 (ST17). Round trips: roles, then one transaction over the documents of the indicators
 * concerned, at most four whatever the number of rows; a preview reads those four and writes nothing.
 */
import { lineageOf } from '@domain/geography/division';
import { parsePeerId, type DivisionCode, type PeerId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { PEER_INDICATORS } from '@domain/statistics/peer';
import {
  readPeerCells,
  readPeerTable,
  type CellRefusal,
  type PeerFigure,
  type TableRefusal,
} from '@domain/statistics/peer-table';
import { civilDayOf, type CivilDay } from '@domain/time/civil-day';
import type { ErrorCode } from '@contract/error-codes';
import { mayGovern, officeDivisions } from '../kernel/actor';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { bookIdOf, placeOf, rowOf, toPeerView, type PeerBook, type PeerRow, type Placed } from './peer-book';

/** The city whose peers these are; only its own office writes. */
async function editedCity(
  context: RequestContext,
): Promise<{ cityCode: DivisionCode } | Rejection<ErrorCode>> {
  const grants = await context.actor.grants();
  const [own] = officeDivisions(grants);
  const cityCode = own === undefined ? undefined : lineageOf(own)[0];
  return cityCode !== undefined && mayGovern(grants, cityCode) ? { cityCode } : rejected('actor.forbidden');
}

function idOf(context: RequestContext, requestId: string, index: number): PeerId {
  const text = `${requireOpenId(context)}:${requestId}:${String(index)}`;
  return parsePeerId(context.ports.secrets.shortId('peer', text));
}

export const addPeer: Handler<'statistics.addPeer'> = async ({ requestId, cells }, context) => {
  const city = await editedCity(context);
  if ('kind' in city) return city;
  const figure = readPeerCells(cells, civilDayOf(context.now));
  if ('kind' in figure) return figure;
  const entered = { peerId: idOf(context, requestId, 0), by: requireOpenId(context), at: context.now };
  const outcome = await context.ports.database.transaction(async (transaction) => {
    const _id = bookIdOf(city.cityCode, figure.indicator);
    const rows = (await transaction.get('peerBooks', _id))?.rows ?? [];
    const mine = rows.find(({ peerId }) => peerId === entered.peerId);
    if (mine !== undefined) return { row: mine };
    const place = placeOf(figure, rows);
    if (place.kind === 'rejected') return place;
    if (place.kind === 'known') return rejected('peer.duplicate', { city: figure.cityName });
    const row = rowOf(figure, entered);
    await transaction.put('peerBooks', { _id, rows: [...rows, row] });
    return { row };
  });
  return 'kind' in outcome ? outcome : { peer: toPeerView(outcome.row) };
};

interface JudgedRow {
  readonly figure: PeerFigure | null;
  readonly place: Placed | CellRefusal;
}

/** Row by row, each beside what is kept and the rows before it; what is new is added to `books`. */
function judgeTable(
  text: string,
  today: CivilDay,
  books: Map<string, PeerRow[]>,
  toRow: (figure: PeerFigure, index: number) => PeerRow,
): readonly JudgedRow[] | TableRefusal {
  const table = readPeerTable(text);
  if ('kind' in table) return table;
  return table.map((cells, index): JudgedRow => {
    const figure = readPeerCells(cells, today);
    if ('kind' in figure) return { figure: null, place: figure };
    const rows = books.get(figure.indicator) ?? [];
    const place = placeOf(figure, rows);
    if (place.kind === 'new') books.set(figure.indicator, [...rows, toRow(figure, index)]);
    return { figure, place };
  });
}

function rowMaker(context: RequestContext, requestId: string) {
  return (figure: PeerFigure, index: number): PeerRow =>
    rowOf(figure, { peerId: idOf(context, requestId, index), by: requireOpenId(context), at: context.now });
}

export const getPeersPreview: Handler<'statistics.getPeersPreview'> = async ({ text }, context) => {
  const city = await editedCity(context);
  if ('kind' in city) return city;
  const ids = PEER_INDICATORS.map((indicator) => bookIdOf(city.cityCode, indicator));
  const found = await context.ports.database.getMany('peerBooks', ids);
  const books = new Map<string, PeerRow[]>();
  for (const indicator of PEER_INDICATORS) {
    books.set(indicator, rowsOf(found, bookIdOf(city.cityCode, indicator)));
  }
  const judged = judgeTable(text, civilDayOf(context.now), books, rowMaker(context, 'preview'));
  if ('kind' in judged) return judged;
  return {
    rows: judged.map(({ figure, place }) =>
      place.kind === 'rejected'
        ? { state: 'refused' as const, figure, refusal: { code: place.code, params: place.params } }
        : { state: place.kind, figure, refusal: null },
    ),
  };
};

function rowsOf(books: readonly PeerBook[], id: string): PeerRow[] {
  return books.find(({ _id }) => _id === id)?.rows ?? [];
}

export const importPeers: Handler<'statistics.importPeers'> = async ({ requestId, text }, context) => {
  const city = await editedCity(context);
  if ('kind' in city) return city;
  return context.ports.database.transaction(async (transaction) => {
    const books = new Map<string, PeerRow[]>();
    for (const indicator of PEER_INDICATORS) {
      const book = await transaction.get('peerBooks', bookIdOf(city.cityCode, indicator));
      books.set(indicator, book?.rows ?? []);
    }
    const before = new Map(books);
    const judged = judgeTable(text, civilDayOf(context.now), books, rowMaker(context, requestId));
    if ('kind' in judged) return judged;
    const wrong = judged.findIndex(({ place }) => place.kind === 'rejected');
    if (wrong >= 0) {
      const count = judged.filter(({ place }) => place.kind === 'rejected').length;
      return rejected('peer.importHasErrors', { count, row: wrong + 1 });
    }
    for (const indicator of PEER_INDICATORS) {
      const rows = books.get(indicator) ?? [];
      if (rows.length === before.get(indicator)?.length) continue;
      await transaction.put('peerBooks', { _id: bookIdOf(city.cityCode, indicator), rows });
    }
    const addedCount = judged.filter(({ place }) => place.kind === 'new').length;
    return { addedCount, knownCount: judged.length - addedCount };
  });
};

export const withdrawPeer: Handler<'statistics.withdrawPeer'> = async ({ indicator, peerId }, context) => {
  const city = await editedCity(context);
  if ('kind' in city) return city;
  const outcome = await context.ports.database.transaction(async (transaction) => {
    const _id = bookIdOf(city.cityCode, indicator);
    const rows = (await transaction.get('peerBooks', _id))?.rows ?? [];
    const found = rows.find((row) => row.peerId === peerId);
    if (found === undefined) return rejected('peer.notFound');
    if (found.withdrawnDay !== null) return { row: found };
    const by = requireOpenId(context);
    const row = { ...found, withdrawnDay: civilDayOf(context.now), withdrawnBy: by };
    await transaction.put('peerBooks', {
      _id,
      rows: rows.map((one) => (one.peerId === peerId ? row : one)),
    });
    return { row };
  });
  return 'kind' in outcome ? outcome : { peer: toPeerView(outcome.row) };
};

/** What is kept of other cities, and what a new figure is beside it: new, known already, or in its way. */
import type { DivisionCode, PeerId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { PeerIndicator } from '@domain/statistics/peer';
import type { PeerFigure } from '@domain/statistics/peer-table';
import type { StoredDocument } from '../kernel/documents';

export type PeerBook = StoredDocument<'peerBooks'>;
export type PeerRow = PeerBook['rows'][number];

/** Twenty cities by quarter for more than ten years; the document stays under a third of a megabyte. */
const MAXIMUM_ROWS = 1_000;

export const bookIdOf = (cityCode: DivisionCode, indicator: PeerIndicator): string =>
  `${cityCode}:${indicator}`;

export type Placed =
  | { readonly kind: 'new' }
  | { readonly kind: 'known'; readonly row: PeerRow }
  | Rejection<'peer.duplicate' | 'peer.tooMany'>;

/**
 * One document publishes one figure of a city, a day and a definition; a withdrawn row is in nobody's way.
 */
export function placeOf(figure: PeerFigure, rows: readonly PeerRow[]): Placed {
  const row = rows.find(
    (known) =>
      known.withdrawnDay === null &&
      known.cityName === figure.cityName &&
      known.indicator === figure.indicator &&
      known.definition === figure.definition &&
      known.asOfDay === figure.asOfDay &&
      known.document === figure.document,
  );
  if (row === undefined) return rows.length < MAXIMUM_ROWS ? { kind: 'new' } : rejected('peer.tooMany');
  const isSame = JSON.stringify(row.value) === JSON.stringify(figure.value);
  return isSame ? { kind: 'known', row } : rejected('peer.duplicate', { city: figure.cityName });
}

export interface Entered {
  readonly peerId: PeerId;
  readonly by: string;
  /** epoch ms */
  readonly at: number;
}

export function rowOf(figure: PeerFigure, { peerId, by, at }: Entered): PeerRow {
  return { ...figure, peerId, enteredBy: by, enteredAt: at, withdrawnDay: null, withdrawnBy: null };
}

export function toPeerView({ enteredBy: _enteredBy, withdrawnBy: _withdrawnBy, ...row }: PeerRow) {
  return row;
}

/** Everything stored about the week's shifts, read at one moment in which nothing is under way. */
import type { CollectionName, StoredDocument } from '@server/kernel/documents';
import type { TestProduct } from '../kit/product';

export type Visit = StoredDocument<'attendances'>;
export type Entry = StoredDocument<'ledger'>;
export type Shift = StoredDocument<'shifts'>;
export type Line = StoredDocument<'lines'>;

export interface Facts {
  readonly visits: ReadonlyMap<string, Visit>;
  /** of each visit, by number */
  readonly ledger: ReadonlyMap<string, readonly Entry[]>;
  readonly shifts: ReadonlyMap<string, Shift>;
  readonly lines: ReadonlyMap<string, Line>;
  readonly days: readonly StoredDocument<'serviceDays'>[];
  readonly volunteerOf: ReadonlyMap<string, string>;
}

/** Demo people have visits too: only those of the week's shifts are looked at. */
export function readFacts(product: TestProduct, shiftIds: ReadonlySet<string>): Facts {
  const read = <Name extends CollectionName>(name: Name): StoredDocument<Name>[] =>
    product.documents(name).map(parseDocument<Name>);
  const visits = read('attendances').filter(({ shiftId }) => shiftIds.has(shiftId));
  const ledger = new Map<string, Entry[]>(visits.map(({ _id }) => [_id, []]));
  for (const entry of read('ledger')) ledger.get(entry.attendanceId)?.push(entry);
  for (const entries of ledger.values()) entries.sort((a, b) => a.seq - b.seq);
  const byId = <One extends { readonly _id: string }>(rows: readonly One[]): Map<string, One> =>
    new Map(rows.filter(({ _id }) => shiftIds.has(_id)).map((row) => [row._id, row]));
  return {
    visits: new Map(visits.map((visit) => [visit._id, visit])),
    ledger,
    shifts: byId(read('shifts')),
    lines: byId(read('lines')),
    days: read('serviceDays'),
    volunteerOf: new Map(read('accounts').map(({ _id, volunteerId }) => [_id, volunteerId])),
  };
}

/** Read after every batch, so not by the schemas: the product wrote them, and its own tests parse them. */
function parseDocument<Name extends CollectionName>(row: object): StoredDocument<Name> {
  return row as StoredDocument<Name>;
}

/**
 * Paging by key: a cursor is the last row's sort key and id, so a page costs the same however deep it lies.
 */
export type PageKey = readonly [sortKey: number, id: string];

export function cursorOf([sortKey, id]: PageKey): string {
  return `${String(sortKey)}~${id}`;
}

/** Null for the first page; a cursor that is not ours reads as the first page. */
export function parseCursor(cursor: string | null): PageKey | null {
  const match = cursor === null ? null : /^(-?\d{1,15})~([0-9A-Za-z:]{1,64})$/.exec(cursor);
  return match === null ? null : [Number(match[1]), match[2] ?? ''];
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

/** Cuts a look-ahead list of `size + 1` rows into a page and the cursor of the next. */
export function pageOf<Row>(found: readonly Row[], size: number, keyOf: (row: Row) => PageKey): Page<Row> {
  const rows = found.slice(0, size);
  const last = rows[rows.length - 1];
  return { rows, nextCursor: found.length > size && last !== undefined ? cursorOf(keyOf(last)) : null };
}

/** How far a key moves among the rows of a table. */

/** As many as a page of a list has. */
const PAGE_ROWS = 20;

const MOVES: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  n: PAGE_ROWS,
  p: -PAGE_ROWS,
  Home: -Number.MAX_SAFE_INTEGER,
  End: Number.MAX_SAFE_INTEGER,
};

/** 0: the key moves nothing. */
export function moveOfKey(key: string): number {
  return MOVES[key] ?? 0;
}

/** Index of the row one comes to; the ends hold. */
export function rowAfter(index: number, move: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index + move));
}

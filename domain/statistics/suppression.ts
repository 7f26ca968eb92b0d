/**
 * 小数隐去 (ST23): what the public may see of counts of persons that add up to a published total. Cells under
 * the threshold are hidden; where the total would give them away, the next smallest are hidden with them;
 * where even that does not help, the total is hidden too.
 */
export const SMALLEST_SHOWN_PERSONS = 5;

export interface Suppressed {
  /** in the order given; null is hidden */
  readonly cells: readonly (number | null)[];
  readonly total: number | null;
}

/**
 * `cells` are persons, none negative, and add up to the total. The hidden ones are either none, or at least
 * two that hold at least the threshold together, or everything including the total.
 */
export function suppress(cells: readonly number[], threshold = SMALLEST_SHOWN_PERSONS): Suppressed {
  const smallestFirst = cells.map((_cell, index) => index).sort((a, b) => (cells[a] ?? 0) - (cells[b] ?? 0));
  const total = cells.reduce((sum, cell) => sum + cell, 0);
  const hidden = new Set<number>();
  let hiddenPersons = 0;
  const isSafe = (): boolean => hidden.size >= 2 && hiddenPersons >= threshold;
  for (const index of smallestFirst) {
    const cell = cells[index] ?? 0;
    if (cell >= threshold && (hidden.size === 0 || isSafe())) break;
    hidden.add(index);
    hiddenPersons += cell;
  }
  const mayShowTotal = hidden.size === 0 ? total >= threshold : isSafe();
  return {
    cells: cells.map((cell, index) => (hidden.has(index) ? null : cell)),
    total: mayShowTotal ? total : null,
  };
}

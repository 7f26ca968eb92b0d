import fc from 'fast-check';
import { SMALLEST_SHOWN_PERSONS as THRESHOLD, suppress } from './suppression';

const anyCell = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 50_000 }));
const anyCells = fc.array(anyCell, { maxLength: 20 });
const sumOf = (cells: readonly number[]): number => cells.reduce((sum, cell) => sum + cell, 0);

test('[ST23] what is shown is exact and no shown cell is under the threshold', () => {
  fc.assert(
    fc.property(anyCells, (cells) => {
      const shown = suppress(cells);
      shown.cells.forEach((cell, index) => {
        if (cell !== null) expect([cell, cell >= THRESHOLD]).toEqual([cells[index], true]);
      });
      if (shown.total !== null) expect(shown.total).toBe(sumOf(cells));
    }),
  );
});

/** All a reader can do: subtract what is shown from the total. Any split of the rest is possible. */
test('[ST23] no hidden cell can be derived from the total: the rest fits several cells', () => {
  fc.assert(
    fc.property(anyCells, (cells) => {
      const shown = suppress(cells);
      const hidden = cells.filter((_cell, index) => shown.cells[index] === null);
      if (hidden.length === 0 || shown.total === null) return;
      const rest = shown.total - sumOf(shown.cells.filter((cell) => cell !== null));
      expect(rest).toBe(sumOf(hidden));
      expect(hidden.length).toBeGreaterThanOrEqual(2);
      expect(rest).toBeGreaterThanOrEqual(THRESHOLD);
    }),
  );
});

test('[ST23] where the total stays hidden, every cell does', () => {
  fc.assert(
    fc.property(anyCells, (cells) => {
      const shown = suppress(cells);
      if (shown.total === null) expect(shown.cells.every((cell) => cell === null)).toBe(true);
    }),
  );
});

test('[ST23] nothing is hidden without need: one more shown would give a cell away', () => {
  fc.assert(
    fc.property(anyCells, (cells) => {
      const shown = suppress(cells);
      const hidden = cells.filter((_cell, index) => shown.cells[index] === null);
      const small = hidden.filter((cell) => cell < THRESHOLD);
      const large = hidden.filter((cell) => cell >= THRESHOLD);
      if (small.length === 0) expect(large).toEqual([]);
      if (large.length > 0) expect(small.length < 2 || sumOf(small) < THRESHOLD).toBe(true);
      expect(large.length).toBeLessThanOrEqual(1);
    }),
  );
});

test('[ST23] examples', () => {
  expect(suppress([10, 3, 40, 20])).toEqual({ cells: [null, null, 40, 20], total: 73 });
  expect(suppress([4, 3, 40])).toEqual({ cells: [null, null, 40], total: 47 });
  expect(suppress([1, 1, 40])).toEqual({ cells: [null, null, null], total: 42 });
  expect(suppress([3])).toEqual({ cells: [null], total: null });
  expect(suppress([7])).toEqual({ cells: [7], total: 7 });
  expect(suppress([])).toEqual({ cells: [], total: null });
});

import { EXAMPLE_BOARD } from './board-example';
import { movementOf, rankingOf, sumsOf } from './ranking-rows';

const ranking = rankingOf(EXAMPLE_BOARD, 'activityRate.CUM');

test('[ST17] rows follow the server’s ranks, unranked last, with 第 k / n', () => {
  expect(ranking.rows.map((row) => [row.name, row.rank])).toEqual([
    ['汶川县', 1],
    ['马尔康市', 2],
    ['理县', null],
  ]);
  expect(ranking.rankedCount).toBe(2);
});

test('[ST17] movement needs both ranks', () => {
  expect(ranking.rows.map((row) => row.movement)).toEqual([
    { kind: 'up', places: 1 },
    { kind: 'down', places: 1 },
    { kind: 'none' },
  ]);
  expect(movementOf(3, 3)).toEqual({ kind: 'same' });
  expect(movementOf(3, null)).toEqual({ kind: 'none' });
});

test('bars start at zero and the longest is whole; no value, no bar (ST3)', () => {
  expect(ranking.rows.map((row) => row.share)).toEqual([1, 0.5 / 0.6, null]);
  expect(ranking.parentShare).toBeCloseTo(170 / 300 / 0.6);
});

test('[ST5] children add up to the parent, and what is in no child is shown', () => {
  const sums = sumsOf(EXAMPLE_BOARD);
  expect(sums.registered).toEqual({ sum: 300, unassigned: 0 });
  expect(sums.activeYear).toEqual({ sum: 60, unassigned: 0 });
  const [first, ...others] = EXAMPLE_BOARD.children;
  expect(first).toBeDefined();
  expect(sumsOf({ ...EXAMPLE_BOARD, children: others }).registered).toEqual({ sum: 200, unassigned: 100 });
});

test('a ranking the server did not send still lists every child', () => {
  const rows = rankingOf({ ...EXAMPLE_BOARD, rankings: [] }, 'registrationRatio').rows;
  expect(rows.map((row) => row.name)).toEqual(['马尔康市', '汶川县', '理县']);
});

import fc from 'fast-check';
import { parseActivityId, parseShiftId, parseTeamId } from '../kernel/identifiers';
import { DAY_MS, HOUR_MS } from '../time/civil-day';
import {
  decideOrder,
  DEED_FROM,
  expiresAtOf,
  groupOf,
  isOverdue,
  MAXIMUM_DISPATCHES,
  OVERDUE_MS,
  RATING_OPEN_MS,
  ratingChange,
  refusalOfWishes,
  standingOf,
  type Order,
  type OrderDeed,
  type Rating,
} from './order';

const NOW = Date.UTC(2026, 2, 10, 2);
const A = { teamId: parseTeamId('teamA00000'), teamName: '甲队' };
const B = { teamId: parseTeamId('teamB00000'), teamName: '乙队' };
const PLACED: Order = {
  ...{ state: 'placed', teamId: null, teamName: '', activityId: null, shiftId: null },
  ...{ movedAt: NOW, expiresAt: NOW + 20 * DAY_MS, dispatchCount: 0, rating: null },
};
const ARRANGE: OrderDeed = {
  kind: 'arrange',
  activityId: parseActivityId('activity00'),
  shiftId: parseShiftId('shift00000'),
};
const DEEDS: readonly OrderDeed[] = [
  { kind: 'dispatch', ...A },
  { kind: 'dispatch', ...B },
  { kind: 'offer' },
  { kind: 'decline' },
  { kind: 'take', ...A },
  { kind: 'take', ...B },
  { kind: 'return' },
  ARRANGE,
  { kind: 'release' },
  { kind: 'serve' },
  { kind: 'withdraw' },
  { kind: 'expire' },
  { kind: 'rate', stars: 4, words: '', askedWhom: '' },
];
const step = fc.record({ deed: fc.constantFrom(...DEEDS), after: fc.integer({ min: 0, max: 3 * DAY_MS }) });

function must(order: Order, ...deeds: OrderDeed[]): Order {
  return deeds.reduce((known, deed) => {
    const next = decideOrder(known, deed, NOW);
    if ('kind' in next) throw new Error(`${deed.kind} was refused: ${next.code}`);
    return next;
  }, order);
}

test('[DM2] whatever is done, an order is in one place, and nobody is served without a team', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let order = PLACED;
      let now = NOW;
      for (const { deed, after } of steps) {
        now += after;
        const next = decideOrder(order, deed, now);
        if ('kind' in next) continue;
        expect(DEED_FROM[deed.kind]).toContain(order.state);
        // Nothing follows what is over, but a rating of what was served.
        if (groupOf(order.state) === 'ended') expect(next.state).toBe('rated');
        order = next;
        const isWithTeam = ['dispatched', 'taken', 'arranged', 'served', 'rated'].includes(order.state);
        if (isWithTeam) expect(order.teamId).not.toBeNull();
        if (['offered', 'returned', 'placed'].includes(order.state)) expect(order.teamId).toBeNull();
        if (['arranged', 'served', 'rated'].includes(order.state)) expect(order.shiftId).not.toBeNull();
        expect(order.rating === null).toBe(order.state !== 'rated');
        expect(order.dispatchCount).toBeLessThanOrEqual(MAXIMUM_DISPATCHES);
      }
    }),
  );
});

test('[DM5] only the team that was asked takes it, and of those it is put up for the first', () => {
  const asked = must(PLACED, { kind: 'dispatch', ...A });
  expect(decideOrder(asked, { kind: 'take', ...B }, NOW)).toMatchObject({ code: 'order.changedMeanwhile' });
  const taken = must(PLACED, { kind: 'offer' }, { kind: 'take', ...B });
  expect(taken).toMatchObject({ state: 'taken', ...B });
  expect(decideOrder(taken, { kind: 'take', ...A }, NOW)).toMatchObject({ code: 'order.changedMeanwhile' });
  expect(must(taken, { kind: 'return' })).toMatchObject({ state: 'returned', teamId: null });
  expect(must(taken, ARRANGE, { kind: 'release' })).toMatchObject({ state: 'taken', ...B, shiftId: null });
});

test('[DM4] an order that nobody takes in time is over by itself; overdue after three days', () => {
  const at = (now: number) => [standingOf(PLACED, now), isOverdue(PLACED, now)];
  expect(at(NOW + OVERDUE_MS - 1)).toEqual(['placed', false]);
  expect(at(NOW + OVERDUE_MS)).toEqual(['placed', true]);
  expect(at(PLACED.expiresAt)).toEqual(['expired', false]);
  const late = PLACED.expiresAt;
  expect(decideOrder(PLACED, { kind: 'offer' }, late)).toMatchObject({ code: 'order.expired' });
  expect(decideOrder(PLACED, { kind: 'expire' }, late - 1)).toMatchObject({ code: 'order.changedMeanwhile' });
  expect(decideOrder(PLACED, { kind: 'expire' }, late)).toMatchObject({ state: 'expired' });
  const taken = must(PLACED, { kind: 'offer' }, { kind: 'take', ...A });
  expect([standingOf(taken, late), isOverdue(taken, late)]).toEqual(['taken', false]);
});

test('[DM3] a dozen teams asked in vain are enough', () => {
  let order = PLACED;
  for (let count = 0; count < MAXIMUM_DISPATCHES; count += 1)
    order = must(order, { kind: 'dispatch', ...(count % 2 === 0 ? A : B) });
  expect(decideOrder(order, { kind: 'offer' }, NOW)).toMatchObject({ code: 'order.movedTooOften' });
  expect(must(order, { kind: 'decline' }).state).toBe('declined');
});

test('[DM6] a rating is thought over for a week; the sums are those of the last words', () => {
  const served = must(PLACED, { kind: 'offer' }, { kind: 'take', ...A }, ARRANGE, { kind: 'serve' });
  const rating = fc.record({ stars: fc.integer({ min: 1, max: 5 }), after: fc.nat(4 * DAY_MS) });
  fc.assert(
    fc.property(fc.array(rating, { minLength: 1, maxLength: 8 }), (ratings) => {
      let order = served;
      let now = NOW;
      const first = NOW + (ratings[0]?.after ?? 0);
      let [starSum, ratingCount] = [0, 0];
      let last: Rating | null = null;
      for (const { stars, after } of ratings) {
        now += after;
        const next = decideOrder(order, { kind: 'rate', stars, words: '', askedWhom: '' }, now);
        if ('kind' in next) {
          expect(next.code).toBe('order.ratingClosed');
          expect(now - first).toBeGreaterThanOrEqual(RATING_OPEN_MS);
          continue;
        }
        expect(now - first).toBeLessThan(RATING_OPEN_MS);
        if (next.rating === null) throw new Error('it was rated');
        const change = ratingChange(order.rating, next.rating);
        starSum += change.starSum;
        ratingCount += change.ratingCount;
        order = next;
        last = next.rating;
      }
      expect([starSum, ratingCount]).toEqual([last?.stars, 1]);
    }),
  );
});

test('[DM1] a wished time is neither too soon nor too far nor too long', () => {
  const wish = (from: number, hours: number) => [{ from, to: from + hours * HOUR_MS }];
  expect(refusalOfWishes(wish(NOW + 2 * HOUR_MS, 2), NOW)).toBeNull();
  for (const wishes of [
    [],
    wish(NOW + HOUR_MS, 2),
    wish(NOW + 61 * DAY_MS, 2),
    wish(NOW + DAY_MS, 13),
    wish(NOW + DAY_MS, 0),
    [...wish(NOW + DAY_MS, 2), ...wish(NOW, 2)],
  ])
    expect(refusalOfWishes(wishes, NOW)).toMatchObject({ code: 'order.timesWrong' });
  expect(expiresAtOf([...wish(NOW, 5), ...wish(NOW, 3)])).toBe(NOW + 5 * HOUR_MS);
});

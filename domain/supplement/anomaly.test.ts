import fc from 'fast-check';
import { addDays, parseCivilDay } from '../time/civil-day';
import {
  BURST_ENTRIES,
  CROWD_PEOPLE,
  CROWD_WINDOW_MS,
  DEADLINE_LEAD_DAYS,
  judgeBurst,
  judgeCapacity,
  judgeManyAtOnce,
  judgeReach,
  mergedAnomalies,
  NO_PACE,
  PACE_DAYS,
  TOP_SPEED_KMH,
  withEntry,
  type Pace,
  type PlacedVisit,
} from './anomaly';

const TODAY = parseCivilDay('2026-06-20');
const NOW = Date.UTC(2026, 5, 20, 4);
const HOUR = 3_600_000;
/** a degree of a meridian, metres */
const DEGREE = 111_195;

const anyInstants = fc.array(fc.integer({ min: NOW - 10 * CROWD_WINDOW_MS, max: NOW }), { maxLength: 50 });

test('[AT10.4] five entries of one maker within a minute are many, whatever came before', () => {
  fc.assert(
    fc.property(anyInstants, (instants) => {
      const within = instants.filter((instant) => NOW - instant < CROWD_WINDOW_MS).length;
      const found = judgeManyAtOnce({ instants }, NOW);
      expect(found?.params.people ?? null).toBe(within >= CROWD_PEOPLE ? within : null);
    }),
  );
});

test('[AT10.4] a pace keeps every entry of its windows and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }), (gaps) => {
      let [pace, day, now]: [Pace, typeof TODAY, number] = [NO_PACE, TODAY, NOW];
      const entries: (typeof TODAY)[] = [];
      for (const gap of gaps) {
        day = addDays(day, gap);
        now += gap * 24 * HOUR + 1_000;
        pace = withEntry(pace, now, day);
        entries.push(day);
      }
      const from = addDays(day, 1 - PACE_DAYS);
      const kept = entries.filter((one) => one >= from);
      expect(pace.days.reduce((sum, { count }) => sum + count, 0)).toBe(kept.length);
      expect(pace.days.length).toBeLessThanOrEqual(PACE_DAYS);
    }),
  );
});

function visitAt(northMeters: number, from: number, to: number): PlacedVisit {
  const position = { latitude: 31.9 + northMeters / DEGREE, longitude: 102.2 };
  return { title: '另一场', position, radiusMeters: 100, from, to };
}

test('[AT10.4] two places are unreachable exactly where the road is longer than the time at 120 km/h', () => {
  const anyPair = fc.record({
    meters: fc.integer({ min: 0, max: 300_000 }),
    gap: fc.integer({ min: -2 * HOUR, max: 6 * HOUR }),
    isLater: fc.boolean(),
  });
  fc.assert(
    fc.property(anyPair, ({ meters, gap, isLater }) => {
      const own = visitAt(0, NOW, NOW + HOUR);
      const other = isLater
        ? visitAt(meters, NOW + HOUR + gap, NOW + 3 * HOUR + gap)
        : visitAt(meters, NOW - gap - 2 * HOUR, NOW - gap);
      const found = judgeReach(own, [other]);
      const hours = Math.max(0, gap) / HOUR;
      const reachable = hours * TOP_SPEED_KMH * 1_000;
      const road = Math.max(0, meters - 200);
      // Distances are whole metres: within one of the bound both answers are right.
      if (Math.abs(road - reachable) > 2) expect(found !== null).toBe(road > reachable);
      expect(judgeReach(other, [own]) === null).toBe(found === null);
    }),
  );
  expect(judgeReach(visitAt(0, NOW, NOW + HOUR), [])).toBeNull();
});

test('[AT10.4] of several the worst is named', () => {
  const own = visitAt(0, NOW, NOW + HOUR);
  const near = { ...visitAt(20_000, NOW + HOUR, NOW + 2 * HOUR), title: '近' };
  const far = { ...visitAt(200_000, NOW + HOUR, NOW + 2 * HOUR), title: '远' };
  expect(judgeReach(own, [near, far])).toEqual(judgeReach(own, [far, near]));
  expect(judgeReach(own, [near, far])?.params.title).toBe('远');
});

test('[AT10.4] more than all seats can serve; without a limit nothing is said', () => {
  const anyFacts = fc.record({
    capacity: fc.option(fc.integer({ min: 1, max: 500 })),
    shiftMinutes: fc.integer({ min: 10, max: 720 }),
    knownMinutes: fc.integer({ min: 0, max: 400_000 }),
    addedMinutes: fc.integer({ min: 0, max: 720 }),
  });
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { capacity, shiftMinutes, knownMinutes, addedMinutes } = facts;
      const isTooMuch = capacity !== null && knownMinutes + addedMinutes > capacity * shiftMinutes;
      expect(judgeCapacity(facts) !== null).toBe(isTooMuch);
    }),
  );
});

const week = (count: number) => [{ day: TODAY, count }];
const deadline = (inDays: number) => [{ name: '期末', day: addDays(TODAY, inDays) }];

test('[AT10.4] a burst is a full week, more than twice the usual, before a school’s date', () => {
  expect(judgeBurst({ days: week(BURST_ENTRIES) }, TODAY, deadline(3))).toEqual({
    rule: 'deadlineBurst',
    params: { week: BURST_ENTRIES, before: 0, deadline: '期末', day: '2026-06-23' },
  });
  expect(judgeBurst({ days: week(BURST_ENTRIES - 1) }, TODAY, deadline(3))).toBeNull();
  expect(judgeBurst({ days: week(BURST_ENTRIES) }, TODAY, deadline(DEADLINE_LEAD_DAYS + 1))).toBeNull();
  expect(judgeBurst({ days: week(BURST_ENTRIES) }, TODAY, deadline(-1))).toBeNull();
  const usual = { day: addDays(TODAY, -10), count: 2 * BURST_ENTRIES };
  expect(judgeBurst({ days: [...week(BURST_ENTRIES), usual] }, TODAY, deadline(0))).toBeNull();
});

test('[AT10.4] no date, no burst; more of it earlier never makes one', () => {
  const anyDays = fc.array(
    fc.record({ back: fc.integer({ min: 0, max: 60 }), count: fc.integer({ min: 0, max: 40 }) }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(anyDays, fc.integer({ min: 7, max: 34 }), (drawn, back) => {
      const days = drawn.map((one) => ({ day: addDays(TODAY, -one.back), count: one.count }));
      expect(judgeBurst({ days }, TODAY, [])).toBeNull();
      const more = [...days, { day: addDays(TODAY, -back), count: 50 }];
      if (judgeBurst({ days }, TODAY, deadline(5)) === null) {
        expect(judgeBurst({ days: more }, TODAY, deadline(5))).toBeNull();
      }
    }),
  );
});

test('[AT10.4] judged twice, each rule is said once, in its newer words', () => {
  const one = { rule: 'overCapacity', params: { total: 1 } } as const;
  const other = { rule: 'manyAtOnce', params: { people: 5 } } as const;
  const newer = { rule: 'overCapacity', params: { total: 2 } } as const;
  expect(mergedAnomalies([one], [newer, other])).toEqual([other, newer]);
  expect(mergedAnomalies([one], [])).toEqual([one]);
});

import fc from 'fast-check';
import { civilDayOf, DAY_MS, endOfDay, parseCivilDay, startOfDay } from './civil-day';
import { byDay, lengthOf, within, without, type Interval } from './interval';

const START = startOfDay(parseCivilDay('2026-11-26'));
const HOURS = 60;
const HOUR = DAY_MS / 24;
/** In steps of an hour around two midnights, so that every hour can be asked by itself. */
const anyInterval = fc
  .tuple(fc.integer({ min: 0, max: HOURS - 1 }), fc.integer({ min: 1, max: 20 }))
  .map(([from, length]): Interval => ({ from: START + from * HOUR, to: START + (from + length) * HOUR }));
const anyList = fc.array(anyInterval, { maxLength: 5 });
const anyOrdered = anyList.map((list) => {
  const hours = Array.from({ length: HOURS + 20 }, (_none, index) => START + index * HOUR);
  return hours.filter((hour) => has(list, hour)).map((hour) => ({ from: hour, to: hour + HOUR }));
});

function has(list: readonly Interval[], instant: number): boolean {
  return list.some(({ from, to }) => from <= instant && instant < to);
}

test('[AT8] taking intervals out leaves exactly the instants that none of them has', () => {
  fc.assert(
    fc.property(anyOrdered, anyList, anyInterval, (list, others, window) => {
      const left = without(list, others);
      const inside = within(list, window);
      for (let hour = START; hour < START + (HOURS + 20) * HOUR; hour += HOUR) {
        expect(has(left, hour)).toBe(has(list, hour) && !has(others, hour));
        expect(has(inside, hour)).toBe(has(list, hour) && has([window], hour));
      }
      expect(left.every(({ from, to }) => from < to)).toBe(true);
    }),
  );
});

test('[AT8] cut at midnight: every part lies in its day, and nothing is lost', () => {
  fc.assert(
    fc.property(anyOrdered, (list) => {
      const days = byDay(list);
      const parts = [...days].flatMap(([day, own]) => {
        for (const { from, to } of own) {
          expect(civilDayOf(from)).toBe(day);
          expect(to).toBeLessThanOrEqual(endOfDay(day));
        }
        return own;
      });
      expect(lengthOf(parts)).toBe(lengthOf(list));
      expect([...days.keys()]).toEqual([...days.keys()].sort());
    }),
  );
});

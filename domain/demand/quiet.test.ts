import fc from 'fast-check';
import { parseDivisionCode } from '../geography/division';
import { addDays, daysBetween, parseCivilDay } from '../time/civil-day';
import { lastServedCell, lastServedDay, quietDays, quietestFirst, quietKeyOf } from './quiet';

const TODAY = parseCivilDay('2026-03-10');
const code = fc.integer({ min: 0, max: 999 }).map((n) => parseDivisionCode(String(513201100000 + n)));
const lastDay = fc.option(
  fc.integer({ min: 0, max: 400 }).map((days) => addDays(TODAY, -days)),
  { nil: null },
);

test('[DM7] never first, then the longest ago; the key of a page sorts as the list does', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ divisionCode: code, lastDay }), { selector: (row) => row.divisionCode }),
      (rows) => {
        const sorted = quietestFirst(rows);
        const keys = sorted.map(quietKeyOf);
        expect(keys).toEqual([...keys].sort());
        sorted.slice(1).forEach((row, index) => {
          const before = sorted[index];
          const days = [before?.lastDay, row.lastDay].map((day) => quietDays(day ?? null, TODAY) ?? Infinity);
          expect(days[0]).toBeGreaterThanOrEqual(days[1] ?? 0);
        });
      },
    ),
  );
});

test('[DM7] the last day is the last cell that counts a shift, so a void takes it away', () => {
  const cells = {
    '2026-01-03': { ruralShifts: 1, heldMinutes: 60 },
    '2026-02-01': { ruralShifts: 0, heldShifts: 1 },
    '2026-01-20': { servedRuralCommunities: 1 },
  };
  expect(lastServedDay({ cells })).toBe('2026-01-03');
  expect(lastServedCell({ cells: { 2025: { ruralShifts: 2 }, 2026: { ruralShifts: 1 } } })).toBe('2026');
  expect(lastServedDay({ cells: { '2026-01-03': { ruralShifts: 0 } } })).toBeNull();
  expect(lastServedDay(null)).toBeNull();
  expect(quietDays(parseCivilDay('2026-01-03'), TODAY)).toBe(daysBetween(parseCivilDay('2026-01-03'), TODAY));
  expect(quietDays(addDays(TODAY, 1), TODAY)).toBe(0);
});

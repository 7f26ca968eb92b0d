import fc from 'fast-check';
import { anyAsOfDay, anyVolunteer } from '../../tests/kit/arbitrary-volunteers';
import { contributionOf, differenceOf, type VolunteerFacts } from '../statistics/contribution';
import { parseCivilDay } from '../time/civil-day';
import { coarseBirthDay, leftDayOf } from './leave';

const day = parseCivilDay;

test('[RG10] one is no volunteer from today on; who registered today counts for today', () => {
  expect(leftDayOf(day('2026-01-05'), day('2026-11-23'))).toBe('2026-11-23');
  expect(leftDayOf(day('2026-11-23'), day('2026-11-23'))).toBe('2026-11-24');
  expect(coarseBirthDay(day('1990-04-12'))).toBe('1990-01-01');
});

test('[RG10] leaving takes no minute and no record out of any figure, and nothing before its day', () => {
  fc.assert(
    fc.property(anyVolunteer, anyAsOfDay, (one, today) => {
      const { standing } = one;
      fc.pre(standing.registeredDay <= today);
      fc.pre(standing.residences.every(({ fromDay }) => fromDay < today));
      const staying: VolunteerFacts = { ...one, standing: { ...standing, status: 'active', leftDay: null } };
      const leftDay = leftDayOf(standing.registeredDay, today);
      const changes = differenceOf(
        contributionOf(staying),
        contributionOf({ ...one, standing: { ...standing, status: 'cancelled', leftDay } }),
      );
      for (const change of changes) expect(change.day >= leftDay || change.amount === 0).toBe(true);
      const kept = ['serviceMinutes', 'serviceRecords', 'strictMinutes', 'closedVisits'];
      expect(changes.filter(({ quantity }) => kept.includes(quantity))).toEqual([]);
      expect(changes.filter(({ quantity }) => quantity === 'registered').map(({ amount }) => amount)).toEqual(
        [-1],
      );
    }),
  );
});

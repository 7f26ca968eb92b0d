import { parseCivilDay } from '@domain/time/civil-day';
import { periodOf } from './periods';

test('[EX2] the periods an office asks for most', () => {
  const today = parseCivilDay('2026-03-15');
  expect(periodOf('year', today)).toEqual({ fromDay: '2026-01-01', toDay: today });
  expect(periodOf('lastMonth', today)).toEqual({ fromDay: '2026-02-01', toDay: '2026-02-28' });
  expect(periodOf('twelveMonths', today)).toEqual({ fromDay: '2025-04-01', toDay: today });
  const newYear = parseCivilDay('2026-01-01');
  expect(periodOf('lastMonth', newYear)).toEqual({ fromDay: '2025-12-01', toDay: '2025-12-31' });
});

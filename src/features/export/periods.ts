/** Periods an office asks for most. */
import type { Period } from '@domain/statistics/period';
import {
  addDays,
  endOfPreviousMonth,
  monthOf,
  parseCivilDay,
  yearOf,
  type CivilDay,
} from '@domain/time/civil-day';

/** `own`: days chosen one by one */
export type PeriodPreset = 'year' | 'lastMonth' | 'twelveMonths' | 'own';

const firstOfMonth = (day: CivilDay): CivilDay => parseCivilDay(`${monthOf(day)}-01`);

/** Months back: the first day of the month eleven months before. */
function firstOfTwelve(today: CivilDay): CivilDay {
  let day = firstOfMonth(today);
  for (let month = 0; month < 11; month += 1) day = firstOfMonth(addDays(day, -1));
  return day;
}

export function periodOf(preset: Exclude<PeriodPreset, 'own'>, today: CivilDay): Period {
  switch (preset) {
    case 'year':
      return { fromDay: parseCivilDay(`${yearOf(today)}-01-01`), toDay: today };
    case 'lastMonth': {
      const toDay = endOfPreviousMonth(today);
      return { fromDay: firstOfMonth(toDay), toDay };
    }
    case 'twelveMonths':
      return { fromDay: firstOfTwelve(today), toDay: today };
  }
}

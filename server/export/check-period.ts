import { rejected, type Rejection } from '@domain/kernel/result';
import { lengthOf, type Period } from '@domain/statistics/period';
import type { CivilDay } from '@domain/time/civil-day';
import { EXPORT_MAXIMUM_DAYS } from '@contract/export.contract';

/** EX2; null: the period can be reported on. */
export function refusalOfPeriod(
  period: Period,
  today: CivilDay,
): Rejection<'export.periodInvalid' | 'export.periodTooLong' | 'export.dayInFuture'> | null {
  if (period.fromDay > period.toDay) return rejected('export.periodInvalid');
  if (period.toDay > today) return rejected('export.dayInFuture');
  if (lengthOf(period) <= EXPORT_MAXIMUM_DAYS) return null;
  return rejected('export.periodTooLong', { maximumDays: EXPORT_MAXIMUM_DAYS });
}

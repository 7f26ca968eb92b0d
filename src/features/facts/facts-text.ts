/** A row of the list in words. */
import type { OutputOf } from '@contract/procedures';
import { isInMinutes, isOfSeveral, type ListedMeasure } from '@domain/statistics/membership';

import { formatCount, formatDay, formatMinutes } from '@/lib/format';

export type OutputOfFacts = OutputOf<'statistics.listFacts'>;
export type FactRow = OutputOfFacts['rows'][number];

/** `服务日 2026年11月3日、2026年11月10日 等 7 天`, for 注册志愿者 the day of registration. */
export function detailOf(row: FactRow, measure: ListedMeasure): string {
  const registered = `${formatDay(row.registeredDay)}注册`;
  if (measure === 'registered') return registered;
  const days = row.serviceDays.map(formatDay).join('、');
  const more =
    row.serviceDayCount > row.serviceDays.length ? ` 等 ${formatCount(row.serviceDayCount)} 天` : '';
  return `服务日 ${days}${more} · ${registered}`;
}

/** Minutes and numbers need saying: a person counts once. */
export function amountText(row: FactRow, measure: ListedMeasure): string | undefined {
  if (isInMinutes(measure)) return formatMinutes(row.amount);
  return isOfSeveral(measure) ? `${formatCount(row.amount)} 次` : undefined;
}

/** `1,234 人`, `1,234 次`, or minutes as hours. */
export function totalText(amount: number, measure: ListedMeasure): string {
  if (isInMinutes(measure)) return formatMinutes(amount);
  return `${formatCount(amount)} ${isOfSeveral(measure) ? '次' : '人'}`;
}

/** Numbers and times as a resident reads them. No Intl: the oldest WeChat engines lack it. */
import {
  civilDayOf,
  daysBetween,
  minuteOfDay,
  startOfDay,
  yearOf,
  type CivilDay,
} from '@domain/time/civil-day';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;
const NEAR_DAYS: Readonly<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' };

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `1,234,567`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** Whole minutes as `45 分钟` or `2 小时 05 分`. */
export function formatMinutes(minutes: number): string {
  if (minutes < 60) return `${String(minutes)} 分钟`;
  return `${formatCount(Math.floor(minutes / 60))} 小时 ${twoDigits(minutes % 60)} 分`;
}

/**
 * Whole minutes in hours with at most one decimal, when that is exact: `12.5 小时`, `3 小时`; else as
 * `12 小时 05 分`.
 */
export function formatHours(minutes: number): string {
  if (minutes < 60 || minutes % 6 !== 0) return formatMinutes(minutes);
  const tenths = minutes / 6;
  const rest = tenths % 10;
  const hours = formatCount(Math.floor(tenths / 10));
  return rest === 0 ? `${hours} 小时` : `${hours}.${String(rest)} 小时`;
}

/** Metres as `120 米`, from one kilometre on as `1.2 公里`. */
export function formatDistance(meters: number): string {
  if (meters < 1000) return `${String(Math.round(meters))} 米`;
  return `${formatCount(Math.floor(meters / 1000))}.${String(Math.floor((meters % 1000) / 100))} 公里`;
}

/** `14:05`, Shanghai. */
export function formatClock(instant: number): string {
  const minute = minuteOfDay(instant);
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

/** `2026年11月3日`. */
export function formatDay(day: CivilDay): string {
  return `${yearOf(day)}年${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日`;
}

/** `今天`, `明天`, `11月3日 周二`, and with the year when it is another one. */
export function formatNearDay(day: CivilDay, today: CivilDay): string {
  const near = NEAR_DAYS[daysBetween(today, day)];
  if (near !== undefined) return near;
  const weekday = WEEKDAYS[new Date(startOfDay(day) + 12 * 3_600_000).getUTCDay()] ?? '';
  const full = formatDay(day);
  return `${yearOf(day) === yearOf(today) ? full.slice(5) : full} 周${weekday}`;
}

/** `今天 14:05`. */
export function formatInstant(instant: number, now: number): string {
  return `${formatNearDay(civilDayOf(instant), civilDayOf(now))} ${formatClock(instant)}`;
}

/** `今天 14:00–16:00`; an end on a later day says so. */
export function formatPeriod(startsAt: number, endsAt: number, now: number): string {
  const endDay = civilDayOf(endsAt);
  const days = daysBetween(civilDayOf(startsAt), endDay);
  const isMidnight = days === 1 && minuteOfDay(endsAt) === 0;
  const nextDay = days === 1 ? '次日 ' : `${formatNearDay(endDay, civilDayOf(now))} `;
  const end = isMidnight ? '24:00' : `${days === 0 ? '' : nextDay}${formatClock(endsAt)}`;
  return `${formatInstant(startsAt, now)}–${end}`;
}

/** `2026年11月3日 14:05`. */
export function formatMoment(instant: number): string {
  return `${formatDay(civilDayOf(instant))} ${formatClock(instant)}`;
}

/** `截至 2026年11月3日 14:05`. */
export function formatAsOf(instant: number): string {
  return `截至 ${formatMoment(instant)}`;
}

/** A running time in ms as `00:05:09`; never negative. */
export function formatRunning(elapsedMs: number): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000));
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');
}

/** `还有 3 天`, `还有 2 小时 05 分`, `马上`. */
export function formatUntil(instant: number, now: number): string {
  const minutes = Math.ceil((instant - now) / 60_000);
  if (minutes <= 0) return '马上';
  const days = daysBetween(civilDayOf(now), civilDayOf(instant));
  return days >= 2 ? `还有 ${String(days)} 天` : `还有 ${formatMinutes(minutes)}`;
}

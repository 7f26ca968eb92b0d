/** Numbers and times as the small pages write them: with the year, since a page may be kept and forwarded. */
import { paperDay } from '@domain/certificate/paper';
import { civilDayOf, DAY_MS, minuteOfDay } from '@domain/time/civil-day';

/** `1,234,567` */
export function countWords(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function clockWords(instant: number): string {
  const minute = minuteOfDay(instant);
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** `2026年11月3日 14:05`, Shanghai */
export function instantWords(instant: number): string {
  return `${paperDay(civilDayOf(instant))} ${clockWords(instant)}`;
}

/** `2026年11月3日 14:00–16:00`; an end on another day with its day */
export function periodWords(startsAt: number, endsAt: number): string {
  const isOneDay = civilDayOf(startsAt) === civilDayOf(endsAt);
  return `${instantWords(startsAt)}–${isOneDay ? clockWords(endsAt) : instantWords(endsAt)}`;
}

/** The period of a day; of several days the first and the last. */
export function spanWords(startsAt: number, endsAt: number): string {
  if (endsAt - startsAt <= DAY_MS) return periodWords(startsAt, endsAt);
  return `${paperDay(civilDayOf(startsAt))}至${paperDay(civilDayOf(endsAt))}`;
}

/** `截至 2026年11月3日 14:05` */
export function asOfWords(instant: number): string {
  return `截至 ${instantWords(instant)}`;
}

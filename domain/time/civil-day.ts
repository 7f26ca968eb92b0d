/**
 * Civil days of Asia/Shanghai (ST1). China has kept UTC+8 without summer time since 1991, and no record here
 * is older, so the offset is a constant; the machine's own time zone never matters.
 */
import type { Brand } from '../kernel/identifiers';

/** `YYYY-MM-DD`, Asia/Shanghai. Compares correctly as text. */
export type CivilDay = Brand<string, 'CivilDay'>;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
const SHANGHAI_OFFSET_MS = 8 * HOUR_MS;

/**
 * Days met before, with the number of days since 1970: counting people asks for the same few thousand days
 * over and over. At most the 110,000 days of three centuries.
 */
const numberByDay = new Map<string, number>();
const dayByNumber = new Map<number, CivilDay>();

/** Throws RangeError on anything that is not an existing day between 1900 and 2199. */
export function parseCivilDay(text: string): CivilDay {
  if (!isCivilDay(text)) throw new RangeError('not a civil day');
  return text as CivilDay;
}

export function isCivilDay(text: string): boolean {
  if (numberByDay.has(text)) return true;
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  if (!Number.isFinite(instant) || !new Date(instant).toISOString().startsWith(text)) return false;
  numberByDay.set(text, instant / DAY_MS);
  return true;
}

/** The Shanghai day an instant (epoch ms) falls on. */
export function civilDayOf(instant: number): CivilDay {
  const number = Math.floor((instant + SHANGHAI_OFFSET_MS) / DAY_MS);
  const known = dayByNumber.get(number);
  if (known !== undefined) return known;
  const day = parseCivilDay(new Date(number * DAY_MS).toISOString().slice(0, 10));
  dayByNumber.set(number, day);
  return day;
}

/** Epoch ms of 00:00 Shanghai of that day. */
export function startOfDay(day: CivilDay): number {
  const number = numberByDay.get(day) ?? Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  return number * DAY_MS - SHANGHAI_OFFSET_MS;
}

/** Epoch ms of the first instant after the day: windows are half-open (ST1). */
export function endOfDay(day: CivilDay): number {
  return startOfDay(day) + DAY_MS;
}

export function addDays(day: CivilDay, days: number): CivilDay {
  return civilDayOf(startOfDay(day) + days * DAY_MS);
}

export function daysBetween(from: CivilDay, to: CivilDay): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS);
}

/** `YYYY` */
export function yearOf(day: CivilDay): string {
  return day.slice(0, 4);
}

/** `YYYY-MM` */
export function monthOf(day: CivilDay): string {
  return day.slice(0, 7);
}

export function firstDayOfNextYear(day: CivilDay): CivilDay {
  return parseCivilDay(`${String(Number(yearOf(day)) + 1)}-01-01`);
}

export function firstDayOfNextMonth(day: CivilDay): CivilDay {
  const inNextMonth = addDays(parseCivilDay(`${monthOf(day)}-28`), 4);
  return parseCivilDay(`${monthOf(inNextMonth)}-01`);
}

/** 环比 base: the last day of the month before (ST16). */
export function endOfPreviousMonth(day: CivilDay): CivilDay {
  return addDays(parseCivilDay(`${monthOf(day)}-01`), -1);
}

/** 同比 base: the same day last year, 29 Feb becoming 28 Feb (ST16). */
export function sameDayLastYear(day: CivilDay): CivilDay {
  const text = `${String(Number(yearOf(day)) - 1)}${day.slice(4)}`;
  return isCivilDay(text) ? parseCivilDay(text) : parseCivilDay(`${text.slice(0, 8)}28`);
}

/** Minutes since midnight, Shanghai, of an instant. */
export function minuteOfDay(instant: number): number {
  return Math.floor((instant - startOfDay(civilDayOf(instant))) / MINUTE_MS);
}

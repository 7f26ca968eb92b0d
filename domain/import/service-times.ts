/** 时间文字: the ways times of day and lengths are written in lists of service, and what spreadsheets keep. */
import { isCivilDay, parseCivilDay, type CivilDay } from '../time/civil-day';
import { readDay } from './day-text';

export const DAY_MINUTES = 1_440;

/** 9:00, 09:00:00, 9点, 9时30分, with a day before it or without. */
const CLOCK = /^(?:(\S*\d)(?:\s+|T))?(\d{1,2})\s*[:点时]\s*(?:(\d{1,2})\s*(?::\s*\d{1,2}(?:\.\d+)?|分)?)?$/;
/** A day as a number, and the part of it that has passed: what a spreadsheet keeps for a time. */
const FRACTION = /^(\d*)(\.\d+)$/;

export interface ClockTime {
  /** minutes since midnight, 0 to 1,440 */
  readonly minute: number;
  /** null: the cell says none */
  readonly day: CivilDay | null;
}

/** Null when it is no time. Seconds are left out. */
export function readClock(text: string): ClockTime | null {
  const [, serial, part] = FRACTION.exec(text) ?? [];
  if (part !== undefined) {
    const day = serial === '' || serial === '0' ? null : readDay(serial ?? '');
    if (day === null && serial !== '' && serial !== '0') return null;
    return { minute: Math.round(Number(part) * DAY_MINUTES), day };
  }
  const [, written, hour, minute = '0'] = CLOCK.exec(text) ?? [];
  if (hour === undefined) return null;
  const day = written === undefined ? null : readDay(written);
  if (written !== undefined && day === null) return null;
  const all = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && all <= DAY_MINUTES ? { minute: all, day } : null;
}

/** 2, 2.5, 2小时, 2小时30分, 1:30 */
const HOURS = /^(\d{1,3})(?:\.(\d{1,6}))?\s*(?:小时|个小时|h|H)?$/;
const MIXED = /^(\d{1,3})\s*(?:小时|个小时|时|:)\s*(\d{1,2})\s*(?:分钟|分)?$/;
/** 90, 90分钟 */
const MINUTES = /^(\d{1,5})(?:\.0+)?\s*(?:分钟|分)?$/;
const ONLY_MINUTES = /^(\d{1,5})\s*(?:分钟|分)$/;

/** Whole minutes, rounded down; null when it is no length. */
export function readHours(text: string): number | null {
  const [, alone] = ONLY_MINUTES.exec(text) ?? [];
  if (alone !== undefined) return Number(alone);
  const [, whole, minute] = MIXED.exec(text) ?? [];
  if (whole !== undefined) return Number(minute) < 60 ? Number(whole) * 60 + Number(minute) : null;
  const [, hours, decimals = ''] = HOURS.exec(text) ?? [];
  if (hours === undefined) return null;
  // By whole numbers: 0.1 of an hour is six minutes, exactly.
  const scale = 10 ** decimals.length;
  return Number(hours) * 60 + Math.floor((Number(decimals === '' ? '0' : decimals) * 60) / scale);
}

export function readMinutes(text: string): number | null {
  const [, minutes] = MINUTES.exec(text) ?? [];
  return minutes === undefined ? null : Number(minutes);
}

/** The days of `readDay`, and eight digits or dots with a time behind them. */
export function readServiceDay(text: string): CivilDay | null {
  const [first = ''] = text.split(/[\sT~至]/);
  const day = readDay(text) ?? readDay(first);
  return day !== null && isCivilDay(day) ? parseCivilDay(day) : null;
}

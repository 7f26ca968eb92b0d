/**
 * The days that the minutes of a record lie on, stored as one text: `2026-11-01 90 2026-11-02 30`. Like a
 * number, a text can lie in the index that is all a recount reads of a record; a list cannot.
 */
import type { DayMinutes } from '@domain/attendance/attendance';
import { parseCivilDay } from '@domain/time/civil-day';

export const SERVED_DAYS_TEXT = /^\d{4}-\d{2}-\d{2} \d+(?: \d{4}-\d{2}-\d{2} \d+)*$/;

export function toServedDaysText(days: readonly DayMinutes[]): string {
  return days.map(({ day, minutes }) => `${day} ${String(minutes)}`).join(' ');
}

/** Throws where `text` is none of `toServedDaysText`. */
export function parseServedDaysText(text: string): DayMinutes[] {
  const words = text.split(' ');
  return Array.from({ length: words.length / 2 }, (_none, place) => ({
    day: parseCivilDay(words[2 * place] ?? ''),
    minutes: Number(words[2 * place + 1]),
  }));
}

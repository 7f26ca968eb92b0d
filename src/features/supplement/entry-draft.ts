/** What is typed of one 补录, and what is wrong with it before it is sent. */
import type { InputOf } from '@contract/procedures';
import { SUPPLEMENT_REASONS, type SupplementReason } from '@domain/supplement/supplement';
import { civilDayOf, DAY_MS, MINUTE_MS, startOfDay } from '@domain/time/civil-day';

export type CardInput = NonNullable<InputOf<'supplement.enter'>['card']>;
export interface EntryDraft {
  readonly volunteerId: string;
  readonly card: CardInput | null;
  readonly startTime: string;
  readonly endTime: string;
  readonly reason: string;
  readonly reasonText: string;
}

/** Shorter says nothing; the contract refuses it too. */
export const SHORTEST_REASON_TEXT = 4;
/** An early arrival counts at most half an hour (AT7): an earlier time of day is that of the next day. */
const EARLIEST_MS = 60 * MINUTE_MS;

/** `HH:mm` of the shift's day, or of the next one for a shift around a midnight. Null: not a time. */
export function instantOf(startsAt: number, time: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(time);
  if (match === null) return null;
  const onFirstDay =
    startOfDay(civilDayOf(startsAt)) + (Number(match[1]) * 60 + Number(match[2])) * MINUTE_MS;
  return onFirstDay < startsAt - EARLIEST_MS ? onFirstDay + DAY_MS : onFirstDay;
}

export function isReason(text: string): text is SupplementReason {
  return SUPPLEMENT_REASONS.some((one) => one === text);
}

export function problemsOf(draft: EntryDraft, startsAt: number): Partial<Record<keyof EntryDraft, string>> {
  const from = instantOf(startsAt, draft.startTime);
  const to = instantOf(startsAt, draft.endTime);
  return {
    ...(draft.volunteerId === '' ? { volunteerId: '请选一个人，或扫志愿者证。' } : {}),
    ...(from === null ? { startTime: '请填开始时间。' } : {}),
    ...(to === null || (from !== null && to <= from) ? { endTime: '结束要晚于开始。' } : {}),
    ...(isReason(draft.reason) ? {} : { reason: '请选一个原因。' }),
    ...(draft.reasonText.trim().length < SHORTEST_REASON_TEXT
      ? { reasonText: '请写清楚当时的情况，至少四个字。' }
      : {}),
  };
}

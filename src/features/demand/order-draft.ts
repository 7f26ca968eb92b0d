/** What is typed into an order, before it is one. */
import type { InputOf } from '@contract/procedures';
import * as z from 'zod';
import '@contract/zod-config';
import { SERVICE_FIELDS, type ServiceField } from '@domain/project/project';
import { SKILLS } from '@domain/volunteer/profile';
import {
  addDays,
  civilDayOf,
  DAY_MS,
  isCivilDay,
  MINUTE_MS,
  parseCivilDay,
  startOfDay,
} from '@domain/time/civil-day';

/** `day`: `YYYY-MM-DD`, and twice `HH:mm`; an end before the start is on the next day. */
const wishDraftSchema = z.object({ key: z.number(), day: z.string(), from: z.string(), to: z.string() });
export type WishDraft = Readonly<z.infer<typeof wishDraftSchema>>;

/** As it is kept on the device while it is typed. */
export const orderDraftSchema = z.object({
  field: z.enum(SERVICE_FIELDS).or(z.literal('')),
  need: z.string(),
  skills: z.array(z.enum(SKILLS)).readonly().default([]),
  countyCode: z.string(),
  townshipCode: z.string(),
  communityCode: z.string(),
  placeName: z.string(),
  position: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  wishes: z.array(wishDraftSchema).readonly(),
  peopleCount: z.string(),
  contactName: z.string(),
  contactPhone: z.string(),
});
export type OrderDraft = Readonly<z.infer<typeof orderDraftSchema>>;

export function emptyOrder(communityCode: string, now: number): OrderDraft {
  return {
    ...{ field: '', need: '', skills: [], placeName: '', position: null, peopleCount: '1' },
    ...{ contactName: '', contactPhone: '' },
    countyCode: communityCode.slice(0, 6),
    townshipCode: communityCode.slice(0, 9),
    communityCode,
    wishes: [newWish(0, now)],
  };
}

/** The day after tomorrow, or a day after the last: a team needs time. */
export function newWish(key: number, now: number): WishDraft {
  return { key, day: addDays(civilDayOf(now), 2 + key), from: '09:00', to: '11:00' };
}

function instantOf(day: string, clock: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock);
  if (match === null || !isCivilDay(day)) return Number.NaN;
  return startOfDay(parseCivilDay(day)) + (Number(match[1]) * 60 + Number(match[2])) * MINUTE_MS;
}

export function wishOf({ day, from, to }: WishDraft): { from: number; to: number } {
  const [start, end] = [instantOf(day, from), instantOf(day, to)];
  return { from: start, to: end <= start ? end + DAY_MS : end };
}

/** Valid or not: the schema of the procedure judges it. */
export function orderInputOf(
  draft: OrderDraft,
  requestId: string,
): Omit<InputOf<'demand.placeProxy'>, 'field'> & { field: ServiceField | '' } {
  const { field, need, communityCode, placeName, position, contactName, contactPhone } = draft;
  return {
    ...(draft.skills.length === 0 ? {} : { skills: [...draft.skills] }),
    ...{ requestId, field, need, communityCode, placeName, position, contactName },
    contactPhone: contactPhone.trim() === '' ? null : contactPhone,
    wishes: draft.wishes.map(wishOf),
    peopleCount: /^\d{1,4}$/.test(draft.peopleCount.trim()) ? Number(draft.peopleCount.trim()) : Number.NaN,
  };
}

export type OrderProblems = Readonly<Partial<Record<string, string>>>;
const PROBLEMS: Readonly<Record<string, string>> = {
  field: '请选要哪一类服务。',
  need: '请写明要什么，4 到 300 个字。',
  communityCode: '请选到村（社区）。',
  placeName: '请写地点，2 到 40 个字。',
  wishes: '请选好日期和时间。',
  peopleCount: '请写 1 到 500 的整数。',
  contactName: '请写称呼，2 到 30 个字。',
  contactPhone: '请写 11 位手机号。',
};

/** Of the fields that the schema does not take. */
export function problemsOf(paths: readonly (string | number | symbol)[]): OrderProblems {
  return Object.fromEntries(paths.map((path) => [String(path), PROBLEMS[String(path)] ?? '请检查这一项。']));
}

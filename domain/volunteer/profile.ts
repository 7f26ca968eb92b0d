/**
 * 我的资料 (PF): what somebody says of themself – skills, fields, times, political status, work unit. All of it
 * is optional, none of it is proved, and only what one says decides what fits.
 */
import { WEEKDAYS, weekdayOf, type Weekday } from '../activity/weekly';
import { SERVICE_FIELDS, type ServiceField } from '../project/project';
import { addDays, civilDayOf, HOUR_MS, startOfDay, type CivilDay } from '../time/civil-day';
import type { Interval } from '../time/interval';

/** Kept with what was chosen; what a later list does not have is not shown, and goes with a change. */
export const SKILL_LIST_VERSION = '2026-11';
/** Ours, for a prefecture of mountains and three languages: no standard has such a list (docs/adr/0042). */
export const SKILLS = [
  'firstAid',
  'medicine',
  'counselling',
  'law',
  'tibetan',
  'qiang',
  'foreignLanguage',
  'signLanguage',
  'driving',
  'repairs',
  'tutoring',
  'computing',
  'photography',
  'performing',
  'rescue',
  'haircutting',
  'farming',
] as const;
export type Skill = (typeof SKILLS)[number];

/** GB/T 4762—1984, its codes 04 to 11 as one. */
export const POLITICAL_STATUSES = [
  'partyMember',
  'probationaryMember',
  'leagueMember',
  'otherParty',
  'independent',
  'masses',
] as const;
export type PoliticalStatus = (typeof POLITICAL_STATUSES)[number];

export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];
/** of the day, in Shanghai; nobody is asked for the hours before six */
const HOURS: Readonly<Record<DayPart, readonly [from: number, to: number]>> = {
  morning: [6, 12],
  afternoon: [12, 18],
  evening: [18, 24],
};
export type TimeSlot = `${Weekday}-${DayPart}`;
export function slotOf(weekday: Weekday, part: DayPart): TimeSlot {
  return `${weekday}-${part}`;
}
/** A week by parts of days. */
export const TIME_SLOTS: readonly TimeSlot[] = WEEKDAYS.flatMap((weekday) =>
  DAY_PARTS.map((part) => slotOf(weekday, part)),
);

export const WORK_UNIT_MAXIMUM = 40;
/** An order asks for what it cannot do without. */
export const MAXIMUM_NEEDED_SKILLS = 3;

export interface Profile {
  readonly skills: readonly Skill[];
  readonly fields: readonly ServiceField[];
  readonly times: readonly TimeSlot[];
  readonly politicalStatus: PoliticalStatus | null;
  readonly workUnit: string;
}
/** What a team may count of its members (PF4): nothing else of a profile leaves its owner. */
export type Countable = Pick<Profile, 'skills' | 'fields' | 'times'>;

export const EMPTY_PROFILE: Profile = {
  ...{ skills: [], fields: [], times: [] },
  ...{ politicalStatus: null, workUnit: '' },
};

/** Of a closed list: what is in it, each once, in its order. */
export function chosenOf<Value extends string>(list: readonly Value[], chosen: readonly string[]): Value[] {
  return list.filter((value) => chosen.includes(value));
}

export function tidyProfile(said: Profile): Profile {
  const { politicalStatus, workUnit } = said;
  return { ...countableOf(said), politicalStatus, workUnit };
}

export function countableOf(said: Countable): Countable {
  return {
    skills: chosenOf(SKILLS, said.skills),
    fields: chosenOf(SERVICE_FIELDS, said.fields),
    times: chosenOf(TIME_SLOTS, said.times),
  };
}

export function isEmptyProfile({ skills, fields, times, politicalStatus, workUnit }: Profile): boolean {
  return skills.length + fields.length + times.length === 0 && politicalStatus === null && workUnit === '';
}

export function isSameProfile(one: Profile, other: Profile): boolean {
  const textOf = ({ skills, fields, times, politicalStatus, workUnit }: Profile): string =>
    JSON.stringify([skills, fields, times, politicalStatus, workUnit]);
  return textOf(tidyProfile(one)) === textOf(tidyProfile(other));
}

/** PF3: of two registrations that become one, what the one that stays left empty is the other's. */
export function mergedProfile(kept: Profile, other: Profile): Profile {
  return {
    skills: kept.skills.length > 0 ? kept.skills : other.skills,
    fields: kept.fields.length > 0 ? kept.fields : other.fields,
    times: kept.times.length > 0 ? kept.times : other.times,
    politicalStatus: kept.politicalStatus ?? other.politicalStatus,
    workUnit: kept.workUnit === '' ? other.workUnit : kept.workUnit,
  };
}

/** What a shift may have of a part of a day without asking for it: people come later, or leave earlier. */
const EDGE_MS = HOUR_MS;

/** PF5: the parts of days that a shift lies in; one of at most an hour does not matter beside others. */
export function slotsOf({ startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number }) {
  const parts: { readonly slot: TimeSlot; readonly length: number }[] = [];
  for (let day = civilDayOf(startsAt); startOfDay(day) < endsAt; day = addDays(day, 1)) {
    for (const part of DAY_PARTS) {
      const { from, to } = partOfDay(day, part);
      const length = Math.min(to, endsAt) - Math.max(from, startsAt);
      if (length > 0) parts.push({ slot: slotOf(weekdayOf(day), part), length });
    }
  }
  const long = parts.filter(({ length }) => length > EDGE_MS);
  const longest = Math.max(...parts.map(({ length }) => length));
  const asked = long.length > 0 ? long : parts.filter(({ length }) => length === longest).slice(0, 1);
  return [...new Set(asked.map(({ slot }) => slot))];
}

function partOfDay(day: CivilDay, part: DayPart): Interval {
  const [from, to] = HOURS[part];
  return { from: startOfDay(day) + from * HOUR_MS, to: startOfDay(day) + to * HOUR_MS };
}

/** Who names no time is not asked about it; who names some is free in all parts the shift lies in. */
export function suitsTimes(
  times: readonly TimeSlot[],
  shift: { readonly startsAt: number; readonly endsAt: number },
): boolean {
  if (times.length === 0) return true;
  const slots = slotsOf(shift);
  return slots.length > 0 && slots.every((slot) => times.includes(slot));
}

export interface Fitting {
  readonly field: ServiceField | null;
  /** that its posts name */
  readonly skills: readonly Skill[];
  /** null: it has no one time */
  readonly time: { readonly startsAt: number; readonly endsAt: number } | null;
}

/** 适合您 (PF5): of a field or with a post one named oneself for, at a time that one did not leave out. */
export function suits({ skills, fields, times }: Countable, { time, ...asked }: Fitting): boolean {
  const isLiked = asked.field !== null && fields.includes(asked.field);
  const isAble = asked.skills.some((skill) => skills.includes(skill));
  return (isLiked || isAble) && (time === null || suitsTimes(times, time));
}

/** Of fewer one might guess who they are. */
export const FEWEST_COUNTED = 3;
/** PF4: null: fewer than are told. */
export function toldCount(count: number): number | null {
  return count < FEWEST_COUNTED ? null : count;
}

/** PF4: of the members of a team, how many named each. */
export function countSaid(members: readonly Countable[]) {
  const countOf = <Value extends string>(list: readonly Value[], key: keyof Countable) =>
    list.map((value) => ({
      value,
      memberCount: toldCount(members.filter((said) => said[key].some((one) => one === value)).length),
    }));
  const isSaid = (said: Countable): boolean =>
    said.skills.length + said.fields.length + said.times.length > 0;
  return {
    saidCount: toldCount(members.filter(isSaid).length),
    skills: countOf(SKILLS, 'skills'),
    fields: countOf(SERVICE_FIELDS, 'fields'),
    times: countOf(TIME_SLOTS, 'times'),
  };
}

/**
 * What an organiser has typed so far, before it is a plan: text as typed, so nothing is lost or corrected
 * silently.
 */
import type { RiskLevel } from '@domain/activity/risk';
import type { InputOf, OutputOf } from '@contract/procedures';

import { draftsOf, postPlanOf, type PostDraft } from './post-draft';
import {
  isCivilDay,
  MINUTE_MS,
  parseCivilDay,
  startOfDay,
  civilDayOf,
  addDays,
  DAY_MS,
} from '@domain/time/civil-day';

export interface BreakDraft {
  /** `HH:mm`, empty when not chosen */
  readonly startTime: string;
  readonly endTime: string;
}

export interface ShiftDraft {
  readonly key: string;
  /** `YYYY-MM-DD`, empty when not chosen */
  readonly day: string;
  /** `HH:mm` */
  readonly startTime: string;
  /** `HH:mm`; not after the start means the next morning (a night patrol) */
  readonly endTime: string;
  readonly isUnlimited: boolean;
  readonly seats: string;
  /** 休息、用餐、路途: no service time (AT11) */
  readonly breaks: readonly BreakDraft[];
  /** 岗位 (AT15); none: seats are alike */
  readonly posts: readonly PostDraft[];
}

export type PositionSource = 'project' | 'device' | 'typed';

export interface ActivityDraft {
  /** the demand order it is made for; empty: none */
  readonly orderId: string;
  readonly projectId: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  /** days a training is valid; empty: 志愿服务 */
  readonly trainingValidDays: string;
  /** that a training teaches (TR1); empty: none */
  readonly courseId: string;
  readonly requiredCourseIds: readonly string[];
  /** per cent; empty: no such rule (AT7) */
  readonly minimumPresencePercent: string;
  readonly riskLevel: RiskLevel;
  readonly dangers: string;
  readonly insurance: string;
  readonly training: string;
  readonly placeName: string;
  readonly countyCode: string;
  readonly townshipCode: string;
  readonly communityCode: string;
  /** GCJ-02 degrees as typed or filled in */
  readonly latitude: string;
  readonly longitude: string;
  readonly positionSource: PositionSource | null;
  readonly radiusMeters: string;
  readonly shifts: readonly ShiftDraft[];
}

export type CreateInput = InputOf<'activity.createActivity'>;
export type OrganisedProject = OutputOf<'activity.listOrganisedProjects'>['projects'][number];
export type UsualPlace = NonNullable<OrganisedProject['usualPlace']>;
export type SourceActivity = Pick<OutputOf<'activity.getActivity'>, 'activity' | 'description' | 'shifts'>;

export const DEFAULT_RADIUS_METERS = 200;

export function newShift(key: string, today: string): ShiftDraft {
  const day = isCivilDay(today) ? addDays(parseCivilDay(today), 1) : '';
  const times = { startTime: '09:00', endTime: '11:00' };
  return { key, day, ...times, isUnlimited: false, seats: '20', breaks: [], posts: [] };
}

/** The next shift is most often the same hours a day later. */
export function shiftAfter(last: ShiftDraft, key: string): ShiftDraft {
  return { ...last, key, day: isCivilDay(last.day) ? addDays(parseCivilDay(last.day), 1) : last.day };
}

export function emptyDraft(today: string): ActivityDraft {
  return {
    orderId: '',
    projectId: '',
    title: '',
    summary: '',
    description: '',
    trainingValidDays: '',
    courseId: '',
    requiredCourseIds: [],
    minimumPresencePercent: '',
    riskLevel: 'general',
    dangers: '',
    insurance: '',
    training: '',
    placeName: '',
    countyCode: '',
    townshipCode: '',
    communityCode: '',
    latitude: '',
    longitude: '',
    positionSource: null,
    radiusMeters: String(DEFAULT_RADIUS_METERS),
    shifts: [newShift('1', today)],
  };
}

/** County, township and community of a code, as far as the code goes. */
export function divisionChoiceOf(
  code: string,
): Pick<ActivityDraft, 'countyCode' | 'townshipCode' | 'communityCode'> {
  return {
    countyCode: code.length >= 6 ? code.slice(0, 6) : '',
    townshipCode: code.length >= 9 ? code.slice(0, 9) : '',
    communityCode: code.length >= 12 ? code.slice(0, 12) : '',
  };
}

export function withPlace(draft: ActivityDraft, place: UsualPlace): ActivityDraft {
  return {
    ...draft,
    ...divisionChoiceOf(place.divisionCode),
    placeName: place.name,
    latitude: String(place.latitude),
    longitude: String(place.longitude),
    positionSource: 'project',
    radiusMeters: String(place.radiusMeters),
  };
}

/** Choosing a project brings its usual place, unless the organiser has already named one. */
export function withProject(draft: ActivityDraft, project: OrganisedProject): ActivityDraft {
  const chosen = { ...draft, projectId: project.projectId };
  const isNamed = draft.placeName !== '' || draft.positionSource === 'typed';
  const hasOwnPlace = isNamed && draft.positionSource !== 'project';
  if (hasOwnPlace) return chosen;
  if (project.usualPlace !== null) return withPlace(chosen, project.usualPlace);
  return { ...chosen, ...divisionChoiceOf(project.divisionCode) };
}

/** The same activity again: every shift moved by whole weeks until the first lies ahead. */
export function draftFromActivity(source: SourceActivity, now: number): ActivityDraft {
  const [first] = source.shifts;
  const base = emptyDraft(civilDayOf(now));
  const { level: riskLevel, dangers, insurance, training } = source.activity.risk;
  const common = {
    ...base,
    projectId: source.activity.projectId,
    title: source.activity.title,
    summary: source.activity.summary,
    description: source.description,
    trainingValidDays: String(source.activity.trainingValidDays ?? ''),
    courseId: source.activity.course?.courseId ?? '',
    requiredCourseIds: (source.activity.requiredCourses ?? []).map(({ courseId }) => String(courseId)),
    minimumPresencePercent: String(first?.rules.minimumPresencePercent ?? ''),
    riskLevel,
    dangers,
    insurance,
    training,
  };
  if (first === undefined) return common;
  const earliest = Math.min(...source.shifts.map((shift) => shift.startsAt));
  const weeks = Math.max(0, Math.ceil((now - earliest) / (7 * DAY_MS)));
  const shifts = source.shifts.map((shift, index) => ({
    key: String(index + 1),
    day: civilDayOf(shift.startsAt + weeks * 7 * DAY_MS),
    startTime: clockOf(shift.startsAt),
    endTime: clockOf(shift.endsAt),
    isUnlimited: shift.capacity === null,
    seats: String(shift.capacity ?? 20),
    breaks: shift.rules.breaks.map(({ from, to }) => ({ startTime: clockOf(from), endTime: clockOf(to) })),
    posts: draftsOf(shift.posts ?? []).map((one) => ({ ...one, postId: null })),
  }));
  return { ...withPlace(common, first.place), shifts };
}

export function clockOf(instant: number): string {
  const minutes = Math.floor((instant - startOfDay(civilDayOf(instant))) / MINUTE_MS);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function minutesOf(clock: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}

/** True when the end is on the following day. */
export function endsNextDay(shift: ShiftDraft): boolean {
  const start = minutesOf(shift.startTime);
  const end = minutesOf(shift.endTime);
  return start !== null && end !== null && end <= start;
}

/** Null until the day and both times are chosen. */
export function planOf(shift: ShiftDraft): { startsAt: number; endsAt: number } | null {
  const start = minutesOf(shift.startTime);
  const end = minutesOf(shift.endTime);
  if (start === null || end === null || !isCivilDay(shift.day)) return null;
  const midnight = startOfDay(parseCivilDay(shift.day));
  const endMidnight = endsNextDay(shift) ? midnight + DAY_MS : midnight;
  return { startsAt: midnight + start * MINUTE_MS, endsAt: endMidnight + end * MINUTE_MS };
}

/** The breaks as instants; those before the start's time of day are after midnight. NaN where not chosen. */
export function breaksOf(shift: ShiftDraft): { from: number; to: number }[] {
  const plan = planOf(shift);
  const instantOf = (clock: string): number => {
    const minute = minutesOf(clock);
    if (plan === null || minute === null) return Number.NaN;
    const instant = startOfDay(civilDayOf(plan.startsAt)) + minute * MINUTE_MS;
    return instant < plan.startsAt ? instant + DAY_MS : instant;
  };
  return shift.breaks.map(({ startTime, endTime }) => ({
    from: instantOf(startTime),
    to: instantOf(endTime),
  }));
}

/** Whole number, or NaN, which no schema accepts. */
function integerOf(text: string): number {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
}

function degreesOf(text: string): number {
  return /^-?\d{1,3}(\.\d{1,15})?$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
}

/** The procedure's input, valid or not: the schema judges it (validate-draft). */
export function inputOf(draft: ActivityDraft, requestId: string, publish: boolean): CreateInput {
  return {
    ...(draft.orderId === '' ? {} : { orderId: draft.orderId }),
    requestId,
    projectId: draft.projectId,
    title: draft.title,
    summary: draft.summary,
    description: draft.description,
    place: {
      name: draft.placeName,
      communityCode: draft.communityCode,
      latitude: degreesOf(draft.latitude),
      longitude: degreesOf(draft.longitude),
      radiusMeters: integerOf(draft.radiusMeters),
    },
    shifts: draft.shifts.map((shift) => ({
      startsAt: planOf(shift)?.startsAt ?? Number.NaN,
      endsAt: planOf(shift)?.endsAt ?? Number.NaN,
      capacity: shift.isUnlimited || shift.posts.length > 0 ? null : integerOf(shift.seats),
      breaks: breaksOf(shift),
      ...(shift.posts.length === 0 ? {} : { posts: shift.posts.map(postPlanOf) }),
    })),
    minimumPresencePercent:
      draft.minimumPresencePercent === '' ? null : integerOf(draft.minimumPresencePercent),
    trainingValidDays: draft.trainingValidDays === '' ? null : integerOf(draft.trainingValidDays),
    courseId: draft.trainingValidDays === '' || draft.courseId === '' ? null : draft.courseId,
    requiredCourseIds: [...draft.requiredCourseIds],
    risk: {
      level: draft.riskLevel,
      dangers: draft.dangers,
      insurance: draft.insurance,
      training: draft.training,
    },
    publish,
  };
}

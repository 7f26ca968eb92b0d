/** 活动 and 场次: an activity is a published plan, a shift its time, place and seats. */
import { DEFAULT_SHIFT_RULES, type ShiftRules } from '../attendance/attendance-rules';
import type { Position } from '../geography/distance';
import type {
  ActivityId,
  DivisionCode,
  ProjectId,
  ShiftId,
  TeamId,
  VolunteerId,
} from '../kernel/identifiers';
import { rejected, type Rejection } from '../kernel/result';
import { civilDayOf, DAY_MS, HOUR_MS, MINUTE_MS } from '../time/civil-day';
import type { RequiredCourse } from '../training/qualification';
import type { HeldPost, ShiftPost } from './post';
import type { RiskLevel } from './risk';

export interface Place {
  readonly name: string;
  readonly divisionCode: DivisionCode;
  readonly position: Position;
  /** geofence radius */
  readonly radiusMeters: number;
}
export type ShiftState = 'open' | 'cancelled';
/** 收队 (AT6.2): from then on the rotating code is worth nothing. */
export interface ShiftClosing {
  readonly closedAt: number;
  /** records are checked out, not confirmed, until the review is over (AT6.4) */
  readonly isUnderReview: boolean;
}
/** When and where one comes. */
export interface ShiftTerms {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly placeName: string;
  readonly divisionName: string;
  /** 集合点: where exactly at the place; empty: nothing is said */
  readonly meetingPoint: string;
}

export interface ShiftChange {
  readonly requestId: string;
  readonly at: number;
  /** the terms until then */
  readonly before: ShiftTerms;
}

export interface Shift {
  readonly shiftId: ShiftId;
  readonly activityId: ActivityId;
  readonly projectId: ProjectId;
  readonly teamId: TeamId;
  readonly title: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly place: Place;
  /** null: no limit of seats */
  readonly capacity: number | null;
  /** seats held: the document stands for the set, so it changes in the enrolling transaction (AT13) */
  readonly takenCount: number;
  /** people in the line for a seat (候补) */
  readonly waitingCount: number;
  readonly riskLevel: RiskLevel;
  /** what one must have learnt to take part (TR3); absent: nothing */
  readonly requiredCourses?: readonly RequiredCourse[] | undefined;
  /** 岗位 (AT15): each seat is one of theirs, and `capacity` their sum; absent: seats are alike */
  readonly posts?: readonly ShiftPost[] | undefined;
  /** how many there ever were; absent: as many as there are */
  readonly postCount?: number | undefined;
  readonly state: ShiftState;
  /** epoch ms; absent: it was never cancelled, or nobody knows when */
  readonly cancelledAt?: number | null | undefined;
  /** as they stood when the shift was made; absent: the defaults */
  readonly rules?: ShiftRules;
  /** who runs it and is there (AT6.1) */
  readonly duties?: readonly { readonly volunteerId: VolunteerId | null }[] | undefined;
  /** absent: nothing is said */
  readonly meetingPoint?: string | undefined;
  /** 变更 since it was published, the first one first; absent: none */
  readonly changes?: readonly ShiftChange[] | undefined;
  /** absent: nobody has closed it */
  readonly closing?: ShiftClosing | undefined;
}

export interface Window {
  readonly opensAt: number;
  readonly closesAt: number;
}

/** AT13: until then a freed seat goes to the line; afterwards whoever comes first has it. */
export const LINE_CLOSES_BEFORE_MS = 2 * HOUR_MS;

export function lineClosesAt(shift: Pick<Shift, 'startsAt'>): number {
  return shift.startsAt - LINE_CLOSES_BEFORE_MS;
}

export function rulesOf({ rules }: Pick<Shift, 'rules'>): ShiftRules {
  return rules ?? DEFAULT_SHIFT_RULES;
}

/** AT2 */
export function checkInWindowOf(shift: Pick<Shift, 'startsAt' | 'endsAt' | 'rules'>): Window {
  const opensAt = shift.startsAt - rulesOf(shift).opensBeforeMinutes * MINUTE_MS;
  return { opensAt, closesAt: shift.endsAt };
}

/** AT2 */
export function checkOutClosesAt(shift: Pick<Shift, 'endsAt' | 'rules'>): number {
  return shift.endsAt + rulesOf(shift).closesAfterMinutes * MINUTE_MS;
}

/** AT6.4 */
export function isUnderReview({ closing }: Pick<Shift, 'closing'>): boolean {
  return closing?.isUnderReview ?? false;
}

/** AT8: can minutes of it lie on another day than the one it ends on? */
export function crossesMidnight(shift: Pick<Shift, 'startsAt' | 'endsAt' | 'rules'>): boolean {
  const { graceInMinutes, graceOutMinutes } = rulesOf(shift);
  const first = civilDayOf(shift.startsAt - graceInMinutes * MINUTE_MS);
  const last = civilDayOf(shift.endsAt + graceOutMinutes * MINUTE_MS);
  return first !== last;
}

/** Half-open (ST1). */
export function isWithin(window: Window, instant: number): boolean {
  return window.opensAt <= instant && instant < window.closesAt;
}

/** Without a limit there is nothing to hold, and the shift's document stays cold however many come. */
export function takeSeat(shift: Shift, post?: HeldPost): Shift {
  return withSeats(shift, 1, post);
}

export function releaseSeat(shift: Shift, post?: HeldPost): Shift {
  return withSeats(shift, -1, post);
}

function withSeats(shift: Shift, by: 1 | -1, post: HeldPost | undefined): Shift {
  if (shift.capacity === null) return shift;
  const counted = { ...shift, takenCount: Math.max(0, shift.takenCount + by) };
  if (post === undefined || shift.posts === undefined) return counted;
  const posts = shift.posts.map((one) =>
    one.postId === post.postId ? { ...one, takenCount: Math.max(0, one.takenCount + by) } : one,
  );
  return { ...counted, posts };
}

export const SHIFT_LIMITS = {
  minimumLengthMs: 10 * MINUTE_MS,
  maximumLengthMs: 12 * HOUR_MS,
  maximumAheadMs: 366 * DAY_MS,
  minimumRadiusMeters: 50,
  maximumRadiusMeters: 2_000,
  maximumCapacity: 5_000,
} as const;

export interface ShiftPlan {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Is this a shift one can hold? `now` is the server's clock. */
export function decideShiftPlan(
  plan: ShiftPlan,
  now: number,
): { kind: 'accepted' } | Rejection<'activity.shiftTimesInvalid'> {
  const length = plan.endsAt - plan.startsAt;
  const refuse = (reason: string) => rejected('activity.shiftTimesInvalid', { reason });
  if (length <= 0) return refuse('endBeforeStart');
  if (length < SHIFT_LIMITS.minimumLengthMs) return refuse('tooShort');
  if (length > SHIFT_LIMITS.maximumLengthMs) return refuse('tooLong');
  if (plan.endsAt <= now) return refuse('past');
  if (plan.startsAt > now + SHIFT_LIMITS.maximumAheadMs) return refuse('tooFarAhead');
  return { kind: 'accepted' };
}

/** 变更 of a published shift (AT14): what may still change, and what is shown to who agreed before. */
import { refusalOfBreaks, type ShiftRules } from '../attendance/attendance-rules';
import { countyOf } from '../geography/division';
import { rejected, type Rejection } from '../kernel/result';
import { civilDayOf, MINUTE_MS } from '../time/civil-day';
import type { Interval } from '../time/interval';
import {
  checkInWindowOf,
  decideShiftPlan,
  rulesOf,
  type Place,
  type Shift,
  type ShiftChange,
  type ShiftTerms,
} from './shift';

/** A shift that goes on moving is nothing to rely on: it is cancelled and made anew. */
export const MAXIMUM_CHANGES = 5;
/**
 * Before the check-in opens. No request lives so long: no check-in is under way that read the shift as it
 * was, and a shift without a limit of seats need not be written by everybody who comes.
 */
export const CHANGE_CLOSES_BEFORE_MS = 5 * MINUTE_MS;
/** An enrolment may have read the shift before it changed: whoever enrolled so soon after is told too. */
export const CHANGE_MARGIN_MS = MINUTE_MS;

export interface WantedTerms {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly place: Place;
  readonly divisionName: string;
  readonly meetingPoint: string;
}

export interface ChangeableShift extends Shift {
  readonly divisionName: string;
  readonly isPublished: boolean;
}

export type ShiftChangeDecision =
  | { readonly kind: 'already' }
  | {
      readonly kind: 'accepted';
      readonly changes: readonly ShiftChange[];
      readonly rules: ShiftRules;
      readonly isPlaceChanged: boolean;
    }
  | Rejection<
      | 'attendance.shiftCancelled'
      | 'activity.changeClosed'
      | 'activity.changedTooOften'
      | 'activity.placeElsewhere'
      | 'activity.shiftTimesInvalid'
      | 'activity.breaksInvalid'
    >;

export function changeClosesAt(shift: Pick<Shift, 'startsAt' | 'endsAt' | 'rules'>): number {
  return checkInWindowOf(shift).opensAt - CHANGE_CLOSES_BEFORE_MS;
}

export function termsOf(shift: ChangeableShift): ShiftTerms {
  const { startsAt, endsAt, divisionName, meetingPoint = '' } = shift;
  return { startsAt, endsAt, placeName: shift.place.name, divisionName, meetingPoint };
}

function isSamePosition(a: Place, b: Place): boolean {
  return (
    a.divisionCode === b.divisionCode &&
    a.radiusMeters === b.radiusMeters &&
    a.position.latitude === b.position.latitude &&
    a.position.longitude === b.position.longitude
  );
}

/** Breaks keep their distance from the start. */
function movedBreaks(breaks: readonly Interval[], byMs: number): Interval[] {
  return breaks.map(({ from, to }) => ({ from: from + byMs, to: to + byMs }));
}

/** `requestId` sent again is `already`; `now` is the server's clock. */
export function decideShiftChange(
  shift: ChangeableShift,
  wanted: WantedTerms,
  { requestId, now }: { readonly requestId: string; readonly now: number },
): ShiftChangeDecision {
  const changes = shift.changes ?? [];
  if (changes.some((change) => change.requestId === requestId)) return { kind: 'already' };
  if (shift.state === 'cancelled') return rejected('attendance.shiftCancelled');
  const before = termsOf(shift);
  const after = { ...before, ...wanted, placeName: wanted.place.name };
  const isPlaceChanged = !isSamePosition(shift.place, wanted.place) || before.placeName !== after.placeName;
  const areTimesChanged = before.startsAt !== after.startsAt || before.endsAt !== after.endsAt;
  if (!isPlaceChanged && !areTimesChanged && before.meetingPoint === after.meetingPoint) {
    return { kind: 'already' };
  }
  if (now >= changeClosesAt(shift)) {
    return rejected('activity.changeClosed', { closedAt: changeClosesAt(shift) });
  }
  if (shift.isPublished && changes.length >= MAXIMUM_CHANGES) {
    return rejected('activity.changedTooOften', { maximum: MAXIMUM_CHANGES });
  }
  if (countyOf(wanted.place.divisionCode) !== countyOf(shift.place.divisionCode)) {
    return rejected('activity.placeElsewhere');
  }
  const rules = rulesOf(shift);
  const breaks = movedBreaks(rules.breaks, wanted.startsAt - shift.startsAt);
  const refusal = areTimesChanged ? refusalOfTimes(shift, wanted, breaks, now) : null;
  if (refusal !== null) return refusal;
  return {
    kind: 'accepted',
    changes: shift.isPublished ? [...changes, { requestId, at: now, before }] : changes,
    rules: { ...rules, breaks },
    isPlaceChanged,
  };
}

/**
 * A published shift never moves to an earlier day: ages and consents were judged by the day (AT13.6).
 */
function refusalOfTimes(
  shift: ChangeableShift,
  wanted: WantedTerms,
  breaks: readonly Interval[],
  now: number,
) {
  const plan = decideShiftPlan(wanted, now);
  if (plan.kind === 'rejected') return plan;
  if (now >= changeClosesAt({ ...wanted, rules: rulesOf(shift) })) {
    return rejected('activity.shiftTimesInvalid', { reason: 'tooSoon' });
  }
  if (shift.isPublished && civilDayOf(wanted.startsAt) < civilDayOf(shift.startsAt)) {
    return rejected('activity.shiftTimesInvalid', { reason: 'earlierDay' });
  }
  return refusalOfBreaks(wanted, breaks);
}

function agreedBefore(changes: readonly ShiftChange[] | undefined, agreedAt: number): ShiftTerms | null {
  return (changes ?? []).find(({ at }) => agreedAt < at + CHANGE_MARGIN_MS)?.before ?? null;
}

/** The terms somebody agreed to at an instant; null: they are those of the shift, still or again. */
export function termsLeft(shift: ChangeableShift, agreedAt: number): ShiftTerms | null {
  const before = agreedBefore(shift.changes, agreedAt);
  return before === null || areSameTerms(before, termsOf(shift)) ? null : before;
}

function areSameTerms(a: ShiftTerms, b: ShiftTerms): boolean {
  return (
    a.startsAt === b.startsAt &&
    a.endsAt === b.endsAt &&
    a.placeName === b.placeName &&
    a.divisionName === b.divisionName &&
    a.meetingPoint === b.meetingPoint
  );
}

/**
 * May the seat be given back without being late (AT14.3)? Who has it from the line agreed at some instant
 * before it was given.
 */
export function mayWithdrawFreely(
  { changes }: Pick<Shift, 'changes'>,
  seat: { readonly enrolledAt: number | null; readonly seatGivenAt: number | null },
): boolean {
  if (seat.seatGivenAt !== null) return (changes ?? []).length > 0;
  return agreedBefore(changes, seat.enrolledAt ?? Number.POSITIVE_INFINITY) !== null;
}

/** Is somebody to be told of the last change (ME12)? Not who enrolled when it was made already. */
export function isToldOfChange(changes: readonly ShiftChange[] | undefined, agreedAt: number): boolean {
  return agreedBefore((changes ?? []).slice(-1), agreedAt) !== null;
}

/** Those whose times meet it, half-open (ST1). */
export function overlapping<Other extends { readonly startsAt: number; readonly endsAt: number }>(
  span: { readonly startsAt: number; readonly endsAt: number },
  others: readonly Other[],
): Other[] {
  return others.filter(({ startsAt, endsAt }) => startsAt < span.endsAt && span.startsAt < endsAt);
}

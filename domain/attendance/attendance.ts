/**
 * 参与记录: one document per (shift, volunteer), from enrolment to the confirmed service record.
 * States only move along the diagram below; each move is a ledger entry (流水).
 */
import type { HeldPost } from '../activity/post';
import type { ActivityId, AttendanceId, ProjectId, ShiftId, VolunteerId } from '../kernel/identifiers';
import type { CivilDay } from '../time/civil-day';

export type AttendanceState =
  | 'enrolled'
  | 'waiting'
  | 'enrolmentCancelled'
  | 'checkedIn'
  | 'checkedOut'
  | 'confirmed'
  | 'expired'
  | 'disputed'
  | 'voided';

/**
 * Where a record comes from: the volunteer's own check-in, a helper on the spot, entered afterwards (补录), or
 * taken over from another system. Only `own` counts as STRICT (ST14).
 */
export const RECORD_SOURCES = ['own', 'assisted', 'supplemented', 'imported'] as const;
export type RecordSource = (typeof RECORD_SOURCES)[number];

/** AT3. Which means proved presence: the volunteer's own phone, or somebody on the spot. */
export const PRESENCE_METHODS = [
  'rotatingCode',
  'shortCode',
  'location',
  'placeCode',
  'card',
  'headCount',
  'confirmation',
  'roster',
  'correction',
  'supplement',
] as const;
export type PresenceMethod = (typeof PRESENCE_METHODS)[number];
/** Somebody else's word: never STRICT (ST14). */
export const ASSISTED_METHODS = ['card', 'headCount', 'confirmation', 'roster', 'correction'] as const;
export type AssistedMethod = (typeof ASSISTED_METHODS)[number];
/** 补传 (AT5): a scan that came later; `vouched` once an organiser says so, by roster or by review. */
export type Lateness = 'waiting' | 'vouched';

export interface Presence {
  /** service time, epoch ms */
  readonly at: number;
  readonly method: PresenceMethod;
  /** kept instead of coordinates, which are never stored */
  readonly distanceMeters: number | null;
  readonly accuracyMeters: number | null;
  /** the code's time step, for a code */
  readonly timeStep: number | null;
  readonly requestId: string;
  /** absent: it came on time */
  readonly late?: Lateness | undefined;
}

/** 为什么少算: what was taken off the presence, in whole minutes. */
export const DEDUCTION_REASONS = [
  'window',
  'break',
  'minimumPresence',
  'overlap',
  'tooManyVisits',
  'reduction',
] as const;
export type DeductionReason = (typeof DEDUCTION_REASONS)[number];
export interface Deduction {
  readonly reason: DeductionReason;
  readonly minutes: number;
}

/** AT9: who has to approve. */
export const APPROVAL_LEVELS = ['organisation', 'county'] as const;
export type ApprovalLevel = (typeof APPROVAL_LEVELS)[number];

/** How the minutes came about, where there is something to say. */
export interface CreditNotes {
  readonly deductions: readonly Deduction[];
  /** who has to approve it, or had to; null: nobody */
  readonly waitsFor: ApprovalLevel | null;
  /** of the person, on the fuller of the visit's days, when the visit ended */
  readonly dayMinutes: number;
}

export interface DayMinutes {
  readonly day: CivilDay;
  readonly minutes: number;
}
export interface EnrolmentDetails {
  /** who brings this child, and acts for it at this shift; null: comes alone (AT13.4) */
  readonly guardianId: VolunteerId | null;
  /** when the line gave this seat; null: it did not (AT13.2) */
  readonly seatGivenAt: number | null;
  /** a seat given back after the line had closed (AT13.3) */
  readonly isLateCancelled: boolean;
  /** of who has a seat, or had one when the record was voided; absent: there was none */
  readonly post?: HeldPost | undefined;
}
/** Seat and post end together (AT15.3). */
export function withoutPost({ post: _post, ...enrolment }: EnrolmentDetails): EnrolmentDetails {
  return enrolment;
}
export function withPost(enrolment: EnrolmentDetails, post: HeldPost | undefined): EnrolmentDetails {
  return post === undefined ? withoutPost(enrolment) : { ...enrolment, post };
}
export const PLAIN_ENROLMENT: EnrolmentDetails = {
  guardianId: null,
  seatGivenAt: null,
  isLateCancelled: false,
};

export interface Attendance {
  readonly attendanceId: AttendanceId;
  readonly shiftId: ShiftId;
  readonly activityId: ActivityId;
  readonly projectId: ProjectId;
  readonly volunteerId: VolunteerId;
  readonly state: AttendanceState;
  readonly enrolledAt: number | null;
  readonly checkIn: Presence | null;
  readonly checkOut: Presence | null;
  /** AT7; 0 until checked out */
  readonly creditedMinutes: number;
  /** AT8: only where the minutes do not all lie on the day of the check-out */
  readonly servedDays?: readonly DayMinutes[];
  readonly credit?: CreditNotes;
  readonly confirmedAt: number | null;
  /** 复核中 (AT6.4): it would be confirmed, but its shift is under review; absent: it is not held */
  readonly isHeld?: true;
  readonly enrolment: EnrolmentDetails;
  /** number of moves so far; the next ledger entry is `${attendanceId}:${seq + 1}` */
  readonly seq: number;
}

const MOVES: Readonly<Record<AttendanceState, readonly AttendanceState[]>> = {
  enrolled: ['checkedIn', 'enrolmentCancelled'],
  waiting: ['enrolled', 'checkedIn', 'enrolmentCancelled'],
  enrolmentCancelled: ['enrolled', 'waiting', 'checkedIn'],
  // Into itself or back: by a scan that came later, or by refusing one (AT5); minutes that another visit of
  // the day set free (AT8). A confirmed record whose shift is under review is checked out again (AT6.4).
  checkedIn: ['checkedIn', 'checkedOut', 'expired', 'voided'],
  checkedOut: ['checkedIn', 'checkedOut', 'confirmed', 'expired', 'voided'],
  confirmed: ['checkedIn', 'checkedOut', 'confirmed', 'expired', 'disputed', 'voided'],
  expired: ['checkedOut', 'expired', 'disputed', 'voided'],
  // What the volunteer says is wrong, until it is answered (AT7.2).
  disputed: ['checkedOut', 'confirmed', 'expired', 'disputed', 'voided'],
  voided: [],
};

export function canMove(from: AttendanceState, to: AttendanceState): boolean {
  return MOVES[from].includes(to);
}

/** Confirmed, or it would be but for a review or for what its own volunteer says (AT6.4, AT7.2). */
export function wasConfirmed({ state, isHeld, checkOut }: Attendance): boolean {
  return state === 'confirmed' || isHeld === true || (state === 'disputed' && checkOut !== null);
}

/** A visit that has begun: a repeated check-in answers with it instead of changing it (AT1). */
export function hasCheckedIn(
  attendance: Attendance | null,
): attendance is Attendance & { checkIn: Presence } {
  return attendance !== null && attendance.checkIn !== null && attendance.state !== 'voided';
}

/**
 * One presence that was entered afterwards makes the record `supplemented`, one assisted `assisted`; so does
 * a guardian, who proves the child's (ST14).
 */
export function recordSourceOf({
  checkIn,
  checkOut,
  enrolment,
}: Pick<Attendance, 'checkIn' | 'checkOut' | 'enrolment'>): RecordSource {
  if ([checkIn, checkOut].some((presence) => presence?.method === 'supplement')) return 'supplemented';
  const isAssisted = [checkIn, checkOut].some((presence) =>
    ASSISTED_METHODS.some((method) => method === presence?.method),
  );
  return isAssisted || enrolment.guardianId !== null ? 'assisted' : 'own';
}

const SEATLESS: readonly AttendanceState[] = ['waiting', 'enrolmentCancelled', 'voided'];

/** 是否占用名额: does this attendance hold a seat of its shift? */
export function holdsSeat(attendance: Attendance | null): boolean {
  return attendance !== null && !SEATLESS.includes(attendance.state);
}

/**
 * 参与记录: one document per (shift, volunteer), from enrolment to the confirmed service record.
 * States only move along the diagram below; each move is a ledger entry (流水).
 */
import type { ActivityId, AttendanceId, ProjectId, ShiftId, VolunteerId } from '../kernel/identifiers';

export type AttendanceState =
  'enrolled' | 'enrolmentCancelled' | 'checkedIn' | 'checkedOut' | 'confirmed' | 'expired' | 'voided';

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
] as const;
export type PresenceMethod = (typeof PRESENCE_METHODS)[number];
/** Somebody else's word: never STRICT (ST14). */
export const ASSISTED_METHODS = ['card', 'headCount', 'confirmation'] as const;
export type AssistedMethod = (typeof ASSISTED_METHODS)[number];

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
}

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
  readonly confirmedAt: number | null;
  /** number of moves so far; the next ledger entry is `${attendanceId}:${seq + 1}` */
  readonly seq: number;
}

const MOVES: Readonly<Record<AttendanceState, readonly AttendanceState[]>> = {
  enrolled: ['checkedIn', 'enrolmentCancelled'],
  enrolmentCancelled: ['enrolled', 'checkedIn'],
  checkedIn: ['checkedOut', 'expired', 'voided'],
  checkedOut: ['confirmed', 'voided'],
  confirmed: ['voided'],
  expired: ['voided'],
  voided: [],
};

export function canMove(from: AttendanceState, to: AttendanceState): boolean {
  return MOVES[from].includes(to);
}

/** A visit that has begun: a repeated check-in answers with it instead of changing it (AT1). */
export function hasCheckedIn(
  attendance: Attendance | null,
): attendance is Attendance & { checkIn: Presence } {
  return attendance !== null && attendance.checkIn !== null && attendance.state !== 'voided';
}

/** One assisted presence makes the record `assisted`, whoever proved the other. */
export function recordSourceOf({
  checkIn,
  checkOut,
}: Pick<Attendance, 'checkIn' | 'checkOut'>): RecordSource {
  const isAssisted = [checkIn, checkOut].some((presence) =>
    ASSISTED_METHODS.some((method) => method === presence?.method),
  );
  return isAssisted ? 'assisted' : 'own';
}

/** 是否占用名额: does this attendance hold a seat of its shift? */
export function holdsSeat(attendance: Attendance | null): boolean {
  return attendance !== null && attendance.state !== 'enrolmentCancelled' && attendance.state !== 'voided';
}

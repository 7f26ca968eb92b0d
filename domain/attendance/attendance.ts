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

/** AT3. Which means proved presence; `assisted` ones never count as STRICT (ST14). */
export type PresenceMethod = 'rotatingCode' | 'shortCode' | 'location' | 'roster';
export type PresenceDeed = 'checkIn' | 'checkOut';
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
  // Into itself or back: by a scan that came later, or by refusing one (AT5).
  checkedIn: ['checkedIn', 'checkedOut', 'expired', 'voided'],
  checkedOut: ['checkedIn', 'checkedOut', 'confirmed', 'expired', 'voided'],
  confirmed: ['checkedIn', 'checkedOut', 'confirmed', 'expired', 'voided'],
  expired: ['checkedOut', 'expired', 'voided'],
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

/** 是否占用名额: does this attendance hold a seat of its shift? */
export function holdsSeat(attendance: Attendance | null): boolean {
  return attendance !== null && attendance.state !== 'enrolmentCancelled' && attendance.state !== 'voided';
}

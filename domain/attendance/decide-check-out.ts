/**
 * 签退判定 (AT2, AT7–AT9). A visit is confirmed at once while the day's total is within the automatic tier;
 * otherwise it stays `checkedOut` for an approval.
 */
import { checkOutClosesAt, type Shift } from '../activity/shift';
import { rejected, type Rejection } from '../kernel/result';
import { hasCheckedIn, type Attendance } from './attendance';
import { movesOfEnd, refusalAfterClosing } from './closing';
import { creditVisit, keptCredit } from './credit-visit';
import { presenceOf } from './decide-check-in';
import { refusalOfOwnCode } from './duty';
import { judgeEvidence, type CodeKeys, type Evidence, type EvidenceRejection } from './judge-evidence';
import type { ServiceDay } from './service-day';

export interface CheckOutFacts {
  readonly shift: Shift;
  readonly attendance: Attendance | null;
  readonly evidence: Evidence;
  readonly keys: CodeKeys;
  readonly requestId: string;
  readonly now: number;
  /** the stored ones among the days this visit can be credited on (AT8) */
  readonly days: readonly ServiceDay[];
}
export type CheckOutDecision =
  | {
      readonly kind: 'accepted';
      readonly moves: readonly Attendance[];
      /** to be stored with the moves */
      readonly days: readonly ServiceDay[];
    }
  | { readonly kind: 'already'; readonly attendance: Attendance }
  | Rejection<
      'attendance.notCheckedIn' | 'attendance.checkOutClosed' | 'attendance.shiftClosed' | 'duty.ownCode'
    >
  | EvidenceRejection;

/** `moves` are the successive states, one ledger entry each; the last is what is stored. */
export function decideCheckOut(facts: CheckOutFacts): CheckOutDecision {
  const { shift, attendance, now } = facts;
  if (!hasCheckedIn(attendance)) return rejected('attendance.notCheckedIn');
  if (attendance.checkOut !== null) return { kind: 'already', attendance };
  if (attendance.state === 'expired' || now >= checkOutClosesAt(shift)) {
    return rejected('attendance.checkOutClosed', { closedAt: checkOutClosesAt(shift) });
  }
  const closed = refusalAfterClosing(shift, 'checkOut', facts.evidence.kind, now);
  if (closed !== null) return closed;
  const ownCode = refusalOfOwnCode(shift, attendance.volunteerId, facts.evidence.kind);
  if (ownCode !== null) return ownCode;
  const place = judgeEvidence(shift.place, facts.evidence, facts.keys, now);
  if (place.kind === 'rejected') return place;
  const { attendanceId, volunteerId } = attendance;
  const credit = creditVisit(
    { attendanceId, volunteerId, shift, checkInAt: attendance.checkIn.at, checkOutAt: now },
    facts.days,
  );
  const { days } = credit;
  const checkedOut: Attendance = {
    ...attendance,
    state: 'checkedOut',
    checkOut: { ...presenceOf(place), at: now, requestId: facts.requestId },
    ...keptCredit(credit),
    seq: attendance.seq + 1,
  };
  return { kind: 'accepted', moves: movesOfEnd(shift, checkedOut, now), days };
}

/** AT7: a visit nobody checked out of is never credited to the shift's end; it expires. */
export function decideExpiry(shift: Shift, attendance: Attendance, now: number): Attendance | null {
  if (attendance.state !== 'checkedIn' || now < checkOutClosesAt(shift)) return null;
  return { ...attendance, state: 'expired', seq: attendance.seq + 1 };
}

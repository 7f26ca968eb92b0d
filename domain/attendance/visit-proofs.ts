/**
 * One visit out of everything that proves it (AT5): own scans on time and late, from any phone and in any
 * order of arrival, and the ticks of an organiser's roster. The visit is what it would have been had each
 * arrived when it was made: the first check-in, and the first check-out that is not before it. An own scan
 * goes before a tick, which then vouches for it.
 */
import { checkInWindowOf, checkOutClosesAt, isWithin, type Shift } from '../activity/shift';
import { rejected, type Rejection } from '../kernel/result';
import type { Attendance, Presence } from './attendance';
import { CODE_STEP_MS } from './check-in-code';
import { refusalAfterClosing } from './closing';
import type { PresenceDeed } from './decide-presence';

export interface Proof extends Omit<Presence, 'late'> {
  readonly deed: PresenceDeed;
  readonly isLate: boolean;
  /** the organiser's account that confirmed a late scan */
  readonly vouchedBy: string | null;
  /** an organiser did not recognise it */
  readonly isRefused: boolean;
}

/** Two phones and a roster make six; those that could change nothing give way. */
export const MAXIMUM_PROOFS_OF_A_DEED = 8;

export interface ProvedVisit {
  readonly checkIn: Presence | null;
  readonly checkOut: Presence | null;
}

export function visitOf(proofs: readonly Proof[]): ProvedVisit {
  const of = (deed: PresenceDeed) => proofs.filter((proof) => proof.deed === deed && !proof.isRefused);
  const checkIn = standing(of('checkIn'));
  if (checkIn === null) return { checkIn: null, checkOut: null };
  const out = standing(of('checkOut').filter((proof) => isNotBefore(proof, checkIn.at)));
  return { checkIn, checkOut: out === null ? null : { ...out, at: Math.max(out.at, checkIn.at) } };
}

/** A late code proves its step, so it may have been scanned until the step's end. */
function isNotBefore(proof: Proof, instant: number): boolean {
  return instant < proof.at + (proof.isLate ? CODE_STEP_MS : 1);
}

const isCorrection = ({ method }: Pick<Presence, 'method'>): boolean => method === 'correction';
const isTick = ({ method }: Pick<Presence, 'method'>): boolean => method === 'roster';

/**
 * What was corrected stands (AT7.2); then own scans, then the earliest; the request id decides between
 * equals, so that order never does.
 */
function inOrder(a: Proof, b: Proof): number {
  const rank = (one: Proof) => (isCorrection(one) ? 0 : isTick(one) ? 2 : 1);
  return rank(a) - rank(b) || a.at - b.at || (a.requestId < b.requestId ? -1 : 1);
}

function standing(proofs: readonly Proof[]): Presence | null {
  const [first] = [...proofs].sort(inOrder);
  if (first === undefined) return null;
  const { deed: _deed, isLate, vouchedBy, isRefused: _isRefused, ...presence } = first;
  if (!isLate || isTick(first)) return presence;
  const isVouched = vouchedBy !== null || proofs.some(isTick);
  return { ...presence, late: isVouched ? 'vouched' : 'waiting' };
}

/**
 * Something may still move what counts – a tick, a late scan: further scans are kept, even when they
 * change nothing.
 */
export function isUnsettled({ checkIn, checkOut }: ProvedVisit): boolean {
  return [checkIn, checkOut].some(
    (presence) => presence?.late !== undefined || presence?.method === 'roster',
  );
}

export function isWaiting({ checkIn, checkOut }: ProvedVisit): boolean {
  return checkIn?.late === 'waiting' || checkOut?.late === 'waiting';
}

/** What the attendance itself holds belongs to the proofs as well. */
export function knownProofs(attendance: Attendance | null, stored: readonly Proof[]): Proof[] {
  const held = [
    ...(attendance?.checkIn ? [proofOf('checkIn', attendance.checkIn)] : []),
    ...(attendance?.checkOut ? [proofOf('checkOut', attendance.checkOut)] : []),
  ];
  return [...stored, ...held.filter((proof) => !stored.some((other) => isSame(proof, other)))];
}

export function proofOf(deed: PresenceDeed, { late, ...presence }: Presence): Proof {
  return { ...presence, deed, isLate: late !== undefined, vouchedBy: null, isRefused: false };
}

export function isSame(a: Pick<Proof, 'deed' | 'requestId'>, b: Pick<Proof, 'deed' | 'requestId'>): boolean {
  return a.deed === b.deed && a.requestId === b.requestId;
}

/** With a further proof, bounded: the earliest of each deed stay, before them what counts now. */
export function withProof(proofs: readonly Proof[], proof: Proof): Proof[] {
  const all = [...proofs, proof];
  const { checkIn, checkOut } = visitOf(all);
  const counts = (one: Proof) =>
    one.isRefused || [checkIn, checkOut].some((presence) => presence?.requestId === one.requestId);
  const kept = (deed: PresenceDeed) =>
    all
      .filter((one) => one.deed === deed)
      .sort((a, b) => Number(counts(b)) - Number(counts(a)) || inOrder(a, b))
      .slice(0, MAXIMUM_PROOFS_OF_A_DEED);
  return [...kept('checkIn'), ...kept('checkOut')];
}

export type ProofRejection = Rejection<
  | 'attendance.outsideWindow'
  | 'attendance.checkOutClosed'
  | 'attendance.shiftCancelled'
  | 'attendance.shiftClosed'
  | 'attendance.lateRefused'
>;

/** Was it made while the shift could be checked in to, or out of (AT2)? Null: yes. */
export function decideProofTime(shift: Shift, proof: Proof, proofs: readonly Proof[]): ProofRejection | null {
  const { opensAt, closesAt } = checkInWindowOf(shift);
  const { at, deed } = proof;
  const closed = refusalAfterClosing(shift, deed, proof.method, at);
  if (closed !== null) return closed;
  if (proof.isLate && proofs.some(({ isRefused }) => isRefused)) return rejected('attendance.lateRefused');
  if (deed === 'checkIn') {
    if (!isWithin({ opensAt, closesAt }, at)) {
      return rejected('attendance.outsideWindow', { opensAt, closesAt, now: at });
    }
    const wasCancelled = shift.state === 'cancelled' && at >= (shift.cancelledAt ?? 0);
    return wasCancelled ? rejected('attendance.shiftCancelled') : null;
  }
  const closedAt = checkOutClosesAt(shift);
  if (at < opensAt) return rejected('attendance.outsideWindow', { opensAt, closesAt, now: at });
  return at < closedAt ? null : rejected('attendance.checkOutClosed', { closedAt });
}

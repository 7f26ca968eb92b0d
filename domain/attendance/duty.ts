/**
 * 到岗 (AT6.1): who runs a shift is there, and can show it: by the place, or by a person beside them. The own
 * code proves nothing, for whoever runs the shift can compute it at home.
 */
import { checkInWindowOf, type Shift } from '../activity/shift';
import type { VolunteerId } from '../kernel/identifiers';
import { rejected, type Rejection } from '../kernel/result';
import { closableUntil, isByCode, type DeedMethod } from './closing';
import { judgeEvidence, type CodeKeys, type Evidence, type EvidenceRejection } from './judge-evidence';
import type { SignedVerdict } from './signed-code';

export const DUTY_METHODS = ['location', 'card'] as const;
export type DutyMethod = (typeof DUTY_METHODS)[number];

export interface Duty {
  /** the account that runs the shift; it need not be a volunteer's */
  readonly openId: string;
  readonly volunteerId: VolunteerId | null;
  /** masked, or the office's */
  readonly name: string;
  readonly at: number;
  readonly method: DutyMethod;
  readonly distanceMeters: number | null;
  /** whose card was scanned; null: a position */
  readonly witnessId: VolunteerId | null;
}

/** A team with its deputies and a desk of the office; more on one shift would be a mistake. */
export const MAXIMUM_ON_DUTY = 20;

export type DutyProof =
  | Extract<Evidence, { readonly kind: 'location' }>
  | {
      readonly kind: 'card';
      readonly verdict: SignedVerdict;
      readonly holderId: VolunteerId;
      readonly isActive: boolean;
    };

export interface DutyFacts {
  readonly shift: Shift;
  readonly known: readonly Duty[];
  readonly who: Pick<Duty, 'openId' | 'volunteerId' | 'name'>;
  readonly proof: DutyProof;
  readonly keys: CodeKeys;
  readonly now: number;
}

export type DutyDecision =
  | { readonly kind: 'accepted'; readonly duty: Duty }
  | { readonly kind: 'already'; readonly duty: Duty }
  | Rejection<
      | 'attendance.shiftCancelled'
      | 'duty.outsideWindow'
      | 'duty.tooMany'
      | 'duty.ownCard'
      | 'card.invalid'
      | 'card.replaced'
      | 'volunteer.inactive'
    >
  | EvidenceRejection;

export function isOnDuty(duties: readonly Duty[], openId: string): boolean {
  return duties.some((duty) => duty.openId === openId);
}

/** Who shows the code could check in from anywhere with it: the place or a helper proves an own service. */
export function refusalOfOwnCode(
  { duties = [] }: Pick<Shift, 'duties'>,
  volunteerId: VolunteerId,
  method: DeedMethod,
): Rejection<'duty.ownCode'> | null {
  const isTheirs = duties.some((duty) => duty.volunteerId === volunteerId);
  return isTheirs && isByCode(method) ? rejected('duty.ownCode') : null;
}

/** Until the shift can no longer be closed: who had no network shows it when back. */
export function decideDuty({ shift, known, who, proof, keys, now }: DutyFacts): DutyDecision {
  const before = known.find(({ openId }) => openId === who.openId);
  if (before !== undefined) return { kind: 'already', duty: before };
  if (shift.state === 'cancelled') return rejected('attendance.shiftCancelled');
  const { opensAt } = checkInWindowOf(shift);
  if (now < opensAt || now >= closableUntil(shift)) {
    return rejected('duty.outsideWindow', { opensAt, closesAt: closableUntil(shift) });
  }
  if (known.length >= MAXIMUM_ON_DUTY) return rejected('duty.tooMany', { maximum: MAXIMUM_ON_DUTY });
  if (proof.kind === 'card') {
    if (proof.verdict === 'invalid') return rejected('card.invalid');
    if (proof.verdict === 'replaced') return rejected('card.replaced');
    if (proof.holderId === who.volunteerId) return rejected('duty.ownCard');
    if (!proof.isActive) return rejected('volunteer.inactive');
    const nowhere = { distanceMeters: null, witnessId: proof.holderId };
    return { kind: 'accepted', duty: { ...who, at: now, method: 'card', ...nowhere } };
  }
  const verdict = judgeEvidence(shift.place, proof, keys, now);
  if (verdict.kind === 'rejected') return verdict;
  const { distanceMeters } = verdict;
  const duty: Duty = { ...who, at: now, method: proof.kind, distanceMeters, witnessId: null };
  return { kind: 'accepted', duty };
}

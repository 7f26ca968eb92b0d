/**
 * May this person be checked in or out by who runs the shift (AT3.4, AT3.5)? Windows, seats and repeats are
 * decided with the visit; here only whether the helper may speak for this person.
 */
import type { VolunteerId } from '../kernel/identifiers';
import { rejected, type Rejection } from '../kernel/result';
import type { Attendance } from './attendance';
import type { SignedVerdict } from './signed-code';

/** One group, one call: forty people are a team with its leader, and some eight round trips each. */
export const GROUP_MAXIMUM = 40;

export interface AssistFacts {
  /** the helper's own registration; null: not registered */
  readonly helperId: VolunteerId | null;
  readonly volunteerId: VolunteerId;
  readonly isActive: boolean;
  /** null: chosen from the list of the enrolled, without a card */
  readonly card: SignedVerdict | null;
  readonly attendance: Attendance | null;
}

export type AssistRefusal =
  'assist.self' | 'assist.notEnrolled' | 'card.invalid' | 'card.replaced' | 'volunteer.inactive';

/** A card stands for its holder, enrolled or not; without one only who is on the list can be chosen. */
export function decideAssist(facts: AssistFacts): { readonly kind: 'accepted' } | Rejection<AssistRefusal> {
  if (facts.card === 'invalid') return rejected('card.invalid');
  if (facts.card === 'replaced') return rejected('card.replaced');
  if (facts.volunteerId === facts.helperId) return rejected('assist.self');
  if (!facts.isActive) return rejected('volunteer.inactive');
  const isListed = facts.attendance !== null && facts.attendance.state !== 'enrolmentCancelled';
  return facts.card === null && !isListed ? rejected('assist.notEnrolled') : { kind: 'accepted' };
}

/** AT3.5: who counts heads and who is chosen must agree before anything is written. */
export function decideHeadCount(
  chosenCount: number,
  headCount: number,
): { readonly kind: 'accepted' } | Rejection<'assist.headCountDiffers'> {
  return chosenCount === headCount
    ? { kind: 'accepted' }
    : rejected('assist.headCountDiffers', { chosenCount, headCount });
}

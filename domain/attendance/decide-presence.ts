/** 签到 and 签退 as one question, for whoever answers for them: a phone, a helper, a confirmation (AT3). */
import type { Shift } from '../activity/shift';
import type { Attendance } from './attendance';
import { decideCheckIn, type CheckInDecision, type CheckInFacts } from './decide-check-in';
import { decideCheckOut, type CheckOutDecision, type CheckOutFacts } from './decide-check-out';
import type { ServiceDay } from './service-day';

export type PresenceDeed = 'checkIn' | 'checkOut';

export type PresenceFacts = CheckInFacts & CheckOutFacts;

export type PresenceDecision =
  | {
      readonly kind: 'accepted';
      readonly moves: readonly Attendance[];
      readonly shift: Shift;
      /** to be stored with the moves */
      readonly days: readonly ServiceDay[];
    }
  | Exclude<CheckInDecision | CheckOutDecision, { kind: 'accepted' }>;

export function decidePresence(deed: PresenceDeed, facts: PresenceFacts): PresenceDecision {
  if (deed === 'checkOut') {
    const decision = decideCheckOut(facts);
    return decision.kind === 'accepted' ? { ...decision, shift: facts.shift } : decision;
  }
  const decision = decideCheckIn(facts);
  if (decision.kind !== 'accepted') return decision;
  return { kind: 'accepted', moves: [decision.attendance], shift: decision.shift, days: [] };
}

/**
 * An organiser confirms what a printed code asked for (AT3.2). A check-in begins when somebody vouches
 * for it, a check-out was when it was asked for: waiting for a tap never makes a visit longer. Answered
 * after the window is too late. `days` are those of the instant it was asked at.
 */
export function decideConfirmation(
  deed: PresenceDeed,
  facts: Omit<PresenceFacts, 'evidence'>,
  askedAt: number,
): PresenceDecision {
  const confirmed: PresenceFacts = { ...facts, evidence: { kind: 'assisted', method: 'confirmation' } };
  const decision = decidePresence(deed, confirmed);
  if (deed === 'checkIn' || decision.kind !== 'accepted') return decision;
  const asked = decidePresence(deed, { ...confirmed, now: askedAt });
  if (asked.kind !== 'accepted') return asked;
  const moves = asked.moves.map((move) =>
    move.confirmedAt === null ? move : { ...move, confirmedAt: facts.now },
  );
  return { ...asked, moves };
}

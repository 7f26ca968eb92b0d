/** 表彰 (CM1–CM4): an honour that an office records, another person checks, and an office may take back. */
import { levelOf } from '../geography/division';
import type { DivisionCode, VolunteerId } from '../kernel/identifiers';
import { rejected, type Rejection } from '../kernel/result';
import type { CivilDay } from '../time/civil-day';

export const COMMENDATION_LEVELS = ['national', 'province', 'city', 'county'] as const;
export type CommendationLevel = (typeof COMMENDATION_LEVELS)[number];
export const COMMENDATION_STATES = ['waiting', 'inForce', 'refused', 'revoked'] as const;
export type CommendationState = (typeof COMMENDATION_STATES)[number];
export const COMMENDED_KINDS = ['volunteer', 'team', 'project'] as const;

/** Shorter is no reason. */
const SHORTEST_REASON = 2;

/** Who acts: an account, and the registered person behind it. */
export interface Officer {
  readonly openId: string;
  readonly volunteerId: VolunteerId | null;
}

/** A county's office records those of the county; above it the city's does. */
export function decideProposal(facts: {
  readonly level: CommendationLevel;
  readonly isCityOffice: boolean;
  readonly day: CivilDay;
  readonly today: CivilDay;
  readonly isOwn: boolean;
}): Rejection<'commendation.levelTooHigh' | 'commendation.dayInFuture' | 'commendation.own'> | null {
  if (facts.isOwn) return rejected('commendation.own');
  if (facts.level !== 'county' && !facts.isCityOffice) return rejected('commendation.levelTooHigh');
  return facts.day > facts.today ? rejected('commendation.dayInFuture') : null;
}

/** Another account and another person than who recorded it, and not who is commended. */
export function decideCheck(facts: {
  readonly state: CommendationState;
  readonly maker: Officer;
  readonly checker: Officer;
  readonly subjectId: string;
  readonly isApproved: boolean;
  readonly reason: string;
}):
  | Rejection<
      'commendation.decided' | 'commendation.ownWork' | 'commendation.own' | 'commendation.reasonMissing'
    >
  | { readonly kind: 'decided'; readonly state: CommendationState } {
  const { state, maker, checker, subjectId, isApproved, reason } = facts;
  if (state !== 'waiting') return rejected('commendation.decided');
  const isSame =
    maker.openId === checker.openId || (maker.volunteerId ?? '') === (checker.volunteerId ?? '-');
  if (isSame) return rejected('commendation.ownWork');
  if (checker.volunteerId === subjectId) return rejected('commendation.own');
  if (!isApproved && reason.trim().length < SHORTEST_REASON) return rejected('commendation.reasonMissing');
  return { kind: 'decided', state: isApproved ? 'inForce' : 'refused' };
}

export function decideRevocation(
  state: CommendationState,
  reason: string,
): Rejection<'commendation.notInForce' | 'commendation.reasonMissing'> | null {
  if (state !== 'inForce') return rejected('commendation.notInForce');
  return reason.trim().length < SHORTEST_REASON ? rejected('commendation.reasonMissing') : null;
}

/** Whose office has the city in its care. */
export function isOfCity(divisionCode: DivisionCode): boolean {
  return levelOf(divisionCode) === 'city';
}

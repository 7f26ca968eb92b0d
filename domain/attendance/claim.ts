/**
 * 更正与异议 (AT7.2, AT7.3): a volunteer says that an own record is wrong – a check-out that was forgotten or
 * refused, other times, or not me. The record is `disputed` and not counted until somebody who was there
 * answers.
 */
import { checkInWindowOf, checkOutClosesAt, type Shift } from '../activity/shift';
import { rejected, type Rejection } from '../kernel/result';
import { DAY_MS, type CivilDay } from '../time/civil-day';
import type { Attendance, Presence } from './attendance';
import { confirmedOrHeld } from './closing';
import { daysOfVisit } from './credit-visit';
import { SHORTEST_REASON } from './decide-approval';
import { creditedAnew, type CreditedAnew } from './decide-proved-visit';
import type { ServiceDay } from './service-day';

export const CLAIM_KINDS = ['forgotten', 'refused', 'times', 'notMine'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];
/** Long enough to find the record on the phone, short enough to remember the day. */
export const CLAIM_LIMIT_MS = 30 * DAY_MS;
/** Asked, asked again with more to say, and once more after that. */
export const MAXIMUM_CLAIMS = 3;

export interface ClaimedTimes {
  /** epoch ms; null: as it is recorded */
  readonly arrivedAt: number | null;
  readonly leftAt: number | null;
}

export function claimableUntil({ endsAt }: Pick<Shift, 'endsAt'>): number {
  return endsAt + CLAIM_LIMIT_MS;
}

const KINDS: Readonly<Record<'expired' | 'confirmed', readonly ClaimKind[]>> = {
  expired: ['forgotten', 'refused', 'notMine'],
  confirmed: ['times', 'notMine'],
};

/** What can be said of a record in this state. */
export function claimKindsOf({ state }: Pick<Attendance, 'state'>): readonly ClaimKind[] {
  return state === 'expired' || state === 'confirmed' ? KINDS[state] : [];
}

export interface ClaimFacts extends ClaimedTimes {
  readonly shift: Shift;
  readonly attendance: Attendance | null;
  readonly kind: ClaimKind;
  readonly statement: string;
  /** how many there were of this record */
  readonly claimCount: number;
  readonly now: number;
}
export type ClaimDecision =
  | { readonly kind: 'accepted'; readonly attendance: Attendance }
  | Rejection<
      | 'record.notFound'
      | 'claim.waiting'
      | 'claim.notPossible'
      | 'claim.tooLate'
      | 'claim.tooMany'
      | 'claim.statementMissing'
      | 'claim.timesInvalid'
    >;

export function decideClaim(facts: ClaimFacts): ClaimDecision {
  const { shift, attendance, kind, now } = facts;
  if (attendance === null) return rejected('record.notFound');
  if (attendance.state === 'disputed') return rejected('claim.waiting');
  if (!claimKindsOf(attendance).includes(kind)) return rejected('claim.notPossible');
  if (now >= claimableUntil(shift)) return rejected('claim.tooLate', { closedAt: claimableUntil(shift) });
  if (facts.claimCount >= MAXIMUM_CLAIMS) return rejected('claim.tooMany', { maximum: MAXIMUM_CLAIMS });
  if (facts.statement.trim().length < SHORTEST_REASON) return rejected('claim.statementMissing');
  if (kind !== 'notMine') {
    const times = presentOf(attendance, facts);
    const { opensAt } = checkInWindowOf(shift);
    const closesAt = Math.min(checkOutClosesAt(shift), now);
    const isSaid = facts.arrivedAt !== null || facts.leftAt !== null;
    const isWithin =
      isSaid && times !== null && opensAt <= times.from && times.from < times.to && times.to <= closesAt;
    if (!isWithin) return rejected('claim.timesInvalid', { opensAt, closedAt: closesAt });
  }
  return { kind: 'accepted', attendance: { ...attendance, state: 'disputed', seq: attendance.seq + 1 } };
}

/** From when to when, by what is recorded and what is claimed; null: there is no end. */
function presentOf({ checkIn, checkOut }: Attendance, { arrivedAt, leftAt }: ClaimedTimes) {
  const from = arrivedAt ?? checkIn?.at ?? null;
  const to = leftAt ?? checkOut?.at ?? null;
  return from === null || to === null ? null : { from, to };
}

export interface AnswerFacts {
  readonly shift: Shift;
  readonly attendance: Attendance;
  readonly claim: ClaimedTimes & { readonly kind: ClaimKind };
  readonly verdict: 'accept' | 'refuse';
  /** what the organiser says instead; null: as it was asked for */
  readonly times: ClaimedTimes;
  readonly reason: string;
  readonly isOwn: boolean;
  readonly requestId: string;
  readonly now: number;
  /** the stored ones among `daysOfClaim` */
  readonly days: readonly ServiceDay[];
}
export type AnswerDecision =
  /** as it was before it was disputed */
  | { readonly kind: 'unchanged'; readonly attendance: Attendance }
  | ({ readonly kind: 'corrected' } & CreditedAnew)
  /** it is nobody's: as a void takes it back (AT8) */
  | { readonly kind: 'void' }
  | Rejection<
      'record.own' | 'record.decided' | 'record.reasonMissing' | 'claim.beyondAsked' | 'claim.timesInvalid'
    >;

/** As it was before: neither side's word has changed it. */
export function decideWithdrawal(
  shift: Pick<Shift, 'closing'>,
  attendance: Attendance,
  now: number,
): Attendance | null {
  if (attendance.state !== 'disputed') return null;
  const before = { ...attendance, seq: attendance.seq + 1 };
  return before.checkOut === null ? { ...before, state: 'expired' } : confirmedOrHeld(shift, before, now);
}

/** Accepted in full or in part, or refused; less than asked and a refusal are explained. */
export function decideAnswer(facts: AnswerFacts): AnswerDecision {
  const { shift, attendance, claim, times, now } = facts;
  if (facts.isOwn) return rejected('record.own');
  const unchanged = decideWithdrawal(shift, attendance, now);
  if (unchanged === null) return rejected('record.decided');
  const isLess = times.arrivedAt !== null || times.leftAt !== null;
  const needsReason = facts.verdict === 'refuse' || isLess;
  if (needsReason && facts.reason.trim().length < SHORTEST_REASON) return rejected('record.reasonMissing');
  if (facts.verdict === 'refuse') return { kind: 'unchanged', attendance: unchanged };
  if (claim.kind === 'notMine') return { kind: 'void' };
  const asked = presentOf(attendance, claim);
  const given = presentOf(attendance, {
    arrivedAt: times.arrivedAt ?? claim.arrivedAt,
    leftAt: times.leftAt ?? claim.leftAt,
  });
  if (asked === null || given === null || given.from >= given.to) return rejected('claim.timesInvalid');
  if (given.from < asked.from || asked.to < given.to) return rejected('claim.beyondAsked');
  // As it was before it was disputed: an expired visit, or a record that counted.
  const before = { ...unchanged, seq: attendance.seq };
  const visit = {
    checkIn: correctedPresence(attendance.checkIn, given.from, facts.requestId),
    checkOut: correctedPresence(attendance.checkOut, given.to, facts.requestId),
  };
  return { kind: 'corrected', ...creditedAnew({ shift, days: facts.days, now }, before, visit) };
}

/** What the phone proved stays as it is where nothing was corrected, and 补录 stays 补录 (AT10.3). */
function correctedPresence(before: Presence | null, at: number, requestId: string): Presence {
  if (before?.at === at) return before;
  const nothing = { distanceMeters: null, accuracyMeters: null, timeStep: null };
  const method = before?.method === 'supplement' ? 'supplement' : 'correction';
  return { at, method, ...nothing, requestId };
}

/** The local days on which the record is credited, or may be once it is answered. */
export function daysOfClaim(shift: Shift, attendance: Attendance, claim: ClaimedTimes): CivilDay[] {
  const recorded = presentOf(attendance, { arrivedAt: null, leftAt: null });
  const days = [recorded, presentOf(attendance, claim)].flatMap((times) =>
    times === null
      ? []
      : daysOfVisit({
          volunteerId: attendance.volunteerId,
          shift,
          checkInAt: times.from,
          checkOutAt: times.to,
        }),
  );
  return [...new Set(days)];
}

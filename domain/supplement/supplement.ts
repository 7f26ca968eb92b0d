/**
 * 补录 (AT10): a record entered afterwards. One of the organisation enters it, somebody else checks it, the
 * volunteer confirms it; any of them may end it. Only then is it a record.
 */
import { checkOutClosesAt, rulesOf, type Shift } from '../activity/shift';
import { hasCheckedIn, holdsSeat, type Attendance } from '../attendance/attendance';
import { minutesOf, requiredMinutes, serviceOf } from '../attendance/credited-minutes';
import { SHORTEST_REASON } from '../attendance/decide-approval';
import { decideAdmission, type AdmissionRejection, type Person } from '../enrolment/admission';
import type { VolunteerId } from '../kernel/identifiers';
import { rejected, type Rejection } from '../kernel/result';
import { DAY_MS, MINUTE_MS } from '../time/civil-day';
import { isRecorded } from './record-supplement';

export const SUPPLEMENT_STATES = [
  'toCheck',
  'toConfirm',
  'confirmed',
  'refused',
  'declined',
  'lapsed',
  'voided',
] as const;
export type SupplementState = (typeof SUPPLEMENT_STATES)[number];

export const SUPPLEMENT_REASONS = [
  'noNetwork',
  'phoneTrouble',
  'forgotCheckOut',
  'codeTrouble',
  'other',
] as const;
export type SupplementReason = (typeof SUPPLEMENT_REASONS)[number];

/** Pictures and papers of one entry: enough to prove, few enough to be looked at. */
export const MAXIMUM_EVIDENCE = 4;
/** Whoever has not answered by then lets it lapse, and its share of the quota is free again. */
export const ANSWER_DAYS = 14;

const MOVES: Readonly<Record<SupplementState, readonly SupplementState[]>> = {
  toCheck: ['toConfirm', 'refused', 'lapsed', 'voided'],
  toConfirm: ['confirmed', 'declined', 'lapsed', 'voided'],
  confirmed: ['voided'],
  // Entered again, better.
  refused: ['toCheck'],
  declined: ['toCheck'],
  lapsed: ['toCheck'],
  voided: [],
};

export function canStep(from: SupplementState, to: SupplementState): boolean {
  return MOVES[from].includes(to);
}

export function isOpen(state: SupplementState): boolean {
  return state === 'toCheck' || state === 'toConfirm';
}

/** What was voided stays used: nobody gains room by what an office had to take back. */
export function usesQuota(state: SupplementState): boolean {
  return isOpen(state) || state === 'confirmed' || state === 'voided';
}

/** 公示: what may still become a record, or is one. */
export function isPublicState(state: SupplementState): boolean {
  return isOpen(state) || state === 'confirmed';
}

export interface EntryFacts {
  readonly shift: Shift;
  readonly isTraining: boolean;
  readonly attendance: Attendance | null;
  /** of what was entered before; null: nothing */
  readonly known: SupplementState | null;
  readonly person: Person;
  /** the maker's own service */
  readonly isOwn: boolean;
  readonly entryDays: number;
  readonly checkInAt: number;
  readonly checkOutAt: number;
  readonly now: number;
}

export type EntryDecision =
  | {
      readonly kind: 'accepted';
      readonly checkInAt: number;
      readonly checkOutAt: number;
      /** what it can credit at most: overlaps are known when it is confirmed */
      readonly minutes: number;
      readonly answerBy: number;
    }
  | Rejection<
      | 'record.own'
      | 'attendance.shiftCancelled'
      | 'supplement.training'
      | 'supplement.shiftNotOver'
      | 'supplement.tooLate'
      | 'supplement.recordExists'
      | 'supplement.entered'
      | 'supplement.timesInvalid'
    >
  | AdmissionRejection;

export function decideEntry(facts: EntryFacts): EntryDecision {
  const { shift, attendance, known, now } = facts;
  if (facts.isOwn) return rejected('record.own');
  if (shift.state === 'cancelled') return rejected('attendance.shiftCancelled');
  if (facts.isTraining) return rejected('supplement.training');
  const opensAt = checkOutClosesAt(shift);
  if (now < opensAt) return rejected('supplement.shiftNotOver', { opensAt, now });
  const closesAt = shift.endsAt + facts.entryDays * DAY_MS;
  if (now >= closesAt) return rejected('supplement.tooLate', { closesAt, days: facts.entryDays, now });
  if (isRecorded(attendance)) return rejected('supplement.recordExists');
  if (known !== null && !canStep(known, 'toCheck')) return rejected('supplement.entered');
  const refusal = holdsSeat(attendance) ? null : decideAdmission(facts.person, shift);
  if (refusal !== null) return refusal;
  return entryOf(facts);
}

/** A check-in that was made stands: only the rest is entered. */
function entryOf({ shift, attendance, now, ...typed }: EntryFacts): EntryDecision {
  const { graceInMinutes, graceOutMinutes } = rulesOf(shift);
  const from = shift.startsAt - graceInMinutes * MINUTE_MS;
  const to = shift.endsAt + graceOutMinutes * MINUTE_MS;
  const isBegun = hasCheckedIn(attendance);
  const checkInAt = isBegun ? attendance.checkIn.at : typed.checkInAt;
  const { checkOutAt } = typed;
  const isWithin = isBegun || checkInAt >= from;
  const visit = { ...shift, checkInAt, checkOutAt, rules: rulesOf(shift) };
  const minutes = minutesOf(serviceOf(visit).served);
  const isEnough = minutes > 0 && minutes >= (requiredMinutes(visit) ?? 0);
  if (!isWithin || checkOutAt > to || !isEnough) {
    return rejected('supplement.timesInvalid', { from, to, now });
  }
  return { kind: 'accepted', checkInAt, checkOutAt, minutes, answerBy: now + ANSWER_DAYS * DAY_MS };
}

/** One who acts: the account, and the volunteer behind it, who may have several. */
export interface Party {
  readonly openId: string;
  readonly volunteerId: VolunteerId | null;
}

export function isSameParty(one: Party, other: Party): boolean {
  return one.openId === other.openId || (one.volunteerId !== null && one.volunteerId === other.volunteerId);
}

export interface StepFacts {
  readonly state: SupplementState;
  readonly answerBy: number;
  readonly maker: Party;
  readonly checker: Party | null;
  readonly volunteerId: VolunteerId;
  readonly actor: Party;
  readonly isAccepted: boolean;
  readonly reason: string;
  readonly now: number;
}

export type StepDecision =
  | { readonly kind: 'accepted'; readonly state: SupplementState }
  | Rejection<
      | 'record.own'
      | 'record.reasonMissing'
      | 'supplement.notWaiting'
      | 'supplement.lapsed'
      | 'supplement.samePerson'
    >;

/** 核对: by somebody else than who entered it, and never of one's own service. */
export function decideCheck(facts: StepFacts): StepDecision {
  const { actor, maker, isAccepted } = facts;
  if (facts.state !== 'toCheck') return rejected('supplement.notWaiting');
  if (facts.now >= facts.answerBy) return rejected('supplement.lapsed');
  if (actor.volunteerId === facts.volunteerId) return rejected('record.own');
  if (isSameParty(actor, maker)) return rejected('supplement.samePerson');
  if (!isAccepted && facts.reason.trim().length < SHORTEST_REASON) return rejected('record.reasonMissing');
  return { kind: 'accepted', state: isAccepted ? 'toConfirm' : 'refused' };
}

/** 本人确认: by the volunteer, or the guardian of one who is a child; never by who entered or checked it. */
export function decideAnswer(facts: StepFacts): StepDecision {
  const { actor, maker, checker } = facts;
  if (facts.state !== 'toConfirm') return rejected('supplement.notWaiting');
  if (facts.now >= facts.answerBy) return rejected('supplement.lapsed');
  const acted = checker === null ? [maker] : [maker, checker];
  if (acted.some((one) => isSameParty(one, actor))) return rejected('supplement.samePerson');
  return { kind: 'accepted', state: facts.isAccepted ? 'confirmed' : 'declined' };
}

/**
 * What clients were told, kept for good. A thing told was once a fact of the ledger, and only a later entry
 * of the ledger takes it back – one that says who did it and why.
 */
import type { AttendanceSummary } from '@contract/attendance-view';
import type { AttendanceState } from '@domain/attendance/attendance';
import type { Entry, Facts, Visit } from './facts';

/** What an answer says of one visit; null: it does not say. */
export interface Told {
  readonly openId: string;
  readonly shiftId: string;
  readonly volunteerId: string | null;
  readonly state: AttendanceState | null;
  readonly minutes: number | null;
  readonly checkedInAt: number | null;
  readonly checkedOutAt: number | null;
}

/** Further along means more was promised. */
const RANK: Readonly<Record<AttendanceState, number>> = {
  enrolmentCancelled: 0,
  waiting: 1,
  enrolled: 2,
  checkedIn: 3,
  expired: 3,
  checkedOut: 4,
  confirmed: 5,
  disputed: 5,
  voided: 6,
};

export function toldOf(openId: string, summary: AttendanceSummary): Told {
  const { shiftId, state, creditedMinutes: minutes, checkedInAt, checkedOutAt } = summary;
  return { openId, shiftId, volunteerId: null, state, minutes, checkedInAt, checkedOutAt };
}

const OWN_SCANS: readonly string[] = ['rotatingCode', 'shortCode', 'placeCode', 'location'];

export class Book {
  readonly told: Told[] = [];
  readonly registered = new Set<string>();
  /** the request of each publishing, and what it was told to have made */
  readonly published = new Map<string, readonly string[]>();

  complaints(facts: Facts): string[] {
    const complaints: string[] = [];
    for (const openId of this.registered) {
      if (!facts.volunteerOf.has(openId)) complaints.push(`${openId} was told it is registered`);
    }
    for (const told of this.told) {
      const problem = problemOf(told, facts);
      if (problem !== null) complaints.push(`${told.openId} at ${told.shiftId}: ${problem}`);
    }
    return complaints;
  }
}

function problemOf(told: Told, facts: Facts): string | null {
  const volunteerId = told.volunteerId ?? facts.volunteerOf.get(told.openId) ?? 'nobody';
  const id = `${told.shiftId}:${volunteerId}`;
  const [visit, entries] = [facts.visits.get(id), facts.ledger.get(id) ?? []];
  if (visit === undefined) return `was told ${String(told.state)}, and there is no visit`;
  return problemOfState(told, entries) ?? problemOfInstants(told, visit, entries);
}

function problemOfState({ state, minutes }: Told, entries: readonly Entry[]): string | null {
  if (state === null) return null;
  const from = entries.findIndex(
    (entry) => entry.to === state && (minutes === null || entry.creditedMinutes === minutes),
  );
  if (from < 0) return `was told ${state} with ${String(minutes)} minutes, which it never was`;
  const taken = entries.find((entry, index) => index > from && !isExplained(entries.slice(0, index), entry));
  if (taken === undefined) return null;
  const trail = entries.map((entry) => `${entry.to} ${entry.source} ${String(entry.creditedMinutes)}`);
  return `was told ${state}, taken back without a word by entry ${String(taken.seq)} of ${trail.join(', ')}`;
}

/** More is no reversal; less says who and why. */
function isExplained(earlier: readonly Entry[], entry: Entry): boolean {
  const before = earlier[earlier.length - 1];
  if (before === undefined || isOfProofs(entry, earlier)) return true;
  const { to, source, actor, reason, creditedMinutes } = entry;
  switch (to) {
    case 'voided':
      return source === 'void' && actor !== 'system' && reason !== undefined;
    case 'enrolmentCancelled':
    case 'waiting':
      return (source === 'cancellation' || source === 'enrolment') && actor !== 'system';
    case 'expired':
      return source === 'sweep' && before.to === 'checkedIn';
    default:
      // Another visit of the person gave time back: more, which may have to be approved (AT9).
      if (source === 'recredit' && to === 'checkedOut') return true;
      if (RANK[to] < RANK[before.to] && before.to !== 'enrolmentCancelled') return false;
      return creditedMinutes >= before.creditedMinutes || reason !== undefined;
  }
}

/**
 * AT5: a scan that came late, a tick, a word about them, or an own scan that goes before a tick: worked out
 * anew, and who did it is said.
 */
function isOfProofs({ isLate, source, actor }: Entry, earlier: readonly Entry[]): boolean {
  const isWord = ['roster', 'lateVouched', 'lateRefused'].includes(source);
  const isOverTick = OWN_SCANS.includes(source) && earlier.some((entry) => entry.source === 'roster');
  return actor !== 'system' && (isLate === true || isWord || isOverTick);
}

function problemOfInstants(told: Told, visit: Visit, entries: readonly Entry[]): string | null {
  if (entries.some((entry, index) => isOfProofs(entry, entries.slice(0, index)))) return null;
  const isOther = (said: number | null, is: number | undefined): boolean => said !== null && said !== is;
  if (isOther(told.checkedInAt, visit.checkIn?.at)) return 'was told another instant of the check-in';
  if (isOther(told.checkedOutAt, visit.checkOut?.at)) return 'was told another instant of the check-out';
  return null;
}

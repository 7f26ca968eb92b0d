/** What a person with paper and pencil makes of the times of a visit, and of its ledger. */
import { CODE_STEP_MS, CODE_TOLERANCE_STEPS, codeStepAt } from '@domain/attendance/check-in-code';
import type { PresenceDeed } from '@domain/attendance/decide-presence';
import { AUTOMATIC_DAY_MINUTES, totalOf } from '@domain/attendance/service-day';
import { attendanceIdOf, parseVolunteerId } from '@domain/kernel/identifiers';
import { MINUTE_MS } from '@domain/time/civil-day';
import { documentSchemas, type StoredDocument } from '@server/kernel/documents';
import { creditComplaints } from '../simulation/naive-credit';
import type { MemoryStore } from './memory-store';

type Attendance = StoredDocument<'attendances'>;

/** A time on paper: a scan of one's own, or an organiser's tick. */
export interface Mark {
  readonly deed: PresenceDeed;
  readonly at: number;
  readonly isTick: boolean;
  readonly requestId: string;
}
export interface PaperVisit {
  readonly person: string;
  readonly volunteerId: string;
  readonly shift: StoredDocument<'shifts'>;
  readonly marks: readonly Mark[];
  /** somebody at two shifts at once: which of both has a minute, the order of arrival decides (AT8) */
  readonly isAtBoth: boolean;
}
/** A mark, and the instant it counts at. */
interface Timed extends Mark {
  readonly isLate: boolean;
}
interface VisitFacts {
  readonly state: string;
  readonly checkIn: readonly [at: number, isLate: boolean] | null;
  readonly checkOut: readonly [at: number, isLate: boolean] | null;
  readonly minutes: number;
}
const NOTHING: VisitFacts = { state: 'none', checkIn: null, checkOut: null, minutes: 0 };

/** When requests reached the cloud, answered or not. */
export type Deliveries = ReadonlyMap<string, readonly number[]>;

function factsOf({ state, checkIn, checkOut, creditedMinutes }: Attendance): VisitFacts {
  const [first, last] = [checkIn, checkOut].map((presence) =>
    presence === null ? null : ([presence.at, presence.late !== undefined] as const),
  );
  return { state, checkIn: first ?? null, checkOut: last ?? null, minutes: creditedMinutes };
}

/**
 * A code is good for a while, and a scan that comes within it counts when it comes, unless what it met there
 * died; otherwise it counts at its step. A tick counts at its instant.
 */
function timesOf(mark: Mark, deliveries: Deliveries): Timed[] {
  if (mark.isTick) return [{ ...mark, isLate: false }];
  const inTime = (deliveries.get(mark.requestId) ?? []).filter(
    (at) => codeStepAt(at) - codeStepAt(mark.at) <= CODE_TOLERANCE_STEPS,
  );
  return [{ ...mark, isLate: true }, ...inTime.map((at) => ({ ...mark, at, isLate: false }))];
}

/** Every way in which the marks of a visit may have counted; mostly one or two, for few come in time. */
function historiesOf(marks: readonly Mark[], deliveries: Deliveries): Timed[][] {
  return marks.reduce<Timed[][]>(
    (histories, mark) =>
      timesOf(mark, deliveries).flatMap((timed) => histories.map((history) => [...history, timed])),
    [[]],
  );
}

/** `cancelledAt`: who came before is not sent away. */
function onPaper(shift: PaperVisit['shift'], marks: readonly Timed[], cancelledAt: number): VisitFacts {
  const first = (deed: PresenceDeed, isIn: (mark: Timed) => boolean): Timed | null => {
    const inTime = marks.filter((mark) => mark.deed === deed && isIn(mark));
    const own = inTime.filter(({ isTick }) => !isTick);
    const [earliest] = (own.length > 0 ? own : inTime).sort((a, b) => a.at - b.at);
    return earliest ?? null;
  };
  const came = first('checkIn', ({ at }) => at < cancelledAt);
  if (came === null) return NOTHING;
  const checkIn = [came.at, came.isLate] as const;
  // A late code was on the screen until the end of its step.
  const left = first('checkOut', ({ at, isLate }) => came.at < at + (isLate ? CODE_STEP_MS : 1));
  if (left === null) return { state: 'expired', checkIn, checkOut: null, minutes: 0 };
  const leftAt = Math.max(left.at, came.at);
  const span = Math.min(leftAt, shift.endsAt) - Math.max(came.at, shift.startsAt);
  const minutes = Math.max(0, Math.floor(span / MINUTE_MS));
  const state = minutes > AUTOMATIC_DAY_MINUTES ? 'checkedOut' : 'confirmed';
  return { state, checkIn, checkOut: [leftAt, left.isLate], minutes };
}

function faultsOfLedger(store: MemoryStore, record: Attendance): string[] {
  const ledger = store.all('ledger');
  const entries = Array.from({ length: record.seq }, (_none, index) =>
    ledger.get(`${record._id}:${String(index + 1)}`),
  ).map((row) => documentSchemas.ledger.safeParse(row).data);
  const last = entries[entries.length - 1];
  const isWhole = entries.every((entry) => entry !== undefined);
  const isFurther = ledger.has(`${record._id}:${String(record.seq + 1)}`);
  const leadsTo = last?.to === record.state && last.creditedMinutes === record.creditedMinutes;
  return isWhole && !isFurther && leadsTo ? [] : [`the ledger of ${record._id} does not lead to its record`];
}

export function recordsOf(store: MemoryStore, volunteerId: string): Attendance[] {
  return [...store.all('attendances').values()]
    .filter((row) => row['volunteerId'] === volunteerId)
    .map((row) => documentSchemas.attendances.parse(row));
}

interface Known {
  readonly cancelledAt: ReadonlyMap<string, number>;
  /** attendances whose late scans were refused, whenever they came */
  readonly refused: ReadonlySet<string>;
  readonly deliveries: Deliveries;
}

/** What is lost, doubled or inexact, in words. */
export function compareVisits(store: MemoryStore, visits: readonly PaperVisit[], known: Known): string[] {
  return visits.flatMap((visit) => {
    const { person, volunteerId, shift, isAtBoth } = visit;
    const records = recordsOf(store, volunteerId).filter(({ shiftId }) => shiftId === shift._id);
    const [record] = records;
    const wordsOf = (facts: VisitFacts) => JSON.stringify(isAtBoth ? instantsOf(facts) : facts);
    const expected = expectedOf(visit, known).map(wordsOf);
    const hasCome = record !== undefined && record.checkIn !== null && record.state !== 'voided';
    const shown = wordsOf(hasCome ? factsOf(record) : NOTHING);
    return [
      ...(records.length > 1 ? [`${person} has two records`] : []),
      ...(expected.includes(shown)
        ? []
        : [`${person} at ${shift._id}: ${shown} instead of ${expected.join(' or ')}`]),
      ...(record === undefined ? [] : faultsOfLedger(store, record)),
    ];
  });
}

function expectedOf({ volunteerId, shift, marks }: PaperVisit, known: Known): VisitFacts[] {
  const isRefused = known.refused.has(attendanceIdOf(shift._id, parseVolunteerId(volunteerId)));
  const cancelledAt = known.cancelledAt.get(shift._id) ?? Number.POSITIVE_INFINITY;
  return historiesOf(marks, known.deliveries).map((history) =>
    onPaper(shift, isRefused ? history.filter(({ isLate }) => !isLate) : history, cancelledAt),
  );
}

/** Minutes, and whether somebody has to approve them, are compared for both shifts together. */
function instantsOf({ state, checkIn, checkOut }: VisitFacts): VisitFacts {
  return { state: checkOut === null ? state : 'ended', checkIn, checkOut, minutes: 0 };
}

/** Who was at two shifts at once has the minutes of one person, and beyond eight hours a visit waits. */
export function compareDays(store: MemoryStore, visits: readonly PaperVisit[]): string[] {
  const ids = new Set(visits.filter(({ isAtBoth }) => isAtBoth).map(({ volunteerId }) => volunteerId));
  const records = [...ids].flatMap((id) => recordsOf(store, id));
  const days = [...store.all('serviceDays').values()]
    .map((row) => documentSchemas.serviceDays.parse(row))
    .filter(({ volunteerId }) => ids.has(volunteerId));
  const waiting = new Set(records.filter(({ state }) => state === 'checkedOut').map(({ _id }) => _id));
  const unasked = days.filter(
    (day) => totalOf(day) > AUTOMATIC_DAY_MINUTES && !day.visits.some((one) => waiting.has(one.attendanceId)),
  );
  return [
    ...creditComplaints(days, records),
    ...unasked.map(({ _id }) => `nobody is asked about the day ${_id}`),
  ];
}

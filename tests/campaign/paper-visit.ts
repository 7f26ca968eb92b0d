/** What a person with paper and pencil makes of the times of a visit, and of its ledger. */
import { hmacSha256 } from '@contract/hmac-sha256';
import { rotatingCodeAt, shortCodeAt } from '@domain/attendance/check-in-code';
import type { PresenceDeed } from '@domain/attendance/decide-presence';
import { AUTOMATIC_DAY_MINUTES } from '@domain/attendance/service-day';
import { MINUTE_MS } from '@domain/time/civil-day';
import { documentSchemas, type StoredDocument } from '@server/kernel/documents';
import type { MemoryStore } from './memory-store';
import { DIVISIONS, type World } from './world';

type Attendance = StoredDocument<'attendances'>;

/** A time on paper: a scan of one's own, or an organiser's tick. */
export interface Mark {
  readonly deed: PresenceDeed;
  readonly at: number;
  readonly isTick: boolean;
}
export interface PaperVisit {
  readonly person: string;
  readonly volunteerId: string;
  readonly shift: StoredDocument<'shifts'>;
  readonly marks: readonly Mark[];
}
interface VisitFacts {
  readonly state: string;
  readonly checkIn: number | null;
  readonly checkOut: number | null;
  readonly minutes: number;
}
const NOTHING: VisitFacts = { state: 'none', checkIn: null, checkOut: null, minutes: 0 };

/** A code is good for this long, and what comes within it counts when it comes. */
const ON_TIME_MS = 90_000;

/** The times of a record, those that came on time led back to the scan they came of. */
function factsOf(record: Attendance, marks: readonly Mark[]): VisitFacts {
  const scanOf = (deed: PresenceDeed): number | null => {
    const presence = record[deed];
    if (presence === null) return null;
    const { at, late, method } = presence;
    if (late !== undefined || method === 'roster') return at;
    const scans = marks.filter((mark) => mark.deed === deed && !mark.isTick && mark.at <= at);
    const scan = Math.max(...scans.map((mark) => mark.at));
    return at - scan < ON_TIME_MS ? scan : at;
  };
  const { state, creditedMinutes } = record;
  return { state, checkIn: scanOf('checkIn'), checkOut: scanOf('checkOut'), minutes: creditedMinutes };
}

/** `cancelledAt`: who came before is not sent away. */
function onPaper({ shift, marks }: PaperVisit, cancelledAt: number, record: Attendance | null): VisitFacts {
  const first = (deed: PresenceDeed, from: number, to: number): number | null => {
    const inTime = marks.filter((mark) => mark.deed === deed && mark.at >= from && mark.at < to);
    const own = inTime.filter(({ isTick }) => !isTick);
    const times = (own.length > 0 ? own : inTime).map(({ at }) => at);
    return times.length === 0 ? null : Math.min(...times);
  };
  const checkIn = first('checkIn', 0, cancelledAt);
  if (checkIn === null) return NOTHING;
  const checkOut = first('checkOut', checkIn, Number.POSITIVE_INFINITY);
  if (checkOut === null) return { state: 'expired', checkIn, checkOut, minutes: 0 };
  const [inAt, outAt] = [near(record?.checkIn?.at, checkIn), near(record?.checkOut?.at, checkOut)];
  const span = Math.min(outAt, shift.endsAt) - Math.max(inAt, shift.startsAt);
  const minutes = Math.max(0, Math.floor(span / MINUTE_MS));
  const state = minutes > AUTOMATIC_DAY_MINUTES ? 'checkedOut' : 'confirmed';
  return { state, checkIn, checkOut, minutes };
}

/** The arrival of a scan that came on time; otherwise the scan itself. */
function near(arrival: number | undefined, scan: number): number {
  return arrival !== undefined && arrival >= scan && arrival - scan < ON_TIME_MS ? arrival : scan;
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

/** What is lost, doubled or inexact, in words. */
export function compareVisits(
  store: MemoryStore,
  visits: readonly PaperVisit[],
  cancelledAt: ReadonlyMap<string, number>,
): string[] {
  return visits.flatMap((visit) => {
    const { person, volunteerId, shift } = visit;
    const records = recordsOf(store, volunteerId).filter(({ shiftId }) => shiftId === shift._id);
    const [record] = records;
    const until = cancelledAt.get(shift._id) ?? Number.POSITIVE_INFINITY;
    const expected = onPaper(visit, until, record ?? null);
    const hasCome = record !== undefined && record.checkIn !== null;
    const shown = hasCome ? factsOf(record, visit.marks) : NOTHING;
    const [is, was] = [JSON.stringify(shown), JSON.stringify(expected)];
    return [
      ...(records.length > 1 ? [`${person} has two records`] : []),
      ...(is === was ? [] : [`${person} at ${shift._id}: ${is} instead of ${was}`]),
      ...(record === undefined ? [] : faultsOfLedger(store, record)),
    ];
  });
}

/** The shift is called off at an instant; who came before is not sent away. */
export function cancelShift({ ports }: World, { _id }: Pick<PaperVisit['shift'], '_id'>, at: number) {
  return ports.database.transaction(async (transaction) => {
    const current = await transaction.get('shifts', _id);
    if (current === null) return;
    await transaction.put('shifts', { ...current, state: 'cancelled', cancelledAt: at });
  });
}

/** What the screen shows at a step: scanned, or typed off it. */
export function codeOf({ ports }: World, shift: StoredDocument<'shifts'>, step: number, draw: number) {
  const seed = ports.secrets.checkInSeed(shift._id);
  return draw < 0.7
    ? { kind: 'rotatingCode' as const, code: rotatingCodeAt(hmacSha256, seed, step) }
    : { kind: 'shortCode' as const, digits: shortCodeAt(hmacSha256, seed, step) };
}

/** An account that may run every shift of the city. */
export function grantOf(openId: string, now: number) {
  return {
    _id: `grant-of-${openId}`,
    openId,
    role: 'cityOffice',
    scope: { kind: 'division', divisionCode: DIVISIONS[0] },
    scopeName: '',
    fromDay: '2020-01-01',
    toDay: null,
    grantedBy: '',
    grantedAt: now,
  };
}

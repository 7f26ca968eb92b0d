/**
 * 合并 under faults: people registered twice who were at overlapping shifts, merged by two offices while
 * functions die between two awaits, answers are lost, commits clash and the timers race. After every
 * round a record belongs to one of the two and no minute is credited twice; in the end nothing is left with
 * what ended.
 */
import { canMove } from '@domain/attendance/attendance';
import { LIVE_STATES } from '@domain/attendance/take-over';
import { HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { parseFaultRule, type FaultRule } from '@local-cloud/faults/fault-rules';
import { documentSchemas } from '@server/kernel/documents';
import { inHaste } from '../kit/haste';
import { hoursFrom, mergeInput, register, serveAll, shiftBetween, COUNTY_OFFICE } from '../kit/merging';
import { requestId, type TestProduct } from '../kit/product';
import { recount, storedSums } from '../kit/recount';
import { CITY_OFFICE } from '../kit/shifts';
import { randomOf } from './draw';
import { creditComplaints } from './naive-credit';

export interface MergeReport {
  readonly movedCount: number;
  readonly droppedCount: number;
  readonly kills: number;
  readonly broken: readonly string[];
}

const ROUNDS = 8;
/** longer than the cloud keeps a dead transaction */
const LOCK_MS = 60_000;
const RETRY_MS = 500;
/** Two hours each, one an hour: every shift overlaps the next. */
const SHIFTS = 5;

export async function simulateMerges(
  product: TestProduct,
  seed: number,
  pairs: number,
): Promise<MergeReport> {
  return inHaste(product.cloud.clock, () => simulateInHaste(product, seed, pairs));
}

async function simulateInHaste(product: TestProduct, seed: number, pairs: number): Promise<MergeReport> {
  const random = randomOf(seed);
  const people = await peopleOf(product, seed, pairs, random);
  const otherIds = people.map(({ other }) => product.volunteerIdOf(other));
  const ids = new Set([...otherIds, ...people.map(({ kept }) => product.volunteerIdOf(kept))]);
  const asked: string[] = [];
  for (const { kept, other } of people) {
    const input = mergeInput(product, kept, other);
    const { request } = await product.must(COUNTY_OFFICE, 'person.requestMerge', input);
    asked.push(request.personRequestId);
  }
  const broken: string[] = [];
  for (const rule of faultsOf(seed)) product.cloud.faults.add(rule);
  const decisions = asked.map((personRequestId) => ({ personRequestId, requestId: requestId() }));
  for (let round = 0; round < ROUNDS; round += 1) {
    const sweeps = [0, 1].map(() => quietly(product.cloud.runTimer('sweep')));
    const agreeing = decisions.map((decision) => quietly(decide(product, decision)));
    await Promise.all([...agreeing, ...sweeps, quietly(product.fold())]);
    broken.push(...complaintsOf(product, ids, `round ${String(round)}`));
  }
  const kills = product.cloud.faults
    .list()
    .filter(({ kind }) => kind === 'killWorker')
    .reduce((total, { fired }) => total + fired, 0);
  product.cloud.faults.clear();
  await settle(product, decisions, broken);
  broken.push(...complaintsOf(product, ids, 'the end'), ...leftOf(product, otherIds), ...figuresOf(product));
  const requests = product
    .documents('personRequests')
    .map((row) => documentSchemas.personRequests.parse(row));
  const sum = (field: 'movedCount' | 'droppedCount') =>
    requests.reduce((total, request) => total + request[field], 0);
  return { movedCount: sum('movedCount'), droppedCount: sum('droppedCount'), kills, broken };
}

interface Twice {
  readonly kept: string;
  readonly other: string;
}

/** Both registrations at random shifts of one day, for random times, sometimes at the same one. */
async function peopleOf(product: TestProduct, seed: number, pairs: number, random: () => number) {
  const people: Twice[] = [];
  for (let index = 0; index < pairs; index += 1) {
    const name = `twice-${String(seed)}-${String(index)}`;
    const number = (seed % 30) * 100 + 2 * index;
    const kept = await register(product, name, number);
    people.push({ kept, other: await register(product, `${name}-again`, number + 1) });
  }
  const start = product.cloud.clock.now() + HOUR_MS;
  const stays = [];
  for (let place = 0; place < SHIFTS; place += 1) {
    const [from, to] = [hoursFrom(start, place), hoursFrom(start, place + 2)];
    const shiftId = await shiftBetween(product, from, to, 3 * pairs);
    for (const openId of people.flatMap(({ kept, other }) => [kept, other])) {
      if (random() < 0.45) continue;
      const late = Math.floor(random() * 50) * MINUTE_MS;
      const early = Math.floor(random() * 50) * MINUTE_MS;
      stays.push({ openId, shiftId, from: from + late, to: to - early });
    }
  }
  await serveAll(product, stays);
  return people;
}

function faultsOf(seed: number): FaultRule[] {
  const rule = (body: object): FaultRule => parseFaultRule({ times: 1_000_000, seed, ...body });
  const kills = [4, 9, 17, 30, 46, 71].flatMap((atCall) =>
    ['api', 'sweep'].map((match) =>
      rule({ kind: 'killWorker', match, atCall, after: atCall % 2 === 0, probability: 0.06 }),
    ),
  );
  return [
    ...kills,
    rule({ kind: 'conflict', match: '*', probability: 0.02 }),
    rule({ kind: 'dropAnswer', match: 'database.commitTransaction', probability: 0.02 }),
    rule({ kind: 'duplicateDelivery', match: 'api', probability: 0.1 }),
  ];
}

async function decide(
  product: TestProduct,
  decision: { readonly personRequestId: string; readonly requestId: string },
): Promise<boolean> {
  const input = { ...decision, isApproved: true, reason: '' };
  return (await product.call(CITY_OFFICE, 'person.decideRequest', input)).ok;
}

/** What dies here is what the next one is for. */
async function quietly(work: Promise<unknown>): Promise<void> {
  await work.catch(() => undefined);
}

async function settle(
  product: TestProduct,
  decisions: readonly { readonly personRequestId: string; readonly requestId: string }[],
  broken: string[],
): Promise<void> {
  const until = Date.now() + LOCK_MS;
  for (const decision of decisions) {
    while (!(await decide(product, decision).catch(() => false)) && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  const isOver = () =>
    product.documents('personRequests').every(({ state, hasWork }) => state === 'done' && hasWork === false);
  while (!isOver() && Date.now() < until) {
    await quietly(product.cloud.runTimer('sweep'));
    product.cloud.clock.advance(2 * MINUTE_MS);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  if (!isOver()) broken.push('liveness: a merge is not over without faults');
  const isFolded = () =>
    product.fold().then(
      () => true,
      () => false,
    );
  while (!(await isFolded()) && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  await product.fold();
}

function attendancesOf(product: TestProduct) {
  return product.documents('attendances').map((row) => documentSchemas.attendances.parse(row));
}

/**
 * With the times on paper are compared the survivors, and whoever has not begun to end: what ends keeps
 * minutes that have not gone over.
 */
function complaintsOf(product: TestProduct, ids: ReadonlySet<string>, when: string): string[] {
  const volunteers = product.documents('volunteers').map((row) => documentSchemas.volunteers.parse(row));
  const begun = new Set<string>(
    volunteers.filter((one) => one.mergedInto !== undefined).map(({ _id }) => _id),
  );
  const days = product.documents('serviceDays').map((row) => documentSchemas.serviceDays.parse(row));
  const visits = attendancesOf(product).filter(({ volunteerId }) => ids.has(volunteerId));
  const credited = creditComplaints(
    days,
    visits.filter(({ volunteerId }) => !begun.has(volunteerId)),
  );
  return [...credited, ...ledgerComplaints(product, visits)].map((text) => `${when}: ${text}`);
}

/** Whole, along the diagram, ending in the stored state. */
function ledgerComplaints(product: TestProduct, visits: ReturnType<typeof attendancesOf>): string[] {
  const entries = product.documents('ledger').map((row) => documentSchemas.ledger.parse(row));
  return visits.flatMap(({ _id, seq, state }) => {
    const own = entries.filter((entry) => entry.attendanceId === _id).sort((a, b) => a.seq - b.seq);
    const isWhole =
      own.length === seq &&
      own.every(({ to }, place) => place === 0 || canMove(own[place - 1]?.to ?? 'voided', to)) &&
      own[own.length - 1]?.to === state;
    return isWhole ? [] : [`the ledger of ${_id} does not lead to ${state}`];
  });
}

function leftOf(product: TestProduct, otherIds: readonly string[]): string[] {
  const volunteers = product
    .documents('volunteers')
    .map((row) => documentSchemas.volunteers.parse(row))
    .filter(({ _id }) => otherIds.includes(_id));
  const left = attendancesOf(product).filter(
    ({ volunteerId, state }) => otherIds.includes(volunteerId) && LIVE_STATES.some((live) => live === state),
  );
  const shifts = product.documents('shifts').map((row) => documentSchemas.shifts.parse(row));
  const seats = shifts.flatMap(({ _id, capacity, takenCount }) => {
    const held = attendancesOf(product).filter(
      ({ shiftId, state }) => shiftId === _id && !['waiting', 'enrolmentCancelled', 'voided'].includes(state),
    ).length;
    const isRight = capacity === null || held === takenCount || !isOurs(product, _id);
    return isRight ? [] : [`${String(held)} hold a seat of ${_id}, it says ${String(takenCount)}`];
  });
  return [
    ...volunteers.filter(({ status }) => status !== 'merged').map(({ _id }) => `${_id} is not merged`),
    ...left.map(({ _id }) => `${_id} has not gone over`),
    ...seats,
  ];
}

/** of the people who registered twice, not of the seeded city */
function isOurs(product: TestProduct, shiftId: string): boolean {
  return attendancesOf(product).some((visit) => visit.shiftId === shiftId && visit.movedTo !== undefined);
}

function figuresOf(product: TestProduct): string[] {
  const [stored, counted] = [storedSums(product), recount(product)];
  const keys = new Set([...stored.keys(), ...counted.keys()]);
  return [...keys]
    .filter((key) => stored.get(key) !== counted.get(key))
    .map((key) => `figures: ${key} is ${String(stored.get(key))}, recounted ${String(counted.get(key))}`);
}

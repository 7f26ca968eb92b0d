/** From fact to figure under load: people check in and out as fast as asked while the timers run. */
import { parseVolunteerId } from '@domain/kernel/identifiers';
import { MINUTE_MS } from '@domain/time/civil-day';
import { requestId, type TestProduct } from '../kit/product';
import { at, openShift } from '../kit/shifts';
import { percentile, textAt } from './measure';

const SECONDS = 40;
const SAMPLE_MS = 100;
const AT_ONCE = 64;
const SHIFTS = 10;
/** Long enough to count, for those who check out. */
const SERVED_MS = 30 * MINUTE_MS;
/** After the last check-out the last figure must follow. */
const SETTLE_MS = 20_000;

export interface Lag {
  /** calls a second, as asked and as held */
  readonly asked: number;
  readonly checkIns: number;
  readonly checkOuts: number;
  readonly refused: number;
  /** seconds between now and the instant all facts before which are in the figures */
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** The product's timers run by themselves. `rate`: check-ins, and as many check-outs, a second. */
export async function benchLag(product: TestProduct, rate: number): Promise<Lag> {
  const people = accountsOf(product, 2 * rate * SECONDS);
  const shiftIds: string[] = [];
  for (let count = 0; count < SHIFTS; count += 1) shiftIds.push(await openShift(product));
  const call = (name: 'attendance.checkIn' | 'attendance.checkOut', person: number) => () => {
    const shiftId = shiftIds[person % SHIFTS] ?? '';
    return product.call(people[person] ?? '', name, { requestId: requestId(), shiftId, evidence: at(0) });
  };
  const first = Array.from({ length: rate * SECONDS }, (_none, person) => person);
  await atRate(
    first.map((person) => call('attendance.checkIn', person)),
    1_000,
  );
  product.cloud.clock.setOffset(SERVED_MS);
  await pause(SETTLE_MS / 2);
  const lags: number[] = [];
  const sampler = setInterval(() => lags.push(lagOf(product)), SAMPLE_MS);
  const from = performance.now();
  const [outs, ins] = await Promise.all([
    atRate(
      first.map((person) => call('attendance.checkOut', person)),
      rate,
    ),
    atRate(
      first.map((person) => call('attendance.checkIn', person + first.length)),
      rate,
    ),
  ]);
  const seconds = (performance.now() - from) / 1000;
  await pause(SETTLE_MS);
  clearInterval(sampler);
  const refused = [...outs, ...ins].filter((answer) => !answer.ok).length;
  return {
    asked: rate,
    checkIns: ins.length / seconds,
    checkOuts: outs.length / seconds,
    refused,
    p50: percentile(lags, 0.5),
    p95: percentile(lags, 0.95),
    max: Math.max(...lags),
  };
}

/** The first people by id are any people; each gets an account to act with. */
function accountsOf(product: TestProduct, count: number): string[] {
  const { database, clock } = product.cloud;
  const now = clock.now();
  const volunteers = database.listDocuments('volunteers', { skip: 0, limit: count });
  const accounts = volunteers.map((row, number) => ({
    _id: `bench-lag-${String(number)}`,
    volunteerId: parseVolunteerId(textAt(row, '_id')),
    maskedName: '测**',
    boundAt: now,
  }));
  database.bulkInsert('accounts', accounts);
  return accounts.map(({ _id }) => _id);
}

function lagOf({ cloud }: TestProduct): number {
  const [state] = cloud.database.listDocuments('tallies', { skip: 0, limit: 1, idPrefix: 'asOf' });
  return (cloud.clock.now() - Number(state?.['asOf'] ?? 0)) / 1000;
}

/** Begins `rate` tasks a second, as far as those before leave room. */
async function atRate<Result>(tasks: readonly (() => Promise<Result>)[], rate: number): Promise<Result[]> {
  const results: Result[] = [];
  const startedAt = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    for (;;) {
      const number = next;
      const task = tasks[number];
      if (task === undefined) return;
      next += 1;
      const wait = startedAt + (1000 * number) / rate - performance.now();
      if (wait > 0) await pause(wait);
      results.push(await task());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return results;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** From fact to figure under load: people check in and out as fast as asked while the timers run. */
import { CONSENT_VERSIONS } from '@contract/consent.contract';
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
/** Checking in those who will check out, as fast as it goes. */
const BEFOREHAND = 1_000;
/** A load whose figures do not follow in this time is given up. */
const PATIENCE_MS = 300_000;

export interface Lag {
  /** calls a second as asked: check-ins, check-outs */
  readonly asked: readonly [number, number];
  /** calls a second as held */
  readonly held: number;
  readonly refused: number;
  /** seconds between now and the instant all facts before which are in the figures, while the calls go on */
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** from the last call until the figures have followed, s */
  readonly followed: number;
}

/** The product's timers run by themselves. Loads: check-ins, few check-outs, half of each, check-outs. */
export async function benchLag(product: TestProduct, rate: number, onLag: (lag: Lag) => void): Promise<void> {
  const loads = [
    [rate, 0],
    [0, rate / 4],
    [rate / 2, rate / 2],
    [0, rate],
  ] as const;
  const outs = sum(loads.map(([, out]) => out)) * SECONDS;
  const ins = sum(loads.map(([into]) => into)) * SECONDS;
  const people = accountsOf(product, outs + ins);
  const shiftIds: string[] = [];
  for (let count = 0; count < SHIFTS; count += 1) shiftIds.push(await openShift(product));
  const call = (name: 'attendance.checkIn' | 'attendance.checkOut', person: number) => () => {
    const shiftId = shiftIds[person % SHIFTS] ?? '';
    return product.call(people[person] ?? '', name, { requestId: requestId(), shiftId, evidence: at(0) });
  };
  const calls = (name: 'attendance.checkIn' | 'attendance.checkOut', from: number, count: number) =>
    Array.from({ length: count }, (_none, offset) => call(name, from + offset));
  await atRate(calls('attendance.checkIn', 0, outs), BEFOREHAND);
  product.cloud.clock.setOffset(SERVED_MS);
  let [nextOut, nextIn] = [0, outs];
  for (const [into, out] of loads) {
    await hasFollowed(product);
    const checkIns = calls('attendance.checkIn', nextIn, into * SECONDS);
    const checkOuts = calls('attendance.checkOut', nextOut, out * SECONDS);
    onLag(await measure(product, [into, out], [() => atRate(checkIns, into), () => atRate(checkOuts, out)]));
    nextIn += into * SECONDS;
    nextOut += out * SECONDS;
  }
}

type Answers = Awaited<ReturnType<TestProduct['call']>>[];

async function measure(
  product: TestProduct,
  asked: Lag['asked'],
  works: readonly (() => Promise<Answers>)[],
): Promise<Lag> {
  const lags: number[] = [];
  const sampler = setInterval(() => lags.push(lagOf(product)), SAMPLE_MS);
  const from = performance.now();
  const answers = (await Promise.all(works.map((work) => work()))).flat();
  const seconds = (performance.now() - from) / 1000;
  const followed = await hasFollowed(product);
  clearInterval(sampler);
  return {
    asked,
    held: answers.length / seconds,
    refused: answers.filter((answer) => !answer.ok).length,
    p50: percentile(lags, 0.5),
    p95: percentile(lags, 0.95),
    max: Math.max(...lags),
    followed,
  };
}

/** Seconds until the figures have followed everything before now. */
async function hasFollowed(product: TestProduct): Promise<number> {
  const { clock } = product.cloud;
  const from = performance.now();
  const since = clock.now();
  while (clock.now() - 1000 * lagOf(product) < since && performance.now() - from < PATIENCE_MS)
    await pause(SAMPLE_MS);
  return (performance.now() - from) / 1000;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** The first people by id are any people; each gets an account to act with. */
function accountsOf(product: TestProduct, count: number): string[] {
  const { database, clock } = product.cloud;
  const now = clock.now();
  const volunteers = database.listDocuments('volunteers', { skip: 0, limit: count });
  const accounts = volunteers.map((row, number) => ({
    _id: `bench-lag-${String(now)}-${String(number)}`,
    volunteerId: parseVolunteerId(textAt(row, '_id')),
    maskedName: '测**',
    boundAt: now,
    locationVersion: CONSENT_VERSIONS.location,
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

/** A thousand people want a hundred seats at the same moment: who sits, who waits, and how long it takes. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DAY_MS } from '@domain/time/civil-day';
import { registration, requestId, TestProduct } from '../kit/product';
import { openShift } from '../kit/shifts';
import { percentile, runLoad } from './measure';

const PEOPLE = 1_000;
const SEATS = 100;
const WORKERS = 4;
/** how a phone sends again what was answered "busy" */
const PAUSE_MS = 200;

interface Taken {
  readonly outcome: string;
  readonly milliseconds: number;
  readonly sendings: number;
}

async function enrol(product: TestProduct, openId: string, shiftId: string): Promise<Taken> {
  const input = { requestId: requestId(), shiftId, whenFull: 'wait' as const };
  const startedAt = performance.now();
  for (let sendings = 1; ; sendings += 1) {
    const answer = await product.call(openId, 'attendance.enrol', input);
    const milliseconds = performance.now() - startedAt;
    if (answer.ok) return { outcome: answer.value.outcome, milliseconds, sendings };
    if (answer.code !== 'system.busy') return { outcome: answer.code, milliseconds, sendings };
    await new Promise((resolve) => setTimeout(resolve, Math.random() * PAUSE_MS));
  }
}

/** Throws when a seat too many is given, a place is missing or one is taken twice. */
function checkLine(product: TestProduct, shiftId: string): void {
  const shift = product.documents('shifts').find(({ _id }) => _id === shiftId);
  const line = product.documents('lines').find(({ _id }) => _id === shiftId);
  const parties: unknown[] = Array.isArray(line?.['parties']) ? line['parties'] : [];
  const numbers = parties.map((party) => JSON.stringify(party));
  const waiting = PEOPLE - SEATS;
  const isExact =
    shift?.['takenCount'] === SEATS &&
    shift['waitingCount'] === waiting &&
    numbers.every((text, index) => text.includes(`"number":${String(index + 1)},`)) &&
    new Set(numbers).size === waiting;
  if (!isExact) throw new Error('the race was not exact');
}

export async function benchRace(): Promise<string> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'xiangfeng-race-'));
  const product = await TestProduct.start(100, WORKERS, { dataDirectory: data });
  try {
    const people = Array.from({ length: PEOPLE }, (_none, index) => `race-${String(index)}`);
    const registering = people.map(
      (openId, index) => () => product.must(openId, 'volunteer.register', registration(index)),
    );
    await runLoad(registering, WORKERS);
    const shiftId = await openShift(product, { capacity: SEATS, startsInMs: DAY_MS });
    const startedAt = performance.now();
    const taken = await Promise.all(people.map((openId) => enrol(product, openId, shiftId)));
    const seconds = (performance.now() - startedAt) / 1_000;
    checkLine(product, shiftId);
    const count = (outcome: string) => taken.filter((one) => one.outcome === outcome).length;
    const times = taken.map(({ milliseconds }) => milliseconds);
    const again = taken.filter(({ sendings }) => sendings > 1).length;
    const cells = [
      count('enrolled'),
      count('waiting'),
      seconds.toFixed(1),
      percentile(times, 0.5).toFixed(0),
      percentile(times, 0.99).toFixed(0),
      again,
    ];
    return [
      '## A thousand people, a hundred seats',
      '',
      `${String(PEOPLE)} people send 我要报名 at the same moment, each with the wish to wait when it is full;`,
      `${String(WORKERS)} function workers, database on disk. Who is answered "busy" sends again within`,
      '0.2 s. Seats and line are checked: exactly so many, numbered 1 to 900 without a gap.',
      '',
      '| seated | in line | all answered, s | p50 ms | p99 ms | sent again |',
      '|---|---|---|---|---|---|',
      `| ${cells.join(' | ')} |`,
      '',
    ].join('\n');
  } finally {
    await product.stop();
    fs.rmSync(data, { recursive: true, force: true });
  }
}

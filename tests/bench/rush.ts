/** 5,000 people check in within a minute, at ten shifts, by code and by location: what rate is held. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { registration, requestId, TestProduct } from '../kit/product';
import { at, CodeScreen, openShift } from '../kit/shifts';
import { percentile, runLoad, type Load } from './measure';

const PEOPLE = 5_000;
const SHIFTS = 10;
const WORKERS = 4;
const MINUTE_MS = 60_000;
/** as many as the rate by concurrency still grows with */
const AT_ONCE = 32;

interface Rush {
  readonly product: TestProduct;
  readonly people: readonly string[];
  readonly screens: readonly (readonly [shiftId: string, screen: CodeScreen])[];
}

async function open(product: TestProduct, people: readonly string[]): Promise<Rush> {
  const screens: [string, CodeScreen][] = [];
  for (let index = 0; index < SHIFTS; index += 1) {
    const shiftId = await openShift(product);
    screens.push([shiftId, await CodeScreen.of(product, shiftId)]);
  }
  return { product, people, screens };
}

/** Half scan the code that the screen shows now, half send where they are. */
async function checkIn({ product, people, screens }: Rush, index: number): Promise<void> {
  const [shiftId, screen] = screens[index % SHIFTS] ?? [];
  const openId = people[index];
  if (shiftId === undefined || screen === undefined || openId === undefined) throw new Error('out of range');
  const evidence = index % (2 * SHIFTS) < SHIFTS ? screen.code() : at(index % 150);
  const { outcome } = await product.must(openId, 'attendance.checkIn', {
    requestId: requestId(),
    shiftId,
    evidence,
  });
  if (outcome !== 'checkedIn') throw new Error(`${openId} was told ${outcome}`);
}

/** Everybody comes at an instant of their own, evenly over the minute, whoever is still waiting. */
async function paced(rush: Rush): Promise<Load> {
  const startedAt = performance.now();
  const times = await Promise.all(
    rush.people.map(async (_openId, index) => {
      const due = startedAt + (index * MINUTE_MS) / PEOPLE;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      await checkIn(rush, index);
      return performance.now() - due;
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  return { perSecond: PEOPLE / seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** Throws unless everybody is there once, with one entry in the ledger. */
function countExactly({ product, screens }: Rush): number {
  const shiftIds = new Set<unknown>(screens.map(([shiftId]) => shiftId));
  const visits = product.documents('attendances').filter(({ shiftId }) => shiftIds.has(shiftId));
  const ids = new Set(visits.map(({ _id }) => _id));
  const entries = product.documents('ledger').filter(({ attendanceId }) => ids.has(attendanceId ?? null));
  const people = new Set(visits.map(({ volunteerId }) => volunteerId));
  const isExact =
    [visits.length, people.size, entries.length].every((count) => count === PEOPLE) &&
    visits.every(({ state }) => state === 'checkedIn');
  if (!isExact) throw new Error(`${String(visits.length)} visits, ${String(entries.length)} entries`);
  return visits.length;
}

function row(name: string, load: Load, counted: number): string {
  const seconds = (PEOPLE / load.perSecond).toFixed(1);
  const cells = [name, seconds, load.perSecond.toFixed(0), load.p50.toFixed(1), load.p99.toFixed(1), counted];
  return `| ${cells.join(' | ')} |`;
}

export async function benchRush(): Promise<string> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'xiangfeng-rush-'));
  const product = await TestProduct.start(1_000, WORKERS, { dataDirectory: data });
  try {
    const people = Array.from({ length: PEOPLE }, (_none, index) => `rush-${String(index)}`);
    const registering = people.map(
      (openId, index) => () => product.must(openId, 'volunteer.register', registration(index)),
    );
    await runLoad(registering, AT_ONCE);
    const [first, second] = [await open(product, people), await open(product, people)];
    const fastest = await runLoad(
      people.map((_openId, index) => () => checkIn(first, index)),
      AT_ONCE,
    );
    const evenly = await paced(second);
    return [
      '## 5,000 check-ins in a minute',
      '',
      `${String(PEOPLE)} people at ${String(SHIFTS)} shifts, half by the code of that moment,`,
      'half by location.',
      `${String(WORKERS)} function workers, database on disk, a durable commit before every answer. Then`,
      'visits, people and entries of the ledger are counted: exactly one of each for everybody.',
      '',
      '| | all answered, s | check-ins/s | p50 ms | p99 ms | counted |',
      '|---|---|---|---|---|---|',
      row(`as fast as it goes, ${String(AT_ONCE)} at once`, fastest, countExactly(first)),
      row('evenly over 60 s, from when each was due', evenly, countExactly(second)),
      '',
    ].join('\n');
  } finally {
    await product.stop();
    fs.rmSync(data, { recursive: true, force: true });
  }
}

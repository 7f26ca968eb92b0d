import path from 'node:path';
import { bundleFunctions } from '../../scripts/build-cloud';
import { PROJECT_DIRECTORY, TestProduct } from '../kit/product';
import type { WeekReport } from '../week/size';
import { runWeek } from '../week/week';
import { mutation, type Mutant } from './mutation';

/** Half a minute each; a machine under load several times that. */
jest.setTimeout(300_000);

/** `npm run campaign:week` runs thousands of people. */
const SIZE = { people: 30, stations: 2, days: 2, batches: 7, share: 0.7, strength: 2, minutes: 4 };
const SEEDS = [1];

async function live(seed: number, functionsDirectory?: string): Promise<WeekReport> {
  const product = await TestProduct.start(
    20,
    3,
    functionsDirectory === undefined ? {} : { functionsDirectory },
  );
  try {
    return await runWeek(product, seed, SIZE);
  } finally {
    await product.stop();
  }
}

test.each(SEEDS)('[SI10] a week of attendance keeps every promise under faults, seed %i', async (seed) => {
  const { broken, fired, counts, told, visits } = await live(seed);
  expect(broken).toEqual([]);
  expect(told).toBeGreaterThan(100);
  expect(visits).toBeGreaterThan(SIZE.people);
  for (const kind of [
    'latency',
    'dropAnswer',
    'error',
    'conflict',
    'duplicateDelivery',
    'clockOffset',
    'killWorker',
  ]) {
    expect([kind, (fired.get(kind) ?? 0) > 0]).toEqual([kind, true]);
  }
  for (const happening of [
    ...['no answer', 'stored without a network', 'app restarted', 'two phones at once', 'timers late'],
    ...['replays tried', 'tried: rotatingCode', 'tried: shortCode', 'tried: placeCode', 'moved house'],
    ...['helped: checkIn done', 'confirmation confirmed', 'accepted: attendance.voidRecord'],
    ...['accepted: attendance.tick ticked', 'late visit vouch reviewed'],
  ]) {
    expect([happening, (counts.get(happening) ?? 0) > 0]).toEqual([happening, true]);
  }
  expect(counts.get('replays accepted') ?? 0).toBe(0);
});

const MUTANTS: readonly Mutant[] = [
  {
    name: 'a check-out sent again counts again',
    file: 'domain/attendance/decide-check-out.ts',
    from: "if (attendance.checkOut !== null) return { kind: 'already', attendance };",
    to: '',
  },
  {
    name: 'what is published does not follow from its request',
    file: 'server/activity/create-activity.ts',
    from: 'const key = `${openId}:${input.requestId}`;',
    to: 'const key = `${openId}:${context.ports.randomId()}`;',
  },
  {
    name: 'codes are accepted three steps around the present one',
    file: 'domain/attendance/check-in-code.ts',
    from: 'export const CODE_TOLERANCE_STEPS = 1;',
    to: 'export const CODE_TOLERANCE_STEPS = 3;',
  },
  {
    name: 'a minute at two shifts counts for both',
    file: 'domain/attendance/service-day.ts',
    from: 'const minutes = wholeMinutes(without(visit.intervals, taken));',
    to: 'const minutes = wholeMinutes(visit.intervals);',
  },
  {
    name: 'a seat is taken without the shift that counts it',
    file: 'server/enrolment/seats.ts',
    from: "if (isChanged) await transaction.put('shifts', next);",
    to: '',
  },
  {
    name: 'a free seat goes to the last in line',
    file: 'domain/enrolment/line.ts',
    from: 'const [first, ...parties] = served.line.parties;',
    to: 'const [first, ...parties] = [...served.line.parties].reverse(); parties.reverse();',
  },
  {
    name: 'time that a void frees is given to nobody',
    file: 'server/attendance/void-record.ts',
    from: 'for (const one of decision.recredited) await recredit(transaction, clock, one, request);',
    to: '',
  },
  {
    name: 'a move leaves no entry',
    file: 'server/attendance/write-moves.ts',
    from: 'for (const move of moves) await addLedgerEntry(transaction, move, request, actor, context.now);',
    to: 'await addLedgerEntry(transaction, last, request, actor, context.now);',
  },
];
const MUTANT_SEEDS = [1, 2, 3];

test.each(MUTANTS)('[SI11] the week notices when $name', async (mutant) => {
  const directory = path.join(PROJECT_DIRECTORY, 'dist', 'mutants', mutant.name.replaceAll(' ', '-'));
  await bundleFunctions(directory, [mutation(mutant)]);
  const broken: string[] = [];
  for (const seed of MUTANT_SEEDS) {
    if (broken.length === 0) broken.push(...(await live(seed, directory)).broken);
  }
  expect(broken).not.toEqual([]);
});

import path from 'node:path';
import { bundleFunctions } from '../../scripts/build-cloud';
import { PROJECT_DIRECTORY, TestProduct } from '../kit/product';
import type { WeekReport, WeekSize } from '../week/size';
import { runWeek } from '../week/week';
import { mutation } from './mutation';
import { MUTANTS } from './week-mutants';

/** Some seconds each; a machine under load many times that. */

/** `npm run campaign:week` runs thousands of people. */
const SIZE: WeekSize = {
  ...{ people: 16, stations: 2, days: 2, batches: 7, share: 0.8, desks: 2, minutes: 4 },
  ...{ strength: 3, deaths: 0.5, enough: 3 },
};
/**
 * Ends at the first broken rule. A start after each death takes longest, and no mutant needs one; nor a race,
 * so one instance has to warm up.
 */
const MUTANT_SIZE: WeekSize = { ...SIZE, desks: 1, strength: 6, deaths: 0, enough: 1 };
const MUTANT_WORKERS = 1;
/** Those built anew with a mutant: what people call, and the timers. */
const FUNCTIONS = ['api', 'fold', 'sweep'];
const WORKERS = 2;
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

async function live(
  seed: number,
  size: WeekSize,
  workers: number,
  wishes: { readonly functionsDirectory?: string } = {},
): Promise<WeekReport> {
  const product = await TestProduct.start(20, workers, wishes);
  try {
    return await runWeek(product, seed, size);
  } finally {
    await product.stop();
  }
}

/** Kinds of faults, and what people, phones and offices did: all of it must really have been there. */
const WANTED = [
  ...['latency', 'dropAnswer', 'error', 'conflict', 'duplicateDelivery', 'clockOffset', 'killWorker'],
  ...['no answer', 'stored without a network', 'app restarted', 'two phones at once', 'timers late'],
  ...['replays tried', 'tried: rotatingCode', 'tried: shortCode', 'tried: placeCode', 'moved house'],
  ...['helped: checkIn done', 'confirmation confirmed', 'accepted: attendance.voidRecord'],
  ...['accepted: attendance.tick ticked', 'late visit vouch reviewed'],
];

test('[SI10] a week of attendance keeps every promise under faults', async () => {
  let missing: readonly string[] = WANTED;
  for (const seed of SEEDS) {
    // One week has nearly all; who is quicker than whom is the machine's matter.
    if (missing.length === 0) break;
    const { broken, fired, counts, told, visits } = await live(seed, SIZE, WORKERS);
    expect(broken).toEqual([]);
    expect(counts.get('replays accepted') ?? 0).toBe(0);
    expect(told).toBeGreaterThan(100);
    expect(visits).toBeGreaterThan(SIZE.people);
    missing = missing.filter((name) => (fired.get(name) ?? counts.get(name) ?? 0) === 0);
  }
  expect(missing).toEqual([]);
});

test.each(MUTANTS)('[SI11] the week notices when $name', async (mutant) => {
  const directory = path.join(PROJECT_DIRECTORY, 'dist', 'mutants', mutant.name.replaceAll(' ', '-'));
  await bundleFunctions(directory, [mutation(mutant)], FUNCTIONS);
  const broken: string[] = [];
  for (const seed of SEEDS) {
    if (broken.length > 0) break;
    const wishes = { functionsDirectory: directory };
    broken.push(...(await live(seed, MUTANT_SIZE, MUTANT_WORKERS, wishes)).broken);
  }
  expect(broken).not.toEqual([]);
});

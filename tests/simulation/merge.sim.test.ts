import path from 'node:path';
import { bundleFunctions } from '../../scripts/build-cloud';
import { PROJECT_DIRECTORY, TestProduct } from '../kit/product';
import { simulateMerges, type MergeReport } from './merge';
import { mutation, type Mutant } from './mutation';

/** A seed takes some ten seconds; a machine under load several times that. */
const SEEDS = [11, 12];
const PAIRS = 4;
const reports: MergeReport[] = [];

test.each(SEEDS)('[SI15] merging under faults, seed %i', async (seed) => {
  const product = await TestProduct.start(20, 3);
  try {
    const report = await simulateMerges(product, seed, PAIRS);
    reports.push(report);
    expect(report.broken).toEqual([]);
  } finally {
    await product.stop();
  }
});

test('[SI15] functions died meanwhile, and records went over', () => {
  const total = (field: 'movedCount' | 'droppedCount' | 'kills') =>
    reports.reduce((sum, report) => sum + report[field], 0);
  expect(total('kills')).toBeGreaterThan(0);
  expect(total('movedCount')).toBeGreaterThan(SEEDS.length * PAIRS);
  expect(total('droppedCount')).toBeGreaterThan(0);
});

const MUTANTS: readonly Mutant[] = [
  {
    name: 'what a visit takes of a day is not looked for in the days of the survivor',
    file: 'domain/attendance/take-over.ts',
    from: 'const known = days.find((one) => one.day === day) ?? ',
    to: 'const known = ',
  },
  {
    name: 'the seat of who ends is not given back',
    file: 'server/person/take-over-visit.ts',
    from: 'if (holdsSeat(ended)) after = releaseSeat(after, ended.enrolment.post);',
    to: '',
  },
];

test.each(MUTANTS)('[SI15] the simulation of merging notices when $name', async (mutant) => {
  const directory = path.join(PROJECT_DIRECTORY, 'dist', 'mutants', mutant.name.replaceAll(' ', '-'));
  await bundleFunctions(directory, [mutation(mutant)]);
  const product = await TestProduct.start(20, 3, { functionsDirectory: directory });
  try {
    const { broken } = await simulateMerges(product, SEEDS[0] ?? 0, PAIRS).catch((error: unknown) => ({
      broken: [String(error)],
    }));
    expect(broken).not.toEqual([]);
  } finally {
    await product.stop();
  }
});

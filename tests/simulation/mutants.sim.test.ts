/**
 * Would the simulation notice? Each mutant is the product with one safeguard taken out; each must turn it
 * red.
 */
import path from 'node:path';
import { bundleFunctions } from '../../scripts/build-cloud';
import { PROJECT_DIRECTORY, TestProduct } from '../kit/product';
import { changeDuringFold } from './late-fact';
import { mutation, type Mutant } from './mutation';
import { simulate } from './simulate';

const MUTANTS: readonly Mutant[] = [
  {
    name: 'the mark is not written when a fact changes',
    file: 'server/attendance/write-moves.ts',
    from: 'if (isCounted)',
    to: 'if (false)',
  },
  {
    name: 'the fold does not look whether the mark is still the one it read',
    file: 'server/statistics/fold-volunteers.ts',
    from: 'if (current?.version !== mark.version) continue;',
    to: 'if (current?.version === "") continue;',
  },
  {
    name: 'the seat is not held by the shift',
    file: 'server/enrolment/seats.ts',
    from: 'const { takenCount, capacity } = after;',
    to: 'const { takenCount, capacity } = before;',
  },
  {
    name: 'a repeated check-in is not recognised',
    file: 'domain/attendance/decide-check-in.ts',
    from: "if (hasCheckedIn(attendance)) return { kind: 'already', attendance };",
    to: '',
  },
  {
    name: 'the stored contribution is not taken off before the new one is added',
    file: 'server/statistics/fold-volunteers.ts',
    from: 'differenceOf(toChanges(stored), changes)',
    to: 'differenceOf([], changes)',
  },
  {
    name: 'the fold does not store what came of a link',
    file: 'server/statistics/fold-volunteers.ts',
    from: '...toStoredReferral(referral),',
    to: '',
  },
  {
    name: 'the sweep does not mark an opening as counted',
    file: 'server/reach/count-openings.ts',
    from: '{ ...opening, isCounted: true }',
    to: '{ ...opening, isCounted: false }',
  },
];
const SEEDS = [101, 102];

test.each(MUTANTS)('[SI3] the simulation notices when $name', async (mutant) => {
  const directory = path.join(PROJECT_DIRECTORY, 'dist', 'mutants', mutant.name.replaceAll(' ', '-'));
  await bundleFunctions(directory, [mutation(mutant)]);
  const broken: string[] = [];
  for (const seed of SEEDS) {
    const product = await TestProduct.start(20, 3, { functionsDirectory: directory });
    try {
      if (seed === SEEDS[0]) broken.push(...(await changeDuringFold(product)));
      if (broken.length === 0) {
        broken.push(...(await simulate(product, seed, { volunteers: 24, rounds: 5 })).broken);
      }
    } finally {
      await product.stop();
    }
    if (broken.length > 0) break;
  }
  expect(broken).not.toEqual([]);
});

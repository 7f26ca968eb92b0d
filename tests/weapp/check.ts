/**
 * The compiled WeChat build before judges that nobody here wrote: WeChat's compilers, schemas and uploader,
 * and its component system, in which the app then does the main job. `tsx tests/weapp/check.ts [build]`;
 * prints findings and counts.
 */
import fs from 'node:fs';
import path from 'node:path';

import { ensureBuilt } from '../../scripts/build';
import { root } from '../../scripts/run-command';
import { finish, runSteps, sumOutcomes, type Step } from '../../scripts/steps';
import { TestProduct } from '../kit/product';

import { appWalks } from './app-walks';
import { arrivalWalks } from './arrival-walks';
import { judges } from './judges/all';
import type { Judge } from './judges/finding';
import { mutationSteps } from './mutations';
import { installPackages } from './packages';
import { Ground, walks } from './walk';
import { WeappBuild } from './weapp-build';

const MAXIMUM_SHOWN = 10;
const workshop = path.join(root, '.cache', 'weapp');

function judgeStep(build: WeappBuild, { name, judge }: Judge): Step {
  return {
    name,
    run: async () => {
      const findings = await judge(build);
      if (findings.length > 0) throw new Error(findings.slice(0, MAXIMUM_SHOWN).join('\n'));
      return undefined;
    },
  };
}

function walkSteps(build: WeappBuild, product: TestProduct): Step[] {
  return [...walks, ...appWalks, ...arrivalWalks].map(({ name, run }) => ({
    name,
    run: async () => {
      const ground = new Ground(build, product);
      try {
        await run(ground);
      } finally {
        ground.finish();
      }
      return undefined;
    },
  }));
}

/** A copy, so that a build that starts meanwhile pulls nothing from under the judges. */
function copyOfBuild(source: string): string {
  fs.rmSync(workshop, { recursive: true, force: true });
  const copy = path.join(workshop, 'build');
  fs.cpSync(source, copy, { recursive: true });
  return copy;
}

/** `given`: a build made elsewhere. */
async function main(given: string | undefined): Promise<void> {
  installPackages();
  await ensureBuilt('cloud');
  if (given === undefined) await ensureBuilt('weapp');
  const directory = copyOfBuild(given ?? path.join(root, 'dist', 'weapp'));
  const build = new WeappBuild(directory);
  const judged = await runSteps(
    judges.map((judge) => judgeStep(build, judge)),
    1,
  );
  const product = await TestProduct.start(60, 2);
  const walked = await runSteps(walkSteps(build, product), 1);
  const mutated = await runSteps(mutationSteps(directory, workshop, product), 1);
  await product.stop();
  finish(sumOutcomes([judged, walked, mutated]));
  // The engine's window keeps the process alive.
  process.exit();
}

process.on('unhandledRejection', (error) => {
  console.log(error);
  process.exit(1);
});

void main(process.argv[2]);

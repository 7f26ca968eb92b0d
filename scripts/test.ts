/**
 * `npm test`: every check, every build and every test, in the order in which a mistake is cheapest to find.
 */
import { ensureBuilt } from './build';
import { checkSteps } from './check';
import { checkSizes } from './check-sizes';
import { runJest } from './run-jest';
import { finish, runSteps, sumOutcomes, type Step } from './steps';

const buildSteps: readonly Step[] = (['h5', 'weapp', 'cloud'] as const).map((name) => ({
  name: `build ${name}`,
  run: async () => {
    await ensureBuilt(name);
    return undefined;
  },
}));

const sizeStep: Step = {
  name: 'sizes',
  run: () => {
    checkSizes();
    return Promise.resolve(undefined);
  },
};

function jestStep(...projects: string[]): Step {
  return { name: `tests: ${projects.join(', ')}`, run: () => runJest(projects) };
}

async function main(): Promise<void> {
  const checked = await runSteps(checkSteps);
  const built = await runSteps(buildSteps);
  if (built.failed > 0) {
    finish(sumOutcomes([checked, built]));
    return;
  }
  const tested = await runSteps(
    [
      sizeStep,
      jestStep('domain', 'contract', 'server', 'local-cloud', 'demo', 'simulation', 'app'),
      jestStep('weapp', 'e2e'),
    ],
    1,
  );
  finish(sumOutcomes([checked, built, tested]));
}

void main();

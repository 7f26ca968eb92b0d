/**
 * `npm test`: every check, every build and every test, in the order in which a mistake is cheapest to find.
 */
import { ensureBuilt } from './build';
import { checkSteps } from './check';
import { checkSizes } from './check-sizes';
import { runTool } from './run-command';
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

/** The compiled mini-program in WeChat's own tools, which take a process of their own. */
const weappStep: Step = {
  name: 'tests: weapp',
  run: async () => {
    const { code, output } = await runTool('tsx', ['tests/weapp/check.ts']);
    console.log(output.trimEnd());
    const counts = /(\d+) passed, (\d+) failed$/m.exec(output);
    const outcome = { passed: Number(counts?.[1] ?? 0), failed: Number(counts?.[2] ?? 1) };
    return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
  },
};

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
      weappStep,
      jestStep('e2e'),
    ],
    1,
  );
  finish(sumOutcomes([checked, built, tested]));
}

void main();

/** Named steps with times, run two at a time, and one count at the end. */
export interface StepOutcome {
  passed: number;
  failed: number;
}

export interface Step {
  name: string;
  /** Throws, or reports failures, when the step fails. A step that reports nothing counts as one pass. */
  run: () => Promise<StepOutcome | undefined>;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

async function runStep(step: Step): Promise<StepOutcome> {
  const startedAt = performance.now();
  try {
    const outcome = (await step.run()) ?? { passed: 1, failed: 0 };
    console.log(`${outcome.failed === 0 ? '✓' : '✗'} ${step.name} (${seconds(startedAt)})`);
    return outcome;
  } catch (error) {
    console.log(`✗ ${step.name} (${seconds(startedAt)})`);
    console.log(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  }
}

/** Runs the steps, at most `lanes` at once, all of them even when one fails. */
export async function runSteps(steps: readonly Step[], lanes = 2): Promise<StepOutcome> {
  const queue = [...steps];
  const total: StepOutcome = { passed: 0, failed: 0 };
  const lane = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      const outcome = await runStep(step);
      total.passed += outcome.passed;
      total.failed += outcome.failed;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return total;
}

export function sumOutcomes(outcomes: readonly StepOutcome[]): StepOutcome {
  return {
    passed: outcomes.reduce((sum, outcome) => sum + outcome.passed, 0),
    failed: outcomes.reduce((sum, outcome) => sum + outcome.failed, 0),
  };
}

/** Prints the one line everything ends with and sets the exit code. */
export function finish(outcome: StepOutcome): void {
  console.log(`${outcome.passed} passed, ${outcome.failed} failed`);
  process.exitCode = outcome.failed === 0 ? 0 : 1;
}

/** Runs jest projects and counts their tests. */
import fs from 'node:fs';
import path from 'node:path';

import { root, runTool } from './run-command';
import type { StepOutcome } from './steps';

function numberIn(report: object, field: string): number {
  const value: unknown = Object.entries(report).find(([name]) => name === field)?.[1];
  return typeof value === 'number' ? value : 0;
}

/** A suite that cannot even start counts as one failure. */
function parseReport(file: string): StepOutcome {
  const report: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (typeof report !== 'object' || report === null) return { passed: 0, failed: 1 };
  const brokenSuites = numberIn(report, 'numRuntimeErrorTestSuites');
  return {
    passed: numberIn(report, 'numPassedTests'),
    failed: numberIn(report, 'numFailedTests') + brokenSuites,
  };
}

/** `projects` as named in jest.config.cjs. Output is shown as it comes. */
export async function runJest(
  projects: readonly string[],
  args: readonly string[] = [],
): Promise<StepOutcome> {
  const file = path.join(root, '.cache/jest', `report-${projects.join('-')}.json`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.rmSync(file, { force: true });
  const { code } = await runTool(
    'jest',
    ['--selectProjects', ...projects, '--passWithNoTests', '--json', `--outputFile=${file}`, ...args],
    { isLive: true },
  );
  const outcome = fs.existsSync(file) ? parseReport(file) : { passed: 0, failed: 1 };
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

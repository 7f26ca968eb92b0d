/** `npm run check`: types, lint, format, dependency rule and house rules. No build, no browser. */
import { mustRunTool } from './run-command';
import { runJest } from './run-jest';
import { finish, runSteps, type Step } from './steps';

const layers = ['domain', 'contract', 'server', 'cloudfunctions', 'src', 'local-cloud', 'demo'];

function toolStep(name: string, ...[tool, args]: Parameters<typeof mustRunTool>): Step {
  return {
    name,
    run: async () => {
      await mustRunTool(tool, args);
      return undefined;
    },
  };
}

export const checkSteps: readonly Step[] = [
  toolStep('types', 'tsc', [
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    '.cache/tsc/tsconfig.tsbuildinfo',
  ]),
  toolStep('lint', 'eslint', ['--cache', '--cache-location', '.cache/eslint/', '--max-warnings', '0', '.']),
  toolStep('format', 'prettier', ['--check', '--log-level', 'warn', '.']),
  toolStep('dependency rule', 'depcruise', ['--config', '.dependency-cruiser.cjs', ...layers]),
  { name: 'house rules', run: () => runJest(['tidy']) },
];

async function main(): Promise<void> {
  finish(await runSteps(checkSteps));
}

if (require.main === module) void main();

/**
 * `npm run bench`: measurements, not tests. Everything in one run, so that ratios mean something on a busy
 * machine. Writes docs/measurements/bench.md.
 */
import fs from 'node:fs';
import path from 'node:path';
import { benchBoard } from '../tests/bench/board';
import { benchCheckIns } from '../tests/bench/check-ins';
import { ensureBuilt } from './build';
import { root } from './run-command';

async function main(): Promise<void> {
  await ensureBuilt('cloud');
  const sections = [await benchCheckIns(), await benchBoard()];
  const text = [
    '# Measurements of the main job',
    '',
    'Made by `npm run bench` on 2 cores, one run; compare ratios, not absolute times.',
    '',
    ...sections,
  ].join('\n');
  const file = path.join(root, 'docs/measurements/bench.md');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${text}\n`);
  console.log(text);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

/**
 * `npm run bench -- [--sizes 1000,200000,1000000] [--rate 100] [--keep DIR]
 * [--only check-ins|race|import|scale] [--rows 100000]`:
 * measurements, not tests. Everything in one run, so that ratios mean something on a busy machine.
 * Writes bench.md
 * and scale.md in docs/measurements, after each part, so that a run that is stopped says how far it came.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchCheckIns } from '../tests/bench/check-ins';
import { benchImport } from '../tests/bench/import';
import { benchRace } from '../tests/bench/race';
import { benchScale } from '../tests/bench/scale';
import { ensureBuilt } from './build';
import { root } from './run-command';

const SIZES = '1000,200000,1000000';

function write(
  name: 'bench' | 'race' | 'import' | 'scale',
  title: string,
  command: string,
  section: string,
): void {
  const text = [
    `# ${title}`,
    '',
    `Made by \`${command}\` on ${String(os.cpus().length)} cores, one run;`,
    'compare ratios, not absolute times.',
    '',
    section.trimEnd(),
    '',
  ].join('\n');
  fs.writeFileSync(path.join(root, 'docs/measurements', `${name}.md`), text);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: SIZES },
      rate: { type: 'string', default: '100' },
      keep: { type: 'string' },
      only: { type: 'string' },
      rows: { type: 'string', default: '100000' },
    },
  });
  await ensureBuilt('cloud');
  if (values.only === 'race' || values.only === undefined) {
    write('race', 'Measurements of enrolment', 'npm run bench -- --only race', await benchRace());
  }
  if (values.only === 'race') return;
  if (values.only === 'import' || values.only === undefined) {
    const command = `npm run bench -- --only import --rows ${values.rows}`;
    write('import', 'Measurements of an import', command, await benchImport(Number(values.rows)));
  }
  if (values.only === 'import') return;
  if (values.only !== 'scale') {
    write(
      'bench',
      'Measurements of the main job',
      'npm run bench -- --only check-ins',
      await benchCheckIns(),
    );
  }
  if (values.only === 'check-ins') return;
  const command = `npm run bench -- --only scale --sizes ${values.sizes} --rate ${values.rate}`;
  const keepIn = values.keep === undefined ? null : path.resolve(values.keep);
  const wishes = { sizes: values.sizes.split(',').map(Number), rate: Number(values.rate), keepIn };
  await benchScale(wishes, (section) => {
    const load = os.loadavg().map((value) => value.toFixed(0));
    const busy = `${section}\nLoad of the machine then (1, 5, 15 minutes): ${load.join(', ')}.`;
    write('scale', 'Measurements of cities of several sizes', command, busy);
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

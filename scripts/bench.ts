/**
 * `npm run bench -- [--sizes 1000,200000,1000000] [--rate 100] [--keep DIR] [--only check-ins|scale]`: measurements, not tests.
 * Everything in one run, so that ratios mean something on a busy machine. Writes docs/measurements/bench.md
 * after each part, so that a run that is stopped says how far it came.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchCheckIns } from '../tests/bench/check-ins';
import { benchScale } from '../tests/bench/scale';
import { ensureBuilt } from './build';
import { root } from './run-command';

const SIZES = '1000,200000,1000000';

function write(sections: readonly string[], command: string): void {
  const text = [
    '# Measurements of the main job',
    '',
    `Made by \`${command}\` on ${String(os.cpus().length)} cores, one run; compare ratios, not absolute times.`,
    '',
    ...sections,
  ].join('\n');
  fs.writeFileSync(path.join(root, 'docs/measurements/bench.md'), `${text.trimEnd()}\n`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: SIZES },
      rate: { type: 'string', default: '100' },
      keep: { type: 'string' },
      only: { type: 'string' },
    },
  });
  await ensureBuilt('cloud');
  const command = `npm run bench -- --sizes ${values.sizes} --rate ${values.rate}`;
  const checkIns = values.only === 'scale' ? '' : await benchCheckIns();
  write([checkIns], command);
  if (values.only !== 'check-ins') {
    const keepIn = values.keep === undefined ? null : path.resolve(values.keep);
    const wishes = { sizes: values.sizes.split(',').map(Number), rate: Number(values.rate), keepIn };
    await benchScale(wishes, (text) => {
      write([checkIns, text], command);
    });
  }
  console.log(fs.readFileSync(path.join(root, 'docs/measurements/bench.md'), 'utf8'));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

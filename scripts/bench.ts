/**
 * `npm run bench -- [--only check-ins|rush|race|near-me|import|scan|landing|scale]
 * [--sizes 1000,200000,1000000] [--rate 100] [--keep DIR] [--runs 30] [--rows 100000]`: measurements, not
 * tests. Everything in one run, so that ratios mean something on a busy machine. Writes a page of
 * docs/measurements after each part, so that a run that is stopped says how far it came.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchCheckIns } from '../tests/bench/check-ins';
import { benchRoster, benchRosterKilled } from '../tests/bench/import';
import { benchRecords, benchRecordsKilled } from '../tests/bench/import-records';
import { benchNearMe } from '../tests/bench/near-me';
import { benchLanding } from '../tests/bench/landing';
import { benchRace } from '../tests/bench/race';
import { benchRush } from '../tests/bench/rush';
import { benchScan } from '../tests/bench/scan';
import { benchScale } from '../tests/bench/scale';
import { ensureBuilt } from './build';
import { root } from './run-command';

const SIZES = '1000,200000,1000000';

type Page = 'bench' | 'rush' | 'race' | 'near-me' | 'import' | 'scan' | 'landing' | 'scale';

function write(name: Page, title: string, command: string, section: string): void {
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
      runs: { type: 'string', default: '30' },
      rows: { type: 'string', default: '100000' },
    },
  });
  await ensureBuilt('cloud');
  const isWanted = (part: string): boolean => values.only === undefined || values.only === part;
  if (isWanted('race')) {
    write('race', 'Measurements of enrolment', 'npm run bench -- --only race', await benchRace());
  }
  if (isWanted('near-me')) {
    write('near-me', 'Measurements of 附近', 'npm run bench -- --only near-me', await benchNearMe());
  }
  if (isWanted('import')) {
    const command = `npm run bench -- --only import --rows ${values.rows}`;
    const sections: string[] = [];
    for (const part of [benchRoster, benchRosterKilled, benchRecords, benchRecordsKilled]) {
      sections.push(await part(Number(values.rows)));
      write('import', 'Measurements of an import', command, sections.join('\n'));
    }
  }
  if (isWanted('scan')) {
    await ensureBuilt('h5');
    const section = await benchScan(Number(values.runs));
    const command = `npm run bench -- --only scan --runs ${values.runs}`;
    write('scan', 'Measurements of a scan', command, section);
  }
  if (isWanted('landing')) {
    await ensureBuilt('h5');
    const command = `npm run bench -- --only landing --runs ${values.runs}`;
    write('landing', 'Measurements of the small pages', command, await benchLanding(Number(values.runs)));
  }
  if (isWanted('check-ins')) {
    const section = await benchCheckIns();
    write('bench', 'Measurements of the main job', 'npm run bench -- --only check-ins', section);
  }
  if (isWanted('rush')) {
    write('rush', 'Measurements of a rush', 'npm run bench -- --only rush', await benchRush());
  }
  if (!isWanted('scale')) return;
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

/**
 * What a recount costs: `npx tsx scripts/bench-audit.ts [volunteers]`. Writes docs/measurements/audit.md.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { TestProduct } from '../tests/kit/product';
import { CITY_OFFICE } from '../tests/kit/shifts';
import { ensureBuilt } from './build';
import { root } from './run-command';

const DEFAULT_VOLUNTEERS = 20_000;
const MEGABYTE = 1024 * 1024;
const SAMPLE_MS = 50;
const MAXIMUM_RUNS = 100;

async function main(): Promise<void> {
  const volunteers = Number(process.argv[2] ?? DEFAULT_VOLUNTEERS);
  await ensureBuilt('cloud');
  const product = await TestProduct.start(volunteers, 1);
  const before = process.memoryUsage().rss;
  let peak = before;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, SAMPLE_MS);
  product.cloud.database.resetStatistics();
  const startedAt = performance.now();
  let runs = 0;
  let recount;
  while (recount === undefined && runs < MAXIMUM_RUNS) {
    await product.cloud.runTimer('nightly');
    runs += 1;
    [recount] = (await product.must(CITY_OFFICE, 'audit.getOverview', {})).recounts;
  }
  const seconds = (performance.now() - startedAt) / 1000;
  clearInterval(sampler);
  const trips = product.cloud.database.statistics().roundTrips;
  const records = product.documents('attendances').length;
  await product.stop();
  const rows = [
    ['volunteers', volunteers.toLocaleString('en')],
    ['records (at most 100,000 counted)', records.toLocaleString('en')],
    ['divisions compared', String(recount?.counts.divisionCount)],
    ['differences', String(recount?.counts.differenceCount)],
    ['outcome', String(recount?.outcome)],
    ['time, with snapshot and chain check', `${seconds.toFixed(1)} s`],
    ['runs of the timer (12 minutes each at most)', String(runs)],
    ['database round trips', trips.toLocaleString('en')],
    ['memory of the whole process before', `${(before / MEGABYTE).toFixed(0)} MB`],
    ['highest during the recount', `${(peak / MEGABYTE).toFixed(0)} MB`],
  ];
  const text = [
    '# What a recount costs',
    '',
    'Made by `npx tsx scripts/bench-audit.ts`, one run, on the local cloud in memory: the',
    'memory is that of database, host and function together;',
    `${String(os.cpus().length)} cores, shared with other work.`,
    '',
    '| | |',
    '|---|---|',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
  fs.writeFileSync(path.join(root, 'docs/measurements/audit.md'), `${text}\n`);
  console.log(text);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

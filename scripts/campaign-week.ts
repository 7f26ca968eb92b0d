/**
 * `npm run campaign:week -- [--people 2000] [--days 7] [--seed 1]`: a week of attendance on the local cloud
 * under every fault there is. Writes docs/measurements/week.md.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { TestProduct } from '../tests/kit/product';
import { DEADLY_CALLS } from '../tests/week/faults';
import type { WeekReport, WeekSize } from '../tests/week/size';
import { runWeek } from '../tests/week/week';
import { ensureBuilt } from './build';
import { root } from './run-command';

const SEEDED = 20;
const WORKERS = 4;
/** broken rules: more are not needed to see what is wrong */
const ENOUGH = 10;

const number = (value: number): string => value.toLocaleString('en');

function table(head: string, counts: ReadonlyMap<string, number>): string[] {
  const rows = [...counts].sort(([, a], [, b]) => b - a);
  return [`| ${head} | |`, '|---|---|', ...rows.map(([name, count]) => `| ${name} | ${number(count)} |`), ''];
}

/** The deaths of `api` before and after each of its requests to the cloud. */
function deaths(fired: ReadonlyMap<string, number>): string[] {
  const calls = Array.from({ length: DEADLY_CALLS }, (_none, index) => String(index + 1));
  const diedAt = (side: string, call: string): string =>
    number(fired.get(`killed: api ${side} call ${call}`) ?? 0);
  const row = (side: string): string =>
    `| ${side} | ${calls.map((call) => diedAt(side, call)).join(' | ')} |`;
  return [
    '## The function `api` died at its n-th request to the cloud',
    '',
    `| | ${calls.join(' | ')} |`,
    `|---|${calls.map(() => '---|').join('')}`,
    ...['before', 'after'].map(row),
    '',
  ];
}

function textOf(seed: number, size: WeekSize, report: WeekReport, seconds: number): string {
  const { people, stations, days, batches, share, desks, strength, minutes } = size;
  const { counts, fired, broken } = report;
  const kinds = new Map([...fired].filter(([name]) => !name.includes(':')));
  const rows: readonly (readonly [string, number])[] = [
    ['people, on 1.3 phones each', people],
    ['stations, under organisers of eight teams', stations],
    ['commands, each with its final answer', counts.get('final answers') ?? 0],
    ['requests sent', counts.get('sent') ?? 0],
    ['visits', report.visits],
    ['things clients were told, compared after every batch', report.told],
    ['checks of everything stored', report.checks],
    ['figures compared with a recount', report.figures],
    ['worthless codes tried', counts.get('replays tried') ?? 0],
    ['of them accepted', counts.get('replays accepted') ?? 0],
  ];
  return [
    '# A simulated week',
    '',
    `Made by \`npm run campaign:week -- --people ${String(people)} --stations ${String(stations)} --days ` +
      `${String(days)} --batches ${String(batches)} --share ${String(share)} ` +
      `--desks ${String(desks)} --strength ${String(strength)} --deaths ${String(size.deaths)} ` +
      `--seed ${String(seed)} --minutes ${String(minutes)}\`,`,
    `one run of ${seconds.toFixed(0)} s; whole days lived through: ${number(counts.get('whole days') ?? 0)}.`,
    'docs/testing.md says what is real and what is checked.',
    '',
    '| | |',
    '|---|---|',
    ...rows.map(([name, value]) => `| ${name} | ${number(value)} |`),
    `| **broken rules** | **${number(broken.length)}** |`,
    '',
    ...broken,
    ...table('fault', kinds),
    ...deaths(fired),
    '## What happened',
    '',
    ...table('', counts),
  ].join('\n');
}

async function main(): Promise<void> {
  const option = (value: string) => ({ type: 'string' as const, default: value });
  const { values } = parseArgs({
    options: {
      ...{ people: option('2000'), stations: option('12'), days: option('7'), batches: option('14') },
      ...{ seed: option('1'), share: option('0.06'), desks: option('0.4') },
      ...{ strength: option('1'), deaths: option('1'), minutes: option('60') },
    },
  });
  await ensureBuilt('cloud');
  const seed = Number(values.seed);
  const size: WeekSize = {
    people: Number(values.people),
    stations: Number(values.stations),
    days: Number(values.days),
    batches: Number(values.batches),
    share: Number(values.share),
    desks: Number(values.desks),
    strength: Number(values.strength),
    deaths: Number(values.deaths),
    enough: ENOUGH,
    minutes: Number(values.minutes),
  };
  const product = await TestProduct.start(SEEDED, WORKERS);
  const startedAt = performance.now();
  try {
    const report = await runWeek(product, seed, size);
    const text = textOf(seed, size, report, (performance.now() - startedAt) / 1_000);
    fs.writeFileSync(path.join(root, 'docs/measurements/week.md'), `${text.trimEnd()}\n`);
    console.log(text);
    if (report.broken.length > 0) process.exitCode = 1;
  } finally {
    await product.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

/**
 * `npm run campaign -- [--operations 1000000] [--seed 1]`: very many random operations in bad weather, every
 * figure compared with a naive count. Writes docs/measurements/campaign.md.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runCampaign } from '../tests/campaign/campaign';
import { root } from './run-command';

/** One city lives through so many operations; then another begins with the next seed. */
const OPERATIONS_OF_A_CITY = 5_000;
const EVERY = 500;
const SHOWN = 20;

type Counts = Map<string, number>;

function addTo(total: Counts, counts: ReadonlyMap<string, number>): void {
  for (const [name, count] of counts) total.set(name, (total.get(name) ?? 0) + count);
}

const sumOf = (counts: Counts): number => [...counts.values()].reduce((sum, count) => sum + count, 0);
const number = (value: number): string => value.toLocaleString('en');

function table(head: string, counts: Counts): string[] {
  const rows = [...counts].sort(([, a], [, b]) => b - a);
  return [`| ${head} | |`, '|---|---|', ...rows.map(([name, count]) => `| ${name} | ${number(count)} |`), ''];
}

interface Totals {
  readonly wanted: number;
  readonly firstSeed: number;
  readonly startedAt: number;
  readonly operations: Counts;
  readonly events: Counts;
  readonly differences: string[];
  comparisons: number;
  compared: number;
  cities: number;
}

async function addCity(totals: Totals, operations: number): Promise<void> {
  const seed = totals.firstSeed + totals.cities;
  const report = await runCampaign(seed, { operations, every: EVERY });
  totals.cities += 1;
  totals.comparisons += report.comparisons;
  totals.compared += report.compared;
  addTo(totals.operations, report.operations);
  addTo(totals.events, report.events);
  totals.differences.push(...report.differences.map((difference) => `seed ${String(seed)}: ${difference}`));
}

function textOf({
  wanted,
  firstSeed,
  startedAt,
  operations,
  events,
  differences,
  ...totals
}: Totals): string {
  const seconds = (performance.now() - startedAt) / 1000;
  const done = sumOf(operations);
  const lastSeed = firstSeed + totals.cities - 1;
  return [
    '# The campaign',
    '',
    `Made by \`npm run campaign -- --operations ${String(wanted)} --seed ${String(firstSeed)}\`, one run.`,
    'The same command makes the same run; docs/testing.md says what an operation is.',
    '',
    '| | |',
    '|---|---|',
    `| operations | ${number(done)}${done < wanted ? `, of ${number(wanted)}: under way or stopped` : ''} |`,
    `| cities (seeds ${String(firstSeed)} to ${String(lastSeed)}) | ${number(totals.cities)} |`,
    `| comparisons of everything | ${number(totals.comparisons)} |`,
    `| figures and cells compared | ${number(totals.compared)} |`,
    `| **differences** | **${number(differences.length)}** |`,
    `| time | ${seconds.toFixed(0)} s, ${number(Math.round(done / seconds))} operations/s |`,
    '',
    ...table('operation', operations),
    ...table('what happened meanwhile', events),
    ...differences.slice(0, SHOWN),
  ]
    .join('\n')
    .trimEnd();
}

/** Written as it goes: a run that is stopped says how far it came. */
function write(totals: Totals): void {
  fs.writeFileSync(path.join(root, 'docs/measurements/campaign.md'), `${textOf(totals)}\n`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      operations: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const wanted = Number(values.operations);
  const totals: Totals = {
    wanted,
    firstSeed: Number(values.seed),
    startedAt: performance.now(),
    operations: new Map(),
    events: new Map(),
    differences: [],
    comparisons: 0,
    compared: 0,
    cities: 0,
  };
  for (let done = 0; done < wanted; done += OPERATIONS_OF_A_CITY) {
    await addCity(totals, Math.min(OPERATIONS_OF_A_CITY, wanted - done));
    if (totals.cities % 10 === 0) write(totals);
    if (totals.differences.length > SHOWN) break;
  }
  write(totals);
  console.log(textOf(totals));
  if (totals.differences.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

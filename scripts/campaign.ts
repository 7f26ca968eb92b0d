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

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      operations: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const wanted = Number(values.operations);
  const firstSeed = Number(values.seed);
  const operations: Counts = new Map();
  const events: Counts = new Map();
  const differences: string[] = [];
  let [comparisons, compared, cities] = [0, 0, 0];
  const startedAt = performance.now();
  for (let done = 0; done < wanted; done += OPERATIONS_OF_A_CITY) {
    const size = { operations: Math.min(OPERATIONS_OF_A_CITY, wanted - done), every: EVERY };
    const seed = firstSeed + cities;
    const report = await runCampaign(seed, size);
    cities += 1;
    addTo(operations, report.operations);
    addTo(events, report.events);
    comparisons += report.comparisons;
    compared += report.compared;
    differences.push(...report.differences.map((difference) => `seed ${String(seed)}: ${difference}`));
    if (cities % 10 === 0 || differences.length > 0) {
      console.error(`${number(sumOf(operations))} operations, ${String(differences.length)} differences`);
    }
    if (differences.length > SHOWN) break;
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const text = [
    '# The campaign',
    '',
    `Made by \`npm run campaign -- --operations ${String(wanted)} --seed ${String(firstSeed)}\`, one run.`,
    'The same command makes the same run; docs/testing.md says what an operation is.',
    '',
    '| | |',
    '|---|---|',
    `| operations | ${number(sumOf(operations))} |`,
    `| cities (seeds ${String(firstSeed)} to ${String(firstSeed + cities - 1)}) | ${number(cities)} |`,
    `| comparisons of everything | ${number(comparisons)} |`,
    `| figures and cells compared | ${number(compared)} |`,
    `| **differences** | **${number(differences.length)}** |`,
    `| time | ${seconds.toFixed(0)} s, ${number(Math.round(sumOf(operations) / seconds))} operations/s |`,
    '',
    ...table('operation', operations),
    ...table('what happened meanwhile', events),
    ...differences.slice(0, SHOWN),
  ].join('\n');
  fs.writeFileSync(path.join(root, 'docs/measurements/campaign.md'), `${text.trimEnd()}\n`);
  console.log(text);
  if (differences.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

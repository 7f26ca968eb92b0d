/**
 * `npm run campaign:offline -- [--visits 10000] [--seed 1]`: visits whose scans lie on phones without a
 * network, in bad weather. Writes docs/measurements/offline.md.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runOfflineCampaign } from '../tests/campaign/offline';
import { root } from './run-command';

const SHOWN = 20;
const number = (value: number): string => value.toLocaleString('en');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { visits: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
  });
  const startedAt = performance.now();
  const counts = new Map<string, number>();
  const differences: string[] = [];
  const totals = { visits: 0, replaysTried: 0, replaysAccepted: 0, cities: 0 };
  while (totals.visits < Number(values.visits) && differences.length < SHOWN) {
    const seed = Number(values.seed) + totals.cities;
    const report = await runOfflineCampaign(seed);
    totals.cities += 1;
    totals.visits += report.visits;
    totals.replaysTried += report.replaysTried;
    totals.replaysAccepted += report.replaysAccepted;
    for (const [name, count] of report.counts) counts.set(name, (counts.get(name) ?? 0) + count);
    differences.push(...report.differences.map((difference) => `seed ${String(seed)}: ${difference}`));
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const text = [
    '# Offline visits',
    '',
    `Made by \`npm run campaign:offline -- --visits ${values.visits} --seed ${values.seed}\`, one run.`,
    'The same command makes the same run; docs/testing.md says what is simulated and what is real.',
    '',
    '| | |',
    '|---|---|',
    `| visits, each compared with the times on paper | ${number(totals.visits)} |`,
    `| **visits or figures that differ (lost, doubled, inexact)** | **${number(differences.length)}** |`,
    `| forwarded codes tried | ${number(totals.replaysTried)} |`,
    `| **forwarded codes accepted** | **${number(totals.replaysAccepted)}** |`,
    `| cities | ${number(totals.cities)} |`,
    `| time | ${seconds.toFixed(0)} s |`,
    '',
    '| what happened meanwhile | |',
    '|---|---|',
    ...[...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `| ${name} | ${number(count)} |`),
    ...differences.slice(0, SHOWN).map((difference) => `\n${difference}`),
  ].join('\n');
  fs.writeFileSync(path.join(root, 'docs/measurements/offline.md'), `${text}\n`);
  console.log(text);
  if (differences.length + totals.replaysAccepted > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

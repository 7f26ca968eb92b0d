/**
 * `npm run campaign:messages -- [--sends 10000] [--seed 1]`: messages under timers that overlap, come twice
 * and die. Writes docs/measurements/messages.md.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runMessageCampaign } from '../tests/campaign/messages';
import { root } from './run-command';

const SHOWN = 20;
const number = (value: number): string => value.toLocaleString('en');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { sends: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
  });
  const startedAt = performance.now();
  const counts = new Map<string, number>();
  const differences: string[] = [];
  let [sent, cities] = [0, 0];
  while (sent < Number(values.sends) && differences.length < SHOWN) {
    const seed = Number(values.seed) + cities;
    const report = await runMessageCampaign(seed);
    cities += 1;
    sent += report.sent;
    for (const [name, count] of report.counts) counts.set(name, (counts.get(name) ?? 0) + count);
    differences.push(...report.differences.map((difference) => `seed ${String(seed)}: ${difference}`));
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const text = [
    '# Messages',
    '',
    `Made by \`npm run campaign:messages -- --sends ${values.sends} --seed ${values.seed}\`, one run.`,
    'The same command makes the same run; docs/testing.md says what is simulated and what is real.',
    '',
    '| | |',
    '|---|---|',
    `| messages that WeChat delivered | ${number(sent)} |`,
    `| **lost, doubled, in the night or after a refusal** | **${number(differences.length)}** |`,
    `| not known, and therefore not sent again | ${number(counts.get('messages unknown') ?? 0)} |`,
    `| cities | ${number(cities)} |`,
    `| time | ${seconds.toFixed(0)} s |`,
    '',
    '| what happened meanwhile | |',
    '|---|---|',
    ...[...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `| ${name} | ${number(count)} |`),
    ...differences.slice(0, SHOWN).map((difference) => `\n${difference}`),
  ].join('\n');
  fs.writeFileSync(path.join(root, 'docs/measurements/messages.md'), `${text}\n`);
  console.log(text);
  if (differences.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

/** Campaigns that live through one small city after another, seed by seed, until enough has happened. */
import fs from 'node:fs';
import path from 'node:path';
import { root } from './run-command';

const SHOWN = 20;
const number = (value: number): string => value.toLocaleString('en');

interface CityReport {
  readonly counts: ReadonlyMap<string, number>;
  readonly differences: readonly string[];
}

export interface Campaign<Report> {
  readonly reports: readonly Report[];
  readonly counts: ReadonlyMap<string, number>;
  /** each with its seed */
  readonly differences: readonly string[];
  readonly seconds: number;
}

/** `amountOf` says how much of `wanted` a city brought. Ends early when too much is wrong to be shown. */
export async function runCities<Report extends CityReport>(
  { wanted, seed }: { readonly wanted: string; readonly seed: string },
  runCity: (seed: number) => Promise<Report>,
  amountOf: (report: Report) => number,
): Promise<Campaign<Report>> {
  const startedAt = performance.now();
  const reports: Report[] = [];
  const counts = new Map<string, number>();
  const differences: string[] = [];
  for (let amount = 0; amount < Number(wanted) && differences.length < SHOWN;) {
    const citySeed = Number(seed) + reports.length;
    const report = await runCity(citySeed);
    reports.push(report);
    amount += amountOf(report);
    for (const [name, count] of report.counts) counts.set(name, (counts.get(name) ?? 0) + count);
    differences.push(...report.differences.map((difference) => `seed ${String(citySeed)}: ${difference}`));
  }
  return { reports, counts, differences, seconds: (performance.now() - startedAt) / 1000 };
}

export function totalOf<Report>({ reports }: Campaign<Report>, of: (report: Report) => number): number {
  return reports.reduce((sum, report) => sum + of(report), 0);
}

interface Page {
  /** of the file in docs/measurements */
  readonly name: string;
  readonly title: string;
  readonly command: string;
  readonly rows: readonly (readonly [string, number])[];
}

/** Writes the page and prints it. */
export function writeCampaign<Report>(
  campaign: Campaign<Report>,
  { name, title, command, rows }: Page,
): void {
  const { reports, counts, differences, seconds } = campaign;
  const text = [
    `# ${title}`,
    '',
    `Made by \`${command}\`, one run.`,
    'The same command makes the same run; docs/testing.md says what is simulated and what is real.',
    '',
    '| | |',
    '|---|---|',
    ...rows.map(([what, count]) =>
      what.startsWith('**') ? `| ${what} | **${number(count)}** |` : `| ${what} | ${number(count)} |`,
    ),
    `| cities | ${number(reports.length)} |`,
    `| time | ${seconds.toFixed(0)} s |`,
    '',
    '| what happened meanwhile | |',
    '|---|---|',
    ...[...counts].sort(([, a], [, b]) => b - a).map(([what, count]) => `| ${what} | ${number(count)} |`),
    ...differences.slice(0, SHOWN).map((difference) => `\n${difference}`),
  ].join('\n');
  fs.writeFileSync(path.join(root, 'docs/measurements', `${name}.md`), `${text}\n`);
  console.log(text);
}

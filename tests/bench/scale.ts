/**
 * What the size of a city costs: the same measurements on cities of several sizes with ten records each, all
 * on disk, each in a process of its own. Every part is reported as soon as it is there.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { PROJECT_DIRECTORY } from '../kit/product';
import type { CityCosts } from './city';
import type { Lag } from './lag';

const TSX = path.join(PROJECT_DIRECTORY, 'node_modules/tsx/dist/cli.mjs');
const GIGABYTE = 1024 ** 3;
const RECORDS_EACH = 10;
const LOAD_REPORT = 'load.json';

export interface ScaleWishes {
  readonly sizes: readonly number[];
  /** calls a second in the largest city, at most */
  readonly rate: number;
  /** holds city-N from an earlier run, or gets it and keeps it; null: a temporary one */
  readonly keepIn: string | null;
}

interface City extends Partial<CityCosts> {
  readonly size: number;
  readonly loadSeconds: number;
  readonly bytes: number;
}

/** Calls `onText` with the section as far as it is, again and again. */
export async function benchScale(wishes: ScaleWishes, onText: (text: string) => void): Promise<void> {
  const directory = wishes.keepIn ?? fs.mkdtempSync(path.join(os.tmpdir(), 'xiangfeng-scale-'));
  const cities: City[] = [];
  try {
    for (const size of wishes.sizes) {
      const data = path.join(directory, `city-${String(size)}`);
      let city: City = { size, ...(await load(data, size)) };
      cities.push(city);
      onText(textOf(cities, []));
      await partsOf(['--data', data], (part) => {
        city = { ...city, ...part };
        cities[cities.length - 1] = city;
        onText(textOf(cities, []));
      });
      if (size !== wishes.sizes[wishes.sizes.length - 1]) continue;
      const lags: Lag[] = [];
      await partsOf(['--data', data, '--rate', String(wishes.rate)], ({ lag }) => {
        if (lag !== undefined) lags.push(lag);
        onText(textOf(cities, lags));
      });
    }
  } finally {
    if (wishes.keepIn === null) fs.rmSync(directory, { recursive: true, force: true });
  }
}

type Loaded = Pick<City, 'loadSeconds' | 'bytes'>;

/** A city that is there already keeps what its load took. */
async function load(data: string, size: number): Promise<Loaded> {
  const report = path.join(data, LOAD_REPORT);
  if (fs.existsSync(report)) return parseLoaded(fs.readFileSync(report, 'utf8'));
  const from = performance.now();
  const args = ['--data', data, '--volunteers', String(size), '--records', String(RECORDS_EACH)];
  await run('load-city.ts', args, () => undefined);
  const loadSeconds = (performance.now() - from) / 1000;
  const loaded: Loaded = { loadSeconds, bytes: fs.statSync(path.join(data, 'database.sqlite')).size };
  fs.writeFileSync(report, JSON.stringify(loaded));
  return loaded;
}

function partsOf(
  args: readonly string[],
  onPart: (part: Partial<CityCosts> & { readonly lag?: Lag }) => void,
): Promise<void> {
  return run('bench-city.ts', args, (line) => {
    if (line.startsWith('{')) onPart(parsePart(line));
  });
}

function run(script: string, args: readonly string[], onLine: (line: string) => void): Promise<void> {
  const child = spawn(process.execPath, [TSX, path.join(PROJECT_DIRECTORY, 'scripts', script), ...args], {
    cwd: PROJECT_DIRECTORY,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  readline.createInterface({ input: child.stdout }).on('line', onLine);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${script} ended with ${String(code)}`));
    });
  });
}

function parseLoaded(text: string): Loaded {
  return JSON.parse(text) as Loaded;
}
function parsePart(line: string): Partial<CityCosts> & { readonly lag?: Lag } {
  return JSON.parse(line) as Partial<CityCosts> & { readonly lag?: Lag };
}

const NOT_YET = '…';
const fixed = (value: number | undefined, digits = 1): string => value?.toFixed(digits) ?? NOT_YET;
const whole = (value: number | undefined): string => value?.toLocaleString('en') ?? NOT_YET;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(
  cities: readonly City[],
  lines: readonly (readonly [string, (city: City) => string])[],
): string[] {
  return [
    row(['volunteers, ten records each', ...cities.map(({ size }) => whole(size))]),
    `|${'---|'.repeat(cities.length + 1)}`,
    ...lines.map(([name, cellOf]) => row([name, ...cities.map(cellOf)])),
    '',
  ];
}

function textOf(cities: readonly City[], lags: readonly Lag[]): string {
  const [smallest] = cities;
  const ratio = (value: number | undefined, base: number | undefined): string =>
    value === undefined || base === undefined ? NOT_YET : (value / base).toFixed(2);
  const phases = ['volunteers', 'shifts', 'divisions', 'projects'];
  return [
    '## The size of a city',
    '',
    'Each city lies on disk and is measured in a process of its own, with 4 function workers.',
    'Board: 200 readings of',
    'the city with its counties, one after the other. Fold: 500 people, any of the city, get one',
    'record more.',
    'Recount: the nightly function until it is done, snapshot and chain check included; memory is',
    'that of the whole',
    'process: host, database with its cache, and function together.',
    '',
    ...table(cities, [
      ['load, s', (city) => fixed(city.loadSeconds, 0)],
      ['database, GB', (city) => fixed(city.bytes / GIGABYTE, 2)],
      ['board: round trips', (city) => fixed(city.board?.trips, 0)],
      ['board: p50 ms', (city) => fixed(city.board?.p50)],
      ['board: p99 ms', (city) => fixed(city.board?.p99)],
      ['board: p50 against the smallest', (city) => ratio(city.board?.p50, smallest?.board?.p50)],
      ['board: p99 against the smallest', (city) => ratio(city.board?.p99, smallest?.board?.p99)],
      [
        'fold: volunteers/s',
        (city) => (city.fold ? fixed(city.fold.people / city.fold.seconds, 0) : NOT_YET),
      ],
      ['fold: shifts folded with them', (city) => whole(city.fold?.shifts)],
      ['fold: round trips a volunteer', (city) => ratio(city.foldTrips, city.fold?.people)],
      ['recount: outcome', (city) => city.recount?.outcome ?? NOT_YET],
      ['recount: differences', (city) => whole(city.recount?.differences)],
      ['recount: seconds', (city) => fixed(city.recount?.seconds, 0)],
      ...phases.map(
        (phase) =>
          [`– ${phase}`, (city: City) => fixed(city.recount?.secondsByPhase[phase] ?? 0, 0)] as const,
      ),
      ['recount: runs of the timer', (city) => whole(city.recount?.runs)],
      ['recount: round trips', (city) => whole(city.recount?.trips)],
      ['memory before, MB', (city) => fixed(city.recount?.rssBefore, 0)],
      ['memory at its highest, MB', (city) => fixed(city.recount?.rssPeak, 0)],
      ['snapshot, KB', (city) => (city.snapshotBytes ? fixed(city.snapshotBytes / 1024, 0) : NOT_YET)],
    ]),
    ...(cities[cities.length - 1]?.exports?.replace('## Export', '### Export').split('\n') ?? []),
    ...(lags.length === 0 ? [] : lagText(lags, cities[cities.length - 1]?.size)),
  ].join('\n');
}

function lagText(lags: readonly Lag[], size: number | undefined): string[] {
  return [
    '### From fact to figure under load',
    '',
    `In the city of ${whole(size)}, timers running: forty seconds of check-ins and check-outs by location,`,
    'in ten shifts, each by another person. The lag is how old the instant is before which every fact is in',
    'the figures; the last column is how long they took to follow after the last call.',
    '',
    '| check-ins/s asked | check-outs/s asked | calls/s held | refused ' +
      '| lag p50, s | p95, s | max, s | followed, s |',
    `|${'---|'.repeat(8)}`,
    ...lags.map(({ asked: [ins, outs], held, refused, p50, p95, max, followed }) =>
      row([
        whole(ins),
        whole(outs),
        fixed(held),
        whole(refused),
        fixed(p50),
        fixed(p95),
        fixed(max),
        fixed(followed),
      ]),
    ),
    '',
  ];
}

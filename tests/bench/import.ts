/**
 * A roster of any size, a messy one: time, memory and round trips of each step; then the same file again, and
 * once more in a fresh city whose function dies ten times on the way. What must be written is known by
 * construction, so the result is compared to the last person.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseFaultRule } from '@local-cloud/faults/fault-rules';
import { HttpError } from '@local-cloud/host/http-error';
import { TestProduct } from '../kit/product';
import { Importer, ROSTER_TITLES, rosterRow, workbookOf, type RosterCell } from '../kit/rosters';
import { CITY_OFFICE } from '../kit/shifts';
import { randomOf } from '../simulation/draw';

const CITY = '5132';
const MEGABYTE = 1024 * 1024;
const SAMPLE_MS = 200;
/** Writing gives way to the fold after ten seconds: even a slow machine writes 50 people by then. */
const MAXIMUM_RUNS = 2_000;
export const KILLS = 10;
export const SEED = 7;
/** A kill comes after so many calls a row at most: each phase lasts for all of its own. */
const KILL_SHARE = 1 / 50;
/** A transaction of an instance that died holds its locks for so long. */
const LOCKS_MS = 31_000;
/** One row in fifty is wrong, one in fifty a person of a row above. */
const MESS = 50;

interface Roster {
  readonly file: Uint8Array;
  readonly people: number;
}

function messyRoster(rows: number): Roster {
  const table: (readonly RosterCell[])[] = [...ROSTER_TITLES];
  let people = 0;
  for (let number = 1; number <= rows; number += 1) {
    if (number % MESS === 0) table.push(rosterRow(number, { phone: '12345' }));
    else if (number % MESS === 1 && number > 1) table.push(rosterRow(number - 2));
    else {
      table.push(rosterRow(number));
      people += 1;
    }
  }
  return { file: workbookOf(table), people };
}

export interface Step {
  readonly name: string;
  readonly seconds: number;
  readonly trips: number;
  readonly runs: number;
  /** of the fold between the runs: writing gives way to it */
  readonly foldSeconds: number;
  readonly peakMegabytes: number;
}

export async function benchRoster(rows: number): Promise<string> {
  const roster = messyRoster(rows);
  const steps = await importOnce(roster, rows);
  const [megabytes, people] = [roster.file.length / MEGABYTE, roster.people.toLocaleString('en')];
  return [
    `## A roster of ${rows.toLocaleString('en')} rows`,
    '',
    `A workbook of ${megabytes.toFixed(1)} MB; one row in ${String(MESS)} is wrong,`,
    `one in ${String(MESS)} repeats a person: ${people} people.`,
    'Database on disk, one function at a time, the fold between its runs; memory is that of the',
    'whole process: host, database with its cache, function.',
    '',
    ...tableOf(steps, rows),
    '',
  ].join('\n');
}

export async function benchRosterKilled(rows: number): Promise<string> {
  const roster = messyRoster(rows);
  const people = (await importUnderKills(roster, rows)).toLocaleString('en');
  return [
    `The same with the function killed ${String(KILLS)} times, at calls drawn from seed ${String(SEED)}:`,
    `${people} people written, ${roster.people.toLocaleString('en')} expected,`,
    'each with one identity and one home.',
    '',
  ].join('\n');
}

export function tableOf(steps: readonly Step[], rows: number): string[] {
  const lines = steps.map(({ name, seconds, trips, runs, foldSeconds, peakMegabytes }) => {
    const times = [seconds.toFixed(1), runs, foldSeconds.toFixed(1)];
    const cells = [name, ...times, trips, (trips / rows).toFixed(2), peakMegabytes.toFixed(0)];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| step | seconds | runs of the function | seconds of the fold | round trips | a row | peak MB |',
    '|---|---|---|---|---|---|---|',
    ...lines,
  ];
}

export async function onDisk<Result>(work: (product: TestProduct) => Promise<Result>): Promise<Result> {
  const dataDirectory = fs.mkdtempSync(path.join(os.tmpdir(), 'xiangfeng-import-'));
  const product = await TestProduct.start(60, 1, { dataDirectory });
  try {
    return await work(product);
  } finally {
    await product.stop();
    fs.rmSync(dataDirectory, { recursive: true, force: true });
  }
}

function importOnce(roster: Roster, rows: number): Promise<Step[]> {
  return onDisk(async (product) => {
    const importer = await Importer.send(product, CITY_OFFICE, roster.file, CITY);
    const steps = [await measured(importer, 'reading', 'columns')];
    await importer.chooseColumns();
    steps.push(await measured(importer, 'checking', 'preview'));
    await importer.deed('import.confirmImport');
    steps.push(await measured(importer, 'writing', 'imported'));
    const { addedCount, rowCount } = await importer.view();
    if (addedCount !== roster.people || rowCount !== rows) throw new Error('not what the roster says');
    const again = await Importer.upload(product, CITY_OFFICE, roster.file, CITY);
    await again.chooseColumns();
    steps.push(await measured(again, 'checking the same file again', 'preview'));
    const { newCount, knownCount } = (await again.view()).counts;
    if (newCount !== 0 || knownCount !== roster.people)
      throw new Error('the same file is not the same people');
    return steps;
  });
}

/** At which call of a run the function dies. */
export function killsOf(rows: number): () => number {
  const random = randomOf(SEED);
  return () => 5 + Math.floor(random() * rows * KILL_SHARE);
}

function importUnderKills(roster: Roster, rows: number): Promise<number> {
  const nextCall = killsOf(rows);
  return onDisk(async (product) => {
    const before = countAll(product, 'volunteers');
    const importer = await Importer.upload(product, CITY_OFFICE, roster.file, CITY);
    await importer.chooseColumns();
    await killedRuns(importer, nextCall, KILLS / 2);
    await measured(importer, '', 'preview');
    await importer.deed('import.confirmImport');
    await killedRuns(importer, nextCall, KILLS / 2);
    await measured(importer, '', 'imported');
    const added = countAll(product, 'volunteers') - before;
    const { addedCount } = await importer.view();
    const sizes = ['identities', 'volunteers', 'homes'].map((name) => countAll(product, name));
    if (added !== addedCount || added !== roster.people || new Set(sizes).size > 1)
      throw new Error(`${String(added)} people, ${String(addedCount)} said, ${sizes.join(' / ')} documents`);
    return added;
  });
}

export async function killedRuns(importer: Importer, nextCall: () => number, kills: number): Promise<void> {
  const { cloud } = importer.product;
  let fired = 0;
  // A run that the platform ends first is none of ours.
  for (let runs = 0; fired < kills && runs < 2 * kills; runs += 1) {
    const [atCall, after] = [nextCall(), fired % 2 === 0];
    cloud.faults.add(parseFaultRule({ kind: 'killWorker', match: 'import', atCall, after, times: 1 }));
    await cloud.runTimer('import').catch(() => undefined);
    fired += cloud.faults.list().filter((rule) => rule.fired > 0).length;
    cloud.faults.clear();
    cloud.clock.advance(LOCKS_MS);
    await importer.product.fold();
  }
  if (fired < kills) throw new Error('the function was not killed');
}

/** Runs of the function until the import stands there. */
export async function measured(importer: Importer, name: string, state: string): Promise<Step> {
  const { product } = importer;
  let peak = process.memoryUsage().rss;
  const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), SAMPLE_MS);
  let [seconds, foldSeconds, trips] = [0, 0, 0];
  try {
    for (let runs = 1; runs <= MAXIMUM_RUNS; runs += 1) {
      seconds += await secondsOf(async () => {
        trips += await product.roundTripsOf(() => runOnce(product));
      });
      const view = await importer.view();
      if (view.state === state)
        return { name, seconds, trips, runs, foldSeconds, peakMegabytes: peak / MEGABYTE };
      foldSeconds += await secondsOf(() => product.fold());
    }
  } finally {
    clearInterval(sampler);
  }
  throw new Error(`the import never came to ${state}`);
}

/** A run that the platform ends, on a busy machine, leaves the rest to the next, as on the cloud. */
async function runOnce({ cloud }: TestProduct): Promise<void> {
  await cloud.runTimer('import').catch((error: unknown) => {
    if (!(error instanceof HttpError) || error.code !== 'FUNCTIONS_TIME_LIMIT_EXCEEDED') throw error;
    cloud.clock.advance(LOCKS_MS);
  });
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

const PAGE = 100_000;
export function countAll({ cloud }: TestProduct, collection: string): number {
  for (let skip = 0; ; skip += PAGE) {
    const page = cloud.database.listDocuments(collection, { skip, limit: PAGE });
    if (page.length < PAGE) return skip + page.length;
  }
}

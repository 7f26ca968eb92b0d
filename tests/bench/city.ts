/** What a city on disk costs: board, fold, recount, snapshot, export. One size, in a process of its own. */
import { attendanceIdOf, parseShiftId, parseVolunteerId } from '@domain/kernel/identifiers';
import type { JsonObject } from '@local-cloud/host/json';
import { requestId, type TestProduct } from '../kit/product';
import { CITY_OFFICE } from '../kit/shifts';
import { benchExport } from './export';
import { productOn } from './product-on';
import { percentile, textAt } from './measure';

const MEGABYTE = 1024 * 1024;
const READS = 200;
const WARM_UP = 20;
const FOLDED = 500;
const LISTED = 2_000;
const SAMPLE_MS = 200;
/** A run of the nightly function works for twelve minutes. */
const MAXIMUM_RUNS = 20;

export interface CityCosts {
  readonly board: { readonly trips: number; readonly p50: number; readonly p99: number };
  readonly fold: { readonly people: number; readonly shifts: number; readonly seconds: number };
  readonly foldTrips: number;
  readonly recount: {
    readonly outcome: string;
    readonly differences: number;
    readonly seconds: number;
    /** of the nightly function */
    readonly runs: number;
    readonly trips: number;
    readonly secondsByPhase: Readonly<Record<string, number>>;
    /** of the whole process: host, database with its cache, function */
    readonly rssBefore: number;
    readonly rssPeak: number;
  };
  readonly snapshotBytes: number;
  /** as Markdown */
  readonly exports: string;
}

export async function benchCity(
  dataDirectory: string,
  onPart: (part: Partial<CityCosts>) => void,
): Promise<void> {
  const product = await productOn(dataDirectory, false);
  try {
    onPart({ board: await benchBoard(product) });
    onPart(await benchFold(product));
    onPart({ recount: await benchRecount(product) });
    const snapshots = product.documents('publications').map((row) => Buffer.byteLength(JSON.stringify(row)));
    onPart({ snapshotBytes: Math.max(...snapshots) });
    onPart({ exports: await benchExport(product) });
  } finally {
    await product.stop();
  }
}

async function benchBoard(product: TestProduct): Promise<CityCosts['board']> {
  const read = () => product.must(CITY_OFFICE, 'statistics.getBoard', { divisionCode: null, day: null });
  for (let count = 0; count < WARM_UP; count += 1) await read();
  const times: number[] = [];
  const trips = await product.roundTripsOf(async () => {
    for (let count = 0; count < READS; count += 1) {
      const from = performance.now();
      await read();
      times.push(performance.now() - from);
    }
  });
  return { trips: trips / READS, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** Each of 500 people, any of the city, gets one record more; it is folded until no mark is left. */
async function benchFold(product: TestProduct): Promise<Pick<CityCosts, 'fold' | 'foldTrips'>> {
  const { records, marks, shifts } = furtherRecords(product);
  product.cloud.database.bulkInsert('attendances', records);
  product.cloud.database.bulkInsert('dirtyVolunteers', marks);
  const from = performance.now();
  const foldTrips = await product.roundTripsOf(async () => {
    while (product.documents('dirtyVolunteers').length + product.documents('dirtyShifts').length > 0)
      await product.fold();
  });
  const seconds = (performance.now() - from) / 1000;
  return { fold: { people: records.length, shifts, seconds }, foldTrips };
}

/**
 * Ids are hashes: the first people by id are any people, and the first records those of a few shifts. A city
 * that was measured before has some already.
 */
function furtherRecords({ cloud }: TestProduct) {
  const { database } = cloud;
  const some = database.listDocuments('attendances', { skip: 0, limit: LISTED });
  const exists = (idPrefix: string): boolean =>
    database.listDocuments('attendances', { idPrefix, skip: 0, limit: 1 }).length > 0;
  const samples = [...new Map(some.map((row) => [row['shiftId'], row])).values()].slice(0, -1);
  const now = cloud.clock.now();
  const records: JsonObject[] = [];
  const marks: JsonObject[] = [];
  for (const row of database.listDocuments('volunteers', { skip: 0, limit: FOLDED })) {
    const volunteerId = parseVolunteerId(textAt(row, '_id'));
    const idIn = (sample: JsonObject) => attendanceIdOf(parseShiftId(textAt(sample, 'shiftId')), volunteerId);
    const from = records.length % samples.length;
    const sample = [...samples.slice(from), ...samples.slice(0, from)].find((one) => !exists(idIn(one)));
    if (sample === undefined) continue;
    const [_id, shiftId] = [idIn(sample), parseShiftId(textAt(sample, 'shiftId'))];
    records.push({ ...sample, _id, volunteerId, state: 'confirmed', creditedMinutes: 60, confirmedAt: now });
    marks.push({ _id: volunteerId, version: `bench-${String(now)}`, markedAt: now, shiftIds: [shiftId] });
  }
  return { records, marks, shifts: samples.length };
}

async function benchRecount(product: TestProduct): Promise<CityCosts['recount']> {
  const rssBefore = process.memoryUsage().rss / MEGABYTE;
  let rssPeak = rssBefore;
  const ticks = new Map<string, number>();
  const sampler = setInterval(() => {
    rssPeak = Math.max(rssPeak, process.memoryUsage().rss / MEGABYTE);
    const phase = textAt(product.documents('recountProgress')[0] ?? {}, 'phase');
    ticks.set(phase, (ticks.get(phase) ?? 0) + 1);
  }, SAMPLE_MS);
  let runs = 0;
  const from = performance.now();
  const trips = await product.roundTripsOf(async () => {
    // The night has its recount once a day; a city that was measured before is recounted as an office asks.
    if (product.documents('recountProgress')[0]?.['phase'] === 'done')
      await product.must(CITY_OFFICE, 'audit.continueRecount', { requestId: requestId() });
    do {
      await product.cloud.runTimer('nightly');
      runs += 1;
    } while (product.documents('recountProgress')[0]?.['phase'] !== 'done' && runs < MAXIMUM_RUNS);
  });
  const seconds = (performance.now() - from) / 1000;
  clearInterval(sampler);
  const [recount] = (await product.must(CITY_OFFICE, 'audit.getOverview', {})).recounts;
  const samples = [...ticks.values()].reduce((sum, count) => sum + count, 0);
  return {
    outcome: recount?.outcome ?? 'not finished',
    differences: recount?.counts.differenceCount ?? 0,
    seconds,
    runs,
    trips,
    secondsByPhase: Object.fromEntries(
      [...ticks].map(([phase, count]) => [phase, (seconds * count) / samples] as const),
    ),
    rssBefore,
    rssPeak,
  };
}

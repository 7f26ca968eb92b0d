/**
 * 附近: what a list costs in a city of a hundred open shifts and in one of ten thousand, spread or in one town.
 */
import { cellsOf, REACHES } from '@domain/geography/cells';
import { HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import type { JsonObject } from '@local-cloud/host/json';
import { parseJson, TestProduct } from '../kit/product';
import { openShift } from '../kit/shifts';
import { percentile } from './measure';

const SIZES = [100, 10_000];
const READS = 200;
const WARM_UP = 20;
/** In degrees from the middle: a town that one walks through, and a city of several counties. */
const SPREADS = { town: 0.02, city: 1 } as const;
const MIDDLE = { latitude: 33.2, longitude: 102.5 };

type Spread = keyof typeof SPREADS;

/** The same numbers in every run: a point of the unit interval by index and axis. */
function partOf(index: number, axis: 2 | 3): number {
  let [rest, part, share] = [index + 1, 0, 1];
  while (rest > 0) {
    share /= axis;
    part += share * (rest % axis);
    rest = Math.floor(rest / axis);
  }
  return part;
}

function shiftsLike(model: JsonObject, count: number, spread: Spread, now: number): JsonObject[] {
  const width = SPREADS[spread];
  return Array.from({ length: count }, (_none, index) => {
    const position = {
      latitude: MIDDLE.latitude + width * (partOf(index, 2) - 0.5),
      longitude: MIDDLE.longitude + width * (partOf(index, 3) - 0.5),
    };
    const startsAt = now + HOUR_MS + (index % 4_000) * 5 * MINUTE_MS;
    return {
      ...model,
      _id: `near${spread[0] ?? ''}${String(index).padStart(5, '0')}`,
      startsAt,
      endsAt: startsAt + HOUR_MS,
      place: { ...parseJson(model['place']), position },
      cells: parseJson(cellsOf(position)),
    };
  });
}

async function measured(count: number, spread: Spread): Promise<string[]> {
  const product = await TestProduct.start(60, 2);
  try {
    const shiftId = await openShift(product, { startsInMs: HOUR_MS });
    const model = product.documents('shifts').find(({ _id }) => _id === shiftId);
    if (model === undefined) throw new Error('a shift was made');
    product.cloud.database.bulkInsert('shifts', shiftsLike(model, count, spread, product.cloud.clock.now()));
    const rows: string[] = [];
    for (const reach of REACHES) {
      const input = { ...MIDDLE, reach, span: 'any', cursor: null } as const;
      const read = () => product.must('', 'activity.listNearby', input);
      for (let index = 0; index < WARM_UP; index += 1) await read();
      const times: number[] = [];
      const trips = await product.roundTripsOf(async () => {
        for (let index = 0; index < READS; index += 1) {
          const from = performance.now();
          await read();
          times.push(performance.now() - from);
        }
      });
      const { shifts } = await read();
      const cells = [
        ...[spread, count.toLocaleString('en'), reach, shifts.length, (trips / READS).toFixed(0)],
        ...[percentile(times, 0.5).toFixed(1), percentile(times, 0.99).toFixed(1)],
      ];
      rows.push(`| ${cells.join(' | ')} |`);
    }
    return rows;
  } finally {
    await product.stop();
  }
}

export async function benchNearMe(): Promise<string> {
  const rows: string[] = [];
  for (const spread of ['city', 'town'] as const) {
    for (const size of SIZES) rows.push(...(await measured(size, spread)));
  }
  return [
    '## Shifts near a position',
    '',
    `The first page of 附近, ${String(READS)} times, one after the other; 2 function workers, database in`,
    'memory. Open shifts lie over a degree (`city`, some 110 km) or over a fiftieth of one (`town`, some',
    '2 km), which puts all of them within a few cells. Reach: `near` 1 km, `middle` 5 km, `far` 20 km.',
    '',
    '| spread | open shifts | reach | shown | round trips | p50 ms | p99 ms |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

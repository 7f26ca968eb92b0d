/** What the board costs at 1,000 and at 200,000 volunteers: round trips must be equal, times nearly so. */
import { TestProduct } from '../kit/product';
import { CITY_OFFICE } from '../kit/shifts';
import { percentile } from './measure';

const SIZES = [1_000, 200_000];
const READS = 60;
const WARM_UP = 10;

export async function benchBoard(): Promise<string> {
  const rows: string[] = [];
  for (const size of SIZES) {
    const startedAt = performance.now();
    const product = await TestProduct.start(size, 2);
    const seedSeconds = (performance.now() - startedAt) / 1000;
    try {
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
      const board = await read();
      const cells = [
        (board.division.registered.value ?? 0).toLocaleString('en'),
        (trips / READS).toFixed(0),
        percentile(times, 0.5).toFixed(1),
        percentile(times, 0.99).toFixed(1),
        seedSeconds.toFixed(1),
      ];
      rows.push(`| ${cells.join(' | ')} |`);
    } finally {
      await product.stop();
    }
  }
  return [
    '## The board of the city with its 13 counties',
    '',
    '| volunteers | database round trips | p50 ms | p99 ms | start and seed, s |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/** Check-ins per second through the real SDK: function, transaction, ledger, durable database on disk. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { registration, requestId, TestProduct } from '../kit/product';
import { at, openShift } from '../kit/shifts';
import { runLoad } from './measure';

const CONCURRENCIES = [1, 2, 4, 8, 16, 32];
const PEOPLE = 240;
const WARM_UP = 20;

export async function benchCheckIns(): Promise<string> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'xiangfeng-bench-'));
  const product = await TestProduct.start(1_000, 4, { dataDirectory: data });
  try {
    const people = Array.from({ length: PEOPLE }, (_none, index) => `bench-${String(index)}`);
    for (const [index, openId] of people.entries()) {
      await product.must(openId, 'volunteer.register', registration(index));
    }
    const rows: string[] = [];
    for (const concurrency of [0, ...CONCURRENCIES]) {
      const shiftId = await openShift(product);
      const chosen = concurrency === 0 ? people.slice(0, WARM_UP) : people;
      product.cloud.database.resetStatistics();
      const load = await runLoad(
        chosen.map((openId) => () => {
          const input = { requestId: requestId(), shiftId, evidence: at(0) };
          return product.must(openId, 'attendance.checkIn', input);
        }),
        Math.max(1, concurrency),
      );
      const trips = product.cloud.database.statistics().roundTrips / chosen.length;
      if (concurrency === 0) continue;
      const cells = [
        concurrency,
        load.perSecond.toFixed(0),
        load.p50.toFixed(1),
        load.p99.toFixed(1),
        trips.toFixed(2),
      ];
      rows.push(`| ${cells.join(' | ')} |`);
    }
    return [
      '## Check-ins',
      '',
      `${String(PEOPLE)} people check in to one shift by location; 4 function workers, database on disk with`,
      'a durable commit before every answer. One call each; round trips are counted at the database.',
      '',
      '| at once | check-ins/s | p50 ms | p99 ms | database round trips each |',
      '|---|---|---|---|---|',
      ...rows,
      '',
    ].join('\n');
  } finally {
    await product.stop();
    fs.rmSync(data, { recursive: true, force: true });
  }
}

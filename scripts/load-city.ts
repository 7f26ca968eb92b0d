/**
 * `npx tsx scripts/load-city.ts --data DIR --volunteers N [--records 10]`: a demo city of any size, everybody
 * with so many records, in a few minutes; then `npm start -- --data DIR`. Prints one line of JSON.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadCity } from '@demo/load-city';
import { root } from './run-command';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      volunteers: { type: 'string', default: '200000' },
      records: { type: 'string', default: '10' },
    },
  });
  if (values.data === undefined) throw new Error('--data names the directory to fill');
  const startedAt = performance.now();
  const report = await loadCity({
    dataDirectory: path.resolve(values.data),
    projectDirectory: root,
    volunteers: Number(values.volunteers),
    recordsEach: Number(values.records),
  });
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ ...report, seconds, peakMegabytes }));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

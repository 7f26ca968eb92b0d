/** What a workbook costs – of a county and of the whole city: time, round trips, bytes, rows. */
import { addDays, civilDayOf } from '@domain/time/civil-day';
import { requestId, type TestProduct } from '../kit/product';
import { CITY_OFFICE } from '../kit/shifts';

const PLACES = [
  ['a county', '513201'],
  ['the city', '5132'],
] as const;
/** The timer's runs for one file; more would be a fault. */
const MAXIMUM_RUNS = 10;
const PERIOD_DAYS = 365;

/** The product's timers must stand still. */
export async function benchExport(product: TestProduct): Promise<string> {
  const rows: string[] = [];
  for (const [name, divisionCode] of PLACES) {
    const toDay = civilDayOf(product.cloud.clock.now());
    const period = { divisionCode, fromDay: addDays(toDay, -PERIOD_DAYS), toDay };
    const asked = { requestId: requestId(), ...period };
    const { exportId } = await product.must(CITY_OFFICE, 'export.requestExport', asked);
    const startedAt = performance.now();
    const trips = await product.roundTripsOf(() => product.cloud.runTimer('export'));
    const view = await untilReady(product, exportId);
    const cells = [
      name,
      (view.totalCount ?? 0).toLocaleString('en'),
      ((performance.now() - startedAt) / 1000).toFixed(1),
      trips,
      ((view.fileBytes ?? 0) / 1024).toFixed(0),
    ];
    rows.push(`| ${cells.join(' | ')} |`);
  }
  return [
    '## Export of a year as a workbook',
    '',
    'All measures of a division and everything below it; from the first run of the function to the file.',
    '',
    '| of | divisions (rows) | seconds | database round trips | KB |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

async function untilReady(product: TestProduct, exportId: string) {
  for (let run = 1; run <= MAXIMUM_RUNS; run += 1) {
    const view = await product.must(CITY_OFFICE, 'export.getExport', { exportId });
    if (view.state === 'ready') return view;
    await product.cloud.runTimer('export');
  }
  throw new Error('the file was not made');
}

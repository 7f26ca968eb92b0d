/** 统计导出 through the real function: requested, made in steps that may die, read back by another program. */
import { parseFaultRule } from '@local-cloud/faults/fault-rules';
import { contains, parentOf, parseDivisionCode } from '@domain/geography/division';
import { addDays, civilDayOf, DAY_MS, HOUR_MS, type CivilDay } from '@domain/time/civil-day';
import { TREND_MEASURES } from '@contract/statistics.contract';
import type { OutputOf } from '@contract/procedures';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { readWorkbook, type ReadCell, type ReadSheet } from '../../tests/kit/read-workbook';
import { CITY_OFFICE } from '../../tests/kit/shifts';

jest.setTimeout(120_000);

const COUNTY_OFFICE = 'demo-county';
const COUNTY = '513201';

let product: TestProduct;
beforeEach(async () => {
  product = await TestProduct.start(80);
});
afterEach(() => product.stop());

type Requested = OutputOf<'export.requestExport'>;
const today = (): CivilDay => civilDayOf(product.cloud.clock.now());
const period = (divisionCode: string) => ({
  divisionCode,
  fromDay: addDays(today(), -400),
  toDay: today(),
});
const request = (openId: string, divisionCode: string): Promise<Requested> =>
  product.must(openId, 'export.requestExport', { requestId: requestId(), ...period(divisionCode) });
const get = (openId: string, { exportId }: Requested) =>
  product.must(openId, 'export.getExport', { exportId });
const work = () => product.cloud.runTimer('export');

async function fileOf(openId: string, asked: Requested): Promise<ReadSheet[]> {
  const { state, fileUrl, fileBytes } = await get(openId, asked);
  expect(state).toBe('ready');
  const response = await fetch(fileUrl ?? '');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(bytes.length).toBe(fileBytes);
  return readWorkbook(bytes);
}

const sheetOf = (sheets: readonly ReadSheet[], name: string): ReadSheet => {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
};
const linesOf = (sheets: readonly ReadSheet[]): Map<string, readonly ReadCell[]> =>
  new Map(
    sheetOf(sheets, '分区划')
      .rows.slice(4)
      .map((row) => [String(row[0]), row]),
  );
/** 注册志愿者 is the first figure after code, name and level. */
const registeredIn = (line: readonly ReadCell[] | undefined): number => Number(line?.[3]);

function expectSums(lines: ReadonlyMap<string, readonly ReadCell[]>): void {
  const sums = new Map<string, number>();
  for (const [code, line] of lines) {
    const parent = parentOf(parseDivisionCode(code)) ?? '';
    sums.set(parent, (sums.get(parent) ?? 0) + registeredIn(line));
  }
  for (const [code, sum] of sums)
    if (lines.has(code)) expect([code, registeredIn(lines.get(code))]).toEqual([code, sum]);
}

async function registerSomebody(number: number): Promise<void> {
  await product.must(`newcomer-${String(number)}`, 'volunteer.register', registration(number));
  await product.fold();
}

test('[EX1][EX4] a county is exported down to its communities, and its figures are the board’s', async () => {
  const asked = await request(COUNTY_OFFICE, COUNTY);
  expect(asked).toMatchObject({ state: 'queued', doneCount: 0, asOf: null, fileBytes: null });
  await work();
  const view = await get(COUNTY_OFFICE, asked);
  expect(view).toMatchObject({ state: 'ready', doneCount: view.totalCount });
  const sheets = await fileOf(COUNTY_OFFICE, asked);
  expect(sheets.map(({ name }) => name)).toEqual(['概览', '分区划', '走势', '口径']);
  const lines = linesOf(sheets);
  const below = product.documents('divisions').filter(({ _id }) => String(_id).startsWith(COUNTY));
  expect([...lines.keys()].sort()).toEqual(below.map(({ _id }) => String(_id)).sort());
  expectSums(lines);
  const board = await product.must(COUNTY_OFFICE, 'statistics.getBoard', { divisionCode: COUNTY, day: null });
  for (const one of [board.division, ...board.children]) {
    const line = lines.get(one.divisionCode) ?? [];
    expect(line.slice(3, 8)).toEqual([
      one.registered.numerator,
      expect.any(Number),
      one.registrationRatio.numerator,
      one.registrationRatio.denominator ?? '—',
      one.registrationRatio.denominator === null
        ? '—'
        : one.registrationRatio.numerator / one.registrationRatio.denominator,
    ]);
    const figures = [one.registered, one.activeCum, one.activeYear, one.serviceHours, ...one.further];
    for (const { numerator } of figures) expect(line).toContain(numerator);
  }
  const overview = sheetOf(sheets, '概览').rows.flat();
  expect(overview).toContain('每一级的合计都等于上一级');
  expect(sheetOf(sheets, '口径').rows.length).toBeGreaterThan(TREND_MEASURES.length);
});

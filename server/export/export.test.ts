/** 统计导出 through the real function: requested, made in steps that may die, read back by another program. */
import { parseFaultRule } from '@local-cloud/faults/fault-rules';
import { contains, parentOf, parseDivisionCode } from '@domain/geography/division';
import { addDays, civilDayOf, DAY_MS, HOUR_MS, type CivilDay } from '@domain/time/civil-day';
import { TREND_MEASURES } from '@contract/statistics.contract';
import type { OutputOf } from '@contract/procedures';
import { documentSchemas } from '../kernel/documents';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { readWorkbook, type ReadCell, type ReadSheet } from '../../tests/kit/read-workbook';
import { CITY_OFFICE } from '../../tests/kit/shifts';
import { removeBehind } from '../../tests/kit/tamper';

const COUNTY_OFFICE = 'demo-county';
const COUNTY = '513201';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(80);
});
beforeEach(() => product.renew());
afterAll(() => product.stop());

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

const idOf = (value: unknown): string => (typeof value === 'string' ? value : '');
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

test('[EX1][EX4] a county is exported down to its communities, and its figures are the board’s', async () => {
  const asked = await request(COUNTY_OFFICE, COUNTY);
  expect(asked).toMatchObject({ state: 'queued', doneCount: 0, asOf: null, fileBytes: null });
  await work();
  const view = await get(COUNTY_OFFICE, asked);
  expect(view).toMatchObject({ state: 'ready', doneCount: view.totalCount });
  const sheets = await fileOf(COUNTY_OFFICE, asked);
  expect(sheets.map(({ name }) => name)).toEqual(['概览', '分区划', '走势', '口径']);
  const lines = linesOf(sheets);
  const below = product.documents('divisions').filter(({ _id }) => idOf(_id).startsWith(COUNTY));
  expect([...lines.keys()].sort()).toEqual(below.map(({ _id }) => idOf(_id)).sort());
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

test('[EX1] of the city it is ranked in, a county exports the table only', async () => {
  const asked = await request(COUNTY_OFFICE, '5132');
  await work();
  const lines = linesOf(await fileOf(COUNTY_OFFICE, asked));
  expect(lines.size).toBe(1 + 13);
  expectSums(lines);
});

test('[EX1] one request id is one file; a fourth open file and bad periods are refused', async () => {
  const input = { requestId: requestId(), ...period(COUNTY) };
  const first = await product.must(COUNTY_OFFICE, 'export.requestExport', input);
  const twice = await product.must(COUNTY_OFFICE, 'export.requestExport', input);
  expect(twice).toEqual(first);
  await Promise.all([request(COUNTY_OFFICE, COUNTY), request(COUNTY_OFFICE, COUNTY)]);
  const refusalOf = async (wishes: object, openId = COUNTY_OFFICE) => {
    const asked = { ...period(COUNTY), requestId: requestId(), ...wishes };
    const answer = await product.call(openId, 'export.requestExport', asked);
    return answer.ok ? 'accepted' : answer.code;
  };
  expect(await refusalOf({})).toBe('export.tooManyOpen');
  expect(await refusalOf({ toDay: addDays(today(), 1) })).toBe('export.dayInFuture');
  expect(await refusalOf({ fromDay: today(), toDay: addDays(today(), -1) })).toBe('export.periodInvalid');
  expect(await refusalOf({ fromDay: addDays(today(), -1096) })).toBe('export.periodTooLong');
  expect(await refusalOf({ divisionCode: '513221' })).toBe('actor.forbidden');
  expect(await refusalOf({ divisionCode: '513299' }, CITY_OFFICE)).toBe('division.notFound');
  expect(await refusalOf({}, 'demo-volunteer')).toBe('actor.forbidden');
  await work();
  expect(await refusalOf({ fromDay: addDays(today(), -1095) })).toBe('accepted');
});

test('[EX6] a file is read by who asked only; the list shows it, newest first, in pages', async () => {
  const asked = await request(CITY_OFFICE, COUNTY);
  const input = { exportId: asked.exportId };
  expect(await product.call(COUNTY_OFFICE, 'export.getExport', input)).toMatchObject({
    code: 'export.notFound',
  });
  for (let number = 0; number < 11; number += 1) {
    await work();
    product.standAt((number + 1) * 1000);
    await request(CITY_OFFICE, '513201100');
  }
  const first = await product.must(CITY_OFFICE, 'export.listExports', { cursor: null });
  const second = await product.must(CITY_OFFICE, 'export.listExports', { cursor: first.nextCursor });
  const all = [...first.exports, ...second.exports];
  expect([first.exports.length, second.exports.length, second.nextCursor]).toEqual([10, 2, null]);
  expect(all[11]?.exportId).toBe(asked.exportId);
  expect(all.map((one) => one.requestedAt)).toEqual(all.map((one) => one.requestedAt).sort((a, b) => b - a));
});

test('[EX6] after seven days the file is taken away, the request stays; chunks go at once', async () => {
  const asked = await request(COUNTY_OFFICE, COUNTY);
  await work();
  const { fileUrl } = await get(COUNTY_OFFICE, asked);
  expect(product.documents('exportChunks')).toEqual([]);
  expect(product.documents('exportTrends')).toEqual([]);
  product.standAt(7 * DAY_MS - HOUR_MS);
  await work();
  expect((await fetch(fileUrl ?? '')).status).toBe(200);
  product.standAt(7 * DAY_MS + HOUR_MS);
  await work();
  expect((await fetch(fileUrl ?? '')).status).toBe(404);
  expect(await get(COUNTY_OFFICE, asked)).toMatchObject({ state: 'expired', fileUrl: null, keptUntil: null });
});

test('[EX6] what could not be made in an hour is given up, and makes room', async () => {
  const asked = await request(COUNTY_OFFICE, COUNTY);
  product.standAt(2 * HOUR_MS);
  await work();
  expect(await get(COUNTY_OFFICE, asked)).toMatchObject({ state: 'failed', fileUrl: null });
  expect(product.documents('exports')).toMatchObject([{ hasWork: false, phase: 'done' }]);
});

/** The run of the timer that dies at its n-th question to the cloud, before or after it was answered. */
async function dieAt(atCall: number, after: boolean): Promise<void> {
  product.cloud.faults.add(parseFaultRule({ kind: 'killWorker', match: 'export', atCall, after, times: 1 }));
  await work().catch(() => undefined);
  product.cloud.faults.clear();
}

/** The last community of the county: in another chunk than the county itself. */
function lastCommunity(): string {
  const codes = product.documents('divisions').map(({ _id }) => idOf(_id));
  return (
    codes
      .filter((code) => code.length === 12 && code.startsWith(COUNTY))
      .sort()
      .at(-1) ?? ''
  );
}

async function registerIn(communityCode: string, number: number): Promise<void> {
  const who = { ...registration(number), communityCode };
  await product.must(`newcomer-${String(number)}`, 'volunteer.register', who);
  await product.fold();
}

test('[EX3] somebody registers between two chunks: all rows are of the moment after', async () => {
  const asked = await request(COUNTY_OFFICE, COUNTY);
  await dieAt(18, true);
  const between = await get(COUNTY_OFFICE, asked);
  expect(between.state).toBe('reading');
  expect(between.doneCount).toBeGreaterThan(0);
  expect(between.doneCount).toBeLessThan(between.totalCount ?? 0);
  await registerIn(lastCommunity(), 1);
  await work();
  const sheets = await fileOf(COUNTY_OFFICE, asked);
  const lines = linesOf(sheets);
  expectSums(lines);
  expect(sheetOf(sheets, '概览').rows.flat()).toContain('每一级的合计都等于上一级');
  const board = await product.must(COUNTY_OFFICE, 'statistics.getBoard', { divisionCode: COUNTY, day: null });
  expect(registeredIn(lines.get(COUNTY))).toBe(board.division.registered.value);
  expect(sheetOf(sheets, '走势').rows.at(-1)?.[1]).toBe(board.division.registered.value);
});

test('[EX3] when the journal no longer reaches back, the file is begun again and still sums', async () => {
  const asked = await request(COUNTY_OFFICE, COUNTY);
  await dieAt(18, true);
  await registerIn(lastCommunity(), 1);
  for (const { _id } of product.documents('foldJournal'))
    await removeBehind(product, 'foldJournal', idOf(_id));
  await work();
  expectSums(linesOf(await fileOf(COUNTY_OFFICE, asked)));
});

test('[EX3] killed at any moment, with folds between, the file sums and is complete', async () => {
  const wanted = await request(COUNTY_OFFICE, COUNTY);
  let round = 0;
  for (let state = 'queued'; state !== 'ready'; round += 1) {
    await dieAt(4 + ((round * 7) % 19), round % 2 === 0);
    ({ state } = await get(COUNTY_OFFICE, wanted));
    if (round < 6) await registerIn(lastCommunity(), 10 + round);
    expect(round).toBeLessThan(60);
  }
  expect(round).toBeGreaterThan(3);
  const { asOf } = await get(COUNTY_OFFICE, wanted);
  const lines = linesOf(await fileOf(COUNTY_OFFICE, wanted));
  expectSums(lines);
  const people = product.documents('volunteers').map((row) => documentSchemas.volunteers.parse(row));
  const here = people.filter((one) => one.residences.at(-1)?.divisionCode.startsWith(COUNTY));
  const before = here.filter((one) => one.registeredAt < (asOf ?? 0)).length;
  expect(registeredIn(lines.get(COUNTY))).toBeGreaterThanOrEqual(before);
  expect(registeredIn(lines.get(COUNTY))).toBeLessThanOrEqual(here.length);
});

test('[EX3] runs beside each other and folds beside them make one right file', async () => {
  const asked = await request(CITY_OFFICE, COUNTY);
  const folds = async (): Promise<void> => {
    for (let number = 0; number < 4; number += 1) await registerIn(lastCommunity(), 30 + number);
  };
  await Promise.all([work(), work(), work(), folds()]);
  await work();
  expectSums(linesOf(await fileOf(CITY_OFFICE, asked)));
  expect(product.documents('exports')).toHaveLength(1);
});

test('[EX3] the timer refuses clients', async () => {
  await expect(product.cloud.invoke('export', {}, { openid: CITY_OFFICE })).rejects.toThrow('timer only');
});

test('[EX7] the report has the figures of the file, in three round trips', async () => {
  const input = period(COUNTY);
  const report = await product.must(COUNTY_OFFICE, 'export.getReport', input);
  const trips = await product.roundTripsOf(() => product.must(COUNTY_OFFICE, 'export.getReport', input));
  expect(trips).toBe(3);
  const board = await product.must(COUNTY_OFFICE, 'statistics.getBoard', { divisionCode: COUNTY, day: null });
  expect(report.figures.map(({ now }) => now)).toEqual(
    expect.arrayContaining([
      board.division.registered,
      board.division.activityRateCum,
      ...board.division.further,
    ]),
  );
  const past = await product.must(COUNTY_OFFICE, 'statistics.getBoard', {
    divisionCode: COUNTY,
    day: report.beforeDay,
  });
  expect(report.figures[0]?.before).toEqual(past.division.registered);
  for (const [index, { now }] of report.figures.entries()) {
    if (now.denominator !== null) continue;
    const sum = report.children.reduce(
      (total, child) => total + (child.figures[index]?.now.numerator ?? 0),
      0,
    );
    if (TREND_MEASURES[index]?.startsWith('active.')) expect(sum).toBe(now.numerator);
  }
  const [point] = report.points;
  const then = await product.must(COUNTY_OFFICE, 'statistics.getBoard', {
    divisionCode: COUNTY,
    day: point?.day ?? null,
  });
  expect(point?.figures[0]).toEqual(then.division.registered);
  expect(
    contains(parseDivisionCode(COUNTY), report.children[0]?.divisionCode ?? parseDivisionCode('5132')),
  ).toBe(true);
  const refused = { ...input, toDay: addDays(today(), 1) };
  expect(await product.call(COUNTY_OFFICE, 'export.getReport', refused)).toMatchObject({
    code: 'export.dayInFuture',
  });
  const foreign = { ...input, divisionCode: '513221' };
  expect(await product.call(COUNTY_OFFICE, 'export.getReport', foreign)).toMatchObject({
    code: 'actor.forbidden',
  });
});

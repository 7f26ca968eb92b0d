import { addDays, HOUR_MS } from '@domain/time/civil-day';
import { LISTED_MEASURES, type ListedMeasure } from '@domain/statistics/membership';
import { documentSchemas } from '../kernel/documents';
import type { OutputOf } from '@contract/procedures';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { at, CITY_OFFICE, openShift } from '../../tests/kit/shifts';

// Each test reads every page of several lists.

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(120);
});
afterAll(() => product.stop());

type Day = OutputOf<'statistics.getBoard'>['day'];
type Row = OutputOf<'statistics.listFacts'>['rows'][number];
const COUNTY_OFFICE = 'demo-county';
const today = async (): Promise<Day> =>
  (await product.must(CITY_OFFICE, 'statistics.getBoard', { divisionCode: null, day: null })).day;

async function listAll(divisionCode: string, measure: ListedMeasure, day: Day | null = null): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const page: OutputOf<'statistics.listFacts'> = await product.must(CITY_OFFICE, 'statistics.listFacts', {
      divisionCode,
      measure,
      day,
      cursor,
    });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

async function recountAll(divisionCode: string, measure: ListedMeasure, day: Day | null = null) {
  let [amount, calls] = [0, 0];
  let cursor: string | null = null;
  for (;;) {
    const stretch: OutputOf<'statistics.getFigureRecount'> = await product.must(
      CITY_OFFICE,
      'statistics.getFigureRecount',
      { divisionCode, measure, day, cursor },
    );
    amount += stretch.amount;
    calls += 1;
    cursor = stretch.nextCursor;
    if (cursor === null) return { amount, published: stretch.published, calls };
  }
}
const entries = () => product.documents('accessLog').map((row) => documentSchemas.accessLog.parse(row));
const homes = () => product.documents('homes').map((row) => documentSchemas.homes.parse(row));
const homeOf = (volunteerId: string): string =>
  homes().find((home) => home.volunteerId === volunteerId)?._id ?? '';
const sumOf = (rows: readonly Row[]): number => rows.reduce((sum, { amount }) => sum + amount, 0);

test('[ST40] every figure of city, county and township opens to persons that add up to it', async () => {
  for (const divisionCode of ['5132', '513201', '513201100']) {
    for (const measure of LISTED_MEASURES) {
      const { amount, published } = await recountAll(divisionCode, measure);
      expect(amount).toBe(published);
      expect(sumOf(await listAll(divisionCode, measure))).toBe(published);
    }
  }
});

test('[ST40] a figure of a past day opens to the persons of that day', async () => {
  const past = addDays(await today(), -200);
  for (const measure of ['registered', 'active.R12', 'serviceHours'] as const) {
    const { amount, published } = await recountAll('5132', measure, past);
    expect(amount).toBe(published);
    const rows = await listAll('5132', measure, past);
    expect(sumOf(rows)).toBe(published);
    expect(rows.every(({ registeredDay }) => registeredDay <= past)).toBe(true);
    expect(rows.every(({ serviceDays }) => serviceDays.every((served) => served <= past))).toBe(true);
  }
});

test('[ST40] registering and serving puts one person on the list, masked, with the day', async () => {
  const before = await listAll('513201', 'active.CUM-STRICT');
  const name = '欧阳测试';
  await product.must('facts-1', 'volunteer.register', registration(71, name));
  const shiftId = await openShift(product);
  await product.must('facts-1', 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  product.standAt(HOUR_MS);
  await product.must('facts-1', 'attendance.checkOut', { requestId: requestId(), shiftId, evidence: at(0) });
  await product.fold();
  await product.fold();
  const rows = await listAll('513201', 'active.CUM-STRICT');
  expect(rows).toHaveLength(before.length + 1);
  const added = rows.find(({ maskedName }) => maskedName === '欧**');
  expect(added).toMatchObject({ townshipName: '马尔康镇', serviceDays: [await today()], serviceDayCount: 1 });
  expect(JSON.stringify(rows)).not.toContain(name);
  expect((await recountAll('513201', 'active.CUM-STRICT')).published).toBe(rows.length);
  product.standAt();
});

test('[RO2] persons only within the own division: a county neither above nor beside itself', async () => {
  for (const divisionCode of ['5132', '513221', '513221100']) {
    for (const name of ['statistics.listFacts', 'statistics.getFigureRecount'] as const) {
      const answer = await product.call(COUNTY_OFFICE, name, {
        divisionCode,
        measure: 'registered',
        day: null,
        cursor: null,
      });
      expect(answer).toMatchObject({ ok: false, code: 'actor.forbidden' });
    }
  }
  const own = await product.must(COUNTY_OFFICE, 'statistics.listFacts', {
    divisionCode: null,
    measure: 'registered',
    day: null,
    cursor: null,
  });
  expect(own.divisionCode).toBe('513201');
});

test('[RO2] a cursor of another county gives nobody of that county', async () => {
  const foreign = homes().find(({ _id }) => _id.startsWith('513221'));
  const known = new Set(entries().map(({ _id }) => _id));
  for (const cursor of [foreign?._id ?? '', '0', '', '5131', "' OR 1=1"]) {
    const page = await product.must(COUNTY_OFFICE, 'statistics.listFacts', {
      divisionCode: null,
      measure: 'registered',
      day: null,
      cursor,
    });
    const shown = entries()
      .filter(({ _id }) => !known.has(_id))
      .flatMap(({ volunteerIds }) => volunteerIds);
    expect(shown.every((volunteerId) => homeOf(volunteerId).startsWith('513201'))).toBe(true);
    expect(page.divisionCode).toBe('513201');
  }
});

test('[RO4] every look at persons is on record: who, whose, what, when; a refused look is none', async () => {
  const known = new Set(entries().map(({ _id }) => _id));
  const asked = { divisionCode: '513201', measure: 'active.YEAR', day: null, cursor: null } as const;
  const { rows } = await product.must(COUNTY_OFFICE, 'statistics.listFacts', asked);
  await product.call('demo-volunteer', 'statistics.listFacts', asked);
  const log = entries().filter(({ _id }) => !known.has(_id));
  expect(log).toHaveLength(1);
  expect(log[0]).toMatchObject({
    openId: COUNTY_OFFICE,
    procedure: 'statistics.listFacts',
    divisionCode: '513201',
    measure: 'active.YEAR',
  });
  expect(log[0]?.volunteerIds).toHaveLength(rows.length);
});

test('[ST40] a page takes a bounded number of round trips and a future day is refused', async () => {
  const asked = { divisionCode: '5132', measure: 'registered', day: null, cursor: null } as const;
  await product.must(CITY_OFFICE, 'statistics.listFacts', asked);
  const trips = await product.roundTripsOf(() => product.must(CITY_OFFICE, 'statistics.listFacts', asked));
  expect(trips).toBeLessThanOrEqual(4 + 3);
  const recount = await product.roundTripsOf(() =>
    product.must(CITY_OFFICE, 'statistics.getFigureRecount', asked),
  );
  expect(recount).toBeLessThanOrEqual(5 + 2);
  const future = { ...asked, day: '2199-01-01' };
  expect(await product.call(CITY_OFFICE, 'statistics.listFacts', future)).toMatchObject({
    code: 'request.malformed',
  });
});

test('[ST40] a fact that the figure has missed shows as a difference', async () => {
  const idle = homes().find(({ _id }) => _id.startsWith('513221'))?.volunteerId;
  const record = product
    .documents('attendances')
    .map((row) => documentSchemas.attendances.parse(row))
    .find(({ state, trainingValidDays }) => state === 'confirmed' && trainingValidDays === null);
  if (record === undefined) throw new Error('nobody has served');
  const honest = await recountAll('513221', 'serviceHours');
  const { shiftId } = record;
  const forged = {
    ...record,
    _id: `${shiftId}:forgedPers`,
    volunteerId: idle,
    state: 'confirmed',
  };
  product.cloud.database.bulkInsert('attendances', [JSON.parse(JSON.stringify(forged))]);
  const { amount, published } = await recountAll('513221', 'serviceHours');
  expect(published).toBe(honest.amount);
  expect(amount).toBe(honest.amount + record.creditedMinutes);
});

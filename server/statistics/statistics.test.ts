import { HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import type { OutputOf } from '@contract/procedures';
import { CollectionCatalogue } from '@local-cloud/database/catalogue';
import { planColumns } from '@local-cloud/database/sql-columns';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { recount, storedSums } from '../../tests/kit/recount';
import { at, CITY_OFFICE, openShift } from '../../tests/kit/shifts';
import { removeBehind } from '../../tests/kit/tamper';
import { documentSchemas } from '../kernel/documents';
import { excerpts } from '../kernel/excerpts';
import { INDEXES } from '../kernel/indexes';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(300);
});
afterAll(() => product.stop());
afterEach(() => product.standAt());

type Board = OutputOf<'statistics.getBoard'>;
const board = (divisionCode: string | null = null): Promise<Board> =>
  product.must(CITY_OFFICE, 'statistics.getBoard', { divisionCode, day: null });
const countsOf = ({ division }: Board) => ({
  registered: division.registered.value,
  cum: division.activeCum.value,
  year: division.activeYear.value,
});

test('[ST41] the seeded tallies equal a recount from the facts', () => {
  expect(storedSums(product)).toEqual(recount(product));
});

test('[ST10][ST14] registering, serving, checking out change one person in county and city', async () => {
  const before = { city: countsOf(await board()), county: countsOf(await board('513201')) };
  await product.must('stat-1', 'volunteer.register', registration(1));
  await product.fold();
  const registered = countsOf(await board('513201'));
  expect(registered).toEqual({ ...before.county, registered: (before.county.registered ?? 0) + 1 });
  const shiftId = await openShift(product);
  await product.must('stat-1', 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  await product.fold();
  expect(countsOf(await board('513201'))).toEqual(registered);
  product.standAt(HOUR_MS);
  await product.must('stat-1', 'attendance.checkOut', { requestId: requestId(), shiftId, evidence: at(0) });
  await product.fold();
  await product.fold();
  const after = { city: countsOf(await board()), county: countsOf(await board('513201')) };
  const oneMore = (counts: typeof before.city) => ({
    registered: (counts.registered ?? 0) + 1,
    cum: (counts.cum ?? 0) + 1,
    year: (counts.year ?? 0) + 1,
  });
  expect(after).toEqual({ city: oneMore(before.city), county: oneMore(before.county) });
  expect(storedSums(product)).toEqual(recount(product));
});

test('[ST5] children sum to the parent on every level, at one as-of', async () => {
  for (const divisionCode of ['5132', '513201', '513223']) {
    const { division, children } = await board(divisionCode);
    for (const figure of ['registered', 'activeCum', 'activeYear', 'serviceHours'] as const) {
      expect(children.reduce((sum, child) => sum + (child[figure].value ?? 0), 0)).toBe(
        division[figure].value,
      );
    }
  }
});

test('[ST4] the board takes at most 3 round trips and says its as-of, base day and definitions', async () => {
  await board();
  let answer: Board | undefined;
  const trips = await product.roundTripsOf(async () => {
    answer = await board();
  });
  expect(trips).toBeLessThanOrEqual(3);
  expect(answer?.children).toHaveLength(13);
  expect(answer?.division.registrationRatio).toMatchObject({
    denominator: 822_587,
    populationYear: 2020,
    source: '阿坝州第七次全国人口普查公报第二号',
  });
  expect(answer?.growthSinceDay).toMatch(/^\d{4}-\d{2}-(28|29|30|31)$/);
});

test('[ST3] a township has no published population, so no registration ratio', async () => {
  const { children } = await board('513201');
  expect(children[0]?.registrationRatio).toMatchObject({ value: null, denominator: null });
  expect(children[0]?.registered.value).not.toBeNull();
});

test('[ST17] counties are ranked by exact fractions, null last, with movement', async () => {
  const { rankings, children } = await board();
  for (const { rows } of rankings) {
    expect(rows).toHaveLength(children.length);
    expect(rows[0]?.rank).toBe(1);
    rows.forEach((row, index) => expect(row.rank).toBeLessThanOrEqual(index + 1));
  }
});

test('[ST10] a past day reads as it was: the volunteers registered by then', async () => {
  const { day } = await board();
  const past = `${String(Number(day.slice(0, 4)) - 1)}-06-30`;
  const answer = await product.must(CITY_OFFICE, 'statistics.getBoard', { divisionCode: null, day: past });
  const expected = product
    .documents('volunteers')
    .filter((row) => typeof row['registeredDay'] === 'string' && row['registeredDay'] <= past).length;
  expect(answer.division.registered.value).toBe(expected);
  const future = await product.call(CITY_OFFICE, 'statistics.getBoard', {
    divisionCode: null,
    day: '2199-01-01',
  });
  expect(future).toMatchObject({ code: 'request.malformed' });
});

test('[ST15] a visit of no credited minute makes nobody active', async () => {
  await product.must('stat-2', 'volunteer.register', registration(2));
  const shiftId = await openShift(product);
  await product.must('stat-2', 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  await product.fold();
  const before = countsOf(await board());
  await product.must('stat-2', 'attendance.checkOut', { requestId: requestId(), shiftId, evidence: at(0) });
  await product.fold();
  expect(countsOf(await board())).toEqual(before);
  expect(await product.must('stat-2', 'volunteer.getMe', {})).toMatchObject({
    totalMinutes: 0,
    recordCount: 0,
  });
});

test('[ST4] as-of moves with every fold', async () => {
  const first = (await board()).asOf;
  product.standAt(MINUTE_MS);
  await product.fold();
  expect((await board()).asOf).toBeGreaterThan(first + MINUTE_MS - 5_000);
});

test('[RO2] volunteer, visitor and organiser get no board; a county office not another county', async () => {
  for (const openId of ['demo-volunteer', 'demo-organiser', 'somebody']) {
    const answer = await product.call(openId, 'statistics.getBoard', { divisionCode: null, day: null });
    expect(answer).toMatchObject({ ok: false, code: 'actor.forbidden' });
  }
  const other = await product.call('demo-county', 'statistics.getBoard', {
    divisionCode: '513221',
    day: null,
  });
  expect(other).toMatchObject({ code: 'actor.forbidden' });
  const own = await product.must('demo-county', 'statistics.getBoard', { divisionCode: null, day: null });
  expect(own.division.divisionCode).toBe('513201');
  const city = await product.call('demo-county', 'statistics.getBoard', { divisionCode: '5132', day: null });
  expect(city.ok).toBe(true);
});

test('[RO3] a client cannot run the timers', async () => {
  await expect(product.cloud.invoke('fold', {}, { openid: 'somebody' })).rejects.toThrow();
  await expect(product.cloud.invoke('sweep', {}, { openid: 'somebody' })).rejects.toThrow();
  const part = { kind: 'volunteers', stretches: [{ after: '', last: null }] };
  await expect(product.cloud.invoke('nightly', { part }, { openid: '' })).rejects.toThrow('its timer only');
});

/** Each of these is read for every person; from the document it would take several times as long. */
test.each(['serviceRecords', 'participationDays'] as const)('[ST41] an index alone answers %s', (name) => {
  const { collection, fields } = excerpts[name];
  const catalogue = new CollectionCatalogue(collection);
  for (const { name: of, keys } of INDEXES[collection] ?? [])
    catalogue.addIndex({ name: of, keys: [...keys] });
  for (const document of product.documents(collection)) catalogue.learn(document);
  if (collection === 'attendances')
    catalogue.learn({
      ...product.documents(collection)[0],
      checkIn: { at: 1, late: 'waiting' },
      checkOut: null,
    });
  expect(planColumns(catalogue, Object.fromEntries(fields.map((field) => [field, true])))).toBeDefined();
});

test('[ST41] people beyond those of one question are recounted too', async () => {
  const outcome = async () => {
    await product.must(CITY_OFFICE, 'audit.continueRecount', { requestId: requestId() });
    await product.cloud.runTimer('nightly');
    return (await product.must(CITY_OFFICE, 'audit.getOverview', {})).recounts[0];
  };
  await product.fold();
  expect(await outcome()).toMatchObject({ outcome: 'clean', counts: { skippedCount: 0 } });
  const taking = product
    .documents('participations')
    .map((row) => documentSchemas.participations.parse(row))
    .sort((one, other) => (one.volunteerId < other.volunteerId ? -1 : 1));
  const last = taking[taking.length - 1];
  await removeBehind(product, 'participations', last?._id ?? '');
  expect(await outcome()).toMatchObject({ outcome: 'differs' });
});

import { addDays, civilDayOf, DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import type { InputOf, OutputOf } from '@contract/procedures';
import { COMMUNITY, registration, requestId, TestProduct } from '../../tests/kit/product';
import { recount, storedSums } from '../../tests/kit/recount';
import { activityInput, at, CITY_OFFICE, ORGANISER } from '../../tests/kit/shifts';
import { documentSchemas } from '../kernel/documents';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(400);
});
afterAll(() => product.stop());
afterEach(() => product.standAt());

const COUNTY = '513201';
/** 村民委员会 are numbered from 200 on. */
const RURAL_COMMUNITY = '513201100200';
let people = 0;

const stocksOf = async (divisionCode: string | null = null) => {
  const { division } = await product.must(CITY_OFFICE, 'statistics.getBoard', { divisionCode, day: null });
  const figureOf = (measure: string) => division.further.find((figure) => figure.measure === measure);
  return { division, figureOf };
};

type Wishes = Pick<InputOf<'activity.createActivity'>, 'trainingValidDays'> & { readonly community: string };

/** A shift at a community with so many people who check in and out. */
async function hold(count: number, { community, trainingValidDays }: Wishes): Promise<string> {
  const base = await activityInput(product);
  const now = product.cloud.clock.now();
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...base,
    place: { ...base.place, communityCode: community },
    trainingValidDays,
    shifts: [{ startsAt: now, endsAt: now + 3 * HOUR_MS, capacity: null }],
  });
  const shiftId = shiftIds[0] ?? '';
  const openIds = Array.from({ length: count }, () => `supply-${String((people += 1))}`);
  for (const openId of openIds) {
    await product.must(
      openId,
      'volunteer.register',
      registration(Number(openId.replace('supply-', '')) + 100),
    );
    await product.must(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  }
  product.cloud.clock.setNow(now + HOUR_MS);
  for (const openId of openIds)
    await product.must(openId, 'attendance.checkOut', { requestId: requestId(), shiftId, evidence: at(0) });
  await product.fold();
  return shiftId;
}

async function allPages<Row>(
  read: (cursor: string | null) => Promise<{ rows: Row[]; nextCursor: string | null }>,
) {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const page: { rows: Row[]; nextCursor: string | null } = await read(cursor);
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

test('[ST20] a shift in a village counts where it was held, once however many came', async () => {
  const before = await stocksOf(COUNTY);
  const shiftId = await hold(2, { community: RURAL_COMMUNITY, trainingValidDays: null });
  const after = await stocksOf(COUNTY);
  const risen = (measure: string) =>
    (after.figureOf(measure)?.numerator ?? 0) - (before.figureOf(measure)?.numerator ?? 0);
  expect(storedSums(product)).toEqual(recount(product));
  const contribution = product
    .documents('shiftContributions')
    .map((row) => documentSchemas.shiftContributions.parse(row))
    .find((row) => row.shiftId === shiftId);
  expect(contribution).toMatchObject({ qualifiedCount: 2, urbanRuralCode: '220' });
  expect(contribution?.minutes).toBeGreaterThan(100);
  expect({ shifts: risen('ruralShiftShare'), minutes: risen('ruralMinuteShare') }).toEqual({
    shifts: 1,
    minutes: contribution?.minutes,
  });
});

test('[ST20] a village is served for 90 days, and the list of villages recounts to the figure', async () => {
  await hold(1, { community: RURAL_COMMUNITY, trainingValidDays: null });
  const listed = async (isUnservedOnly: boolean) => {
    let served = 0;
    let published = { servedCount: -1, ruralCommunityCount: -1 };
    const rows = await allPages(async (cursor) => {
      const page: OutputOf<'statistics.listRuralCommunities'> = await product.must(
        CITY_OFFICE,
        'statistics.listRuralCommunities',
        { divisionCode: COUNTY, day: null, isUnservedOnly, cursor },
      );
      served += page.counted.servedCount;
      published = page.published;
      return page;
    });
    return { rows, served, published };
  };
  const now = await listed(false);
  expect(now.rows).toHaveLength(now.published.ruralCommunityCount);
  expect(now.served).toBe(now.published.servedCount);
  expect(now.rows.find(({ divisionCode }) => divisionCode === RURAL_COMMUNITY)?.isServed).toBe(true);
  const unserved = await listed(true);
  expect(unserved.rows).toHaveLength(now.published.ruralCommunityCount - now.served);
  product.standAt(91 * DAY_MS);
  await product.fold();
  const later = await listed(false);
  expect(later.rows.find(({ divisionCode }) => divisionCode === RURAL_COMMUNITY)?.isServed).toBe(false);
  expect(later.served).toBe(later.published.servedCount);
});

test('[ST20] the list of shifts recounts to the figure, from the records', async () => {
  let published = { shiftCount: -1, minutes: -1 };
  const rows = await allPages(async (cursor) => {
    const input = { divisionCode: null, day: null, isRuralOnly: true, cursor };
    const page = await product.must(CITY_OFFICE, 'statistics.listHeldShifts', input);
    published = page.published;
    return page;
  });
  expect(rows).toHaveLength(published.shiftCount);
  expect(rows.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(published.minutes);
  expect(rows.every(({ settlement }) => settlement === 'rural')).toBe(true);
});

test('[ST13][ST22] a training gives no service time, and makes its active holders trained', async () => {
  const before = await stocksOf(COUNTY);
  await hold(2, { community: COMMUNITY, trainingValidDays: 365 });
  const after = await stocksOf(COUNTY);
  expect(after.division.serviceHours.value).toBe(before.division.serviceHours.value);
  expect(after.division.activeCum.value).toBe(before.division.activeCum.value);
  // Trained, but not active yet: no part of the rate.
  expect(after.figureOf('trainingRate')?.numerator).toBe(before.figureOf('trainingRate')?.numerator);
  expect(after.figureOf('ruralShiftShare')?.denominator).toBe(
    before.figureOf('ruralShiftShare')?.denominator,
  );
  expect(storedSums(product)).toEqual(recount(product));
});

test('[ST22] who never checks out is an open visit, then an unclosed one', async () => {
  const rateOf = async () => (await stocksOf(COUNTY)).figureOf('closureRate');
  const before = await rateOf();
  const base = await activityInput(product);
  const now = product.cloud.clock.now();
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...base,
    shifts: [{ startsAt: now, endsAt: now + HOUR_MS, capacity: null }],
  });
  await product.must('forgetful', 'volunteer.register', registration(990));
  const visit = { requestId: requestId(), shiftId: shiftIds[0] ?? '', evidence: at(0) };
  await product.must('forgetful', 'attendance.checkIn', visit);
  await product.fold();
  expect(await rateOf()).toEqual(before);
  product.standAt(4 * HOUR_MS);
  await product.cloud.runTimer('sweep');
  await product.fold();
  const after = await rateOf();
  expect(after?.numerator).toBe(before?.numerator);
  expect(after?.denominator).toBe((before?.denominator ?? 0) + 1);
  expect(storedSums(product)).toEqual(recount(product));
});

test('[ST19] brands: accredited, live, covering, and their participants are distinct persons', async () => {
  const read = (divisionCode: string | null = null) =>
    product.must(CITY_OFFICE, 'statistics.getBrands', { divisionCode, day: null });
  const valueOf = (brands: OutputOf<'statistics.getBrands'>, measure: string) =>
    brands.figures.find((figure) => figure.measure === measure);
  await hold(5, { community: RURAL_COMMUNITY, trainingValidDays: null });
  const city = await read();
  expect(valueOf(city, 'brandProjects')?.value).toBe(8);
  expect(valueOf(city, 'brandsPer100k')).toMatchObject({ denominator: 822_587, value: 97 });
  const zebra = (await read(COUNTY)).brands[0];
  expect(zebra?.isLive).toBe(true);
  const before = zebra?.volunteerCount ?? 0;
  await hold(3, { community: RURAL_COMMUNITY, trainingValidDays: null });
  const again = (await read(COUNTY)).brands[0];
  expect(again?.volunteerCount).toBe(before + 3);
  const people = product
    .documents('participations')
    .map((row) => documentSchemas.participations.parse(row))
    .filter(({ projectId }) => projectId === again?.projectId);
  expect(people).toHaveLength(again?.volunteerCount ?? -1);
  expect(valueOf(city, 'brandCountyCoverage')?.numerator).toBe(
    (valueOf(city, 'brandCountyCoverage')?.denominator ?? 0) - city.uncovered.length,
  );
});

test('[ST18] 20 hours in the calendar year: the share has the registered below it', async () => {
  const { division, figureOf } = await stocksOf();
  expect(figureOf('twentyHourShare')?.denominator).toBe(division.registered.value);
  const day = addDays(civilDayOf(product.cloud.clock.now()), 0);
  const input = { divisionCode: null, measure: 'twentyHourShare' as const, day, cursor: null };
  const { amount, published, nextCursor } = await product.must(
    CITY_OFFICE,
    'statistics.getFigureRecount',
    input,
  );
  expect(published).toBe(figureOf('twentyHourShare')?.numerator);
  if (nextCursor === null) expect(amount).toBe(published);
});

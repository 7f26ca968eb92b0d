/** 附近的场次 through the real functions (NM1–NM3). */
import type { InputOf, OutputOf } from '@contract/procedures';
import { DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import { changeInput, NEARBY } from '../../tests/kit/activity-access';
import { COMMUNITY, requestId, TestProduct } from '../../tests/kit/product';
import { activityInput, ORGANISER, PLACE } from '../../tests/kit/shifts';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());

/** A corner of the city where the demonstration has no activity. */
const CORNER = { latitude: 33.9, longitude: 100.5 };
const north = (meters: number) => ({ ...CORNER, latitude: CORNER.latitude + meters / 111_195 });

async function activityAt(position: typeof CORNER, startsInHours: readonly number[], publish = true) {
  const now = product.cloud.clock.now();
  return product.must(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    place: { name: '测试路口', communityCode: COMMUNITY, ...position, radiusMeters: 200 },
    shifts: startsInHours.map((hours) => ({
      startsAt: now + hours * HOUR_MS,
      endsAt: now + (hours + 1) * HOUR_MS,
      capacity: 5,
    })),
    publish,
  });
}
type Nearby = OutputOf<'activity.listNearby'>;
const list = (wishes: Partial<InputOf<'activity.listNearby'>> = {}): Promise<Nearby> =>
  product.must('', 'activity.listNearby', { ...NEARBY, ...CORNER, reach: 'far', cursor: null, ...wishes });

async function listAll(wishes: Partial<InputOf<'activity.listNearby'>>): Promise<Nearby['shifts']> {
  const all: Nearby['shifts'] = [];
  let cursor: string | null = null;
  do {
    const page = await list({ ...wishes, cursor });
    all.push(...page.shifts);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

test('[NM1][NM2] what is near, by time, with its distance; no drafts and no cancelled ones', async () => {
  const { shiftIds: far } = await activityAt(north(3_000), [2]);
  const { shiftIds: close, activityId } = await activityAt(north(400), [1, 30, 24 * 20]);
  await activityAt(north(100), [3], false);
  const ids = (shifts: Nearby['shifts']) => shifts.map(({ shiftId }) => shiftId);
  const all = await list();
  expect(ids(all.shifts)).toEqual([close[0], far[0], close[1], close[2]]);
  expect(all.shifts.map(({ distanceMeters }) => distanceMeters)).toEqual([400, 3000, 400, 400]);
  expect(all.nextCursor).toBeNull();
  expect(ids((await list({ reach: 'near' })).shifts)).toEqual(close);
  expect(ids((await list({ span: 'week' })).shifts)).toEqual([close[0], far[0], close[1]]);
  expect(ids((await list({ span: 'today' })).shifts)).toEqual([close[0], far[0]]);
  const shiftId = close[1] ?? '';
  await product.must(ORGANISER, 'activity.cancelShift', { requestId: requestId(), shiftId, reason: '暴雨' });
  const moved = changeInput(close[2] ?? '', product.cloud.clock.now() + 25 * DAY_MS);
  moved.place = { ...moved.place, ...PLACE };
  await product.must(ORGANISER, 'activity.changeShift', moved);
  expect(ids((await list()).shifts)).toEqual([close[0], far[0]]);
  expect(activityId).toBe(all.shifts[0]?.activityId);
  const draft = await activityAt(north(200), [4], false);
  await product.must(ORGANISER, 'activity.publishActivity', { activityId: draft.activityId });
  expect(ids((await list()).shifts)).toEqual([close[0], far[0], draft.shiftIds[0]]);
});

test('[NM1] page after page, nothing twice and nothing lost, wherever in the cells it lies', async () => {
  const centre = { latitude: 32.4, longitude: 100.9 };
  const made: string[] = [];
  for (let index = 0; index < 5; index += 1) {
    const position = { ...centre, latitude: centre.latitude + (index - 2) * 0.0035 };
    const hours = Array.from({ length: 13 }, (_none, shift) => 2 + 5 * shift + index);
    made.push(...(await activityAt(position, hours)).shiftIds);
  }
  // In the cells beside it, but beyond the reach.
  await activityAt({ ...centre, latitude: centre.latitude + 0.0099 }, [1, 2, 3, 4]);
  const seen = await listAll({ ...centre, reach: 'near' });
  expect(seen).toHaveLength(made.length);
  expect(seen.map(({ shiftId }) => shiftId).sort()).toEqual([...made].sort());
  const starts = seen.map(({ startsAt }) => startsAt);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
});

test('[NM3] a bounded number of look-ups, and nothing is written, least of all a position', async () => {
  const before = product.fingerprint();
  expect(await product.roundTripsOf(() => list())).toBeLessThanOrEqual(9);
  expect(product.fingerprint()).toBe(before);
});

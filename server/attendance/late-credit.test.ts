import { addDays, civilDayOf, HOUR_MS, startOfDay } from '@domain/time/civil-day';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { recount, storedSums } from '../../tests/kit/recount';
import { activityInput, CodeScreen, ORGANISER } from '../../tests/kit/shifts';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());

const tomorrow = addDays(civilDayOf(Date.now()), 1);
const goTo = (hours: number): void => product.cloud.clock.setNow(startOfDay(tomorrow) + hours * HOUR_MS);
async function shiftOf(from: number, to: number): Promise<string> {
  const [startsAt, endsAt] = [from, to].map((hours) => startOfDay(tomorrow) + hours * HOUR_MS);
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    shifts: [{ startsAt: startsAt ?? 0, endsAt: endsAt ?? 0, capacity: null }],
  });
  return shiftIds[0] ?? '';
}
/** What the phone stores now; sent later. */
async function scanOf(deed: 'checkIn' | 'checkOut', shiftId: string) {
  const evidence = (await CodeScreen.of(product, shiftId)).code();
  const input = { requestId: requestId(), shiftId, evidence, scannedAt: product.cloud.clock.now() };
  return (openId: string) => product.must(openId, `attendance.${deed}`, input);
}
const one = (collection: 'approvals' | 'attendances', id: string) =>
  product.documents(collection).find(({ _id }) => _id === id);

test('[AT5.5][AT9] a late visit over the tier waits; refused, nothing is left to decide', async () => {
  goTo(7);
  const openId = 'late-credit';
  await product.must(openId, 'volunteer.register', registration(1));
  const [long, short] = [await shiftOf(8, 19), await shiftOf(9, 11)];
  goTo(8);
  const scanIn = await scanOf('checkIn', long);
  goTo(9);
  const shortIn = await scanOf('checkIn', short);
  goTo(11);
  const shortOut = await scanOf('checkOut', short);
  goTo(18);
  const scanOut = await scanOf('checkOut', long);
  goTo(20);
  await scanIn(openId);
  const { attendance } = await scanOut(openId);
  expect(attendance).toMatchObject({ state: 'checkedOut', creditedMinutes: 600, late: 'waiting' });
  await shortIn(openId);
  // All of it is within the long one, which was credited first.
  expect((await shortOut(openId)).attendance).toMatchObject({ creditedMinutes: 0 });
  const volunteerId = product.volunteerIdOf(openId);
  expect(one('approvals', `${long}:${volunteerId}`)).toMatchObject({ state: 'waiting', minutes: 600 });
  await product.must(ORGANISER, 'attendance.reviewLateVisit', {
    requestId: requestId(),
    shiftId: long,
    volunteerId,
    verdict: 'refuse',
  });
  expect(one('attendances', `${long}:${volunteerId}`)).toMatchObject({ state: 'voided', creditedMinutes: 0 });
  expect(one('approvals', `${long}:${volunteerId}`)).toMatchObject({ state: 'voided' });
  expect(one('attendances', `${short}:${volunteerId}`)).toMatchObject({ creditedMinutes: 120 });
  await product.fold();
  expect(storedSums(product)).toEqual(recount(product));
});

import { addDays, HOUR_MS, startOfDay } from '@domain/time/civil-day';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { recount, storedSums } from '../../tests/kit/recount';
import { activityInput, CodeScreen, ORGANISER } from '../../tests/kit/shifts';
import { TODAY } from '../../tests/kit/today';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());

const tomorrow = addDays(TODAY, 1);
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

test('[AT8][AT9] what a refused visit sets free beyond the tier waits for somebody', async () => {
  goTo(7);
  const openId = 'late-credit-free';
  await product.must(openId, 'volunteer.register', registration(2));
  const [first, second] = [await shiftOf(8, 19), await shiftOf(8, 19)];
  goTo(8);
  const [firstIn, secondIn] = [await scanOf('checkIn', first), await scanOf('checkIn', second)];
  goTo(17);
  const [firstOut, secondOut] = [await scanOf('checkOut', first), await scanOf('checkOut', second)];
  goTo(20);
  for (const send of [firstIn, firstOut, secondIn]) await send(openId);
  expect((await secondOut(openId)).attendance).toMatchObject({ state: 'confirmed', creditedMinutes: 0 });
  const volunteerId = product.volunteerIdOf(openId);
  const refusal = { requestId: requestId(), shiftId: first, volunteerId, verdict: 'refuse' as const };
  await product.must(ORGANISER, 'attendance.reviewLateVisit', refusal);
  const id = `${second}:${volunteerId}`;
  expect(one('attendances', id)).toMatchObject({ state: 'checkedOut', creditedMinutes: 540 });
  expect(one('approvals', id)).toMatchObject({ state: 'waiting', minutes: 540, level: 'organisation' });
  const approval = { requestId: requestId(), attendanceId: id, minutes: null, reason: '' };
  await product.must(ORGANISER, 'attendance.decideApproval', approval);
  expect(one('attendances', id)).toMatchObject({ state: 'confirmed', creditedMinutes: 540 });
  await product.fold();
  expect(storedSums(product)).toEqual(recount(product));
});

import { HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { at, CodeScreen, openShift, ORGANISER } from '../../tests/kit/shifts';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());
afterEach(() => product.standAt());

let people = 0;
async function volunteer(): Promise<string> {
  people += 1;
  const openId = `attendance-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people));
  return openId;
}
const advance = (ms: number): void => product.cloud.clock.advance(ms);

test('[AT1][AT3] a scan checks in; a repeated tap and a second code answer the first instant', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  const screen = await CodeScreen.of(product, shiftId);
  const input = { requestId: requestId(), shiftId, evidence: screen.code() };
  const first = await product.must(openId, 'attendance.checkIn', input);
  expect(first.outcome).toBe('checkedIn');
  advance(5_000);
  const second = await product.must(openId, 'attendance.checkIn', input);
  const third = await product.must(openId, 'attendance.checkIn', { ...input, requestId: requestId() });
  expect([second.outcome, third.outcome]).toEqual(['already', 'already']);
  expect(third.attendance).toEqual(first.attendance);
  expect(
    product.documents('ledger').filter((entry) => JSON.stringify(entry['_id']).includes(shiftId)),
  ).toHaveLength(1);
});

test('[AT1] a check-in takes one call and at most 8 round trips, with a limited seat too', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product, { capacity: 5 });
  const screen = await CodeScreen.of(product, shiftId);
  const trips = await product.roundTripsOf(() =>
    product.must(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: screen.code() }),
  );
  expect(trips).toBeLessThanOrEqual(8);
  const open = await openShift(product);
  const openScreen = await CodeScreen.of(product, open);
  const openTrips = await product.roundTripsOf(() =>
    product.must(openId, 'attendance.checkIn', {
      requestId: requestId(),
      shiftId: open,
      evidence: openScreen.code(),
    }),
  );
  expect(openTrips).toBe(7);
});

test('[AT4] a code is worthless after its step, on another shift, and when forged', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  const other = await openShift(product);
  const screen = await CodeScreen.of(product, shiftId);
  const foreign = await CodeScreen.of(product, other);
  const send = (evidence: ReturnType<CodeScreen['code']>) =>
    product.call(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence });
  expect(await send(screen.code(2))).toMatchObject({ ok: false, code: 'attendance.codeExpired' });
  expect(await send(foreign.code())).toMatchObject({ ok: false, code: 'attendance.codeInvalid' });
  expect(await send({ kind: 'rotatingCode', code: 'zl.0000000000' })).toMatchObject({
    code: 'attendance.codeInvalid',
  });
  expect(await send(screen.code(1))).toMatchObject({ ok: true });
});

test('[AT3] typed digits work like the scan', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  const screen = await CodeScreen.of(product, shiftId);
  const evidence = screen.digits();
  const wrong = { ...evidence, digits: evidence.digits === '00000000' ? '11111111' : '00000000' };
  expect(
    await product.call(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: wrong }),
  ).toMatchObject({ code: 'attendance.codeInvalid' });
  const { attendance } = await product.must(openId, 'attendance.checkIn', {
    requestId: requestId(),
    shiftId,
    evidence,
  });
  expect(attendance.checkedInBy).toBe('shortCode');
});

test('[AT3] outside the fence the refusal says how far; no coordinates are stored', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  const send = (evidence: ReturnType<typeof at>) =>
    product.call(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence });
  const refused = await send(at(420));
  expect(refused).toMatchObject({
    code: 'attendance.outsideGeofence',
    params: { distanceMeters: 420, allowedMeters: 200, remainingMeters: 220 },
  });
  expect(await send(at(150))).toMatchObject({ ok: true });
  const stored = product.documents('attendances').find((row) => row['shiftId'] === shiftId);
  expect(JSON.stringify(stored)).not.toMatch(/latitude|31\.90/);
});

test('[AT2] check-in opens 30 minutes before the start and closes at the end', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product, { startsInMs: HOUR_MS, hours: 1 });
  const send = () =>
    product.call(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  expect(await send()).toMatchObject({ code: 'attendance.outsideWindow' });
  advance(2 * HOUR_MS + MINUTE_MS);
  expect(await send()).toMatchObject({ code: 'attendance.outsideWindow' });
  advance(-90 * MINUTE_MS);
  expect(await send()).toMatchObject({ ok: true });
});

test('[AT7] checking out credits whole minutes and confirms; without check-in it is refused', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  const out = (id: string) =>
    product.call(openId, 'attendance.checkOut', { requestId: id, shiftId, evidence: at(0) });
  expect(await out(requestId())).toMatchObject({ code: 'attendance.notCheckedIn' });
  await product.must(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  advance(61 * MINUTE_MS + 30_000);
  const id = requestId();
  const done = await out(id);
  expect(done).toMatchObject({
    ok: true,
    value: { outcome: 'checkedOut', attendance: { state: 'confirmed', creditedMinutes: 61 } },
  });
  expect(await out(id)).toMatchObject({ ok: true, value: { outcome: 'already' } });
  const mine = await product.must(openId, 'attendance.listMyRecords', { cursor: null });
  expect(mine).toMatchObject({ totalMinutes: 61, recordCount: 1 });
});

test('[AT7] a forgotten check-out expires with nothing credited', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product, { hours: 1 });
  await product.must(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  advance(4 * HOUR_MS);
  expect(
    await product.call(openId, 'attendance.checkOut', { requestId: requestId(), shiftId, evidence: at(0) }),
  ).toMatchObject({ code: 'attendance.checkOutClosed' });
  await product.cloud.runTimer('sweep');
  await product.cloud.runTimer('sweep');
  const mine = await product.must(openId, 'attendance.listMyRecords', { cursor: null });
  expect(mine.records[0]).toMatchObject({ state: 'expired', creditedMinutes: 0 });
  expect(mine.totalMinutes).toBe(0);
});

test('[AT13] forty people racing for seven seats get exactly seven', async () => {
  const shiftId = await openShift(product, { capacity: 7 });
  const racers = await Promise.all(Array.from({ length: 40 }, volunteer));
  const answers = await Promise.all(
    racers.map(async (openId) => {
      const input = { requestId: requestId(), shiftId };
      for (;;) {
        const answer = await product.call(openId, 'attendance.enrol', input);
        if (answer.ok || answer.code !== 'system.busy') return answer;
      }
    }),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(7);
  expect(answers.filter((answer) => !answer.ok && answer.code === 'enrolment.full')).toHaveLength(33);
  const { shift } = await product.must('nobody', 'activity.getShift', { shiftId });
  expect(shift.takenCount).toBe(7);
});

test('[AT13] cancelling frees the seat once; who serves cannot; a cancelled one can return', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product, { capacity: 1 });
  const taken = async () => (await product.must(openId, 'activity.getShift', { shiftId })).shift.takenCount;
  await product.must(openId, 'attendance.enrol', { requestId: requestId(), shiftId });
  const late = await volunteer();
  expect(await product.call(late, 'attendance.enrol', { requestId: requestId(), shiftId })).toMatchObject({
    code: 'enrolment.full',
    params: { capacity: 1 },
  });
  await product.must(openId, 'attendance.cancelEnrolment', { requestId: requestId(), shiftId });
  const again = await product.must(openId, 'attendance.cancelEnrolment', { requestId: requestId(), shiftId });
  expect([again.outcome, await taken()]).toEqual(['already', 0]);
  await product.must(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  expect(await taken()).toBe(1);
  expect(
    await product.call(openId, 'attendance.cancelEnrolment', { requestId: requestId(), shiftId }),
  ).toMatchObject({ code: 'enrolment.alreadyServing' });
  expect(
    await product.call(late, 'attendance.checkIn', {
      requestId: requestId(),
      shiftId,
      evidence: at(0),
    }),
  ).toMatchObject({ code: 'enrolment.full' });
});

test('[AT2] enrolling after the end is refused', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product, { hours: 1 });
  advance(2 * HOUR_MS);
  expect(await product.call(openId, 'attendance.enrol', { requestId: requestId(), shiftId })).toMatchObject({
    code: 'enrolment.closed',
  });
});

test('[AT3] the organiser sees who came, by masked name, and only for shifts of the own team', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  await product.must(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  const arrivals = await product.must(ORGANISER, 'attendance.listArrivals', { shiftId });
  expect(arrivals).toMatchObject({ presentCount: 1, recent: [{ maskedName: '测**', kind: 'checkIn' }] });
  expect(await product.call(openId, 'attendance.listArrivals', { shiftId })).toMatchObject({
    code: 'actor.forbidden',
  });
  const { activities } = await product.must('nobody', 'activity.listUpcomingActivities', {
    countyCode: '513221',
    projectId: null,
    cursor: null,
  });
  const { shifts } = await product.must('nobody', 'activity.getActivity', {
    activityId: activities[0]?.activityId ?? '',
  });
  expect(
    await product.call(ORGANISER, 'attendance.getCheckInSeed', { shiftId: shifts[0]?.shiftId ?? '' }),
  ).toMatchObject({ code: 'actor.forbidden' });
});

test('[AT1] who is not registered is asked to register, and nothing is stored', async () => {
  const shiftId = await openShift(product);
  const input = { requestId: requestId(), shiftId, evidence: at(0) };
  expect(await product.call('stranger', 'attendance.checkIn', input)).toMatchObject({
    code: 'actor.registrationRequired',
  });
  expect(await product.call('', 'attendance.checkIn', input)).toMatchObject({ code: 'actor.signInRequired' });
  expect(product.documents('attendances').filter((row) => row['shiftId'] === shiftId)).toHaveLength(0);
});

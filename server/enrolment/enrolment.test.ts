import type { JsonObject } from '@local-cloud/host/json';
import { DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { activityInput, openShift, ORGANISER } from '../../tests/kit/shifts';
import { tamper } from '../../tests/kit/tamper';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());
afterEach(() => product.standAt());

let people = 500;
async function volunteer(): Promise<string> {
  people += 1;
  const openId = `enrolment-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people));
  return openId;
}
async function volunteers(count: number): Promise<string[]> {
  const all: string[] = [];
  for (let index = 0; index < count; index += 1) all.push(await volunteer());
  return all;
}
const shiftTomorrow = (capacity: number) => openShift(product, { capacity, startsInMs: DAY_MS });
const enrol = (openId: string, shiftId: string, whenFull: 'wait' | 'refuse' = 'wait') =>
  product.call(openId, 'attendance.enrol', { requestId: requestId(), shiftId, whenFull });
const cancel = (openId: string, shiftId: string) =>
  product.must(openId, 'attendance.cancelEnrolment', { requestId: requestId(), shiftId });
const mine = (openId: string, shiftId: string) => product.must(openId, 'activity.getShift', { shiftId });
const stored = (collection: string, id: string): JsonObject | undefined =>
  product.documents(collection).find((document) => document['_id'] === id);
const raise = (shiftId: string, capacity: number, openId = ORGANISER) =>
  product.call(openId, 'activity.changeCapacity', { requestId: requestId(), shiftId, capacity });

test('[AT13.1] a full shift: in line, one’s place, the organiser’s list in order, leaving', async () => {
  const shiftId = await shiftTomorrow(1);
  const [first = '', second = '', third = ''] = await volunteers(3);
  expect(await enrol(first, shiftId, 'refuse')).toMatchObject({ value: { outcome: 'enrolled' } });
  expect(await enrol(second, shiftId, 'refuse')).toMatchObject({
    code: 'enrolment.full',
    params: { capacity: 1, waitingCount: 0, wanted: 1 },
  });
  expect(await enrol(second, shiftId)).toMatchObject({ value: { outcome: 'waiting' } });
  expect(await enrol(second, shiftId)).toMatchObject({ value: { outcome: 'waiting' } });
  await enrol(third, shiftId);
  expect((await mine(second, shiftId)).aheadCount).toBe(0);
  const own = await mine(third, shiftId);
  expect(own).toMatchObject({ aheadCount: 1, mine: { state: 'waiting' }, shift: { waitingCount: 2 } });
  const current = await product.must(third, 'attendance.listMyCurrent', {});
  expect(current.attendances.map(({ state }) => state)).toEqual(['waiting']);
  const list = { shiftId, group: 'waiting', cursor: null } as const;
  const { people: line } = await product.must(ORGANISER, 'attendance.listEnrolments', list);
  expect(line.map(({ waitingNumber, maskedName }) => [waitingNumber, maskedName])).toEqual([
    [1, '测**'],
    [2, '测**'],
  ]);
  expect(await cancel(second, shiftId)).toMatchObject({ outcome: 'cancelled' });
  expect((await mine(third, shiftId)).aheadCount).toBe(0);
  expect(stored('shifts', shiftId)).toMatchObject({ takenCount: 1, waitingCount: 1 });
});

test('[AT13.2] a cancelled seat is given in the same transaction, told, and in the ledger', async () => {
  const shiftId = await shiftTomorrow(1);
  const [first = '', second = '', third = ''] = await volunteers(3);
  for (const openId of [first, second, third]) await enrol(openId, shiftId);
  await cancel(first, shiftId);
  const { mine: given, shift } = await mine(second, shiftId);
  expect(given).toMatchObject({ state: 'enrolled' });
  expect(given?.seatGivenAt).not.toBeNull();
  expect(shift).toMatchObject({ takenCount: 1, waitingCount: 1 });
  const entries = product
    .documents('ledger')
    .filter(({ _id, source }) => JSON.stringify(_id).includes(shiftId) && source === 'line');
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ actor: 'system', to: 'enrolled', seq: 2 });
  const group = { shiftId, group: 'enrolled', cursor: null } as const;
  const seated = await product.must(ORGANISER, 'attendance.listEnrolments', group);
  expect(seated.people).toMatchObject([{ isFromLine: true, isChild: false }]);
  expect((await enrol(first, shiftId)).ok).toBe(true);
  expect((await mine(first, shiftId)).aheadCount).toBe(1);
});

test('[AT13.2] raised seats go to the line, in batches, in order; what is left the timer gives', async () => {
  const shiftId = await shiftTomorrow(1);
  const all = await volunteers(14);
  for (const openId of all) await enrol(openId, shiftId);
  expect(await raise(shiftId, 13)).toMatchObject({ ok: true, value: { shift: { capacity: 13 } } });
  expect(stored('shifts', shiftId)).toMatchObject({ takenCount: 13, waitingCount: 1, owesSeats: false });
  expect((await mine(all[13] ?? '', shiftId)).aheadCount).toBe(0);
  // An instance that died before its second batch: the mark is what it leaves.
  await tamper(product, 'shifts', shiftId, { capacity: 14, owesSeats: true });
  await Promise.all([product.cloud.runTimer('sweep'), product.cloud.runTimer('sweep')]);
  expect(stored('shifts', shiftId)).toMatchObject({ takenCount: 14, waitingCount: 0, owesSeats: false });
});

test('[AT13.2] twenty want two seats and ten leave at once: exactly two hold seats', async () => {
  const shiftId = await shiftTomorrow(2);
  const all = await volunteers(20);
  const answers = await Promise.all(all.map((openId) => enrol(openId, shiftId)));
  const outcomes = answers.map((answer) => (answer.ok ? answer.value.outcome : answer.code));
  expect(outcomes.sort()).toEqual([
    ...Array.from({ length: 2 }, () => 'enrolled'),
    ...Array.from({ length: 18 }, () => 'waiting'),
  ]);
  const places = await Promise.all(all.map(async (openId) => (await mine(openId, shiftId)).aheadCount));
  const ahead = places.filter((place) => place !== null).sort((a, b) => a - b);
  expect(ahead).toEqual(Array.from({ length: 18 }, (_none, index) => index));
  await Promise.all(all.slice(0, 10).map((openId) => cancel(openId, shiftId)));
  const states = await Promise.all(all.map(async (openId) => (await mine(openId, shiftId)).mine?.state));
  expect(states.filter((state) => state === 'enrolled')).toHaveLength(2);
  expect(states.filter((state) => state === 'waiting')).toHaveLength(8);
  expect(stored('shifts', shiftId)).toMatchObject({ takenCount: 2, waitingCount: 8 });
});

test('[AT13.2][AT13.3] the line has closed: late is marked, a seat goes to who comes first', async () => {
  const shiftId = await openShift(product, { capacity: 1, startsInMs: 3 * HOUR_MS });
  const [first = '', second = '', third = ''] = await volunteers(3);
  for (const openId of [first, second]) await enrol(openId, shiftId);
  product.standAt(1.5 * HOUR_MS);
  expect(await enrol(third, shiftId)).toMatchObject({ code: 'enrolment.lineClosed' });
  await cancel(first, shiftId);
  expect((await mine(second, shiftId)).mine).toMatchObject({ state: 'waiting' });
  const group = { shiftId, group: 'cancelled', cursor: null } as const;
  const { people: gone } = await product.must(ORGANISER, 'attendance.listEnrolments', group);
  expect(gone).toMatchObject([{ isLateCancelled: true }]);
  expect(await enrol(second, shiftId)).toMatchObject({ value: { outcome: 'enrolled' } });
  expect(stored('shifts', shiftId)).toMatchObject({ takenCount: 1, waitingCount: 0 });
  expect(stored('lines', shiftId)).toMatchObject({ parties: [] });
});

test('[AT13.2] seats cannot fall below those taken; a shift without a limit has none to change', async () => {
  const shiftId = await shiftTomorrow(3);
  for (const openId of await volunteers(2)) await enrol(openId, shiftId);
  expect(await raise(shiftId, 1)).toMatchObject({
    code: 'activity.capacityTooLow',
    params: { takenCount: 2 },
  });
  expect(await raise(shiftId, 2)).toMatchObject({ ok: true });
  const open = await openShift(product, { startsInMs: DAY_MS });
  expect(await raise(open, 5)).toMatchObject({ code: 'activity.capacityUnlimited' });
  expect(await raise(shiftId, 5, 'demo-volunteer')).toMatchObject({ code: 'actor.forbidden' });
});

test('[AT13.7] a cancelled shift tells its reason to who is enrolled and who waits', async () => {
  const shiftId = await shiftTomorrow(1);
  const [first = '', second = ''] = await volunteers(2);
  for (const openId of [first, second]) await enrol(openId, shiftId);
  const input = { requestId: requestId(), shiftId, reason: '暴雨橙色预警' };
  expect(await product.call('demo-volunteer', 'activity.cancelShift', input)).toMatchObject({
    code: 'actor.forbidden',
  });
  const { shift } = await product.must(ORGANISER, 'activity.cancelShift', input);
  expect(shift).toMatchObject({ state: 'cancelled', cancelReason: '暴雨橙色预警' });
  expect((await product.must(ORGANISER, 'activity.cancelShift', input)).shift).toEqual(shift);
  for (const openId of [first, second]) {
    const { cancelled } = await product.must(openId, 'attendance.listMyCurrent', {});
    expect(cancelled).toEqual([{ shiftId, reason: '暴雨橙色预警' }]);
  }
  const { activity } = await mine(first, shiftId);
  expect(activity.state).toBe('cancelled');
  await cancel(first, shiftId);
  expect((await mine(second, shiftId)).mine?.state).toBe('waiting');
  expect(await enrol(await volunteer(), shiftId)).toMatchObject({ code: 'attendance.shiftCancelled' });
  expect(await raise(shiftId, 9)).toMatchObject({ code: 'attendance.shiftCancelled' });
});

test('[AT13.7] the activity ends with its last shift; one that has begun is not cancelled', async () => {
  const now = product.cloud.clock.now();
  const shifts = [1, 2].map((days) => ({
    startsAt: now + days * DAY_MS,
    endsAt: now + days * DAY_MS + HOUR_MS,
    capacity: 2,
  }));
  const plan = { ...(await activityInput(product)), shifts };
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', plan);
  const cancelShift = (shiftId: string) =>
    product.call(ORGANISER, 'activity.cancelShift', { requestId: requestId(), shiftId, reason: '场地检修' });
  await Promise.all(shiftIds.slice(0, 1).map(cancelShift));
  expect((await mine('', shiftIds[1] ?? '')).activity.state).toBe('published');
  await cancelShift(shiftIds[1] ?? '');
  expect((await mine('', shiftIds[1] ?? '')).activity.state).toBe('cancelled');
  expect(await cancelShift(await openShift(product))).toMatchObject({ code: 'activity.shiftStarted' });
  expect(await cancelShift('nothing000')).toMatchObject({ code: 'shift.notFound' });
});

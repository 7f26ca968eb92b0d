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
const now = (): number => product.cloud.clock.now();
const advance = (ms: number): void => product.cloud.clock.advance(ms);

async function enrolled(shiftId: string): Promise<{ openId: string; volunteerId: string }> {
  people += 1;
  const openId = `roster-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people));
  await product.must(openId, 'attendance.enrol', { requestId: requestId(), shiftId });
  return { openId, volunteerId: product.volunteerIdOf(openId) };
}
const tickOf = (shiftId: string, volunteerId: string, deed: 'checkIn' | 'checkOut') => ({
  requestId: requestId(),
  shiftId,
  volunteerId,
  deed,
  tickedAt: now(),
});
const tick = (input: ReturnType<typeof tickOf>, openId = ORGANISER) =>
  product.call(openId, 'attendance.tick', input);
const recordOf = (shiftId: string, volunteerId: string) =>
  product.documents('attendances').find((row) => row['_id'] === `${shiftId}:${volunteerId}`);

test('[AT5.4] the roster lists who is enrolled and who came, masked', async () => {
  const shiftId = await openShift(product);
  const some = [await enrolled(shiftId), await enrolled(shiftId)];
  await product.must(some[0]?.openId ?? '', 'attendance.checkIn', {
    requestId: requestId(),
    shiftId,
    evidence: at(0),
  });
  const { people: listed, nextCursor } = await product.must(ORGANISER, 'attendance.listTickRoster', {
    shiftId,
    cursor: null,
  });
  expect(listed.map(({ state }) => state).sort()).toEqual(['checkedIn', 'enrolled']);
  expect(listed[0]).toMatchObject({ maskedName: '测**' });
  expect(listed[0]?.numberTail).toMatch(/^.{4}$/);
  expect(nextCursor).toBeNull();
});

test('[AT5.4] the roster is paged by key, nobody twice and nobody left out', async () => {
  const shiftId = await openShift(product);
  await openShift(product);
  for (let person = 0; person < 103; person += 1) await enrolled(shiftId);
  const first = await product.must(ORGANISER, 'attendance.listTickRoster', { shiftId, cursor: null });
  const second = await product.must(ORGANISER, 'attendance.listTickRoster', {
    shiftId,
    cursor: first.nextCursor,
  });
  const ids = [...first.people, ...second.people].map(({ volunteerId }) => volunteerId);
  expect([first.people.length, ids.length, new Set(ids).size, second.nextCursor]).toEqual([
    100,
    103,
    103,
    null,
  ]);
});

test('[AT5.4] ticks in and out, sent later and twice, are one assisted visit', async () => {
  const shiftId = await openShift(product);
  const { volunteerId } = await enrolled(shiftId);
  const ticked = tickOf(shiftId, volunteerId, 'checkIn');
  advance(HOUR_MS);
  const left = tickOf(shiftId, volunteerId, 'checkOut');
  advance(5 * HOUR_MS);
  // Out before in, and both again.
  expect(await tick(left)).toMatchObject({ code: 'attendance.notCheckedIn' });
  expect(await tick(ticked)).toMatchObject({ ok: true, value: { outcome: 'ticked' } });
  for (const input of [left, ticked]) {
    expect(await tick(input)).toMatchObject({ ok: true, value: { outcome: 'already' } });
  }
  expect(recordOf(shiftId, volunteerId)).toMatchObject({
    state: 'confirmed',
    source: 'assisted',
    creditedMinutes: 60,
    checkIn: { method: 'roster' },
  });
});

test('[AT5.4][ST14] a tick and an own late scan are an own visit that needs no further word', async () => {
  const shiftId = await openShift(product);
  const { openId, volunteerId } = await enrolled(shiftId);
  const evidence = (await CodeScreen.of(product, shiftId)).code();
  const scan = { requestId: requestId(), shiftId, evidence, scannedAt: now() };
  advance(MINUTE_MS);
  const ticked = tickOf(shiftId, volunteerId, 'checkIn');
  advance(2 * HOUR_MS);
  await tick(ticked);
  expect(recordOf(shiftId, volunteerId)).toMatchObject({ source: 'assisted' });
  await product.must(openId, 'attendance.checkIn', scan);
  expect(recordOf(shiftId, volunteerId)).toMatchObject({
    source: 'own',
    state: 'checkedIn',
    checkIn: { method: 'rotatingCode', late: 'vouched' },
  });
});

test('[AT5.4] an own scan on time goes before a tick that came first', async () => {
  const shiftId = await openShift(product);
  const { openId, volunteerId } = await enrolled(shiftId);
  await tick(tickOf(shiftId, volunteerId, 'checkIn'));
  advance(MINUTE_MS);
  const input = { requestId: requestId(), shiftId, evidence: at(0) };
  await product.must(openId, 'attendance.checkIn', input);
  expect(recordOf(shiftId, volunteerId)).toMatchObject({ source: 'own', checkIn: { method: 'location' } });
  advance(HOUR_MS);
  await tick(tickOf(shiftId, volunteerId, 'checkOut'));
  await product.must(openId, 'attendance.checkOut', { ...input, requestId: requestId() });
  expect(recordOf(shiftId, volunteerId)).toMatchObject({ source: 'own', state: 'confirmed' });
});

test('[AT5.2] a check-out answered "already" counts when an own check-in replaces a tick', async () => {
  const shiftId = await openShift(product);
  const { openId, volunteerId } = await enrolled(shiftId);
  const leave = () =>
    product.must(openId, 'attendance.checkOut', { requestId: requestId(), shiftId, evidence: at(0) });
  await tick(tickOf(shiftId, volunteerId, 'checkIn'));
  advance(20 * MINUTE_MS);
  expect(await leave()).toMatchObject({ outcome: 'checkedOut' });
  advance(10 * MINUTE_MS);
  const evidence = (await CodeScreen.of(product, shiftId)).code();
  const scan = { requestId: requestId(), shiftId, evidence, scannedAt: now() };
  advance(HOUR_MS);
  expect(await leave()).toMatchObject({ outcome: 'already' });
  // The own check-in is after the first check-out, so the second one ends the visit.
  await product.must(openId, 'attendance.checkIn', scan);
  const record = { state: 'confirmed', source: 'own', creditedMinutes: 60, checkIn: { late: 'vouched' } };
  expect(recordOf(shiftId, volunteerId)).toMatchObject(record);
});

test('[AT5.3] refusing takes out what waits, not what a tick vouches for', async () => {
  const shiftId = await openShift(product);
  const { openId, volunteerId } = await enrolled(shiftId);
  const screen = await CodeScreen.of(product, shiftId);
  const scanNow = () => ({ requestId: requestId(), shiftId, evidence: screen.code(), scannedAt: now() });
  const [came, ticked] = [scanNow(), tickOf(shiftId, volunteerId, 'checkIn')];
  advance(HOUR_MS);
  const left = scanNow();
  advance(HOUR_MS);
  await product.must(openId, 'attendance.checkIn', came);
  await product.must(openId, 'attendance.checkOut', left);
  await tick(ticked);
  const [visit] = (await product.must(ORGANISER, 'attendance.listLateVisits', { shiftId, cursor: null }))
    .visits;
  expect(visit).toMatchObject({ waiting: ['checkOut'], creditedMinutes: 60 });
  const refusal = { requestId: requestId(), shiftId, volunteerId, verdict: 'refuse' as const };
  await product.must(ORGANISER, 'attendance.reviewLateVisit', refusal);
  expect(recordOf(shiftId, volunteerId)).toMatchObject({
    state: 'checkedIn',
    source: 'own',
    checkIn: { method: 'rotatingCode', late: 'vouched' },
    checkOut: null,
  });
});

test('[AT5.4] refusals of ticks, each with its code', async () => {
  const shiftId = await openShift(product);
  const { openId, volunteerId } = await enrolled(shiftId);
  const good = tickOf(shiftId, volunteerId, 'checkIn');
  expect(await tick({ ...good, volunteerId: 'nobody0000' })).toMatchObject({
    code: 'attendance.notOnRoster',
  });
  expect(await tick({ ...good, tickedAt: now() + HOUR_MS })).toMatchObject({
    code: 'attendance.lateUnproven',
  });
  expect(await tick({ ...good, tickedAt: now() - 25 * HOUR_MS })).toMatchObject({
    code: 'attendance.lateTooOld',
  });
  expect(await tick({ ...good, tickedAt: now() - 2 * HOUR_MS })).toMatchObject({
    code: 'attendance.outsideWindow',
  });
  expect(await tick(good, openId)).toMatchObject({ code: 'actor.forbidden' });
  const own = product.volunteerIdOf(ORGANISER);
  await product.must(ORGANISER, 'attendance.enrol', { requestId: requestId(), shiftId });
  expect(await tick({ ...good, volunteerId: own })).toMatchObject({ code: 'attendance.ownRecord' });
  expect(recordOf(shiftId, volunteerId)).toMatchObject({ state: 'enrolled' });
});

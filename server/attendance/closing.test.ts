import type { InputOf } from '@contract/procedures';
import { MAXIMUM_ON_DUTY } from '@domain/attendance/duty';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { requestId, TestProduct } from '../../tests/kit/product';
import { recount, storedSums } from '../../tests/kit/recount';
import { at, CITY_OFFICE, CodeScreen, here, openShift, ORGANISER, takeUpDuty } from '../../tests/kit/shifts';
import { cardOf, COUNTY_OFFICE, newcomers } from '../../tests/kit/supplements';
import { addBehind } from '../../tests/kit/tamper';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(60);
});
afterAll(() => product.stop());
beforeEach(() => product.standAt());

const volunteer = newcomers(() => product, 'closing');
const visit = (openId: string, deed: 'checkIn' | 'checkOut', shiftId: string) =>
  product.must(openId, `attendance.${deed}`, { requestId: requestId(), shiftId, evidence: at(0) });
const close = (shiftId: string, headCount: number, openId = ORGANISER) =>
  product.call(openId, 'attendance.closeShift', { requestId: requestId(), shiftId, headCount });
const stateOf = async (openId: string, shiftId: string) => {
  const { records } = await product.must(openId, 'attendance.listMyRecords', { cursor: null });
  const record = records.find((one) => one.shiftId === shiftId);
  return [record?.state, record?.isHeld, record?.creditedMinutes];
};
async function expectExact(): Promise<void> {
  await product.fold();
  expect(storedSums(product)).toEqual(recount(product));
}

/** A shift of three hours that is over, with so many people who were there for two hours and a half. */
async function served(count: number): Promise<{ shiftId: string; openIds: string[] }> {
  const shiftId = await openShift(product);
  const openIds: string[] = [];
  for (let one = 0; one < count; one += 1) openIds.push(await volunteer());
  for (const openId of openIds) await visit(openId, 'checkIn', shiftId);
  product.cloud.clock.advance(2.5 * HOUR_MS);
  for (const openId of openIds) await visit(openId, 'checkOut', shiftId);
  return { shiftId, openIds };
}

test('[AT6] a head-count that agrees closes the shift; retried it is the same closing', async () => {
  const { shiftId, openIds } = await served(2);
  const input = { requestId: requestId(), shiftId, headCount: 2 };
  const first = await product.must(ORGANISER, 'attendance.closeShift', input);
  expect(first).toMatchObject({ outcome: 'closed', closing: { state: 'closed', recordedCount: 2 } });
  const again = await product.must(ORGANISER, 'attendance.closeShift', input);
  expect(again).toMatchObject({ outcome: 'already', closing: { closedAt: first.closing.closedAt } });
  expect(await close(shiftId, 5)).toMatchObject({
    ok: false,
    code: 'closing.countedOtherwise',
    params: { headCount: 2 },
  });
  expect(await stateOf(openIds[0] ?? '', shiftId)).toEqual(['confirmed', false, 150]);
  const decided = await product.call(COUNTY_OFFICE, 'attendance.decideClosingReview', {
    requestId: requestId(),
    shiftId,
    recordedCount: 2,
    choice: { kind: 'accept' },
    reason: '已核实',
  });
  expect(decided).toMatchObject({ ok: false, code: 'closing.decided' });
});

test('[AT6.1] without being there no code, no help and no closing; the roster always', async () => {
  const shiftId = await openShift(product);
  const openId = await volunteer();
  await product.must(openId, 'attendance.enrol', { requestId: requestId(), shiftId });
  const volunteerId = product.volunteerIdOf(openId);
  const group = { requestId: requestId(), shiftId, deed: 'checkIn' as const, headCount: 1 };
  const helped = { ...group, people: [{ volunteerId, card: null }] };
  const asked = { shiftId, deed: 'checkIn' as const, volunteerId, requestId: requestId(), isHere: true };
  for (const answer of [
    await product.call(COUNTY_OFFICE, 'attendance.getCheckInSeed', { shiftId }),
    await product.call(COUNTY_OFFICE, 'attendance.assist', helped),
    await product.call(COUNTY_OFFICE, 'attendance.answerConfirmation', asked),
  ]) {
    expect(answer).toMatchObject({ ok: false, code: 'duty.required' });
  }
  expect(await product.call(COUNTY_OFFICE, 'attendance.listRoster', { shiftId, cursor: null })).toMatchObject(
    {
      ok: true,
    },
  );
  const tick = { requestId: requestId(), shiftId, volunteerId, deed: 'checkIn' as const };
  const tickedAt = product.cloud.clock.now();
  expect(await product.call(COUNTY_OFFICE, 'attendance.tick', { ...tick, tickedAt })).toMatchObject({
    ok: true,
  });
  product.cloud.clock.advance(3 * HOUR_MS);
  expect(await close(shiftId, 1, COUNTY_OFFICE)).toMatchObject({ ok: false, code: 'duty.required' });
  await takeUpDuty(product, COUNTY_OFFICE, shiftId);
  expect(await close(shiftId, 1, COUNTY_OFFICE)).toMatchObject({ ok: true });
  const ahead = await openShift(product, { startsInMs: 5 * HOUR_MS });
  expect(await product.call(COUNTY_OFFICE, 'attendance.getCheckInSeed', { shiftId: ahead })).toMatchObject({
    ok: true,
  });
});

test('[AT6.1] on duty by the place or by a card of somebody else, and by nothing else', async () => {
  const shiftId = await openShift(product);
  const prove = (openId: string, proof: InputOf<'attendance.takeUpDuty'>['proof'], of = shiftId) =>
    product.call(openId, 'attendance.takeUpDuty', { requestId: requestId(), shiftId: of, proof });
  const cardProof = async (openId: string) => ({
    kind: 'card' as const,
    volunteerId: product.volunteerIdOf(openId),
    ...(await cardOf(product, openId)),
  });
  const far = { ...here(), latitude: here().latitude + 0.02 };
  expect(await prove(CITY_OFFICE, far)).toMatchObject({ code: 'attendance.outsideGeofence' });
  const holder = await volunteer();
  const witness = await cardProof(holder);
  expect(await prove(CITY_OFFICE, { ...witness, proof: 'forged0000' })).toMatchObject({
    code: 'card.invalid',
  });
  expect(await prove(CITY_OFFICE, witness)).toMatchObject({
    ok: true,
    value: { outcome: 'onDuty', duty: { method: 'card', isMine: true } },
  });
  expect(await prove(CITY_OFFICE, here())).toMatchObject({ ok: true, value: { outcome: 'already' } });
  const duty = await product.must(ORGANISER, 'attendance.getDuty', { shiftId });
  expect(duty.onDuty.map(({ method, isMine }) => [method, isMine])).toEqual([
    ['location', true],
    ['card', false],
  ]);
  const screen = await CodeScreen.of(product, shiftId);
  const own = { requestId: requestId(), shiftId, evidence: screen.code() };
  expect(await product.call(ORGANISER, 'attendance.checkIn', own)).toMatchObject({ code: 'duty.ownCode' });
  await visit(ORGANISER, 'checkIn', shiftId);
  const out = { ...own, requestId: requestId() };
  expect(await product.call(ORGANISER, 'attendance.checkOut', out)).toMatchObject({ code: 'duty.ownCode' });
  const ahead = await openShift(product, { startsInMs: 5 * HOUR_MS });
  expect(await prove(ORGANISER, here(), ahead)).toMatchObject({ code: 'duty.outsideWindow' });
  product.cloud.clock.advance(5 * HOUR_MS);
  expect(await prove(ORGANISER, await cardProof(ORGANISER), ahead)).toMatchObject({ code: 'duty.ownCard' });
  for (let one = 0; one < MAXIMUM_ON_DUTY - 2; one += 1) {
    const grant = product.documents('roleGrants').find((row) => row['openId'] === ORGANISER);
    const openId = `deputy-${String(one)}`;
    await addBehind(product, 'roleGrants', { ...grant, _id: openId, openId });
    expect(await prove(openId, here())).toMatchObject({ ok: true });
  }
  expect(await prove(COUNTY_OFFICE, here())).toMatchObject({ code: 'duty.tooMany' });
});

test('[AT6.4] a count that differs holds every record, in the figures too; others decide', async () => {
  const { shiftId, openIds } = await served(3);
  await expectExact();
  const closed = await close(shiftId, 1);
  expect(closed).toMatchObject({ ok: true, value: { closing: { state: 'review', mayDecide: false } } });
  for (const openId of openIds) expect(await stateOf(openId, shiftId)).toEqual(['checkedOut', true, 150]);
  await expectExact();
  const { reviews } = await product.must(COUNTY_OFFICE, 'attendance.listClosingReviews', { cursor: null });
  expect(reviews.find((one) => one.shiftId === shiftId)).toMatchObject({
    expectedCount: 1,
    recordedCount: 3,
  });
  const input = { shiftId, recordedCount: 3, choice: { kind: 'accept' as const }, reason: '有签到照片' };
  const decide = (openId: string, change: object = {}) =>
    product.call(openId, 'attendance.decideClosingReview', { requestId: requestId(), ...input, ...change });
  expect(await decide(ORGANISER)).toMatchObject({ ok: false, code: 'closing.own' });
  expect(await decide(COUNTY_OFFICE, { reason: '' })).toMatchObject({ code: 'record.reasonMissing' });
  expect(await decide(COUNTY_OFFICE, { recordedCount: 2 })).toMatchObject({
    code: 'closing.changedMeanwhile',
  });
  const set = { choice: { kind: 'headCount', headCount: 2 }, reason: '少数了一个' };
  expect(await decide(COUNTY_OFFICE, set)).toMatchObject({
    ok: true,
    value: { closing: { state: 'review' } },
  });
  const request = { requestId: requestId() };
  expect(await decide(COUNTY_OFFICE, request)).toMatchObject({
    ok: true,
    value: { outcome: 'decided', closing: { state: 'closed', expectedCount: 3 } },
  });
  const retried = await decide(COUNTY_OFFICE, request);
  expect(retried).toMatchObject({ ok: true, value: { outcome: 'already' } });
  if (retried.ok) expect(retried.value.closing.decisions).toHaveLength(2);
  for (const openId of openIds) expect(await stateOf(openId, shiftId)).toEqual(['confirmed', false, 150]);
  await expectExact();
  const history = await product.must(openIds[0] ?? '', 'attendance.listRecordHistory', {
    shiftId,
    cursor: null,
  });
  expect(history.entries.map(({ to, source }) => `${to} ${source}`)).toEqual([
    'confirmed released',
    'checkedOut held',
    'confirmed location',
    'checkedOut location',
    'checkedIn location',
  ]);
});

test('[AT6.4] voiding the records that should not be there ends the review by itself', async () => {
  const { shiftId, openIds } = await served(2);
  await close(shiftId, 1);
  const { people: rows } = await product.must(COUNTY_OFFICE, 'attendance.listShiftPeople', {
    shiftId,
    cursor: null,
  });
  expect(rows.map(({ state, isHeld, checkedInBy }) => [state, isHeld, checkedInBy])).toEqual([
    ['checkedOut', true, 'location'],
    ['checkedOut', true, 'location'],
  ]);
  const attendanceId = `${shiftId}:${product.volunteerIdOf(openIds[1] ?? '')}`;
  const preview = await product.must(COUNTY_OFFICE, 'attendance.getVoidPreview', { attendanceId });
  expect(preview).toMatchObject({ countedMinutes: 0, regainingCount: 0, freesSeat: false });
  const reason = '本人没有来过';
  await product.must(COUNTY_OFFICE, 'attendance.voidRecord', {
    requestId: requestId(),
    attendanceId,
    reason,
  });
  await product.cloud.runTimer('sweep');
  expect(await stateOf(openIds[0] ?? '', shiftId)).toEqual(['confirmed', false, 150]);
  const { closing } = await product.must(COUNTY_OFFICE, 'attendance.getClosing', { shiftId });
  expect(closing).toMatchObject({ state: 'closed', recordedCount: 1, mayVoid: true });
  await expectExact();
});

test('[AT6.2] the code stops, one leaves by place; a late scan from before judges anew', async () => {
  const { shiftId } = await served(1);
  const [last, late] = [await volunteer(), await volunteer()];
  await visit(last, 'checkIn', shiftId);
  const screen = await CodeScreen.of(product, shiftId);
  const before = { evidence: screen.code(), scannedAt: product.cloud.clock.now() };
  product.cloud.clock.advance(5 * MINUTE_MS);
  expect(await close(shiftId, 2)).toMatchObject({ ok: true, value: { closing: { state: 'closed' } } });
  product.cloud.clock.advance(MINUTE_MS);
  const scan = { requestId: requestId(), shiftId, evidence: screen.code() };
  for (const answer of [
    await product.call(last, 'attendance.checkOut', scan),
    await product.call(late, 'attendance.checkIn', { ...scan, evidence: at(0) }),
  ]) {
    expect(answer).toMatchObject({ ok: false, code: 'attendance.shiftClosed' });
  }
  expect((await visit(last, 'checkOut', shiftId)).attendance.state).toBe('confirmed');
  const uploaded = { requestId: requestId(), shiftId, ...before };
  expect(await product.call(late, 'attendance.checkIn', uploaded)).toMatchObject({ ok: true });
  await product.cloud.runTimer('sweep');
  expect(await stateOf(last, shiftId)).toEqual(['checkedOut', true, expect.any(Number)]);
  const { closing } = await product.must(ORGANISER, 'attendance.getClosing', { shiftId });
  expect(closing).toMatchObject({ state: 'review', recordedCount: 3 });
  await expectExact();
});

test('[AT6.4] under review a check-out is held and an approval waits; afterwards both go on', async () => {
  const { shiftId } = await served(1);
  const last = await volunteer();
  await visit(last, 'checkIn', shiftId);
  await close(shiftId, 9);
  product.cloud.clock.advance(MINUTE_MS);
  const { attendance } = await visit(last, 'checkOut', shiftId);
  expect(attendance).toMatchObject({ state: 'checkedOut', isHeld: true });
  const choice = { kind: 'headCount' as const, headCount: 2 };
  await product.must(CITY_OFFICE, 'attendance.decideClosingReview', {
    ...{ requestId: requestId(), shiftId, recordedCount: 2, choice },
    reason: '多写了一位数',
  });
  expect((await stateOf(last, shiftId))[0]).toBe('confirmed');
  await product.cloud.runTimer('sweep');
  product.cloud.clock.advance(2 * MINUTE_MS);
  await product.cloud.runTimer('sweep');
  const { closing } = await product.must(ORGANISER, 'attendance.getClosing', { shiftId });
  expect(closing).toMatchObject({ state: 'closed', isSettling: false });
  await expectExact();
});

test('[AT6.5] a shift that nobody closed stays credited and is shown; deciding on it closes it', async () => {
  const { shiftId, openIds } = await served(2);
  product.cloud.clock.advance(2 * DAY_MS);
  await product.cloud.runTimer('sweep');
  expect((await stateOf(openIds[0] ?? '', shiftId))[0]).toBe('confirmed');
  const { reviews } = await product.must(ORGANISER, 'attendance.listClosingReviews', { cursor: null });
  expect(reviews.find((one) => one.shiftId === shiftId)).toMatchObject({
    state: 'unclosed',
    expectedCount: null,
    recordedCount: 2,
  });
  const choice = { kind: 'headCount' as const, headCount: 1 };
  await product.must(COUNTY_OFFICE, 'attendance.decideClosingReview', {
    ...{ requestId: requestId(), shiftId, recordedCount: 2, choice },
    reason: '现场照片只有一人',
  });
  expect(await stateOf(openIds[0] ?? '', shiftId)).toEqual(['checkedOut', true, 150]);
  // What was decided is not counted over.
  expect(await close(shiftId, 2)).toMatchObject({ ok: false, code: 'closing.countedOtherwise' });
  await product.must(COUNTY_OFFICE, 'attendance.decideClosingReview', {
    ...{ requestId: requestId(), shiftId, recordedCount: 2, choice: { kind: 'accept' as const } },
    reason: '又找到一张照片',
  });
  expect((await stateOf(openIds[0] ?? '', shiftId))[0]).toBe('confirmed');
  const { shiftId: forgotten } = await served(1);
  product.cloud.clock.advance(2 * DAY_MS);
  await product.cloud.runTimer('sweep');
  expect(await close(forgotten, 1)).toMatchObject({ ok: true, value: { closing: { state: 'closed' } } });
  product.cloud.clock.advance(6 * DAY_MS);
  const other = await openShift(product);
  product.cloud.clock.advance(8 * DAY_MS);
  expect(await close(other, 0)).toMatchObject({ ok: false, code: 'closing.tooLate' });
  const early = await openShift(product);
  expect(await close(early, 0)).toMatchObject({ ok: false, code: 'closing.tooEarly' });
  expect(
    await product.call(COUNTY_OFFICE, 'attendance.decideClosingReview', {
      ...{ requestId: requestId(), shiftId: early, recordedCount: 0, choice },
      reason: '已核实',
    }),
  ).toMatchObject({ ok: false, code: 'closing.notFound' });
  await expectExact();
});

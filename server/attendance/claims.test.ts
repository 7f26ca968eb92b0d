import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { requestId, TestProduct } from '../../tests/kit/product';
import { recount, storedSums } from '../../tests/kit/recount';
import { at, CITY_OFFICE, openShift, ORGANISER } from '../../tests/kit/shifts';
import { COUNTY_OFFICE, newcomers } from '../../tests/kit/supplements';
import { addBehind } from '../../tests/kit/tamper';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(60);
});
afterAll(() => product.stop());
beforeEach(() => product.standAt());

const volunteer = newcomers(() => product, 'claims');
const visit = (openId: string, deed: 'checkIn' | 'checkOut', shiftId: string) =>
  product.must(openId, `attendance.${deed}`, { requestId: requestId(), shiftId, evidence: at(0) });
const claimOf = (openId: string, shiftId: string) =>
  product.must(openId, 'attendance.getMyClaim', { shiftId });
const idOf = (openId: string, shiftId: string) => `${shiftId}:${product.volunteerIdOf(openId)}`;
const answer = (openId: string, attendanceId: string, change: object = {}) =>
  product.call(openId, 'attendance.answerClaim', {
    ...{ requestId: requestId(), attendanceId, verdict: 'accept', arrivedAt: null, leftAt: null, reason: '' },
    ...change,
  });
async function expectExact(): Promise<void> {
  await product.fold();
  expect(storedSums(product)).toEqual(recount(product));
}

/** Checked in at the beginning, gone without a check-out, and the window is over. */
async function forgotten(): Promise<{ openId: string; shiftId: string; from: number }> {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  await visit(openId, 'checkIn', shiftId);
  const from = product.cloud.clock.now();
  product.cloud.clock.advance(6 * HOUR_MS);
  await product.cloud.runTimer('sweep');
  return { openId, shiftId, from };
}
const forgot = (shiftId: string, leftAt: number) => ({
  ...{ requestId: requestId(), shiftId, kind: 'forgotten' as const, arrivedAt: null, leftAt },
  statement: '手机没电了',
});

test('[AT7.1] who forgot the check-out is told, and can ask for a correction', async () => {
  const { openId, shiftId, from } = await forgotten();
  const { attendances } = await product.must(openId, 'attendance.listMyCorrectable', {});
  expect(attendances.map((one) => [one.shiftId, one.state])).toEqual([[shiftId, 'expired']]);
  expect(await claimOf(openId, shiftId)).toMatchObject({
    kinds: ['forgotten', 'refused', 'notMine'],
    claim: null,
  });
  await product.must(openId, 'attendance.makeClaim', forgot(shiftId, from + HOUR_MS));
  expect(await product.must(openId, 'attendance.listMyCorrectable', {})).toEqual({ attendances: [] });
  expect(await product.must('demo-visitor', 'attendance.listMyCorrectable', {})).toEqual({ attendances: [] });
});

test('[AT7.2] asked twice is once; disputed it is not counted; taken back it is as before', async () => {
  const { openId, shiftId, from } = await forgotten();
  await expectExact();
  const input = forgot(shiftId, from + HOUR_MS);
  expect(await product.must(openId, 'attendance.makeClaim', input)).toMatchObject({
    outcome: 'asked',
    attendance: { state: 'disputed' },
  });
  expect(await product.must(openId, 'attendance.makeClaim', input)).toMatchObject({ outcome: 'already' });
  expect(await product.call(openId, 'attendance.makeClaim', forgot(shiftId, from + HOUR_MS))).toMatchObject({
    ok: false,
    code: 'claim.waiting',
  });
  await expectExact();
  const back = { requestId: requestId(), shiftId };
  expect(await product.must(openId, 'attendance.withdrawClaim', back)).toMatchObject({
    outcome: 'withdrawn',
    attendance: { state: 'expired' },
  });
  expect(await product.must(openId, 'attendance.withdrawClaim', back)).toMatchObject({ outcome: 'already' });
  const { claims } = await product.must(ORGANISER, 'attendance.listClaims', { cursor: null });
  expect(claims.some((claim) => claim.shiftId === shiftId)).toBe(false);
  await expectExact();
});

test('[AT7.2] refused by name: another kind, too late, no words, times outside, too often', async () => {
  const { openId, shiftId, from } = await forgotten();
  const codeOf = async (change: object) => {
    const answered = await product.call(openId, 'attendance.makeClaim', {
      ...forgot(shiftId, from + HOUR_MS),
      ...change,
    });
    return answered.ok ? answered.value.outcome : answered.code;
  };
  expect(await codeOf({ kind: 'times' })).toBe('claim.notPossible');
  expect(await codeOf({ statement: ' ' })).toBe('claim.statementMissing');
  expect(await codeOf({ leftAt: from + 9 * HOUR_MS })).toBe('claim.timesInvalid');
  for (let round = 0; round < 3; round += 1) {
    expect(await codeOf({})).toBe('asked');
    await product.must(openId, 'attendance.withdrawClaim', { requestId: requestId(), shiftId });
  }
  expect(await codeOf({})).toBe('claim.tooMany');
  const late = await forgotten();
  product.cloud.clock.advance(31 * DAY_MS);
  expect(
    await product.call(late.openId, 'attendance.makeClaim', forgot(late.shiftId, late.from + HOUR_MS)),
  ).toMatchObject({ ok: false, code: 'claim.tooLate' });
  expect(
    await product.call(late.openId, 'attendance.makeClaim', forgot('nothing000', late.from)),
  ).toMatchObject({ ok: false, code: 'record.notFound' });
});

test('[AT7.3] who was there accepts in part: assisted, counted; both sides read everything', async () => {
  const { openId, shiftId, from } = await forgotten();
  await product.must(openId, 'attendance.makeClaim', forgot(shiftId, from + 2 * HOUR_MS));
  const id = idOf(openId, shiftId);
  const { claims } = await product.must(ORGANISER, 'attendance.listClaims', { cursor: null });
  expect(claims.find((one) => one.attendanceId === id)).toMatchObject({
    statement: '手机没电了',
    leftAt: from + 2 * HOUR_MS,
    isOwn: false,
  });
  expect(await answer(openId, id)).toMatchObject({ code: 'actor.forbidden' });
  expect(await answer(ORGANISER, id, { leftAt: from + 3 * HOUR_MS, reason: '多给' })).toMatchObject({
    code: 'claim.beyondAsked',
  });
  expect(await answer(ORGANISER, id, { leftAt: from + HOUR_MS })).toMatchObject({
    code: 'record.reasonMissing',
  });
  const given = { requestId: requestId(), leftAt: from + HOUR_MS, reason: '收工具时已走' };
  expect(await answer(ORGANISER, id, given)).toMatchObject({
    ok: true,
    value: { outcome: 'answered', creditedMinutes: 60 },
  });
  expect(await answer(ORGANISER, id, given)).toMatchObject({ ok: true, value: { outcome: 'already' } });
  expect(await answer(ORGANISER, id)).toMatchObject({ ok: false, code: 'record.decided' });
  const stored = product.documents('attendances').find((row) => row['_id'] === id);
  expect(stored).toMatchObject({
    state: 'confirmed',
    source: 'assisted',
    checkOut: { method: 'correction' },
  });
  const mine = await claimOf(openId, shiftId);
  expect(mine.claim).toMatchObject({ state: 'answered', answer: { reason: '收工具时已走' } });
  const { entries } = await product.must(openId, 'attendance.listRecordHistory', { shiftId, cursor: null });
  expect(entries.map((entry) => `${entry.to} ${entry.source} ${entry.by}`)).toEqual([
    'confirmed claimAccepted staff',
    'checkedOut claimAccepted staff',
    'disputed claim self',
    'expired sweep system',
    'checkedIn location self',
  ]);
  expect(entries[2]?.reason).toBe('手机没电了');
  await expectExact();
});

test('[AT7.3] a confirmed record is disputed: other times, or nobody’s and void', async () => {
  const openId = await volunteer();
  const [a, b] = [await openShift(product), await openShift(product)];
  await visit(openId, 'checkIn', a);
  const from = product.cloud.clock.now();
  product.cloud.clock.advance(90 * MINUTE_MS);
  await visit(openId, 'checkIn', b);
  product.cloud.clock.advance(30 * MINUTE_MS);
  await visit(openId, 'checkOut', a);
  product.cloud.clock.advance(30 * MINUTE_MS);
  await visit(openId, 'checkOut', b);
  const minutesOf = async () => {
    const { records } = await product.must(openId, 'attendance.listMyRecords', { cursor: null });
    return [a, b].map((id) => records.find((one) => one.shiftId === id)?.creditedMinutes);
  };
  const ask = (shiftId: string, change: object) =>
    product.must(openId, 'attendance.makeClaim', {
      ...{ requestId: requestId(), shiftId, kind: 'times', arrivedAt: null, leftAt: null },
      ...{ statement: '其实早走了', ...change },
    });
  expect(await minutesOf()).toEqual([120, 30]);
  await ask(a, { leftAt: from + HOUR_MS });
  await expectExact();
  expect(await answer(ORGANISER, idOf(openId, a))).toMatchObject({
    ok: true,
    value: { creditedMinutes: 60 },
  });
  expect(await minutesOf()).toEqual([60, 60]);
  await expectExact();
  await ask(a, { kind: 'notMine' });
  expect(await answer(COUNTY_OFFICE, idOf(openId, a), { reason: '同名误签' })).toMatchObject({
    ok: true,
    value: { creditedMinutes: 0 },
  });
  expect(await minutesOf()).toEqual([60, 60]);
  expect((await claimOf(openId, a)).kinds).toEqual([]);
  await expectExact();
  await ask(b, { leftAt: from + 100 * MINUTE_MS });
  expect(await answer(ORGANISER, idOf(openId, b), { verdict: 'refuse', reason: '当时还在' })).toMatchObject({
    ok: true,
    value: { creditedMinutes: 60 },
  });
  await expectExact();
});

test('[AT7.3] nobody answers for herself, nor who was not there while somebody else was', async () => {
  const shiftId = await openShift(product);
  await visit(ORGANISER, 'checkIn', shiftId);
  const from = product.cloud.clock.now();
  product.cloud.clock.advance(6 * HOUR_MS);
  await product.cloud.runTimer('sweep');
  await product.must(ORGANISER, 'attendance.makeClaim', forgot(shiftId, from + HOUR_MS));
  const id = idOf(ORGANISER, shiftId);
  expect(await answer(ORGANISER, id)).toMatchObject({ ok: false, code: 'record.own' });
  expect(await answer(CITY_OFFICE, id)).toMatchObject({ ok: true, value: { creditedMinutes: 60 } });
  const other = await forgotten();
  await product.must(other.openId, 'attendance.makeClaim', forgot(other.shiftId, other.from + HOUR_MS));
  const grant = product.documents('roleGrants').find((row) => row['openId'] === ORGANISER);
  await addBehind(product, 'roleGrants', { ...grant, _id: 'colleague', openId: 'colleague' });
  const asked = idOf(other.openId, other.shiftId);
  expect(await answer('colleague', asked)).toMatchObject({ ok: false, code: 'claim.notThere' });
  expect(await answer(ORGANISER, asked)).toMatchObject({ ok: true });
  expect(await answer(CITY_OFFICE, idOf(other.openId, shiftId))).toMatchObject({ code: 'record.notFound' });
  await expectExact();
});

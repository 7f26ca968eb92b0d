/** 补录 from entry to record (AT10), on the local cloud through the real SDK. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { recount, storedSums } from '../../tests/kit/recount';
import { childInput } from '../../tests/kit/children';
import { parseJson, requestId, TestProduct } from '../../tests/kit/product';
import { at, CITY_OFFICE, ORGANISER, takeUpDuty } from '../../tests/kit/shifts';
import * as kit from '../../tests/kit/supplements';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(20, 3);
  kit.beginMonth(product);
  await kit.addChecker(product);
  await kit.setRules(product, { quotaPercent: 50 });
});
afterAll(() => product.stop());

const volunteer = kit.newcomers(() => product, 'supplement');
/** Somebody enrolled in a shift that is over, in a month with room to enter it. */
async function missed(hours = 1): Promise<{ openId: string; shiftId: string }> {
  const [helper, openId] = [await volunteer(), await volunteer()];
  await kit.serveShift(product, [helper], 7);
  const shiftId = await kit.nextShift(product, { hours });
  await kit.enrol(product, openId, shiftId);
  kit.passShift(product, shiftId);
  return { openId, shiftId };
}
const recordOf = (supplementId: string) =>
  product.documents('attendances').find(({ _id }) => _id === supplementId);
const stored = (collection: string, id: string) =>
  product.documents(collection).find(({ _id }) => _id === id);
async function expectExact(): Promise<void> {
  await product.fold();
  expect(storedSums(product)).toEqual(recount(product));
  const { used, stored: quotas } = kit.quotasOf(product);
  expect(quotas).toEqual(used);
}

test('[AT10] entered, checked by another, confirmed by the volunteer: a record', async () => {
  const { openId, shiftId } = await missed();
  const input = await kit.entryOf(product, shiftId, openId);
  const entered = await product.must(ORGANISER, 'supplement.enter', input);
  expect(entered).toMatchObject({
    outcome: 'done',
    supplement: { state: 'toCheck', minutes: 60, isOwn: true },
  });
  expect((await product.must(ORGANISER, 'supplement.enter', input)).outcome).toBe('already');
  const { supplementId } = entered.supplement;
  expect(await kit.check(product, supplementId, true, ORGANISER)).toMatchObject({
    code: 'supplement.samePerson',
  });
  expect(await kit.answer(product, supplementId, openId)).toMatchObject({ code: 'supplement.notWaiting' });
  expect(recordOf(supplementId)?.['state']).toBe('enrolled');

  expect(await kit.check(product, supplementId)).toMatchObject({ ok: true, value: { outcome: 'done' } });
  expect(await kit.check(product, supplementId)).toMatchObject({ code: 'supplement.notWaiting' });
  const yes = { requestId: requestId(), supplementId, isAccepted: true, reason: '' };
  const done = await product.must(openId, 'supplement.answer', yes);
  expect(done).toMatchObject({ outcome: 'done', creditedMinutes: 60, supplement: { state: 'confirmed' } });
  expect(await product.must(openId, 'supplement.answer', yes)).toMatchObject({ outcome: 'already' });
  // Retried when all has long been decided: still told what it did.
  expect((await product.must(ORGANISER, 'supplement.enter', input)).supplement.state).toBe('confirmed');

  expect(recordOf(supplementId)).toMatchObject({
    state: 'confirmed',
    source: 'supplemented',
    creditedMinutes: 60,
    checkIn: { method: 'supplement' },
    checkOut: { method: 'supplement' },
  });
  const steps = product.documents('supplementSteps').filter((row) => row['supplementId'] === supplementId);
  expect(steps.map(({ _id, to }) => [_id, to])).toEqual([
    [`${supplementId}:1`, 'toCheck'],
    [`${supplementId}:2`, 'toConfirm'],
    [`${supplementId}:3`, 'confirmed'],
  ]);
  const history = await product.must(openId, 'attendance.listRecordHistory', { shiftId, cursor: null });
  expect(history.entries.map(({ to, source }) => [to, source])).toEqual([
    ['confirmed', 'supplement'],
    ['checkedOut', 'supplement'],
    ['checkedIn', 'supplement'],
    ['enrolled', 'enrolment'],
  ]);
  await expectExact();
});

test('[AT10.3][AT6.4] held while its closed shift is reviewed, and one of its people', async () => {
  const settled: unknown[] = [];
  for (const headCount of [1, 0]) {
    const { openId, shiftId } = await missed();
    await takeUpDuty(product, ORGANISER, shiftId);
    const counted = { requestId: requestId(), shiftId, headCount };
    const { closing } = await product.must(ORGANISER, 'attendance.closeShift', counted);
    const { supplementId } = await kit.enter(product, shiftId, openId);
    await kit.check(product, supplementId);
    expect(await kit.answer(product, supplementId, openId)).toMatchObject({ ok: true });
    const before = recordOf(supplementId);
    await product.cloud.runTimer('sweep');
    const after = recordOf(supplementId);
    const states = [before, after].flatMap((one) => [one?.['state'], one?.['isHeld']]);
    settled.push([closing.state, ...states]);
    await expectExact();
  }
  expect(settled).toEqual([
    ['review', 'checkedOut', true, 'confirmed', undefined],
    ['closed', 'confirmed', undefined, 'checkedOut', true],
  ]);
});

test('[AT10.3] a check-in that was made stands; only the rest is entered', async () => {
  const helper = await volunteer();
  await kit.serveShift(product, [helper, await volunteer()], 7);
  const openId = await volunteer();
  const shiftId = await kit.nextShift(product, { hours: 4 });
  const { startsAt, endsAt } = kit.shiftTimes(product, shiftId);
  product.cloud.clock.advance(HOUR_MS);
  await product.must(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  kit.passShift(product, shiftId);
  await product.cloud.runTimer('sweep');
  const { supplementId, checkInAt, minutes } = await kit.enter(product, shiftId, openId);
  expect(checkInAt).toBeGreaterThan(startsAt + 50 * MINUTE_MS);
  expect(minutes).toBe(Math.floor((endsAt - checkInAt) / MINUTE_MS));
  await kit.check(product, supplementId, true, kit.COUNTY_OFFICE);
  await kit.answer(product, supplementId, openId);
  expect(recordOf(supplementId)).toMatchObject({
    state: 'confirmed',
    source: 'supplemented',
    creditedMinutes: minutes,
    checkIn: { method: 'location', at: checkInAt },
  });
  await expectExact();
});

test('[AT10.3] over eight hours in a day it waits; two places at once count once', async () => {
  const openId = await volunteer();
  await kit.serveShift(product, [openId, await volunteer(), await volunteer()], 7);
  const [a, b] = [await kit.nextShift(product, { hours: 2 }), await kit.nextShift(product, { hours: 2 })];
  for (const one of [a, b]) await kit.enrol(product, openId, one);
  kit.passShift(product, b);
  const ids: string[] = [];
  for (const one of [a, b]) {
    const { supplementId } = await kit.enter(product, one, openId);
    await kit.check(product, supplementId);
    ids.push(supplementId);
    await kit.answer(product, supplementId, openId);
  }
  const [first, second] = ids.map((id) => recordOf(id));
  // Seven hours were served before, on this day or the day before.
  const credit = parseJson(first?.['credit'] ?? { waitsFor: null });
  expect(first?.['state']).toBe(credit['waitsFor'] === null ? 'confirmed' : 'checkedOut');
  expect(Number(first?.['creditedMinutes'])).toBe(120);
  expect(Number(second?.['creditedMinutes'])).toBeLessThanOrEqual(1);
  await expectExact();
});

test('[AT10.2] a refusal ends it and gives the minutes back; entered again it goes on', async () => {
  const { openId, shiftId } = await missed();
  const { supplementId } = await kit.enter(product, shiftId, openId);
  const silent = { requestId: requestId(), supplementId, isAccepted: false, reason: '' };
  expect(await product.call(kit.CHECKER, 'supplement.check', silent)).toMatchObject({
    code: 'record.reasonMissing',
  });
  await kit.check(product, supplementId, false);
  await expectExact();
  expect(stored('supplements', supplementId)).toMatchObject({ state: 'refused', endReason: '佐证看不清' });
  expect((await kit.enter(product, shiftId, openId)).state).toBe('toCheck');
  await kit.check(product, supplementId);
  expect(await kit.answer(product, supplementId, openId, false)).toMatchObject({
    ok: true,
    value: { supplement: { state: 'declined' }, creditedMinutes: 0 },
  });
  expect(recordOf(supplementId)?.['state']).toBe('enrolled');
  await expectExact();
});

test('[AT10.1] nobody enters for oneself, strangers need a card, evidence must be there', async () => {
  const { openId, shiftId } = await missed();
  const input = await kit.entryOf(product, shiftId, openId);
  const codeOf = async (part: Partial<typeof input>) => {
    const wrong = { ...input, requestId: requestId(), ...part };
    const answer = await product.call(ORGANISER, 'supplement.enter', wrong);
    return answer.ok ? answer.value.outcome : answer.code;
  };
  const stranger = await volunteer();
  const strangerId = product.volunteerIdOf(stranger);
  const organiserId = product.volunteerIdOf(ORGANISER);
  expect(await codeOf({ volunteerId: strangerId })).toBe('assist.notEnrolled');
  const forged = { version: 1, proof: 'forgedproof'.slice(0, 10) };
  expect(await codeOf({ volunteerId: strangerId, card: forged })).toBe('card.invalid');
  expect(await codeOf({ volunteerId: 'nobody0000', card: null })).toBe('assist.notEnrolled');
  expect(await codeOf({ volunteerId: organiserId, card: await kit.cardOf(product, ORGANISER) })).toBe(
    'record.own',
  );
  expect(await codeOf({ evidenceIds: [] })).toBe('supplement.evidenceMissing');
  expect(await codeOf({ evidenceIds: ['nothing000'] })).toBe('supplement.evidenceMissing');
  expect(await codeOf({ checkOutAt: input.checkInAt })).toBe('supplement.timesInvalid');
  expect(await codeOf({ volunteerId: strangerId, card: await kit.cardOf(product, stranger) })).toBe('done');
  expect(await codeOf({})).toBe('done');
  expect(await codeOf({})).toBe('supplement.entered');
});

test('[AT10.1] too early, too late, and where there is a record already', async () => {
  const openId = await volunteer();
  const served = await kit.serveShift(product, [openId], 2);
  const input = await kit.entryOf(product, served, openId);
  expect(await product.call(ORGANISER, 'supplement.enter', input)).toMatchObject({
    code: 'supplement.recordExists',
  });
  const shiftId = await kit.nextShift(product, { hours: 1 });
  await kit.enrol(product, openId, shiftId);
  const early = await kit.entryOf(product, shiftId, openId);
  expect(await product.call(ORGANISER, 'supplement.enter', early)).toMatchObject({
    code: 'supplement.shiftNotOver',
  });
  product.cloud.clock.advance(8 * DAY_MS);
  expect(await product.call(ORGANISER, 'supplement.enter', early)).toMatchObject({
    code: 'supplement.tooLate',
  });
  const desk = await product.must(ORGANISER, 'supplement.getDesk', { shiftId });
  expect(desk.closesAt - desk.endsAt).toBe(7 * DAY_MS);
});

test('[AT10.1] what nobody answers lapses, and its minutes are free again', async () => {
  const { openId, shiftId } = await missed();
  const { supplementId } = await kit.enter(product, shiftId, openId);
  product.cloud.clock.advance(14 * DAY_MS);
  expect(await kit.check(product, supplementId)).toMatchObject({ code: 'supplement.lapsed' });
  await product.cloud.runTimer('sweep');
  await product.cloud.runTimer('sweep');
  expect(stored('supplements', supplementId)).toMatchObject({ state: 'lapsed', isPublic: false });
  await expectExact();
});

test('[AT10.3] a guardian confirms for the child, and nobody else', async () => {
  const parent = await volunteer();
  const child = await product.must(parent, 'guardian.addChild', childInput(product, 400, 9));
  const { childId } = child;
  await kit.serveShift(product, [await volunteer(), await volunteer()], 7);
  const shiftId = await kit.nextShift(product, { hours: 1 });
  await product.must(parent, 'attendance.enrol', {
    requestId: requestId(),
    shiftId,
    childIds: [childId],
    whenFull: 'refuse',
  });
  kit.passShift(product, shiftId);
  const input = { ...(await kit.entryOf(product, shiftId, parent)), volunteerId: childId };
  const { supplement } = await product.must(ORGANISER, 'supplement.enter', input);
  const { supplementId } = supplement;
  await kit.check(product, supplementId);
  const stranger = await volunteer();
  expect(await kit.answer(product, supplementId, stranger)).toMatchObject({ code: 'supplement.notFound' });
  const mine = await product.must(parent, 'supplement.listMine', { cursor: null });
  expect(mine.supplements.map((one) => one.supplementId)).toEqual([supplementId]);
  expect(await kit.answer(product, supplementId, parent)).toMatchObject({ value: { creditedMinutes: 60 } });
  await expectExact();
});

test('[AT10.3] taken back, it leaves the public list, and its minutes stay used', async () => {
  const { openId, shiftId } = await missed();
  const { supplementId } = await kit.enter(product, shiftId, openId);
  await kit.check(product, supplementId);
  await kit.answer(product, supplementId, openId);
  await product.must(CITY_OFFICE, 'attendance.voidRecord', {
    requestId: requestId(),
    attendanceId: supplementId,
    reason: '没有到场',
  });
  expect(stored('supplements', supplementId)).toMatchObject({ state: 'voided', endReason: '没有到场' });
  await expectExact();
});

/** 消息 beside the other slices: confirmed by review or claim, gone with who leaves, shown as one's data. */
import type { AskingOccasion } from '@contract/message.contract';
import { parseShiftId } from '@domain/kernel/identifiers';
import type { MessageKind } from '@domain/message/message-kind';
import { DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import { answerDialog, goToNextDayAt, sentTo } from '../../tests/kit/messages';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { at, openShift, ORGANISER } from '../../tests/kit/shifts';
import { COUNTY_OFFICE } from '../../tests/kit/supplements';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(60);
});
afterAll(() => product.stop());
// Ten in the morning of a day of its own.
beforeEach(() => goToNextDayAt(product, 10));

let people = 4000;
async function volunteer(): Promise<string> {
  people += 1;
  const openId = `told-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people));
  return openId;
}
const run = () => product.cloud.runTimer('messages');
const prove = (openId: string, deed: 'checkIn' | 'checkOut', shiftId: string) =>
  product.must(openId, `attendance.${deed}`, { requestId: requestId(), shiftId, evidence: at(0) });
async function agree(openId: string, shiftId: string, kinds: readonly MessageKind[]): Promise<void> {
  const occasion: AskingOccasion = { kind: 'checkedIn', shiftId: parseShiftId(shiftId) };
  await answerDialog(product, openId, occasion, kinds);
}
const notesTo = (openId: string) => sentTo(product, openId).map(({ data }) => data['thing4']);
const close = (shiftId: string, headCount: number) =>
  product.must(ORGANISER, 'attendance.closeShift', { requestId: requestId(), shiftId, headCount });

test('[ME1] a record that a review releases is told once, what one confirmed oneself is not', async () => {
  const shiftId = await openShift(product);
  const openId = await volunteer();
  await prove(openId, 'checkIn', shiftId);
  await agree(openId, shiftId, ['recordConfirmed']);
  product.cloud.clock.advance(2.5 * HOUR_MS);
  await prove(openId, 'checkOut', shiftId);
  await run();
  expect(notesTo(openId)).toEqual([]);
  await close(shiftId, 9);
  await run();
  expect(notesTo(openId)).toEqual([]);
  const decision = { shiftId, recordedCount: 1, choice: { kind: 'accept' as const }, reason: '已核实' };
  for (const id of [requestId(), requestId()]) {
    await product.call(COUNTY_OFFICE, 'attendance.decideClosingReview', { requestId: id, ...decision });
    await run();
  }
  expect(notesTo(openId)).toEqual([{ value: '已确认 2 小时 30 分钟' }]);
});

test('[ME1][ME6] an accepted claim is told once, what is held again before is not', async () => {
  const shiftId = await openShift(product);
  const openId = await volunteer();
  await prove(openId, 'checkIn', shiftId);
  await agree(openId, shiftId, ['recordConfirmed']);
  const from = product.cloud.clock.now();
  product.cloud.clock.advance(6 * HOUR_MS);
  await product.cloud.runTimer('sweep');
  await product.must(openId, 'attendance.makeClaim', {
    ...{ requestId: requestId(), shiftId, kind: 'forgotten', arrivedAt: null, leftAt: from + HOUR_MS },
    statement: '手机没电了',
  });
  const answer = {
    ...{ requestId: requestId(), attendanceId: `${shiftId}:${product.volunteerIdOf(openId)}` },
    ...{ verdict: 'accept' as const, arrivedAt: null, leftAt: null, reason: '' },
  };
  await product.must(ORGANISER, 'attendance.answerClaim', answer);
  await product.must(ORGANISER, 'attendance.answerClaim', answer);
  const messages = () => product.must(openId, 'message.listMine', { cursor: null });
  expect((await messages()).messages).toMatchObject([{ kind: 'recordConfirmed', state: 'waiting' }]);
  await close(shiftId, 9);
  await run();
  expect(notesTo(openId)).toEqual([]);
  expect((await messages()).messages).toMatchObject([{ state: 'outdated' }]);
  await product.must(COUNTY_OFFICE, 'attendance.decideClosingReview', {
    ...{ requestId: requestId(), shiftId, recordedCount: 1, reason: '已核实' },
    choice: { kind: 'accept' },
  });
  await run();
  expect(notesTo(openId)).toEqual([{ value: '已确认 1 小时' }]);
});

test('[RG10] who leaves is told nothing more, and no account is kept of whom was told what', async () => {
  const openId = await volunteer();
  const volunteerId = product.volunteerIdOf(openId);
  const [today, tomorrow] = [await openShift(product), await openShift(product, { startsInMs: DAY_MS })];
  await prove(openId, 'checkIn', today);
  await agree(openId, today, ['checkOutForgotten', 'recordConfirmed']);
  product.cloud.clock.advance(HOUR_MS);
  const tick = { shiftId: today, volunteerId, deed: 'checkOut' as const };
  const tickedAt = product.cloud.clock.now();
  await product.must(ORGANISER, 'attendance.tick', { requestId: requestId(), ...tick, tickedAt });
  await run();
  await product.must(openId, 'attendance.enrol', { requestId: requestId(), shiftId: tomorrow });
  const occasion: AskingOccasion = { kind: 'enrolled', shiftId: parseShiftId(tomorrow) };
  await answerDialog(product, openId, occasion, ['shiftSoon']);
  const kept = {
    requestId: requestId(),
    occasion,
    answers: [{ kind: 'seatGiven' as const, templateId: 'none', answer: 'accept' as const }],
  };
  await product.must(openId, 'volunteer.leave', { requestId: requestId(), childId: null });
  const mine = product.documents('messages').filter((one) => one['volunteerId'] === volunteerId);
  expect(mine).toMatchObject([{ kind: 'recordConfirmed', state: 'sent', claim: null }]);
  expect(product.documents('subscriptions').filter((one) => one['volunteerId'] === volunteerId)).toEqual([]);
  expect(JSON.stringify(product.documents('messages'))).not.toContain(openId);
  expect(await product.call(openId, 'message.recordChoices', kept)).toMatchObject({
    code: 'actor.registrationRequired',
  });
  const before = sentTo(product, openId).length;
  product.cloud.clock.advance(2 * DAY_MS);
  await run();
  expect(sentTo(product, openId)).toHaveLength(before);
});

test('[MD1][MD3] one sees what one agreed to, and takes home what one was told', async () => {
  const [openId, other] = [await volunteer(), await volunteer()];
  const shiftId = await openShift(product);
  for (const one of [openId, other]) {
    await prove(one, 'checkIn', shiftId);
    await agree(one, shiftId, ['checkOutForgotten']);
  }
  const { agreements } = await product.must(openId, 'volunteer.getMyData', {});
  expect(agreements).toMatchObject([{ kind: 'checkOutForgotten', choice: 'accepted', remainingCount: 1 }]);
  const taken = await product.must(openId, 'volunteer.takeData', { requestId: requestId(), cursor: null });
  expect(taken).toMatchObject({
    ...{ records: [{ state: 'checkedIn' }], nextCursor: null },
    messages: [{ kind: 'checkOutForgotten', state: 'waiting', shiftId }],
  });
  expect(JSON.stringify(taken)).not.toContain(openId);
  expect(JSON.stringify(taken)).not.toContain(product.volunteerIdOf(other));
  const rest = { requestId: requestId(), cursor: '-|-' };
  expect(await product.must(openId, 'volunteer.takeData', rest)).toMatchObject({
    ...{ records: [], messages: [], nextCursor: null },
  });
});

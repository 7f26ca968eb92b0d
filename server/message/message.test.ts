/** 消息 through the real functions and the local WeChat: agreed to, claimed, sent, and shown. */
import type { AskingOccasion } from '@contract/message.contract';
import type { MessageKind } from '@domain/message/message-kind';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { parseShiftId } from '@domain/kernel/identifiers';
import { issueInput, recordsOfOneIssuer } from '../../tests/kit/certificates';
import { answerDialog, goToNextDayAt, sentTo, templateOf } from '../../tests/kit/messages';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { at, openShift, ORGANISER } from '../../tests/kit/shifts';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(300);
});
afterAll(() => product.stop());
// Ten in the morning of a day of its own.
beforeEach(() => goToNextDayAt(product, 10));

let people = 3000;
async function volunteer(): Promise<string> {
  people += 1;
  const openId = `message-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people));
  return openId;
}
const enrol = (openId: string, shiftId: string) =>
  product.must(openId, 'attendance.enrol', { requestId: requestId(), shiftId, whenFull: 'wait' });
const of = (kind: 'enrolled' | 'waiting' | 'checkedIn', shiftId: string): AskingOccasion => ({
  kind,
  shiftId: parseShiftId(shiftId),
});
const run = () => product.cloud.runTimer('messages');
const listed = async (openId: string) =>
  (await product.must(openId, 'message.listMine', { cursor: null })).messages;
const offeredTo = async (openId: string, occasion: AskingOccasion): Promise<MessageKind[]> => {
  const { subscriptions } = await product.must(openId, 'message.getSubscriptions', { occasion });
  return subscriptions.filter(({ isOffered }) => isOffered).map(({ kind }) => kind);
};

test('[ME1][ME2] agreed to after enrolling, a reminder comes two hours before the start, once', async () => {
  const shiftId = await openShift(product, { startsInMs: 5 * HOUR_MS });
  const openId = await volunteer();
  await enrol(openId, shiftId);
  const occasion = of('enrolled', shiftId);
  expect(await offeredTo(openId, occasion)).toEqual(['shiftSoon', 'shiftCancelled', 'recordConfirmed']);
  await answerDialog(product, openId, occasion, ['shiftSoon', 'shiftCancelled']);
  expect(await offeredTo(openId, occasion)).toEqual(['recordConfirmed']);
  await run();
  expect(sentTo(product, openId)).toEqual([]);
  expect(await listed(openId)).toMatchObject([{ kind: 'shiftSoon', state: 'waiting', shiftId }]);
  product.cloud.clock.advance(3 * HOUR_MS);
  await Promise.all([run(), run()]);
  await run();
  expect(sentTo(product, openId)).toMatchObject([{ errcode: 0, templateId: templateOf('shiftSoon') }]);
  expect(await listed(openId)).toMatchObject([{ kind: 'shiftSoon', state: 'sent' }]);
});

test('[ME7][ME8] what WeChat gets: the words of the shift in its fields, the way to its page', async () => {
  const shiftId = await openShift(product, { startsInMs: 5 * HOUR_MS });
  const openId = await volunteer();
  await enrol(openId, shiftId);
  await answerDialog(product, openId, of('enrolled', shiftId), ['shiftSoon']);
  product.cloud.clock.advance(3 * HOUR_MS);
  await run();
  const [message] = sentTo(product, openId);
  expect(message?.data).toMatchObject({
    thing1: { value: '测试活动：路口值守' },
    thing3: { value: '测试路口' },
    thing4: { value: '请准时到，到场后签到' },
  });
  expect(JSON.stringify(message?.data['time2'])).toMatch(/"\d+年\d+月\d+日 15:00"/);
  expect(message?.page).toContain(`pages/landing/index?scene=s.${shiftId}.`);
});

test('[ME2] a request sent again agrees to nothing more, and an old template to nothing', async () => {
  const openId = await volunteer();
  const input = {
    requestId: requestId(),
    occasion: { kind: 'settings' as const },
    answers: [
      { kind: 'seatGiven' as const, templateId: templateOf('seatGiven'), answer: 'accept' as const },
      { kind: 'recordConfirmed' as const, templateId: 'of-last-year', answer: 'accept' as const },
    ],
  };
  expect(await product.must(openId, 'message.recordChoices', input)).toEqual({ outcome: 'recorded' });
  expect(await product.must(openId, 'message.recordChoices', input)).toEqual({ outcome: 'already' });
  const { subscriptions } = await product.must(openId, 'message.getSubscriptions', {
    occasion: { kind: 'settings' },
  });
  expect(subscriptions.filter(({ remainingCount }) => remainingCount > 0)).toEqual([
    expect.objectContaining({ kind: 'seatGiven', remainingCount: 1, choice: 'accepted' }),
  ]);
});

test('[ME2] after a refusal nothing is sent and nothing is asked for thirty days', async () => {
  const shiftId = await openShift(product, { startsInMs: 40 * DAY_MS });
  const soon = await openShift(product, { startsInMs: 5 * HOUR_MS });
  const openId = await volunteer();
  await enrol(openId, shiftId);
  await enrol(openId, soon);
  await answerDialog(product, openId, of('enrolled', soon), ['shiftSoon']);
  await answerDialog(product, openId, of('enrolled', shiftId), ['shiftSoon'], 'reject');
  product.cloud.clock.advance(3 * HOUR_MS);
  await run();
  expect(sentTo(product, openId)).toEqual([]);
  expect(await listed(openId)).toMatchObject([{ state: 'notAgreed' }]);
  const offered = () => offeredTo(openId, of('enrolled', shiftId));
  expect(await offered()).not.toContain('shiftSoon');
  product.cloud.clock.advance(30 * DAY_MS);
  expect(await offered()).toContain('shiftSoon');
});

test('[ME6] who has cancelled is not reminded', async () => {
  const shiftId = await openShift(product, { startsInMs: 5 * HOUR_MS });
  const openId = await volunteer();
  await enrol(openId, shiftId);
  await answerDialog(product, openId, of('enrolled', shiftId), ['shiftSoon']);
  await product.must(openId, 'attendance.cancelEnrolment', { requestId: requestId(), shiftId });
  product.cloud.clock.advance(3 * HOUR_MS);
  await run();
  expect(sentTo(product, openId)).toEqual([]);
  expect(await listed(openId)).toMatchObject([{ state: 'outdated' }]);
});

test('[ME1][ME5] a seat given at night is told in the morning', async () => {
  const shiftId = await openShift(product, { startsInMs: 30 * HOUR_MS, capacity: 1 });
  const [first, second] = [await volunteer(), await volunteer()];
  await enrol(first, shiftId);
  await enrol(second, shiftId);
  await answerDialog(product, second, of('waiting', shiftId), ['seatGiven']);
  product.cloud.clock.advance(13 * HOUR_MS);
  await product.must(first, 'attendance.cancelEnrolment', { requestId: requestId(), shiftId });
  await run();
  expect(sentTo(product, second)).toEqual([]);
  product.cloud.clock.advance(8.5 * HOUR_MS);
  await run();
  expect(sentTo(product, second)).toMatchObject([{ data: { thing4: { value: '候补成功，来不了请取消' } } }]);
});

test('[ME5] a forgotten check-out is told a quarter of an hour after the end', async () => {
  const shiftId = await openShift(product, { hours: 2 });
  const [forgets, leaves] = [await volunteer(), await volunteer()];
  for (const openId of [forgets, leaves]) {
    await product.must(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
    await answerDialog(product, openId, of('checkedIn', shiftId), ['checkOutForgotten']);
  }
  product.cloud.clock.advance(HOUR_MS);
  await product.must(leaves, 'attendance.checkOut', { requestId: requestId(), shiftId, evidence: at(0) });
  product.cloud.clock.advance(HOUR_MS + 10 * MINUTE_MS);
  await run();
  expect(sentTo(product, forgets)).toMatchObject([{ data: { thing4: { value: '请签退，过时不计时长' } } }]);
  expect(sentTo(product, leaves)).toEqual([]);
});

test('[ME9] a cancelled shift is told to who was to come and agreed, with the reason', async () => {
  const shiftId = await openShift(product, { startsInMs: DAY_MS });
  const [agrees, waitsForNothing, left] = [await volunteer(), await volunteer(), await volunteer()];
  for (const openId of [agrees, waitsForNothing, left]) await enrol(openId, shiftId);
  for (const openId of [agrees, left])
    await answerDialog(product, openId, of('enrolled', shiftId), ['shiftCancelled']);
  await product.must(left, 'attendance.cancelEnrolment', { requestId: requestId(), shiftId });
  const cancelling = { requestId: requestId(), shiftId, reason: '暴雨橙色预警' };
  await product.must(ORGANISER, 'activity.cancelShift', cancelling);
  await Promise.all([run(), run()]);
  await run();
  expect(sentTo(product, agrees)).toMatchObject([{ data: { thing4: { value: '已取消：暴雨橙色预警' } } }]);
  expect([...sentTo(product, waitsForNothing), ...sentTo(product, left)]).toEqual([]);
});

test('[ME1] a record that an organiser ends is told when it is confirmed', async () => {
  const shiftId = await openShift(product, { hours: 2 });
  const openId = await volunteer();
  await enrol(openId, shiftId);
  await product.must(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  await answerDialog(product, openId, of('checkedIn', shiftId), ['recordConfirmed']);
  product.cloud.clock.advance(HOUR_MS);
  const tick = { shiftId, volunteerId: product.volunteerIdOf(openId), deed: 'checkOut' as const };
  const tickedAt = product.cloud.clock.now();
  await product.must(ORGANISER, 'attendance.tick', { requestId: requestId(), ...tick, tickedAt });
  await run();
  const [message] = sentTo(product, openId);
  expect(message).toMatchObject({ errcode: 0, templateId: templateOf('recordConfirmed') });
  expect(JSON.stringify(message?.data['thing4'])).toContain('"已确认 ');
});

test('[ME8] a certificate is told of to its holder, and leads to it', async () => {
  const openId = 'demo-volunteer';
  const records = await recordsOfOneIssuer(product, openId);
  const { certificate } = await product.must(openId, 'certificate.issue', issueInput(records));
  const { certificateId } = certificate;
  const occasion = { kind: 'certificateIssued', certificateId } as const;
  expect(await offeredTo(openId, occasion)).toEqual(['certificateReady']);
  await answerDialog(product, openId, occasion, ['certificateReady']);
  await run();
  expect(sentTo(product, openId)[0]?.page).toContain(`scene=o.${certificateId}.`);
  const stranger = await volunteer();
  await answerDialog(product, stranger, occasion, ['certificateReady']);
  expect(await listed(stranger)).toEqual([]);
});

test.each([
  ['before WeChat heard of it', false, 0],
  ['after it was delivered', true, 1],
])('[ME3] a run that dies %s leaves a message not known and never sent again', async (_, after, count) => {
  const shiftId = await openShift(product, { startsInMs: 5 * HOUR_MS });
  const openId = await volunteer();
  await enrol(openId, shiftId);
  await answerDialog(product, openId, of('enrolled', shiftId), ['shiftSoon']);
  product.cloud.clock.advance(3 * HOUR_MS);
  product.cloud.faults.add({ ...KILLED_WHILE_SENDING, after });
  await expect(run()).rejects.toThrow();
  expect(sentTo(product, openId)).toHaveLength(count);
  await run();
  expect(await listed(openId)).toMatchObject([{ state: 'sending' }]);
  product.cloud.clock.advance(3 * MINUTE_MS);
  await run();
  await run();
  expect(await listed(openId)).toMatchObject([{ state: 'unknown' }]);
  expect(sentTo(product, openId)).toHaveLength(count);
});

/** The calls before: what is cancelled, what changed, what is due, and a transaction of eight. */
const KILLED_WHILE_SENDING = {
  kind: 'killWorker',
  match: 'messages',
  atCall: 12,
  skip: 0,
  times: 1,
  probability: 1,
  seed: 1,
  ms: 0,
  worker: null,
  code: '',
  message: '',
} as const;

test('[ME4] an acceptance that WeChat does not know of ends as refused, with the agreement', async () => {
  const shiftId = await openShift(product, { startsInMs: 5 * HOUR_MS });
  const openId = await volunteer();
  await enrol(openId, shiftId);
  const answers = [
    { kind: 'shiftSoon' as const, templateId: templateOf('shiftSoon'), answer: 'accept' as const },
  ];
  const input = { requestId: requestId(), occasion: of('enrolled', shiftId), answers };
  await product.must(openId, 'message.recordChoices', input);
  product.cloud.clock.advance(3 * HOUR_MS);
  await run();
  expect(sentTo(product, openId)).toMatchObject([{ errcode: 43_101 }]);
  expect(await listed(openId)).toMatchObject([{ state: 'refused' }]);
  const { subscriptions } = await product.must(openId, 'message.getSubscriptions', {
    occasion: { kind: 'settings' },
  });
  expect(subscriptions.find(({ kind }) => kind === 'shiftSoon')).toMatchObject({ choice: 'refused' });
});

test('[ME10] everybody reads their own, a stranger none; an idle run asks three times', async () => {
  const shiftId = await openShift(product, { startsInMs: DAY_MS });
  const [one, other] = [await volunteer(), await volunteer()];
  await enrol(one, shiftId);
  await answerDialog(product, one, of('enrolled', shiftId), ['shiftSoon']);
  expect(await listed(one)).toHaveLength(1);
  expect(await listed(other)).toEqual([]);
  expect(await listed('nobody-registered')).toEqual([]);
  expect(await product.roundTripsOf(run)).toBe(3);
});

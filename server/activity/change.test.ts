/** 变更 through the real functions: who was to come sees it, is told once, and may stay away (AT14). */
import type { InputOf } from '@contract/procedures';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { parseShiftId } from '@domain/kernel/identifiers';
import { changeInput } from '../../tests/kit/activity-access';
import { answerDialog, goToNextDayAt, sentTo } from '../../tests/kit/messages';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { activityInput, openShift, ORGANISER } from '../../tests/kit/shifts';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());
// Ten in the morning of a day of its own.
beforeEach(() => goToNextDayAt(product, 10));

let people = 5000;
async function volunteer(): Promise<string> {
  people += 1;
  const openId = `change-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people));
  return openId;
}
const enrol = (openId: string, shiftId: string) =>
  product.must(openId, 'attendance.enrol', { requestId: requestId(), shiftId, whenFull: 'wait' });
const seen = (openId: string, shiftId: string) => product.must(openId, 'activity.getShift', { shiftId });
const run = () => product.cloud.runTimer('messages');
const change = (input: InputOf<'activity.changeShift'>, openId = ORGANISER) =>
  product.call(openId, 'activity.changeShift', input);
/** The same day an hour later. */
const hourLater = (shiftId: string, wishes: Partial<InputOf<'activity.changeShift'>> = {}) =>
  changeInput(shiftId, product.cloud.clock.now() + HOUR_MS, wishes);
const attendanceOf = (openId: string, shiftId: string) =>
  product
    .documents('attendances')
    .find((row) => row['shiftId'] === shiftId && row['volunteerId'] === product.volunteerIdOf(openId));

test('[AT14][AT14.1][AT14.2] another time and place: old and new for who agreed, lists follow', async () => {
  const shiftId = await openShift(product, { startsInMs: DAY_MS });
  const [openId, other] = [await volunteer(), await volunteer()];
  await enrol(openId, shiftId);
  const { shift: before } = await seen(openId, shiftId);
  product.cloud.clock.advance(10 * MINUTE_MS);
  const input = changeInput(shiftId, before.startsAt + HOUR_MS - DAY_MS, { meetingPoint: '东门旗杆下' });
  input.place = { ...input.place, name: '新的路口' };
  expect(await change(input, 'demo-volunteer')).toMatchObject({ code: 'actor.forbidden' });
  expect(await change(input)).toMatchObject({ ok: true });
  expect(await change(input)).toMatchObject({ ok: true });
  const { changed, mine, shift } = await seen(openId, shiftId);
  expect(shift).toMatchObject({ startsAt: input.startsAt, meetingPoint: '东门旗杆下' });
  expect(changed).toMatchObject({
    before: { startsAt: before.startsAt, placeName: '测试路口', meetingPoint: '' },
    after: { startsAt: input.startsAt, placeName: '新的路口', meetingPoint: '东门旗杆下' },
    overlaps: [],
  });
  expect(mine).toMatchObject({ startsAt: input.startsAt, placeName: '新的路口' });
  const current = await product.must(openId, 'attendance.listMyCurrent', {});
  expect(current.attendances).toMatchObject([{ startsAt: input.startsAt, placeName: '新的路口' }]);
  expect(current.changed).toMatchObject([{ shiftId, before: { placeName: '测试路口' } }]);
  const own = await product.must(openId, 'activity.getActivity', { activityId: shift.activityId });
  expect(own.changedIds).toEqual([shiftId]);
  const { activity } = await product.must('', 'activity.getActivity', { activityId: shift.activityId });
  expect(activity).toMatchObject({ firstStartsAt: input.startsAt, placeName: '新的路口' });
  product.cloud.clock.advance(2 * MINUTE_MS);
  await run();
  expect(attendanceOf(openId, shiftId)).toMatchObject({ startsAt: input.startsAt, placeName: '新的路口' });
  expect(product.documents('changeNotices').find(({ _id }) => _id === shiftId)).toMatchObject({
    isOpen: false,
  });
  expect(attendanceOf(openId, shiftId)).toMatchObject({ checkInOpensAt: input.startsAt - 30 * MINUTE_MS });
  await enrol(other, shiftId);
  expect(await seen(other, shiftId)).toMatchObject({ changed: null, mine: { startsAt: input.startsAt } });
});

test('[AT14.1][AT14.3] an overlap is said; staying away two hours before the start is not late', async () => {
  const [shiftId, otherId] = [
    await openShift(product, { startsInMs: 6 * HOUR_MS, hours: 1 }),
    await openShift(product, { startsInMs: 7 * HOUR_MS, hours: 1 }),
  ];
  const openId = await volunteer();
  await enrol(openId, shiftId);
  await enrol(openId, otherId);
  product.cloud.clock.advance(10 * MINUTE_MS);
  const { shift } = await seen(openId, otherId);
  const { startsAt, endsAt } = shift;
  expect(await change(changeInput(shiftId, 0, { startsAt, endsAt }))).toMatchObject({ ok: true });
  const { changed } = await seen(openId, shiftId);
  expect(changed?.overlaps.map((one) => one.shiftId)).toEqual([otherId]);
  const current = await product.must(openId, 'attendance.listMyCurrent', {});
  expect(current.changed).toMatchObject([{ shiftId, overlaps: [{ shiftId: otherId }] }]);
  product.cloud.clock.setNow(startsAt - HOUR_MS);
  for (const id of [shiftId, otherId]) {
    await product.must(openId, 'attendance.cancelEnrolment', { requestId: requestId(), shiftId: id });
  }
  expect(attendanceOf(openId, shiftId)).toMatchObject({ enrolment: { isLateCancelled: false } });
  expect(attendanceOf(openId, otherId)).toMatchObject({ enrolment: { isLateCancelled: true } });
});

test('[AT14] refused by name: too late, too often, another county, unfit text', async () => {
  const shiftId = await openShift(product, { startsInMs: 2 * HOUR_MS });
  const stored = () => product.documents('shifts').find(({ _id }) => _id === shiftId);
  const before = stored();
  const place = changeInput(shiftId, 0).place;
  const refusals: [Partial<InputOf<'activity.changeShift'>>, string][] = [
    [{ place: { ...place, communityCode: '513221100001' } }, 'activity.placeElsewhere'],
    [{ place: { ...place, communityCode: '513201999999' } }, 'division.notFound'],
    [{ meetingPoint: '违规测试词旁边' }, 'activity.contentRefused'],
  ];
  for (const [wishes, code] of refusals) {
    expect(await change(hourLater(shiftId, wishes), 'demo-city')).toMatchObject({ code });
  }
  for (let count = 0; count < 5; count += 1) {
    expect(await change(hourLater(shiftId, { meetingPoint: `东门 ${String(count)}` }))).toMatchObject({
      ok: true,
    });
  }
  expect(await change(hourLater(shiftId, { meetingPoint: '西门' }))).toMatchObject({
    code: 'activity.changedTooOften',
  });
  const lateId = await openShift(product, { startsInMs: 35 * MINUTE_MS });
  expect(await change(hourLater(lateId))).toMatchObject({ code: 'activity.changeClosed' });
  expect(before?.['takenCount']).toBe(stored()?.['takenCount']);
});

test('[ME12] each change is told once, the newest of those not sent; reminders move along', async () => {
  const shiftId = await openShift(product, { startsInMs: 5 * HOUR_MS, capacity: 1 });
  const [openId, waiting] = [await volunteer(), await volunteer()];
  await enrol(openId, shiftId);
  await enrol(waiting, shiftId);
  const of = (kind: 'enrolled' | 'waiting') => ({ kind, shiftId: parseShiftId(shiftId) });
  await answerDialog(product, openId, of('enrolled'), ['shiftSoon', 'shiftCancelled']);
  await answerDialog(product, waiting, of('waiting'), ['shiftCancelled']);
  const { shift } = await seen(openId, shiftId);
  // Late in the evening nobody is disturbed for the next afternoon: the first change is never sent.
  product.cloud.clock.advance(HOUR_MS);
  const day = (startsAt: number) => ({ startsAt, endsAt: startsAt + 3 * HOUR_MS });
  await change(changeInput(shiftId, 0, day(shift.startsAt + DAY_MS)));
  product.cloud.clock.advance(12.5 * HOUR_MS);
  await run();
  expect(sentTo(product, openId)).toEqual([]);
  await change(changeInput(shiftId, 0, day(shift.startsAt + DAY_MS + HOUR_MS)));
  await Promise.all([run(), run()]);
  product.cloud.clock.advance(9.5 * HOUR_MS);
  await run();
  await run();
  for (const person of [openId, waiting]) {
    const sent = sentTo(product, person);
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent)).toContain('时间有变');
    const { messages } = await product.must(person, 'message.listMine', { cursor: null });
    const changes = messages.filter(({ kind }) => kind === 'shiftChanged');
    expect(changes.map(({ state }) => state).sort()).toEqual(['outdated', 'sent']);
  }
  const reminder = product
    .documents('messages')
    .find((row) => row['kind'] === 'shiftSoon' && row['shiftId'] === shiftId);
  expect(reminder).toMatchObject({ state: 'waiting', timeAt: shift.startsAt + DAY_MS + HOUR_MS });
});

test('[AT14.4] an activity is listed by its shifts as they are', async () => {
  const input = await activityInput(product);
  const startsAt = product.cloud.clock.now() + DAY_MS;
  const { activityId, shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...input,
    shifts: [0, 2].map((hours) => ({
      startsAt: startsAt + hours * HOUR_MS,
      endsAt: startsAt + (hours + 1) * HOUR_MS,
      capacity: null,
    })),
  });
  const [first = '', second = ''] = shiftIds;
  const times = { startsAt: startsAt + 5 * HOUR_MS, endsAt: startsAt + 6 * HOUR_MS };
  await change(changeInput(first, 0, times));
  const { activity } = await product.must('', 'activity.getActivity', { activityId });
  expect(activity).toMatchObject({ firstStartsAt: startsAt + 2 * HOUR_MS, lastEndsAt: times.endsAt });
  await product.must(ORGANISER, 'activity.cancelShift', {
    requestId: requestId(),
    shiftId: second,
    reason: '暴雨',
  });
  expect((await product.must('', 'activity.getActivity', { activityId })).activity).toMatchObject({
    firstStartsAt: times.startsAt,
  });
  expect(await change(hourLater(second))).toMatchObject({ code: 'attendance.shiftCancelled' });
  await change(changeInput(first, 0, { ...times, meetingPoint: '东门' }));
  const after = await product.must('', 'activity.getActivity', { activityId });
  expect(after.activity).toMatchObject({ firstStartsAt: times.startsAt, lastEndsAt: times.endsAt });
});

test('[AT14.5] the text of an activity changes after its content check; nobody is told', async () => {
  const shiftId = await openShift(product, { startsInMs: DAY_MS });
  const { shift } = await seen('', shiftId);
  const { activityId } = shift;
  const write = (description: string, openId = ORGANISER) =>
    product.call(openId, 'activity.changeText', {
      requestId: requestId(),
      activityId,
      summary: '改过的简介',
      description,
    });
  expect(await write('改过的说明，请带水和雨衣来。', 'demo-volunteer')).toMatchObject({
    code: 'actor.forbidden',
  });
  expect(await write('违规测试词，至少要写十个字。')).toMatchObject({ code: 'activity.contentRefused' });
  expect(await write('改过的说明，请带水和雨衣来。')).toMatchObject({ ok: true });
  const { activity, description } = await product.must('', 'activity.getActivity', { activityId });
  expect([activity.summary, description]).toEqual(['改过的简介', '改过的说明，请带水和雨衣来。']);
  expect(product.documents('changeNotices').some(({ _id }) => _id === shiftId)).toBe(false);
});

import { addDays, civilDayOf, HOUR_MS, MINUTE_MS, startOfDay } from '@domain/time/civil-day';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { recount, storedSums } from '../../tests/kit/recount';
import { activityInput, at, CITY_OFFICE, ORGANISER } from '../../tests/kit/shifts';
import { documentSchemas } from '../kernel/documents';
import { TODAY } from '../../tests/kit/today';

const COUNTY_OFFICE = 'demo-county';
let product: TestProduct;
/** a day of its own for each test, so that totals do not meet */
let day = 0;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());
beforeEach(() => {
  day += 1;
});

let people = 0;
async function volunteer(): Promise<string> {
  people += 1;
  const openId = `crediting-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people));
  return openId;
}

/** Shanghai hours of this test's day, which may be beyond 24. */
function hour(hours: number): number {
  const tomorrow = addDays(TODAY, day);
  return startOfDay(tomorrow) + Math.round(hours * HOUR_MS);
}
const goTo = (hours: number): void => product.cloud.clock.setNow(hour(hours));
/** The clock of the tests runs on: who is there a minute before is there from the first minute. */
const JUST_BEFORE = 1 / 60;

interface Wishes {
  readonly minimumPresencePercent?: number;
  readonly breaks?: { from: number; to: number }[];
}
async function shiftOf(from: number, to: number, wishes: Wishes = {}): Promise<string> {
  const { breaks, ...rules } = wishes;
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    ...rules,
    shifts: [{ startsAt: hour(from), endsAt: hour(to), capacity: null, ...(breaks ? { breaks } : {}) }],
  });
  return shiftIds[0] ?? '';
}
const visit = (openId: string, deed: 'checkIn' | 'checkOut', shiftId: string) =>
  product.must(openId, `attendance.${deed}`, { requestId: requestId(), shiftId, evidence: at(0) });
async function serve(openId: string, shiftId: string, from: number, to: number) {
  goTo(from - JUST_BEFORE);
  await visit(openId, 'checkIn', shiftId);
  goTo(to);
  return (await visit(openId, 'checkOut', shiftId)).attendance;
}
const mine = async (openId: string) =>
  (await product.must(openId, 'attendance.listMyRecords', { cursor: null })).records;
async function expectExact(): Promise<void> {
  await product.fold();
  expect(storedSums(product)).toEqual(recount(product));
}
function idOf(openId: string, shiftId: string): string {
  const accounts = product.documents('accounts').map((row) => documentSchemas.accounts.parse(row));
  return `${shiftId}:${accounts.find(({ _id }) => _id === openId)?.volunteerId ?? ''}`;
}

test('[AT8] two places at once are credited once; a check-out takes 12 round trips', async () => {
  goTo(7);
  const openId = await volunteer();
  const [a, b] = [await shiftOf(8, 12), await shiftOf(10, 14)];
  goTo(8 - JUST_BEFORE);
  await visit(openId, 'checkIn', a);
  goTo(10 - JUST_BEFORE);
  await visit(openId, 'checkIn', b);
  goTo(12);
  const trips = await product.roundTripsOf(() => visit(openId, 'checkOut', a));
  expect(trips).toBe(12);
  goTo(14);
  const { attendance } = await visit(openId, 'checkOut', b);
  expect(attendance).toMatchObject({ state: 'confirmed', creditedMinutes: 120 });
  expect(attendance.credit?.deductions).toContainEqual({ reason: 'overlap', minutes: 120 });
  await expectExact();
});

test('[AT8] two check-outs at the same moment count every minute once', async () => {
  goTo(7);
  const openId = await volunteer();
  const shifts = [await shiftOf(9, 12), await shiftOf(9, 12), await shiftOf(9, 12)];
  goTo(9 - JUST_BEFORE);
  for (const shiftId of shifts) await visit(openId, 'checkIn', shiftId);
  goTo(11);
  await Promise.all(
    shifts.map(async (shiftId) => {
      const input = { requestId: requestId(), shiftId, evidence: at(0) };
      for (;;) {
        const answer = await product.call(openId, 'attendance.checkOut', input);
        if (answer.ok || answer.code !== 'system.busy') return;
      }
    }),
  );
  const minutes = (await mine(openId)).map((record) => record.creditedMinutes).sort((x, y) => x - y);
  expect(minutes).toEqual([0, 0, 120]);
  await expectExact();
});

test('[AT8] a night is credited on its two days, in the figures of people and of shifts', async () => {
  goTo(20);
  const openId = await volunteer();
  const shiftId = await shiftOf(22, 26);
  const record = await serve(openId, shiftId, 22, 25.5);
  const night = civilDayOf(hour(22));
  expect(record).toMatchObject({ state: 'confirmed', creditedMinutes: 210 });
  expect(record.credit?.servedDays).toEqual([
    { day: night, minutes: 120 },
    { day: addDays(night, 1), minutes: 90 },
  ]);
  await expectExact();
  const tally = (on: string) =>
    product.documents('tallies').find((row) => row['_id'] === `513201100002:${on.slice(0, 7)}`);
  const cells = JSON.stringify([tally(night), tally(addDays(night, 1))]);
  expect(cells).toContain('"serviceMinutes":120');
  goTo(27);
  const late = await volunteer();
  const evening = await shiftOf(44, 47);
  const before = await serve(late, evening, 44, 48.5);
  expect(before.credit?.servedDays).toEqual([{ day: addDays(night, 1), minutes: 180 }]);
  await expectExact();
  day += 2;
});

test('[AT7][AT11] breaks and the least presence of an activity are said before, and kept to', async () => {
  goTo(7);
  const openId = await volunteer();
  const shiftId = await shiftOf(8, 12, {
    minimumPresencePercent: 60,
    breaks: [{ from: hour(10), to: hour(11) }],
  });
  const { shift } = await product.must('', 'activity.getShift', { shiftId });
  expect(shift.rules).toMatchObject({
    minimumPresencePercent: 60,
    breaks: [{ from: hour(10), to: hour(11) }],
  });
  const short = await serve(openId, shiftId, 8, 9.5);
  expect(short).toMatchObject({ state: 'confirmed', creditedMinutes: 0 });
  expect(short.credit?.deductions).toContainEqual({ reason: 'minimumPresence', minutes: 90 });
  const second = await volunteer();
  goTo(8);
  const whole = await serve(second, shiftId, 8, 12);
  expect(whole).toMatchObject({ creditedMinutes: 180 });
  expect(whole.credit?.deductions).toContainEqual({ reason: 'break', minutes: 60 });
  const refused = await product.call(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    shifts: [
      { startsAt: hour(13), endsAt: hour(15), capacity: null, breaks: [{ from: hour(12), to: hour(14) }] },
    ],
  });
  expect(refused).toMatchObject({ code: 'activity.breaksInvalid', params: { reason: 'outsideShift' } });
});

test('[AT9] over eight hours the organisation approves; nobody decides twice or for themselves', async () => {
  goTo(5);
  const openId = await volunteer();
  const [a, b] = [await shiftOf(6, 12), await shiftOf(13, 17)];
  await serve(openId, a, 6, 12);
  const record = await serve(openId, b, 13, 17);
  expect(record).toMatchObject({ state: 'checkedOut', creditedMinutes: 240 });
  expect(record.credit).toMatchObject({ waitsFor: 'organisation', dayMinutes: 600 });
  const { approvals } = await product.must(ORGANISER, 'attendance.listApprovals', { cursor: null });
  const own = approvals.filter((one) => one.attendanceId === idOf(openId, b));
  expect(own).toMatchObject([{ minutes: 240, dayMinutes: 600, level: 'organisation', isOwn: false }]);
  const decide = (by: string, change: object = {}) =>
    product.call(by, 'attendance.decideApproval', {
      requestId: requestId(),
      attendanceId: idOf(openId, b),
      minutes: null,
      reason: '',
      ...change,
    });
  expect(await decide(openId)).toMatchObject({ code: 'actor.forbidden' });
  expect(await decide(ORGANISER, { minutes: 241, reason: '更多' })).toMatchObject({
    code: 'record.minutesInvalid',
  });
  expect(await decide(ORGANISER, { minutes: 100 })).toMatchObject({ code: 'record.reasonMissing' });
  const id = requestId();
  const reduce = { requestId: id, minutes: 200, reason: '中途离开四十分钟' };
  expect(await decide(ORGANISER, reduce)).toMatchObject({
    value: { creditedMinutes: 200, outcome: 'approved' },
  });
  expect(await decide(ORGANISER, reduce)).toMatchObject({
    value: { creditedMinutes: 200, outcome: 'already' },
  });
  expect(await decide(ORGANISER)).toMatchObject({ code: 'record.decided' });
  expect((await mine(openId))[0]).toMatchObject({ state: 'confirmed', creditedMinutes: 200 });
  const history = await product.must(openId, 'attendance.listRecordHistory', { shiftId: b, cursor: null });
  expect(history.entries).toMatchObject([
    { to: 'confirmed', source: 'reduction', by: 'staff', creditedMinutes: 200, reason: '中途离开四十分钟' },
    { to: 'checkedOut', by: 'self', creditedMinutes: 240 },
    { to: 'checkedIn', by: 'self' },
  ]);
  await expectExact();
});

test('[AT9] the organiser’s own record is for others; above 12 hours the county’s', async () => {
  goTo(5);
  const [a, b] = [await shiftOf(6, 13), await shiftOf(13, 18.5)];
  await serve(ORGANISER, a, 6, 13);
  const record = await serve(ORGANISER, b, 13, 18.5);
  expect(record.credit).toMatchObject({ waitsFor: 'county', dayMinutes: 750 });
  const decide = (by: string) =>
    product.call(by, 'attendance.decideApproval', {
      requestId: requestId(),
      attendanceId: idOf(ORGANISER, b),
      minutes: null,
      reason: '',
    });
  expect(await decide(ORGANISER)).toMatchObject({ code: 'actor.forbidden' });
  expect(await decide(COUNTY_OFFICE)).toMatchObject({ ok: true });
  goTo(29);
  const [c, d] = [await shiftOf(30, 37), await shiftOf(37, 40)];
  await serve(ORGANISER, c, 30, 37);
  await serve(ORGANISER, d, 37, 40);
  const { approvals } = await product.must(ORGANISER, 'attendance.listApprovals', { cursor: null });
  expect(approvals.find(({ shiftId }) => shiftId === d)?.isOwn).toBe(true);
  const own = await product.call(ORGANISER, 'attendance.decideApproval', {
    requestId: requestId(),
    attendanceId: idOf(ORGANISER, d),
    minutes: null,
    reason: '',
  });
  expect(own).toMatchObject({ code: 'record.own' });
  await expectExact();
  day += 1;
});

test('[AT8] a voided visit gives its time back to the others, once, with a reason', async () => {
  goTo(7);
  const openId = await volunteer();
  const [a, b] = [await shiftOf(8, 12), await shiftOf(8, 12)];
  goTo(8 - JUST_BEFORE);
  await visit(openId, 'checkIn', a);
  await visit(openId, 'checkIn', b);
  goTo(11);
  await visit(openId, 'checkOut', a);
  goTo(12);
  await visit(openId, 'checkOut', b);
  const voiding = (by: string, change: object = {}) =>
    product.call(by, 'attendance.voidRecord', {
      requestId: requestId(),
      attendanceId: idOf(openId, a),
      reason: '经核实没有到场',
      ...change,
    });
  expect(await voiding(ORGANISER)).toMatchObject({ code: 'actor.forbidden' });
  expect(await voiding(COUNTY_OFFICE, { reason: '' })).toMatchObject({ code: 'record.reasonMissing' });
  expect(await voiding(COUNTY_OFFICE, { attendanceId: 'nothing000:nothing000' })).toMatchObject({
    code: 'record.notFound',
  });
  const own = {
    _id: COUNTY_OFFICE,
    volunteerId: idOf(openId, a).slice(11),
    maskedName: '',
    boundAt: product.cloud.clock.now(),
  };
  product.cloud.database.bulkInsert('accounts', [own]);
  expect(await voiding(COUNTY_OFFICE)).toMatchObject({ code: 'record.own' });
  const id = requestId();
  expect(await voiding(CITY_OFFICE, { requestId: id })).toMatchObject({
    value: { outcome: 'voided', recreditedCount: 1 },
  });
  expect(await voiding(CITY_OFFICE, { requestId: id })).toMatchObject({ value: { outcome: 'already' } });
  expect(await voiding(CITY_OFFICE)).toMatchObject({ code: 'attendance.voided' });
  const records = await mine(openId);
  expect(records.find(({ shiftId }) => shiftId === b)).toMatchObject({
    creditedMinutes: 240,
    credit: null,
  });
  const history = await product.must(openId, 'attendance.listRecordHistory', { shiftId: b, cursor: null });
  expect(history.entries[0]).toMatchObject({ source: 'recredit', by: 'system', creditedMinutes: 240 });
  await expectExact();
});

test('[AT2] the city sets its windows; shifts keep those they were made with', async () => {
  goTo(7);
  const openId = await volunteer();
  const before = await shiftOf(10, 12);
  const { current, mayChange } = await product.must(CITY_OFFICE, 'attendance.getRules', {});
  expect([current.version, mayChange]).toEqual([0, true]);
  const rules = { ...current.rules, opensBeforeMinutes: 120, closesAfterMinutes: 30, graceInMinutes: 15 };
  const change = (by: string, wishes: object = {}) =>
    product.call(by, 'attendance.changeRules', {
      requestId: requestId(),
      version: 0,
      rules,
      reason: '山区路远',
      ...wishes,
    });
  expect(await change(COUNTY_OFFICE)).toMatchObject({ code: 'actor.forbidden' });
  expect(await change(CITY_OFFICE, { rules: { ...rules, graceInMinutes: 31 } })).toMatchObject({
    code: 'rules.outOfBounds',
    params: { rule: 'graceInMinutes', minimum: 0, maximum: 30 },
  });
  expect(await change(CITY_OFFICE, { reason: '' })).toMatchObject({ code: 'rules.reasonMissing' });
  const id = requestId();
  expect(await change(CITY_OFFICE, { requestId: id })).toMatchObject({ value: { current: { version: 1 } } });
  expect(await change(CITY_OFFICE, { requestId: id })).toMatchObject({ value: { current: { version: 1 } } });
  expect(await change(CITY_OFFICE)).toMatchObject({ code: 'rules.changedMeanwhile' });
  const { versions } = await product.must(COUNTY_OFFICE, 'attendance.listRuleVersions', { cursor: null });
  expect(versions).toMatchObject([{ version: 1, reason: '山区路远', rules }]);
  const after = await shiftOf(10, 12);
  goTo(8.5);
  const early = (shiftId: string) =>
    product.call(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  expect(await early(before)).toMatchObject({ code: 'attendance.outsideWindow' });
  const trips = await product.roundTripsOf(() => early(after));
  expect(trips).toBe(7);
  goTo(12 + 45 / 60);
  expect(
    await product.call(openId, 'attendance.checkOut', {
      requestId: requestId(),
      shiftId: after,
      evidence: at(0),
    }),
  ).toMatchObject({ code: 'attendance.checkOutClosed', params: { closedAt: hour(12) + 30 * MINUTE_MS } });
  await product.cloud.runTimer('sweep');
  expect((await mine(openId))[0]).toMatchObject({ state: 'expired' });
  const other = await volunteer();
  goTo(9.5 - JUST_BEFORE / 2);
  await visit(other, 'checkIn', after);
  goTo(12);
  const { attendance } = await visit(other, 'checkOut', after);
  expect(attendance.creditedMinutes).toBe(135);
  expect(attendance.credit?.deductions).toEqual([{ reason: 'window', minutes: 15 }]);
});

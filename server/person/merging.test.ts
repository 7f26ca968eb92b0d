import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDay, addDays } from '@domain/time/civil-day';
import { parseTeamId } from '@domain/kernel/identifiers';
import { childInput } from '../../tests/kit/children';
import { issueInput, recordsOfOneIssuer } from '../../tests/kit/certificates';
import {
  COUNTY_OFFICE,
  hoursFrom,
  merge,
  mergeInput,
  registerTwice,
  serveAll,
  shiftBetween,
} from '../../tests/kit/merging';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { recount, storedSums } from '../../tests/kit/recount';
import { CITY_OFFICE, openShift } from '../../tests/kit/shifts';
import { tamper } from '../../tests/kit/tamper';
import * as z from 'zod';
import { TODAY } from '../../tests/kit/today';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());
afterEach(() => product.standAt());

let people = 100;
function pair(name?: string): Promise<[string, string]> {
  people += 2;
  return registerTwice(product, 'merge', people, name);
}
let days = 0;
/** 8:00 of a day of its own for each test */
function morning(): number {
  days += 2;
  return startOfDay(addDays(TODAY, days)) + 8 * HOUR_MS;
}
const stored = (collection: string, id: string) =>
  product.documents(collection).find((document) => document['_id'] === id);
const mine = async (openId: string) =>
  (await product.must(openId, 'attendance.listMyRecords', { cursor: null })).records;
const minutesOf = async (openId: string) => (await product.must(openId, 'volunteer.getMe', {})).totalMinutes;
async function expectExact(): Promise<void> {
  await product.fold();
  expect(storedSums(product)).toEqual(recount(product));
}
async function registeredInCity(): Promise<number> {
  await product.fold();
  const input = { divisionCode: null, day: null };
  const { division } = await product.must(CITY_OFFICE, 'statistics.getBoard', input);
  return division.registered.value ?? 0;
}

test('[RM3][RM4] records go over, a minute at two places counts once, figures stay exact', async () => {
  const [kept, other] = await pair();
  const start = morning();
  product.cloud.clock.setNow(start - HOUR_MS);
  const [a, b, c] = [
    await shiftBetween(product, start, hoursFrom(start, 2)),
    await shiftBetween(product, hoursFrom(start, 1), hoursFrom(start, 3)),
    await shiftBetween(product, hoursFrom(start, 2.5), hoursFrom(start, 4)),
  ];
  await serveAll(product, [
    { openId: kept, shiftId: a, from: start, to: hoursFrom(start, 2) },
    { openId: other, shiftId: b, from: hoursFrom(start, 1), to: hoursFrom(start, 3) },
    { openId: other, shiftId: c, from: hoursFrom(start, 2.5), to: hoursFrom(start, 4) },
  ]);
  expect([await minutesOf(kept), await minutesOf(other)]).toEqual([120, 180]);
  const before = await registeredInCity();
  const [keptId, otherId] = [kept, other].map((openId) => product.volunteerIdOf(openId));
  const { request } = await merge(product, kept, other);
  expect(request).toMatchObject({ state: 'done', movedCount: 2, droppedCount: 0 });
  // 8–10, 10–11, 11–12: the hour from 9 to 10 once.
  expect(await minutesOf(kept)).toBe(240);
  expect(await minutesOf(other)).toBe(240);
  const record = (await mine(other)).find(({ shiftId }) => shiftId === b);
  expect(record).toMatchObject({ state: 'confirmed', creditedMinutes: 60 });
  expect(record?.credit?.deductions).toContainEqual({ reason: 'overlap', minutes: 60 });
  expect(await registeredInCity()).toBe(before - 1);
  await expectExact();
  expect(stored('volunteers', otherId ?? '')).toMatchObject({
    ...{ status: 'merged', mergedInto: keptId, name: '', idNumberBox: '', phoneHash: '' },
  });
  expect(stored('attendances', `${b}:${otherId ?? ''}`)).toMatchObject({
    ...{ state: 'voided', movedTo: `${b}:${keptId ?? ''}` },
  });
  const history = await product.must(kept, 'attendance.listRecordHistory', { shiftId: b, cursor: null });
  expect(history.entries.map(({ to, source }) => [to, source])).toEqual([
    ['confirmed', 'merge'],
    ['checkedOut', 'merge'],
    ['checkedIn', 'merge'],
  ]);
});

test("[RM4] where both were at one shift the survivor's visit counts", async () => {
  const [kept, other] = await pair();
  const start = morning();
  product.cloud.clock.setNow(start - HOUR_MS);
  const [a, b] = [
    await shiftBetween(product, start, hoursFrom(start, 2)),
    await shiftBetween(product, hoursFrom(start, 4), hoursFrom(start, 6)),
  ];
  const stay = (openId: string, shiftId: string, from: number, to: number) => ({
    ...{ openId, shiftId, from: hoursFrom(start, from), to: hoursFrom(start, to) },
  });
  await serveAll(product, [stay(kept, a, 0, 1), stay(other, a, 0, 2), stay(other, b, 4, 6)]);
  const { request } = await merge(product, kept, other);
  expect(request).toMatchObject({ movedCount: 1, droppedCount: 1 });
  expect(await minutesOf(kept)).toBe(180);
  await expectExact();
});

test('[RM4] over eight hours of both together wait for an approval', async () => {
  const [kept, other] = await pair();
  const start = morning();
  product.cloud.clock.setNow(start - HOUR_MS);
  const shiftIds: string[] = [];
  for (const from of [0, 5]) {
    shiftIds.push(await shiftBetween(product, hoursFrom(start, from), hoursFrom(start, from + 5)));
  }
  const [a = '', b = ''] = shiftIds;
  await serveAll(product, [
    { openId: kept, shiftId: a, from: start, to: hoursFrom(start, 5) },
    { openId: other, shiftId: b, from: hoursFrom(start, 5), to: hoursFrom(start, 10) },
  ]);
  await merge(product, kept, other);
  expect(await minutesOf(kept)).toBe(300);
  const record = (await mine(kept)).find(({ shiftId }) => shiftId === b);
  expect(record).toMatchObject({
    state: 'checkedOut',
    credit: { waitsFor: 'organisation', dayMinutes: 600 },
  });
  const { approvals } = await product.must(CITY_OFFICE, 'attendance.listApprovals', { cursor: null });
  const ours = approvals.filter(({ shiftId }) => shiftId === b);
  expect(ours.map(({ attendanceId }) => attendanceId)).toEqual([`${b}:${product.volunteerIdOf(kept)}`]);
  await expectExact();
});

test('[RM4] seats and places in the line go over; of two of one person the better is kept', async () => {
  const [kept, other] = await pair();
  const [first] = await pair('让雄他');
  const tomorrow = (capacity: number) => openShift(product, { capacity, startsInMs: DAY_MS });
  const [single, both, full] = [await tomorrow(3), await tomorrow(2), await tomorrow(1)];
  const enrol = (openId: string, shiftId: string) =>
    product.must(openId, 'attendance.enrol', {
      ...{ requestId: requestId(), shiftId, childIds: [], whenFull: 'wait' as const },
    });
  await enrol(other, single);
  await enrol(kept, both);
  await enrol(other, both);
  await enrol(first, both);
  await enrol(first, full);
  await enrol(other, full);
  await merge(product, kept, other);
  const keptId = product.volunteerIdOf(kept);
  expect(stored('attendances', `${single}:${keptId}`)).toMatchObject({ state: 'enrolled' });
  expect(stored('shifts', single)).toMatchObject({ takenCount: 1 });
  expect(stored('attendances', `${full}:${keptId}`)).toMatchObject({ state: 'waiting' });
  expect(stored('lines', full)).toMatchObject({ parties: [{ volunteerIds: [keptId] }] });
  expect(stored('shifts', full)).toMatchObject({ takenCount: 1, waitingCount: 1 });
  // The seat that was one too many is for the next in line.
  await product.cloud.runTimer('sweep');
  expect(stored('attendances', `${both}:${product.volunteerIdOf(first)}`)).toMatchObject({
    state: 'enrolled',
  });
  expect(stored('shifts', both)).toMatchObject({ takenCount: 2, waitingCount: 0 });
});

test('[RM2][RM5] accounts, number, children, cards and certificates', async () => {
  const [kept, other] = await pair();
  const otherNumber = people + 1;
  const otherId = product.volunteerIdOf(other);
  const start = morning();
  product.cloud.clock.setNow(start - HOUR_MS);
  const shiftId = await shiftBetween(product, start, hoursFrom(start, 2));
  await serveAll(product, [{ openId: other, shiftId, from: start, to: hoursFrom(start, 2) }]);
  const records = await recordsOfOneIssuer(product, other);
  const issued = await product.must(other, 'certificate.issue', issueInput(records));
  await product.must(other, 'guardian.addChild', childInput(product, people, 8));
  const yesterday = addDays(TODAY, -1);
  await tamper(product, 'volunteers', otherId, {
    registeredDay: yesterday,
    'residences.0.fromDay': yesterday,
  });
  await merge(product, kept, other);
  expect(product.volunteerIdOf(other)).toBe(product.volunteerIdOf(kept));
  const { volunteer } = await product.must(other, 'volunteer.getMe', {});
  expect(volunteer).toMatchObject({ volunteerId: product.volunteerIdOf(kept), registeredDay: yesterday });
  const { children } = await product.must(kept, 'guardian.listChildren', {});
  expect(children).toHaveLength(1);
  expect(stored('volunteerCards', otherId)).toMatchObject({ version: 2 });
  const { certificates } = await product.must(kept, 'certificate.listMine', { cursor: null });
  expect(certificates.map(({ certificateId }) => certificateId)).toEqual([issued.certificate.certificateId]);
  const { certificateId } = issued.certificate;
  const certificate = await product.must(kept, 'certificate.get', { certificateId });
  expect(certificate).toMatchObject({ state: 'valid' });
  // The mistyped number is free for whose it is; the request that registered it makes nobody.
  const owner = registration(otherNumber, '真正的人');
  await product.must('the-owner', 'volunteer.register', { ...owner, requestId: requestId() });
  await expectExact();
});

test('[RM8] a merge stops where it is interrupted and goes on; nobody acts with what ends', async () => {
  const [kept, other] = await pair();
  const start = morning();
  product.cloud.clock.setNow(start - HOUR_MS);
  const shiftId = await shiftBetween(product, start, hoursFrom(start, 2));
  await serveAll(product, [{ openId: other, shiftId, from: start, to: hoursFrom(start, 2) }]);
  const otherId = product.volunteerIdOf(other);
  const { request } = await merge(product, kept, other);
  // As if the last step had not come yet: a visit that began before the merge was written after it.
  await tamper(product, 'volunteers', otherId, { status: 'merging' });
  await tamper(product, 'personRequests', request.personRequestId, { state: 'working', mergedAt: null });
  expect(
    await product.call(COUNTY_OFFICE, 'person.requestMerge', {
      ...{ requestId: requestId(), survivorId: product.volunteerIdOf(kept), otherId },
      ...{ reason: '再来一次看看', evidence: '核对身份证原件' },
    }),
  ).toMatchObject({ code: 'volunteer.inactive' });
  const [third] = await pair();
  const input = mergeInput(product, third, kept);
  const asked = await product.must(COUNTY_OFFICE, 'person.requestMerge', input);
  const { personRequestId } = asked.request;
  const decision = { requestId: requestId(), personRequestId, isApproved: true, reason: '' };
  expect(await product.call(CITY_OFFICE, 'person.decideRequest', decision)).toMatchObject({
    code: 'merge.underWay',
  });
  await product.cloud.runTimer('sweep');
  expect(stored('volunteers', otherId)).toMatchObject({ status: 'merged' });
  product.cloud.clock.advance(2 * MINUTE_MS);
  await product.cloud.runTimer('sweep');
  expect(stored('personRequests', request.personRequestId)).toMatchObject({ hasWork: false, state: 'done' });
  await expectExact();
});

test('[RM5][TL3] teams of the other registration, and looks at it, are found with the survivor', async () => {
  const [kept, other] = await pair();
  const teamId = parseTeamId(z.string().parse(product.documents('teams')[0]?.['_id']));
  await product.must(other, 'team.changeMembership', { requestId: requestId(), teamId, wish: 'join' });
  const numberOf = (openId: string) =>
    z.string().parse(stored('volunteers', product.volunteerIdOf(openId))?.['volunteerNumber']);
  const [text, survivor] = [numberOf(other), numberOf(kept)];
  await product.must(COUNTY_OFFICE, 'person.listMatches', { by: 'number', text });
  await merge(product, kept, other);
  const { teams } = await product.must(kept, 'team.listMyTeams', {});
  expect(teams).toMatchObject([{ teamId, standing: 'asked' }]);
  const filter = { by: 'subject' as const, value: survivor };
  const page = { fromDay: null, toDay: null, cursor: null, filter };
  const { looks } = await product.must(COUNTY_OFFICE, 'trail.listLooks', page);
  expect(looks.flatMap(({ personNumbers }) => personNumbers)).toEqual(expect.arrayContaining([text]));
  const { deeds } = await product.must(CITY_OFFICE, 'trail.listDeeds', page);
  expect(deeds.map(({ deedName }) => deedName).join()).toContain('合并');
});

/** 操作记录, 查看记录, 审计员 (TL, AU). */
import type { InputOf } from '@contract/procedures';
import { DEED_FIELDS } from '@contract/trail-fields';
import { FURTHER_ROLES, grantFurtherRoles } from '../../tests/kit/access-roles';
import { COUNTY_OFFICE } from '../../tests/kit/merging';
import * as z from 'zod';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { CITY_OFFICE, openShift, ORGANISER } from '../../tests/kit/shifts';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
  await grantFurtherRoles(product);
});
afterAll(() => product.stop());

type Filter = InputOf<'trail.listDeeds'>['filter'];
const page = { fromDay: null, toDay: null, cursor: null };
const deedsFor = async (openId: string, filter: Filter = { by: 'all' }) =>
  (await product.must(openId, 'trail.listDeeds', { ...page, filter })).deeds;
const entries = () => product.documents('deeds').length;

test('[TL1] what a role changes leaves an entry in its transaction; a repeat, a refusal none', async () => {
  const shiftId = await openShift(product, { startsInMs: 3_600_000, capacity: 5 });
  const input = { requestId: requestId(), shiftId, capacity: 9 };
  const before = entries();
  await product.must(ORGANISER, 'activity.changeCapacity', input);
  expect(entries()).toBe(before + 1);
  await product.must(ORGANISER, 'activity.changeCapacity', input);
  expect(entries()).toBe(before + 1);
  const refused = await product.call('somebody', 'activity.changeCapacity', input);
  expect([refused.ok, entries()]).toEqual([false, before + 1]);
  const bounded = { ...input, requestId: requestId() };
  const trips = await product.roundTripsOf(() =>
    product.must(COUNTY_OFFICE, 'activity.changeCapacity', { ...bounded, capacity: 12 }),
  );
  // One of them is the entry's.
  expect(trips).toBeLessThanOrEqual(11);
  expect(entries()).toBe(before + 2);
});

test('[TL2] an entry says who, by which role, from where, about what, before and after', async () => {
  const shiftId = await openShift(product, { startsInMs: 3_600_000, capacity: 5 });
  const input = { requestId: requestId(), shiftId, reason: '大雪封山' };
  await product.must(ORGANISER, 'activity.cancelShift', input);
  const [deed] = await deedsFor(COUNTY_OFFICE, { by: 'object', value: shiftId });
  expect(deed).toMatchObject({
    ...{ deedName: '取消还没开始的场次', requestId: input.requestId, kind: 'shifts', objectId: shiftId },
    ...{ role: 'organiser', source: 'wx_client', clientIp: '127.0.0.1', title: '测试活动：路口值守' },
  });
  const changed = (field: string) => deed?.changes.find((one) => one.field === field);
  expect(changed('shifts.state')).toMatchObject({ before: 'open', after: 'cancelled' });
  expect(changed('shifts.cancelReason')).toMatchObject({ before: null, after: '大雪封山' });
  expect(deed?.actorName).toMatch(/\*/);
  const personal = Object.values(DEED_FIELDS)
    .flat()
    .filter((field) => /phone|idNumber|birth|box|hash|openid|maskedName|^name$/i.test(field));
  // The names of a team and of a site are nobody's.
  expect(personal).toEqual(['name', 'name']);
});

test('[TL3] an office reads what was done in its division, filtered, page by page', async () => {
  const all = await deedsFor(COUNTY_OFFICE);
  expect(all.length).toBeGreaterThan(3);
  expect(await deedsFor(FURTHER_ROLES.countyElsewhere)).toEqual([]);
  expect((await deedsFor(CITY_OFFICE)).length).toBeGreaterThanOrEqual(all.length);
  const [deed] = all;
  if (deed === undefined) throw new Error('there are entries');
  const mine = await deedsFor(CITY_OFFICE, { by: 'actor', value: deed.actorId });
  expect(new Set(mine.map(({ actorId }) => actorId))).toEqual(new Set([deed.actorId]));
  const kinds = await deedsFor(CITY_OFFICE, { by: 'kind', value: 'shifts' });
  expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['shifts']));
  const never = { ...page, filter: { by: 'all' } as const, toDay: '2020-01-01' };
  expect((await product.must(CITY_OFFICE, 'trail.listDeeds', never)).deeds).toEqual([]);
  for (let more = 0; more < 20; more += 1) await openShift(product, { startsInMs: 7_200_000 });
  const ids: string[] = [];
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const next: { deeds: { deedId: string }[]; nextCursor: string | null } = await product.must(
      COUNTY_OFFICE,
      'trail.listDeeds',
      { ...page, filter: { by: 'all' }, cursor },
    );
    ids.push(...next.deeds.map(({ deedId }) => deedId));
    cursor = next.nextCursor;
  }
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(20);
});

test('[TL4] every look at people is listed: who, what, whom, from where', async () => {
  await product.must('looked-at', 'volunteer.register', registration(7_301));
  const volunteerId = product.volunteerIdOf('looked-at');
  const [volunteer] = product.documents('volunteers').filter(({ _id }) => _id === volunteerId);
  const text = z.string().parse(volunteer?.['volunteerNumber']);
  await product.must(COUNTY_OFFICE, 'person.listMatches', { by: 'number', text });
  const looksFor = async (openId: string, filter: InputOf<'trail.listLooks'>['filter']) =>
    (await product.must(openId, 'trail.listLooks', { ...page, filter })).looks;
  const ofPerson = await looksFor(COUNTY_OFFICE, { by: 'subject', value: text });
  expect(ofPerson).toMatchObject([{ personCount: 1, personNumbers: [text], source: 'wx_client' }]);
  await product.must(CITY_OFFICE, 'person.listMatches', { by: 'number', text });
  expect(await looksFor(FURTHER_ROLES.auditor, { by: 'subject', value: text })).toHaveLength(2);
  expect(await looksFor(FURTHER_ROLES.auditorElsewhere, { by: 'subject', value: text })).toEqual([]);
  const actor = ofPerson[0]?.actorId ?? '';
  expect((await looksFor(CITY_OFFICE, { by: 'actor', value: actor })).length).toBeGreaterThan(0);
});

test('[AU1] an auditor reads what an office of the division reads, masked, and changes nothing', async () => {
  const { auditor } = FURTHER_ROLES;
  expect((await deedsFor(auditor)).length).toBeGreaterThan(3);
  const board = await product.must(auditor, 'statistics.getBoard', { divisionCode: null, day: null });
  expect(board).toEqual(
    await product.must(COUNTY_OFFICE, 'statistics.getBoard', { divisionCode: null, day: null }),
  );
  const shiftId = await openShift(product);
  expect(
    (await product.call(auditor, 'attendance.listEnrolments', { shiftId, group: 'enrolled', cursor: null }))
      .ok,
  ).toBe(true);
  const before = product.fingerprint();
  const deed = { requestId: requestId(), shiftId, capacity: 3 };
  expect(await product.call(auditor, 'activity.changeCapacity', deed)).toMatchObject({
    code: 'actor.forbidden',
  });
  expect(await product.call(auditor, 'attendance.getCheckInSeed', { shiftId })).toMatchObject({
    code: 'actor.forbidden',
  });
  expect(product.fingerprint()).toBe(before);
});

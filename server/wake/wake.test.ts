/** 唤醒 through the real functions: counted, assigned by lot, invited once, measured as a naive count says. */
import type { InputOf } from '@contract/procedures';
import { parseWakeId } from '@domain/kernel/identifiers';
import { sceneOf } from '@domain/link/link';
import { addDays, civilDayOf, DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import type { JsonObject } from '@local-cloud/host/json';
import { merge, register, serveAll, shiftBetween } from '../../tests/kit/merging';
import { answerDialog, goToNextDayAt, sentTo } from '../../tests/kit/messages';
import { COMMUNITY, requestId, TestProduct } from '../../tests/kit/product';
import { CITY_OFFICE } from '../../tests/kit/shifts';
import { tamper } from '../../tests/kit/tamper';
import { wakeInput } from '../../tests/kit/wake-access';
import * as z from 'zod';

const OFFICE = 'demo-county';
const PEOPLE = 40;
let product: TestProduct;
const people: string[] = [];
beforeAll(async () => {
  product = await TestProduct.start();
  for (let number = 0; number < PEOPLE; number += 1)
    people.push(await register(product, `dormant-${String(number)}`, 100 + number));
});
afterAll(() => product.stop());

/** Of whoever registered above and lives beside them; nobody else is in it. */
const make = (wishes: Partial<InputOf<'wake.make'>> = {}, by = OFFICE) =>
  product.must(by, 'wake.make', wakeInput({ divisionCode: COMMUNITY, window: 'CUM', ...wishes }));
const deed = (wakeId: string) => ({ requestId: requestId(), wakeId });
const get = async (wakeId: string) => (await product.must(CITY_OFFICE, 'wake.get', { wakeId })).wake;

/** Two timers at once, as they overlap, until nothing is under way. */
async function work(wakeId: string) {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.all([product.cloud.runTimer('import'), product.cloud.runTimer('import')]);
    const wake = await get(wakeId);
    if (!['counting', 'inviting', 'measuring'].includes(wake.phase)) return wake;
    product.cloud.clock.advance(31_000);
  }
  throw new Error('a wake is worked on until it rests');
}
async function counted(wishes: Partial<InputOf<'wake.make'>> = {}, by = OFFICE): Promise<string> {
  const { wake } = await make(wishes, by);
  await work(wake.wakeId);
  return wake.wakeId;
}
async function started(wishes: Partial<InputOf<'wake.make'>> = {}): Promise<string> {
  const wakeId = await counted(wishes);
  await product.must(OFFICE, 'wake.start', deed(wakeId));
  await work(wakeId);
  return wakeId;
}
const membersOf = (wakeId: string): JsonObject[] =>
  product.documents('wakeMembers').filter((one) => one['wakeId'] === wakeId);
/** A month on: nobody is kept out by an earlier wake. */
const later = () => product.cloud.clock.advance(31 * DAY_MS);

const presenceSchema = z.object({ at: z.number() }).nullable();
const homesSchema = z.array(z.object({ divisionCode: z.string() }));
const textOf = (value: unknown): string => z.string().parse(value);
const isRecord = (one: JsonObject) =>
  one['state'] === 'confirmed' && one['trainingValidDays'] === null && Number(one['creditedMinutes']) > 0;

/** Days on which somebody's records end, by one look through everything. */
function servedDaysOf(volunteerId: string): string[] {
  return product.documents('attendances').flatMap((one) => {
    if (one['volunteerId'] !== volunteerId || !isRecord(one)) return [];
    return [civilDayOf(Number(presenceSchema.parse(one['checkOut'])?.at ?? one['endsAt']))];
  });
}

test('[WK1][WK2] the count is that of a look at everything, and writes nothing of anybody', async () => {
  const input = wakeInput({ divisionCode: '513201', window: 'CUM' });
  const before = product.documents('volunteers').length;
  const { wake } = await product.must(OFFICE, 'wake.make', input);
  expect((await product.must(OFFICE, 'wake.make', input)).wake.wakeId).toBe(wake.wakeId);
  expect(await product.call(OFFICE, 'wake.start', deed(wake.wakeId))).toMatchObject({
    code: 'wake.notReady',
  });
  const { counts, phase, countedAt } = await work(wake.wakeId);
  expect([phase, countedAt === null]).toEqual(['ready', false]);
  const residents = product.documents('volunteers').filter((one) => {
    const homes = homesSchema.parse(one['residences']);
    return one['status'] === 'active' && homes.at(-1)?.divisionCode.startsWith('513201');
  });
  const dormant = residents.filter(({ _id }) => servedDaysOf(textOf(_id)).length === 0);
  expect(counts.dormant).toBe(dormant.length);
  expect(counts.meant).toBe(dormant.length);
  const sum = (all: Record<string, number>) => Object.values(all).reduce((total, one) => total + one, 0);
  expect(counts.invitable + sum(counts.excluded)).toBe(counts.meant);
  for (const segment of [counts.pasts, counts.openings, counts.reachabilities, counts.fields])
    expect(sum(segment)).toBe(counts.invitable);
  expect(product.documents('volunteers')).toHaveLength(before);
  expect(membersOf(wake.wakeId)).toEqual([]);
  expect(product.documents('deeds').filter((one) => one['kind'] === 'wakes').length).toBeGreaterThan(0);
});

test('[WK2] of the own division only; nobody and too many are refused, stopped is stopped', async () => {
  const elsewhere = await product.call(OFFICE, 'wake.make', wakeInput({ divisionCode: '513222' }));
  expect(elsewhere).toMatchObject({ code: 'actor.forbidden' });
  const empty = await counted({ past: 'before' });
  expect(await product.call(OFFICE, 'wake.start', deed(empty))).toMatchObject({ code: 'wake.nobody' });
  const many = await counted();
  await tamper(product, 'wakes', many, { 'counts.invitable': 20_001 });
  expect(await product.call(OFFICE, 'wake.start', deed(many))).toMatchObject({
    code: 'wake.tooMany',
    params: { count: 20_001, maximum: 20_000 },
  });
  await product.must(OFFICE, 'wake.stop', deed(many));
  expect(await product.call(OFFICE, 'wake.start', deed(many))).toMatchObject({ code: 'wake.over' });
  expect(await product.call(OFFICE, 'wake.get', { wakeId: 'nothing000' })).toMatchObject({
    code: 'wake.notFound',
  });
  const risky = wakeInput({ title: '违规测试词' });
  expect((await product.call(OFFICE, 'wake.make', risky)).ok).toBe(false);
});

test('[WK3][WK4] two wakes at once: everybody is in one of them, once, and a tenth is held out', async () => {
  const [off, youth] = [people[0] ?? '', people[1] ?? ''];
  await product.must(off, 'invitation.pause', { requestId: requestId(), pause: 'always' });
  await tamper(product, 'volunteers', product.volunteerIdOf(youth), { birthDay: '2012-01-01' });
  await tamper(product, 'volunteers', product.volunteerIdOf(people[2] ?? ''), { consents: [] });
  const [one, other] = [await counted(), await counted({ title: '另一次' }, CITY_OFFICE)];
  expect((await get(one)).counts.excluded).toMatchObject({ paused: 1, minor: 1, noConsent: 1 });
  await Promise.all([
    product.must(OFFICE, 'wake.start', deed(one)),
    product.must(CITY_OFFICE, 'wake.start', deed(other)),
  ]);
  await Promise.all([work(one), work(other)]);
  await work(one);
  const members = [...membersOf(one), ...membersOf(other)];
  const ids = members.map((member) => textOf(member['volunteerId']));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe((await get(one)).counts.invitable);
  for (const left of [off, youth, people[2] ?? '']) expect(ids).not.toContain(product.volunteerIdOf(left));
  const { result } = await get(one);
  const arms = result?.arms;
  expect((arms?.invited.assigned ?? 0) + (arms?.holdOut.assigned ?? 0)).toBe(membersOf(one).length);
  const third = await counted();
  expect((await get(third)).counts).toMatchObject({ invitable: 0, excluded: { recent: ids.length } });
  const birthDay = '1960-01-01';
  await tamper(product, 'volunteers', product.volunteerIdOf(youth), { birthDay });
  later();
});

test('[WK5][ME1] told once in the morning by a link that names nobody; chosen when opened', async () => {
  const fresh = await register(product, 'subscriber', 300);
  await answerDialog(product, fresh, { kind: 'settings' }, ['invitation']);
  let wakeId = '';
  // By lot: until this one is invited, with others' hashes.
  for (let turn = 0; turn < 5; turn += 1) {
    wakeId = await started();
    const own = membersOf(wakeId).find((one) => one['volunteerId'] === product.volunteerIdOf(fresh));
    if (own?.['arm'] === 'invited') break;
    later();
  }
  goToNextDayAt(product, 9);
  await Promise.all([product.cloud.runTimer('messages'), product.cloud.runTimer('messages')]);
  await product.cloud.runTimer('messages');
  const sent = sentTo(product, fresh);
  expect(sent).toHaveLength(1);
  const scene = sceneOf({ kind: 'invitation', wakeId: parseWakeId(wakeId) });
  expect(JSON.stringify(sent)).toContain(encodeURIComponent(scene));
  const now = product.cloud.clock.now();
  const shiftId = await shiftBetween(product, now + 5 * HOUR_MS, now + 7 * HOUR_MS);
  const full = await shiftBetween(product, now + 5 * HOUR_MS, now + 7 * HOUR_MS, 1);
  const [host = ''] = people;
  const enrol = (openId: string, id: string) =>
    product.must(openId, 'attendance.enrol', {
      ...{ requestId: requestId(), shiftId: id, childIds: [], whenFull: 'refuse' },
    });
  await enrol(host, full);
  const opened = await product.must(fresh, 'invitation.open', deed(wakeId));
  expect(opened.isMine).toBe(true);
  expect(opened.offers.length).toBeLessThanOrEqual(3);
  const offered = opened.offers.map(({ shift }) => shift.shiftId);
  expect(offered[0]).toBe(shiftId);
  expect(offered).not.toContain(full);
  expect(opened.offers[0]).toMatchObject({ nearness: 'community' });
  expect((await product.must(fresh, 'invitation.getMine', {})).wakeId).toBe(wakeId);
  await enrol(fresh, shiftId);
  const again = await product.must(fresh, 'invitation.open', deed(wakeId));
  expect(again.offers.map(({ shift }) => shift.shiftId)).not.toContain(shiftId);
  const stranger = await register(product, 'passer-by', 301);
  expect(await product.must(stranger, 'invitation.open', deed(wakeId))).toMatchObject({ isMine: false });
  expect((await product.must(stranger, 'invitation.getMine', {})).wakeId).toBeNull();
  expect(await product.call(fresh, 'invitation.open', deed('nothing000'))).toMatchObject({
    code: 'wake.notFound',
  });
  await product.must(OFFICE, 'wake.measure', deed(wakeId));
  const { result } = await work(wakeId);
  expect(result?.arms.invited).toMatchObject({ reached: 1, opened: 1, enrolled: 1 });
  expect(result?.uplift).toBeNull();
  later();
});

test('[WK6] who says no is shown and sent nothing more, and may take it back', async () => {
  const openId = await register(product, 'says-no', 310);
  await answerDialog(product, openId, { kind: 'settings' }, ['invitation']);
  const pause = (wish: 'none' | 'month' | 'always') =>
    product.must(openId, 'invitation.pause', { requestId: requestId(), pause: wish });
  const wakeId = await started();
  await pause('month');
  const { pausedUntil } = await pause('month');
  expect(pausedUntil).toBeGreaterThan(product.cloud.clock.now());
  goToNextDayAt(product, 9);
  await product.cloud.runTimer('messages');
  expect(sentTo(product, openId)).toEqual([]);
  expect(await product.must(openId, 'invitation.getMine', {})).toMatchObject({
    wakeId: null,
    pause: 'month',
  });
  expect(await pause('none')).toMatchObject({ pause: 'none', pausedUntil: null });
  await product.must(OFFICE, 'wake.stop', deed(wakeId));
  const { wakeId: shown } = await product.must(openId, 'invitation.getMine', {});
  expect(shown).toBeNull();
  expect(await work(wakeId)).toMatchObject({ isStopped: true, phase: 'resting' });
  later();
});

/** What a person is counted by: the registration that stays, or the first of those that became it. */
function naiveArms(wakeId: string) {
  const volunteers = new Map(product.documents('volunteers').map((one) => [textOf(one._id), one]));
  const survivorOf = (id: string): string => {
    const into = volunteers.get(id)?.['mergedInto'];
    return typeof into === 'string' ? survivorOf(into) : id;
  };
  const byPerson = new Map<string, JsonObject[]>();
  for (const member of membersOf(wakeId)) {
    const person = survivorOf(textOf(member['volunteerId']));
    byPerson.set(person, [...(byPerson.get(person) ?? []), member]);
  }
  const arms = { invited: { assigned: 0, served: 0 }, holdOut: { assigned: 0, served: 0 } };
  for (const [person, members] of byPerson) {
    const own = members.find((one) => one['volunteerId'] === person);
    const member = own ?? [...members].sort((a, b) => (textOf(a._id) < textOf(b._id) ? -1 : 1))[0];
    if (member === undefined) continue;
    const arm = member['arm'] === 'holdOut' ? arms.holdOut : arms.invited;
    const from = civilDayOf(Number(member['assignedAt']));
    arm.assigned += 1;
    if (servedDaysOf(person).some((day) => day >= from && day < addDays(from, 30))) arm.served += 1;
  }
  return arms;
}

test('[WK7][WK9] exact against a naive count: served, voided afterwards, merged, gone', async () => {
  const crowd: string[] = [];
  for (let number = 0; number < 16; number += 1)
    crowd.push(await register(product, `counted-${String(number)}`, 400 + number, '泽旺'));
  const wakeId = await started();
  const start = product.cloud.clock.now() + 3 * HOUR_MS;
  const shiftId = await shiftBetween(product, start, start + 2 * HOUR_MS);
  const serving = crowd.slice(0, 8);
  await serveAll(
    product,
    serving.map((openId) => ({ openId, shiftId, from: start, to: start + 2 * HOUR_MS })),
  );
  const idOf = (index: number): string => product.volunteerIdOf(crowd[index] ?? '');
  const compare = async () => {
    await product.must(OFFICE, 'wake.measure', deed(wakeId));
    const { result } = await work(wakeId);
    const { invited, holdOut } = naiveArms(wakeId);
    expect(result?.arms).toMatchObject({ invited, holdOut });
    return invited.served + holdOut.served;
  };
  const first = await compare();
  expect(first).toBeGreaterThan(4);
  const own = membersOf(wakeId).map((member) => textOf(member['volunteerId']));
  expect(own).toEqual(expect.arrayContaining(crowd.map((_one, index) => idOf(index))));
  for (const index of [0, 1])
    await product.must(OFFICE, 'attendance.voidRecord', {
      ...{ requestId: requestId(), attendanceId: `${shiftId}:${idOf(index)}`, reason: '登记有误' },
    });
  expect(await compare()).toBe(first - 2);
  // One who served goes into one who did not; the other way round; and two of the wake into somebody new.
  await merge(product, crowd[9] ?? '', crowd[2] ?? '');
  await merge(product, crowd[3] ?? '', crowd[10] ?? '');
  const late = await register(product, 'late-comer', 420, '泽旺');
  await merge(product, late, crowd[4] ?? '');
  await merge(product, late, crowd[11] ?? '');
  await product.must(crowd[5] ?? '', 'volunteer.leave', { requestId: requestId(), childId: null });
  for (let turn = 0; turn < 4; turn += 1) await product.cloud.runTimer('sweep');
  expect(await compare()).toBe(first - 2);
  const total = naiveArms(wakeId);
  expect(total.invited.assigned + total.holdOut.assigned).toBe(membersOf(wakeId).length - 3);
});

test('[WK9] rows are masked, without the arm, and on record; the own data say which', async () => {
  const wakeId = await counted();
  const before = product.documents('accessLog').length;
  const list = await product.must(OFFICE, 'wake.listPeople', { wakeId, cursor: null });
  expect(product.documents('accessLog').length).toBe(before + 1);
  const wakes = await product.must(OFFICE, 'wake.list', { cursor: null });
  expect(wakes.wakes.map((one) => one.wakeId)).toContain(wakeId);
  for (const { maskedName } of list.people) expect(maskedName).toMatch(/^.\*+$/);
  const [latest] = product
    .documents('wakes')
    .filter((one) => one['startedAt'] !== null)
    .sort((a, b) => Number(b['startedAt']) - Number(a['startedAt']));
  const assigned = await product.must(OFFICE, 'wake.listPeople', {
    wakeId: textOf(latest?._id),
    cursor: null,
  });
  expect(assigned.people.length).toBeGreaterThan(10);
  expect(JSON.stringify(assigned)).not.toMatch(/holdOut|invited/);
  const mine = await product.must('counted-8', 'volunteer.getMyData', {});
  expect(mine.invitations).toHaveLength(1);
  expect(mine).toMatchObject({ invitationPause: 'none' });
});

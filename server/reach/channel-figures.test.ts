/** 来源、引来 and 渠道成效 through the real functions: whatever happens to a person, sums are what the facts say. */
import { sceneOf, type Link } from '@domain/link/link';
import type { Channel } from '@domain/link/channel';
import { parseProjectId } from '@domain/kernel/identifiers';
import { addDays, civilDayOf, HOUR_MS, monthOf, startOfDay } from '@domain/time/civil-day';
import { documentSchemas } from '../kernel/documents';
import { COUNTY_OFFICE, hoursFrom, merge, serveAll, shiftBetween } from '../../tests/kit/merging';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { recount, storedSums } from '../../tests/kit/recount';
import { CITY_OFFICE } from '../../tests/kit/shifts';
import { tamper } from '../../tests/kit/tamper';

jest.setTimeout(120_000);

const VIA: Channel = { kind: 'article', number: 7 };
const POSTER: Channel = { kind: 'poster', number: 1 };
let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
let start = 0;
beforeEach(async () => {
  await product.renew();
  start = startOfDay(addDays(civilDayOf(Date.now()), 1)) + 8 * HOUR_MS;
  product.cloud.clock.setNow(start - HOUR_MS);
});
afterAll(() => product.stop());

let people = 500;
async function comeBy(scene: string | null, channel: string | null = null, name = '测试者'): Promise<string> {
  people += 1;
  const openId = `came-${String(people)}`;
  await product.must(openId, 'volunteer.register', { ...registration(people, name), scene, channel });
  return openId;
}
const volunteer = (openId: string) => {
  const id = product.volunteerIdOf(openId);
  return documentSchemas.volunteers.parse(product.documents('volunteers').find(({ _id }) => _id === id));
};
function aProject(): Link & { kind: 'project' } {
  const stored = product.documents('projects').map((row) => documentSchemas.projects.parse(row));
  const own = stored.find(({ divisionCode }) => divisionCode.startsWith('513201'));
  return { kind: 'project', projectId: parseProjectId(own?._id ?? '') };
}
async function serve(openId: string, from = start): Promise<string> {
  const shiftId = await shiftBetween(product, from, hoursFrom(from, 2));
  await serveAll(product, [{ openId, shiftId, from, to: hoursFrom(from, 2) }]);
  return shiftId;
}
async function expectExact(): Promise<void> {
  await product.fold();
  expect(storedSums(product)).toEqual(recount(product));
}
/** Of the channel in 马尔康市, this month. */
async function countsVia(channel: Channel): Promise<{ opened: number; registered: number; served: number }> {
  const month = monthOf(civilDayOf(start));
  const asked = { divisionCode: null, firstMonth: month, lastMonth: month };
  const { rows } = await product.must(COUNTY_OFFICE, 'reach.listChannels', { ...asked, cursor: null });
  const row = rows.find((one) => JSON.stringify(one.channel) === JSON.stringify(channel));
  return row?.counts ?? { opened: 0, registered: 0, served: 0 };
}

test('[VI4] the origin is the last link, if it leads to something; else the channel alone', async () => {
  const project = aProject();
  const [whole, bare, gone, alone, byThemselves] = [
    await comeBy(sceneOf(project, VIA)),
    await comeBy(sceneOf(project)),
    await comeBy(sceneOf({ kind: 'project', projectId: parseProjectId('nothing000') }, VIA)),
    await comeBy(null, 'p01'),
    await comeBy(null),
  ];
  expect([whole, bare, gone, alone, byThemselves].map((openId) => volunteer(openId).origin)).toEqual([
    `a07 p-${project.projectId} 513201`,
    `- p-${project.projectId} 513201`,
    'a07 - 5132',
    'p01 - 5132',
    undefined,
  ]);
  await expectExact();
});

test('[VI5] registering, serving, a void, a merge and leaving: sums are what the facts say', async () => {
  const scene = sceneOf(aProject(), VIA);
  const [kept, other, third] = [
    await comeBy(scene, null, '旦真措'),
    await comeBy(scene, null, '旦真措'),
    await comeBy(scene),
  ];
  await expectExact();
  expect(await countsVia(VIA)).toEqual({ opened: 0, registered: 3, served: 0 });
  const shiftId = await serve(kept);
  await serve(other, hoursFrom(start, 3));
  await expectExact();
  expect(await countsVia(VIA)).toEqual({ opened: 0, registered: 3, served: 2 });
  // Served twice is served.
  await serve(kept, hoursFrom(start, 6));
  await expectExact();
  expect(await countsVia(VIA)).toMatchObject({ served: 2 });
  await merge(product, kept, other);
  await expectExact();
  expect(await countsVia(VIA)).toEqual({ opened: 0, registered: 2, served: 1 });
  const records = (await product.must(kept, 'attendance.listMyRecords', { cursor: null })).records;
  expect(records.some((record) => record.shiftId === shiftId)).toBe(true);
  for (const record of records) {
    await product.must(COUNTY_OFFICE, 'attendance.voidRecord', {
      requestId: requestId(),
      attendanceId: `${record.shiftId}:${product.volunteerIdOf(kept)}`,
      reason: '核实后作废',
    });
  }
  await expectExact();
  expect(await countsVia(VIA)).toEqual({ opened: 0, registered: 2, served: 0 });
  const leaver = volunteer(third);
  await product.must(third, 'volunteer.leave', { requestId: requestId(), childId: null });
  await expectExact();
  // Whoever left did register; the way they came names nobody.
  expect(await countsVia(VIA)).toEqual({ opened: 0, registered: 2, served: 0 });
  const left = product.documents('volunteers').find(({ _id }) => _id === leaver._id);
  expect(left).toMatchObject({ name: '', origin: leaver.origin });
});

test('[VI5] folding twice adds nothing, and a record of before adds nobody', async () => {
  const openId = await comeBy(sceneOf(aProject(), VIA));
  await serve(openId);
  await product.fold();
  await product.fold();
  expect(await countsVia(VIA)).toEqual({ opened: 0, registered: 1, served: 1 });
  await expectExact();
});

test('[VI5][ST41] a referral that says something else than the facts is found and repaired', async () => {
  const openId = await comeBy(sceneOf(aProject(), VIA));
  await expectExact();
  const before = await countsVia(POSTER);
  const id = product.volunteerIdOf(openId);
  // Somebody writes the origin behind the product's back; no mark says so.
  const changed = (volunteer(openId).origin ?? '').replace('a07', 'p01');
  await tamper(product, 'volunteers', id, { origin: changed });
  for (let call = 0; call < 40; call += 1) {
    const { phase } = await product.must(CITY_OFFICE, 'audit.continueRecount', { requestId: requestId() });
    if (phase === 'done') break;
  }
  const { incidents } = await product.must(CITY_OFFICE, 'audit.listIncidents', { cursor: null });
  expect(incidents[0]).toMatchObject({ state: 'open', volunteerCount: 1, cellCount: 0 });
  await product.must(CITY_OFFICE, 'audit.repairIncident', {
    ...{ requestId: requestId(), incidentId: incidents[0]?.incidentId ?? '', reason: '按事实重算' },
  });
  await expectExact();
  expect(await countsVia(POSTER)).toEqual({ ...before, registered: before.registered + 1 });
  expect(await countsVia(VIA)).toMatchObject({ registered: 0 });
});

test('[VI6] a county sees its own, the city its counties; months, pages and titles', async () => {
  const project = aProject();
  const month = monthOf(civilDayOf(start));
  const asked = { divisionCode: null, firstMonth: month, lastMonth: month };
  await comeBy(sceneOf(project, VIA));
  for (let number = 10; number < 35; number += 1) {
    const scene = sceneOf(project, { kind: 'article', number });
    await product.must('', 'reach.recordOpening', { requestId: requestId(), scene });
  }
  await product.cloud.runTimer('sweep');
  await product.fold();
  const county = await product.must(COUNTY_OFFICE, 'reach.getChannelFigures', asked);
  expect(county).toMatchObject({ divisionCode: '513201', divisionName: '马尔康市', parts: [] });
  expect(county.total.opened).toBeGreaterThanOrEqual(25);
  expect(county.asOf).toBeLessThanOrEqual(product.cloud.clock.now());
  const keys: string[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const page: { rows: { channel: Channel | null }[]; nextCursor: string | null } = await product.must(
      COUNTY_OFFICE,
      'reach.listChannels',
      { ...asked, cursor },
    );
    keys.push(...page.rows.map(({ channel }) => JSON.stringify(channel)));
    cursor = page.nextCursor;
    pages += 1;
  } while (cursor !== null);
  expect(pages).toBe(2);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toHaveLength(county.channelCount);
  const contents = await product.must(COUNTY_OFFICE, 'reach.listContents', { ...asked, cursor: null });
  const { title } = (await product.must('', 'project.getProject', { projectId: project.projectId })).project;
  expect(contents.rows.find(({ id }) => id === project.projectId)).toMatchObject({ kind: 'project', title });
  const city = await product.must(CITY_OFFICE, 'reach.getChannelFigures', asked);
  const of = (passage: 'opened' | 'registered' | 'served') =>
    city.parts.reduce((sum, { counts }) => sum + counts[passage], 0);
  expect([of('opened'), of('registered'), of('served')]).toEqual(Object.values(city.total));
  expect(city.parts.find(({ divisionCode }) => divisionCode === '513201')?.counts).toEqual(county.total);
  const drilled = { ...asked, divisionCode: '513201' };
  expect((await product.must(CITY_OFFICE, 'reach.getChannelFigures', drilled)).total).toEqual(county.total);
});

test('[VI6] nobody sees another county, another order of months or more than a year', async () => {
  const asked = { divisionCode: '513222', firstMonth: '2026-01', lastMonth: '2026-02' };
  const ask = (openId: string, input: typeof asked) => product.call(openId, 'reach.getChannelFigures', input);
  expect(await ask(COUNTY_OFFICE, asked)).toMatchObject({ ok: false, code: 'actor.forbidden' });
  expect(await ask(COUNTY_OFFICE, { ...asked, divisionCode: '5132' })).toMatchObject({ ok: false });
  expect(await ask(CITY_OFFICE, { ...asked, divisionCode: '513222100' })).toMatchObject({
    code: 'division.notFound',
  });
  for (const months of [
    { firstMonth: '2026-03', lastMonth: '2026-02' },
    { firstMonth: '2025-01', lastMonth: '2026-01' },
  ]) {
    expect(await ask(CITY_OFFICE, { ...asked, ...months })).toMatchObject({ code: 'request.malformed' });
  }
});

test('[VI6] as-of is no later than the oldest opening that is not counted yet', async () => {
  const month = monthOf(civilDayOf(start));
  const asked = { divisionCode: null, firstMonth: month, lastMonth: month };
  const openedAt = product.cloud.clock.now();
  await product.must('', 'reach.recordOpening', {
    requestId: requestId(),
    scene: sceneOf(aProject(), VIA),
  });
  product.cloud.clock.advance(60_000);
  await product.fold();
  const early = await product.must(COUNTY_OFFICE, 'reach.getChannelFigures', asked);
  expect(early.asOf - openedAt).toBeLessThan(30_000);
  await product.cloud.runTimer('sweep');
  const late = await product.must(COUNTY_OFFICE, 'reach.getChannelFigures', asked);
  expect(late.asOf - openedAt).toBeGreaterThanOrEqual(60_000);
  expect(late.total.opened).toBe(early.total.opened + 1);
});

test('[VI7] people read by which link they came, and take it home', async () => {
  const project = aProject();
  const openId = await comeBy(sceneOf(project, VIA));
  const { title } = (await product.must('', 'project.getProject', { projectId: project.projectId })).project;
  const origin = { channel: VIA, contentTitle: title };
  expect((await product.must(openId, 'volunteer.getMyData', {})).origin).toEqual(origin);
  const taken = await product.must(openId, 'volunteer.takeData', { requestId: requestId(), cursor: null });
  expect(taken.profile.origin).toEqual(origin);
  const byChannel = await comeBy(null, 'p01');
  expect((await product.must(byChannel, 'volunteer.getMyData', {})).origin).toEqual({
    ...{ channel: POSTER, contentTitle: null },
  });
});

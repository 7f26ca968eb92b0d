/** 角色, 队伍, 实践站点 (RL, TE, SN). */
import type { InputOf } from '@contract/procedures';
import { addDays, civilDayOf, DAY_MS } from '@domain/time/civil-day';
import * as z from 'zod';
import { FURTHER_ROLES, grantFurtherRoles } from '../../tests/kit/access-roles';
import { COUNTY_OFFICE } from '../../tests/kit/merging';
import { COMMUNITY, registration, requestId, TestProduct } from '../../tests/kit/product';
import { activityInput, CITY_OFFICE, openShift, ORGANISER } from '../../tests/kit/shifts';
import { tamper } from '../../tests/kit/tamper';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
  await grantFurtherRoles(product);
});
afterAll(() => product.stop());
afterEach(() => product.standAt());

const today = () => civilDayOf(product.cloud.clock.now());
const county = { kind: 'division', divisionCode: '513201' } as const;
let people = 7_400;
async function registered(openId: string): Promise<string> {
  people += 1;
  await product.must(openId, 'volunteer.register', registration(people));
  return product.volunteerIdOf(openId);
}
type Grant = InputOf<'role.grant'>;
const grantInput = (volunteerId: string, wishes: Partial<Grant> = {}): Grant => ({
  ...{ requestId: requestId(), volunteerId, role: 'countyOffice', scope: county },
  ...{ fromDay: today(), toDay: null, reason: '马志办〔2026〕3 号' },
  ...wishes,
});
const grant = (openId: string, input: Grant) => product.call(openId, 'role.grant', input);
const mayRead = async (openId: string) =>
  (await product.call(openId, 'statistics.getBoard', { divisionCode: null, day: null })).ok;

test('[RL1] a role counts on its days, and from its revocation on at once not any more', async () => {
  const volunteerId = await registered('role-one');
  const input = grantInput(volunteerId, { fromDay: addDays(today(), 1), toDay: addDays(today(), 2) });
  const { grantId } = await product.must(COUNTY_OFFICE, 'role.grant', input);
  expect(await mayRead('role-one')).toBe(false);
  product.standAt(DAY_MS);
  expect(await mayRead('role-one')).toBe(true);
  product.standAt(3 * DAY_MS);
  expect(await mayRead('role-one')).toBe(false);
  product.standAt(DAY_MS);
  const revoke = { requestId: requestId(), grantId, reason: '调离岗位' };
  expect(await product.must(CITY_OFFICE, 'role.revoke', revoke)).toEqual({ outcome: 'revoked' });
  expect(await mayRead('role-one')).toBe(false);
  expect(await product.must(CITY_OFFICE, 'role.revoke', revoke)).toEqual({ outcome: 'already' });
});

test('[RL2] beyond the own role or division, and one’s own, refused; deeds are in the trail', async () => {
  const volunteerId = await registered('role-two');
  const ask = (openId: string, wishes: Partial<Grant>) => grant(openId, grantInput(volunteerId, wishes));
  const elsewhere = { kind: 'division', divisionCode: '513222' } as const;
  expect(await ask(COUNTY_OFFICE, { scope: elsewhere })).toMatchObject({ code: 'role.beyondOwn' });
  expect(await ask(COUNTY_OFFICE, { role: 'auditor' })).toMatchObject({ code: 'role.beyondOwn' });
  expect(await ask(ORGANISER, {})).toMatchObject({ code: 'actor.forbidden' });
  expect(await ask(FURTHER_ROLES.auditor, {})).toMatchObject({ code: 'actor.forbidden' });
  const given = await product.must(CITY_OFFICE, 'role.grant', grantInput(volunteerId));
  expect(await ask('role-two', {})).toMatchObject({ code: 'role.own' });
  const { grantId } = given;
  const revoke = (openId: string, id = grantId) =>
    product.call(openId, 'role.revoke', { requestId: requestId(), grantId: id, reason: '测试理由' });
  expect(await revoke('role-two')).toMatchObject({ code: 'role.own' });
  expect(await revoke(FURTHER_ROLES.countyElsewhere)).toMatchObject({ code: 'role.notFound' });
  expect(await revoke(COUNTY_OFFICE, 'demo-city:cityOffice')).toMatchObject({ code: 'role.notFound' });
  expect((await revoke(COUNTY_OFFICE)).ok).toBe(true);
  const page = { fromDay: null, toDay: null, cursor: null };
  const filter = { by: 'subject', value: volunteerId } as const;
  const { deeds } = await product.must(CITY_OFFICE, 'trail.listDeeds', { ...page, filter });
  expect(deeds.map(({ deedName }) => deedName)).toEqual(['收回角色', '授予角色']);
});

test('[RL3][RL4] scope, days, reason and person are judged; the same request is the same grant', async () => {
  const volunteerId = await registered('role-three');
  const ask = (wishes: Partial<Grant>) => grant(CITY_OFFICE, grantInput(volunteerId, wishes));
  expect(await ask({ role: 'organiser' })).toMatchObject({ code: 'role.scopeWrong' });
  expect(await ask({ scope: { kind: 'team', teamId: 'nothing000' } })).toMatchObject({
    code: 'role.scopeWrong',
  });
  expect(await ask({ fromDay: addDays(today(), -1) })).toMatchObject({ code: 'role.datesWrong' });
  expect(await ask({ reason: '' })).toMatchObject({ code: 'request.malformed' });
  expect(await ask({ volunteerId: 'nothing000' })).toMatchObject({ code: 'role.noAccount' });
  const input = grantInput(volunteerId);
  const [first, again] = [await grant(CITY_OFFICE, input), await grant(CITY_OFFICE, input)];
  expect([first, again]).toMatchObject([
    { value: { outcome: 'granted' } },
    { value: { outcome: 'already' } },
  ]);
  expect(await ask({})).toMatchObject({ code: 'role.alreadyHeld' });
  for (let more = 1; more < 50; more += 1) {
    const day = addDays(today(), more);
    await product.must(
      CITY_OFFICE,
      'role.grant',
      grantInput(volunteerId, { role: 'siteManager', fromDay: day, toDay: day }),
    );
  }
  expect(await ask({ role: 'auditor' })).toMatchObject({ code: 'role.tooMany' });
});

test('[RL5] a city always has an office, also when two revoke each other at once', async () => {
  const volunteerId = await registered('second-city');
  const city = { kind: 'division', divisionCode: '5132' } as const;
  const revoke = (openId: string, grantId: string) =>
    product.call(openId, 'role.revoke', { requestId: requestId(), grantId, reason: '测试理由' });
  const temporary = grantInput(await registered('third-city'), {
    ...{ role: 'cityOffice', scope: city, toDay: addDays(today(), 9) },
  });
  await product.must(CITY_OFFICE, 'role.grant', temporary);
  expect(await revoke('third-city', 'demo-city:cityOffice')).toMatchObject({ code: 'role.lastOffice' });
  const { grantId } = await product.must(
    CITY_OFFICE,
    'role.grant',
    grantInput(volunteerId, { role: 'cityOffice', scope: city }),
  );
  const both = await Promise.all([
    revoke(CITY_OFFICE, grantId),
    revoke('second-city', 'demo-city:cityOffice'),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const left = product
    .documents('roleGrants')
    .filter(
      ({ role, toDay, revocation }) => role === 'cityOffice' && toDay === null && revocation === undefined,
    );
  expect(left).toHaveLength(1);
});

/** Whichever of the two city offices the race before left. */
async function cityOffice(): Promise<string> {
  return (await mayRead('second-city')) ? 'second-city' : CITY_OFFICE;
}

test('[RL6] roles of the division, newest first, those that end soon apart, masked', async () => {
  const volunteerId = await registered('ending-soon');
  const toDay = addDays(today(), 12);
  await product.must(COUNTY_OFFICE, 'role.grant', grantInput(volunteerId, { toDay }));
  const list = async (openId: string, group: 'all' | 'expiring') =>
    (await product.must(openId, 'role.listGrants', { group, cursor: null })).grants;
  const [newest] = await list(COUNTY_OFFICE, 'all');
  expect(newest).toMatchObject({ maskedName: '测**', toDay, state: 'inForce', mayRevoke: true });
  const soon = await list(FURTHER_ROLES.auditor, 'expiring');
  expect(soon.some((one) => one.toDay === toDay && !one.mayRevoke)).toBe(true);
  expect(await list(FURTHER_ROLES.countyElsewhere, 'all')).toEqual([]);
});

async function newTeam(name: string): Promise<string> {
  const input = { requestId: requestId(), divisionCode: '513201', name, form: 'grassroots' } as const;
  const [first, again] = [
    await product.must(COUNTY_OFFICE, 'team.create', input),
    await product.must(COUNTY_OFFICE, 'team.create', input),
  ];
  expect(again).toEqual(first);
  return first.teamId;
}
const change = (teamId: string, wishes: Partial<InputOf<'team.change'>> = {}) =>
  product.call(COUNTY_OFFICE, 'team.change', {
    ...{ requestId: requestId(), teamId, name: '新的队名', form: 'internal' as const },
    ...{ parentId: null, leaderId: null },
    ...wishes,
  });

test('[TE1][TE4] asked, let in, made the leader, gone', async () => {
  const teamId = await newTeam('河边志愿队');
  const volunteerId = await registered('joiner');
  const wish = (word: 'join' | 'leave') =>
    product.must('joiner', 'team.changeMembership', { requestId: requestId(), teamId, wish: word });
  const answer = (isMember: boolean) =>
    product.call(COUNTY_OFFICE, 'team.answerMember', {
      requestId: requestId(),
      teamId,
      volunteerId,
      isMember,
    });
  expect(await answer(true)).toMatchObject({ code: 'team.memberNotFound' });
  expect(await wish('join')).toEqual({ standing: 'asked' });
  expect(await wish('join')).toEqual({ standing: 'asked' });
  expect(await wish('leave')).toEqual({ standing: 'left' });
  expect(await answer(true)).toMatchObject({ code: 'team.memberNotFound' });
  await wish('join');
  expect(await change(teamId, { leaderId: volunteerId })).toMatchObject({ code: 'team.leaderNotMember' });
  expect(await answer(true)).toMatchObject({ value: { standing: 'member' } });
  expect((await change(teamId, { leaderId: volunteerId })).ok).toBe(true);
  const members = { teamId, group: 'member', cursor: null } as const;
  expect(await product.must(COUNTY_OFFICE, 'team.listMembers', members)).toMatchObject({
    members: [{ volunteerId, maskedName: '测**', isLeader: true }],
  });
  expect(await product.call('joiner', 'team.listMembers', members)).toMatchObject({
    code: 'actor.forbidden',
  });
  const { teams } = await product.must('joiner', 'team.listTeams', { divisionCode: '513201', cursor: null });
  expect(teams[0]).toMatchObject({ teamId, leaderName: '测**', standing: 'member', form: 'internal' });
  expect((await product.must('joiner', 'team.listMyTeams', {})).teams).toHaveLength(1);
  await wish('leave');
  expect((await product.must('', 'team.getTeam', { teamId })).team.leaderName).toBeNull();
  await wish('join');
  await answer(true);
  await product.must('joiner', 'volunteer.leave', { requestId: requestId(), childId: null });
  expect((await product.must(COUNTY_OFFICE, 'team.listMembers', members)).members).toEqual([]);
});

test('[TE2][TE3] no ring of teams; what is at work is not closed, what is closed takes nobody', async () => {
  const [top, below] = [await newTeam('上级队'), await newTeam('下级队')];
  expect((await change(below, { parentId: top })).ok).toBe(true);
  expect(await change(top, { parentId: below })).toMatchObject({ code: 'team.parentWrong' });
  expect(await change(top, { parentId: top })).toMatchObject({ code: 'team.parentWrong' });
  const make = (divisionCode: string) =>
    product.call(COUNTY_OFFICE, 'team.create', {
      ...{ requestId: requestId(), divisionCode, name: '测试队', form: 'internal' as const },
    });
  expect(await make(COMMUNITY)).toMatchObject({ code: 'team.divisionWrong' });
  const close = (teamId: string) =>
    product.call(COUNTY_OFFICE, 'team.close', { requestId: requestId(), teamId, reason: '合并到别队' });
  const volunteerId = await registered('team-organiser');
  const organiser = { role: 'organiser', scope: { kind: 'team', teamId: below } } as const;
  const { grantId } = await product.must(COUNTY_OFFICE, 'role.grant', grantInput(volunteerId, organiser));
  expect(await close(below)).toMatchObject({ code: 'team.hasOrganisers' });
  const revoke = { requestId: requestId(), grantId, reason: '队伍合并' };
  await product.must(COUNTY_OFFICE, 'role.revoke', revoke);
  expect(await close(below)).toMatchObject({ value: { outcome: 'closed' } });
  expect(await close(below)).toMatchObject({ value: { outcome: 'already' } });
  expect(await close('nothing000')).toMatchObject({ code: 'team.notFound' });
  expect(await change(below)).toMatchObject({ code: 'team.closed' });
  const join = { requestId: requestId(), teamId: below, wish: 'join' } as const;
  expect(await product.call('team-organiser', 'team.changeMembership', join)).toMatchObject({
    code: 'team.closed',
  });
  expect(await grant(COUNTY_OFFICE, grantInput(volunteerId, organiser))).toMatchObject({
    code: 'role.scopeWrong',
  });
  const shiftId = await openShift(product);
  const shift = product.documents('shifts').find(({ _id }) => _id === shiftId);
  const teamAtWork = z.string().parse(shift?.['teamId']);
  expect(await close(teamAtWork)).toMatchObject({ code: 'team.hasActivities' });
  const ofIts = await activityInput(product);
  await tamper(product, 'teams', teamAtWork, { state: 'closed' });
  expect(await product.call(COUNTY_OFFICE, 'activity.createActivity', ofIts)).toMatchObject({
    code: 'team.closed',
  });
  await tamper(product, 'teams', teamAtWork, { state: 'active' });
});

test('[SN1] what a site is follows from its division; an office keeps it, everybody finds it', async () => {
  const manager = await registered('site-manager');
  const site = { name: '马尔康镇实践所', address: '达萨街 1 号', position: null, managerNumber: null };
  const make = (divisionCode: string, wishes: Partial<InputOf<'station.create'>> = {}) =>
    product.call(COUNTY_OFFICE, 'station.create', {
      requestId: requestId(),
      divisionCode,
      ...site,
      ...wishes,
    });
  expect(await make('5132')).toMatchObject({ code: 'actor.forbidden' });
  const input = { requestId: requestId(), divisionCode: '5132', ...site };
  expect(await product.call(await cityOffice(), 'station.create', input)).toMatchObject({
    code: 'station.divisionWrong',
  });
  expect(await make('513201100', { managerNumber: '5132-nothing000' })).toMatchObject({
    code: 'station.managerNotFound',
  });
  const made = await make('513201100', { managerNumber: `5132-${manager}` });
  if (!made.ok) throw new Error(made.code);
  const { stationId } = made.value;
  const list = async (openId: string) =>
    (await product.must(openId, 'station.listStations', { countyCode: '513201', cursor: null })).stations;
  expect((await list(''))[0]).toMatchObject({ level: 'institute', managerName: '测**', managerNumber: null });
  const moved = { requestId: requestId(), stationId, ...site, address: '达萨街 2 号' };
  await product.must(COUNTY_OFFICE, 'station.change', moved);
  expect((await list(COUNTY_OFFICE))[0]).toMatchObject({ address: '达萨街 2 号', managerName: null });
  const close = { requestId: requestId(), stationId, reason: '并入中心' };
  expect(await product.call(FURTHER_ROLES.countyElsewhere, 'station.close', close)).toMatchObject({
    code: 'actor.forbidden',
  });
  expect(await product.must(COUNTY_OFFICE, 'station.close', close)).toEqual({ outcome: 'closed' });
  expect(await product.call(COUNTY_OFFICE, 'station.change', moved)).toMatchObject({
    code: 'station.closed',
  });
  const nowhere = { ...close, stationId: 'nothing000' };
  expect(await product.call(COUNTY_OFFICE, 'station.close', nowhere)).toMatchObject({
    code: 'station.notFound',
  });
});

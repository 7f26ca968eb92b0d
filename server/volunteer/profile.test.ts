/** 我的资料 through the real functions: said, counted, merged, taken home, gone. */
import type { InputOf, OutputOf } from '@contract/procedures';
import { documentSchemas } from '../kernel/documents';
import { COUNTY_OFFICE, merge, registerTwice } from '../../tests/kit/merging';
import { orderInput } from '../../tests/kit/demand-access';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { activityInput, ORGANISER } from '../../tests/kit/shifts';

jest.setTimeout(60_000);

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());

type Said = InputOf<'volunteer.changeProfile'>['profile'];
const saying = (wishes: Partial<Said> = {}): Said => ({
  ...{ skills: [], fields: [], times: [], politicalStatus: null, workUnit: '' },
  ...wishes,
});

let people = 700;
async function volunteer(): Promise<string> {
  people += 1;
  const openId = `speaker-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people, '央金'));
  return openId;
}
async function say(openId: string, wishes: Partial<Said>, id = requestId()) {
  const { changedAt } = await product.must(openId, 'volunteer.getProfile', {});
  const input = { requestId: id, profile: saying(wishes), basedOn: changedAt };
  return product.call(openId, 'volunteer.changeProfile', input);
}
async function newTeam(name: string): Promise<string> {
  const input = { requestId: requestId(), divisionCode: '513201', name, form: 'grassroots' } as const;
  return (await product.must(COUNTY_OFFICE, 'team.create', input)).teamId;
}
const wish = (openId: string, teamId: string, word: 'join' | 'leave') =>
  product.call(openId, 'team.changeMembership', { requestId: requestId(), teamId, wish: word });
const letIn = (openId: string, teamId: string) =>
  product.must(COUNTY_OFFICE, 'team.answerMember', {
    ...{ requestId: requestId(), teamId, volunteerId: product.volunteerIdOf(openId), isMember: true },
  });
async function member(teamId: string, wishes: Partial<Said>): Promise<string> {
  const openId = await volunteer();
  await say(openId, wishes);
  await wish(openId, teamId, 'join');
  await letIn(openId, teamId);
  return openId;
}
async function firstAiders(teamId: string): Promise<number | null | undefined> {
  const counts: OutputOf<'team.getMemberCounts'> = await product.must(COUNTY_OFFICE, 'team.getMemberCounts', {
    teamId,
  });
  return counts.skills.find(({ value }) => value === 'firstAid')?.memberCount;
}
const membershipsOf = (openId: string) =>
  product
    .documents('memberships')
    .map((row) => documentSchemas.memberships.parse(row))
    .filter(({ volunteerId }) => volunteerId === product.volunteerIdOf(openId));

test('[PF1] nothing is asked for; what is said is tidied, what no list has is refused', async () => {
  const openId = await volunteer();
  expect(await product.must(openId, 'volunteer.getProfile', {})).toEqual({
    profile: saying(),
    changedAt: null,
  });
  expect(await product.must(openId, 'volunteer.getMe', {})).not.toHaveProperty('said');
  const said = await say(openId, { skills: ['qiang', 'firstAid'], workUnit: '  县小学 ' });
  expect(said).toMatchObject({
    value: { outcome: 'changed', profile: { skills: ['firstAid', 'qiang'], workUnit: '县小学' } },
  });
  const { said: own } = await product.must(openId, 'volunteer.getMe', {});
  expect(own).toEqual({ skills: ['firstAid', 'qiang'], fields: [], times: [] });
  const before = product.fingerprint();
  const unknown = { requestId: requestId(), basedOn: null, profile: { ...saying(), skills: ['flying'] } };
  const refused = await product.send(openId, { procedure: 'volunteer.changeProfile', input: unknown });
  expect(refused).toMatchObject({ ok: false, error: { code: 'request.malformed' } });
  expect(await say(openId, { workUnit: '违规测试词' })).toMatchObject({ code: 'activity.contentRefused' });
  expect(product.fingerprint()).toBe(before);
});

test('[PF2] sent again it is once, the same changes nothing, another phone is not overwritten', async () => {
  const openId = await volunteer();
  const id = requestId();
  const input = { requestId: id, profile: saying({ fields: ['health'] }), basedOn: null };
  const { changedAt } = await product.must(openId, 'volunteer.changeProfile', input);
  const before = product.fingerprint();
  expect(await product.must(openId, 'volunteer.changeProfile', input)).toMatchObject({ outcome: 'already' });
  expect(await say(openId, { fields: ['health'] })).toMatchObject({ value: { outcome: 'already' } });
  const late = { requestId: requestId(), profile: saying({ fields: ['tourism'] }), basedOn: null };
  expect(await product.call(openId, 'volunteer.changeProfile', late)).toMatchObject({
    code: 'profile.changedMeanwhile',
  });
  expect(product.fingerprint()).toBe(before);
  expect(await product.must(openId, 'volunteer.getProfile', {})).toMatchObject({ changedAt });
  const { deeds } = await product.must(openId, 'volunteer.getMyData', {});
  expect(deeds.filter(({ deed }) => deed === 'profileChanged')).toHaveLength(1);
});

test('[PF3] in the own data and the file; gone with who leaves, in every team', async () => {
  const teamId = await newTeam('雪线队');
  const openId = await member(teamId, {
    skills: ['firstAid'],
    politicalStatus: 'masses',
    workUnit: '县医院',
  });
  const taken = { requestId: requestId(), cursor: null };
  const { profile } = await product.must(openId, 'volunteer.takeData', taken);
  expect(profile.profile).toMatchObject({ politicalStatus: 'masses', workUnit: '县医院' });
  const [before] = membershipsOf(openId);
  expect(before).toMatchObject({ skills: ['firstAid'] });
  await product.must(openId, 'volunteer.leave', { requestId: requestId(), childId: null });
  const stored = product.documents('volunteers').find(({ _id }) => _id === before?.volunteerId);
  expect(stored).toMatchObject({ status: 'cancelled' });
  expect(stored).not.toHaveProperty('profile');
  const after = product.documents('memberships').find(({ _id }) => _id === before?._id);
  expect(after).toMatchObject({ skills: [], fields: [], times: [] });
  expect(JSON.stringify(product.documents('volunteers'))).not.toContain('县医院');
});

test('[PF3][RM5] gaps are filled from the other, and one stands in a team', async () => {
  const teamId = await newTeam('两档队');
  const [kept, other] = await registerTwice(product, 'said-twice', 2_800);
  await say(kept, { skills: ['qiang'] });
  await say(other, { skills: ['firstAid'], workUnit: '县医院' });
  for (const openId of [kept, other]) await wish(openId, teamId, 'join');
  await letIn(other, teamId);
  const otherId = product.volunteerIdOf(other);
  await merge(product, kept, other);
  const { profile } = await product.must(kept, 'volunteer.getProfile', {});
  expect(profile).toMatchObject({ skills: ['qiang'], workUnit: '县医院' });
  const rows = product.documents('memberships').filter((row) => row['teamId'] === teamId);
  expect(rows.find(({ volunteerId }) => volunteerId === otherId)).toMatchObject({
    ...{ state: 'member', skills: ['qiang'] },
  });
  expect(rows.filter(({ state }) => state !== 'left')).toHaveLength(1);
  expect((await product.must(kept, 'team.listMyTeams', {})).teams).toMatchObject([{ standing: 'member' }]);
  expect((await product.must(kept, 'team.getTeam', { teamId })).team.standing).toBe('member');
  // The one membership is left and asked for by the person, whichever registration it was of.
  expect(await wish(kept, teamId, 'join')).toMatchObject({ value: { standing: 'member' } });
  expect(await wish(kept, teamId, 'leave')).toMatchObject({ value: { standing: 'left' } });
});

test('[PF4] members count and not who asks; below three no number', async () => {
  const teamId = await newTeam('会急救队');
  const two = [
    await member(teamId, { skills: ['firstAid'] }),
    await member(teamId, { skills: ['firstAid'] }),
  ];
  const asking = await volunteer();
  await say(asking, { skills: ['firstAid'], politicalStatus: 'masses' });
  await wish(asking, teamId, 'join');
  expect(await firstAiders(teamId)).toBeNull();
  await letIn(asking, teamId);
  expect(await firstAiders(teamId)).toBe(3);
  await say(two[0] ?? '', { skills: ['law'] });
  expect(await firstAiders(teamId)).toBeNull();
  await say(two[0] ?? '', { skills: ['firstAid', 'law'] });
  expect(await firstAiders(teamId)).toBe(3);
  await wish(asking, teamId, 'leave');
  expect(await firstAiders(teamId)).toBeNull();
  expect(membershipsOf(asking)).toMatchObject([{ state: 'left', skills: [] }]);
  expect(await product.call(ORGANISER, 'team.getMemberCounts', { teamId })).toMatchObject({
    code: 'actor.forbidden',
  });
});

test('[PF4] twenty teams at once and no more', async () => {
  const openId = await volunteer();
  for (let number = 0; number < 20; number += 1)
    expect((await wish(openId, await newTeam(`第${String(number)}队`), 'join')).ok).toBe(true);
  const last = await newTeam('第二十一队');
  expect(await wish(openId, last, 'join')).toMatchObject({ code: 'team.tooMany', params: { maximum: 20 } });
});

test('[DM1][DM3] an order asks for skills, and is told how many members of each team have them', async () => {
  const { projects } = await product.must(ORGANISER, 'activity.listOrganisedProjects', {});
  const teamId = projects[0]?.teamId ?? '';
  const wishes = { skills: ['signLanguage' as const, 'law' as const] };
  const input = orderInput(product.cloud.clock.now(), wishes);
  const { orderId } = await product.must('asker-of-skills', 'demand.place', input);
  const { order } = await product.must('asker-of-skills', 'demand.getOrder', { orderId });
  expect(order.skills).toEqual(['law', 'signLanguage']);
  for (let number = 0; number < 3; number += 1) await member(teamId, { skills: ['signLanguage'] });
  const { proposals } = await product.must(COUNTY_OFFICE, 'demand.listProposals', { orderId });
  const countsOf = (id: string) => proposals.find((one) => one.teamId === id)?.skillCounts;
  expect(countsOf(teamId)?.at(-1)?.skill).toBe('signLanguage');
  const members = product.documents('memberships').filter(({ state, skills, ...row }) => {
    return row['teamId'] === teamId && state === 'member' && JSON.stringify(skills).includes('signLanguage');
  });
  expect(countsOf(teamId)?.at(-1)?.memberCount).toBe(members.length);
  const trips = await product.roundTripsOf(() =>
    product.must(COUNTY_OFFICE, 'demand.listProposals', { orderId }),
  );
  expect(trips).toBeLessThanOrEqual(13);
  const four = orderInput(product.cloud.clock.now(), {
    skills: ['law', 'driving', 'repairs', 'rescue'],
  });
  expect(await product.call('asker-of-skills', 'demand.place', four)).toMatchObject({
    code: 'request.malformed',
  });
});

test('[PF5] shifts and activities say the field of their project', async () => {
  const startsAt = product.cloud.clock.now() + 86_400_000;
  const { shiftIds, activityId } = await product.must(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    shifts: [{ startsAt, endsAt: startsAt + 7_200_000, capacity: null }],
  });
  const { shift } = await product.must('', 'activity.getShift', { shiftId: shiftIds[0] ?? '' });
  const { activity } = await product.must('', 'activity.getActivity', { activityId });
  const project = product.documents('projects').find(({ _id }) => _id === shift.projectId);
  expect([shift.field, activity.field]).toEqual([project?.['field'], project?.['field']]);
});

test('[PF6] a post lets in who says they can; the others hear what to do, and may say so', async () => {
  const startsAt = product.cloud.clock.now() + 86_400_000;
  const plain = { minimumAge: null, requiredCourseId: null };
  const posts = [
    { ...plain, name: '急救', capacity: 2, requiredSkill: 'firstAid' as const },
    { ...plain, name: '后勤', capacity: 2 },
  ];
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    shifts: [{ startsAt, endsAt: startsAt + 7_200_000, capacity: null, posts }],
  });
  const shiftId = shiftIds[0] ?? '';
  const enrol = (openId: string, postIds: string[]) =>
    product.call(openId, 'attendance.enrol', {
      ...{ requestId: requestId(), shiftId, childIds: [], whenFull: 'refuse', postIds },
    });
  const openId = await volunteer();
  expect(await enrol(openId, ['p1'])).toMatchObject({
    ...{ code: 'post.skillMissing', params: { name: '急救', skill: 'firstAid' } },
  });
  await say(openId, { skills: ['firstAid'] });
  expect(await enrol(openId, ['p1'])).toMatchObject({ value: { outcome: 'enrolled' } });
  await say(openId, {});
  expect(await enrol(openId, ['p1'])).toMatchObject({ value: { outcome: 'already' } });
  const other = await volunteer();
  expect(await enrol(other, ['p2'])).toMatchObject({ value: { outcome: 'enrolled' } });
});

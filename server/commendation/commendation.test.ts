/** 表彰 through the real functions: recorded by one, checked by another, public only as agreed, taken back. */
import { CONSENT_VERSIONS } from '@contract/consent.contract';
import { merge } from '../../tests/kit/merging';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { commendationInput } from '../../tests/kit/recognition-access';
import { CITY_OFFICE } from '../../tests/kit/shifts';
import { addBehind } from '../../tests/kit/tamper';

const COUNTY_OFFICE = 'demo-county';
const SECOND_OFFICE = 'second-county';
let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
  const grant = product.documents('roleGrants').find((one) => one['openId'] === COUNTY_OFFICE);
  if (grant === undefined) throw new Error('the county has an office');
  await addBehind(product, 'roleGrants', { ...grant, _id: 'second', openId: SECOND_OFFICE });
});
afterAll(() => product.stop());

let people = 0;
async function volunteer(): Promise<string> {
  people += 1;
  const openId = `honoured-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people));
  return openId;
}
const inputFor = (openId: string) =>
  commendationInput({ subjectId: product.volunteerIdOf(openId), name: '测试者' });
async function propose(openId: string): Promise<string> {
  const { commendation } = await product.must(COUNTY_OFFICE, 'commendation.propose', inputFor(openId));
  return commendation.commendationId;
}
const decide = (by: string, commendationId: string, isApproved = true, reason = '') =>
  product.call(by, 'commendation.decide', { requestId: requestId(), commendationId, isApproved, reason });
const mine = (openId: string) => product.must(openId, 'commendation.listMine', {});
const honours = async (projectId: string | null = null) =>
  (await product.must('', 'commendation.listHonours', { projectId, cursor: null })).honours;
const publicity = (openId: string, isGiven: boolean) =>
  product.must(openId, 'volunteer.changeConsent', {
    requestId: requestId(),
    childId: null,
    ...{ kind: 'publicity', version: CONSENT_VERSIONS.publicity, isGiven },
  });

test('[CM1] whom it is for, the level and the day are checked; the same request is one honour', async () => {
  const openId = await volunteer();
  const input = inputFor(openId);
  const call = (wishes: Partial<typeof input>, by = COUNTY_OFFICE) =>
    product.call(by, 'commendation.propose', { ...input, requestId: requestId(), ...wishes });
  expect(await call({ name: '李四' })).toMatchObject({ code: 'commendation.subjectNotFound' });
  expect(await call({ level: 'province' })).toMatchObject({ code: 'commendation.levelTooHigh' });
  expect(await call({ level: 'province' }, CITY_OFFICE)).toMatchObject({ ok: true });
  expect(await call({ day: '2099-01-01' })).toMatchObject({ code: 'commendation.dayInFuture' });
  const [one, other] = [
    await product.must(COUNTY_OFFICE, 'commendation.propose', input),
    await product.must(COUNTY_OFFICE, 'commendation.propose', input),
  ];
  expect(one).toEqual(other);
  expect(one.commendation).toMatchObject({ state: 'waiting', subjectName: '测**', isMine: true });
  expect((await mine(openId)).commendations).toEqual([]);
});

test('[CM2] another person checks it, and nobody what is their own', async () => {
  const openId = await volunteer();
  const id = await propose(openId);
  expect(await decide(COUNTY_OFFICE, id)).toMatchObject({ code: 'commendation.ownWork' });
  expect(await decide(SECOND_OFFICE, id, false)).toMatchObject({ code: 'commendation.reasonMissing' });
  expect(await decide(SECOND_OFFICE, 'nothing000')).toMatchObject({ code: 'commendation.notFound' });
  await product.must(SECOND_OFFICE, 'volunteer.register', registration(900));
  expect(await product.call(SECOND_OFFICE, 'commendation.propose', inputFor(SECOND_OFFICE))).toMatchObject({
    code: 'commendation.own',
  });
  const own = await propose(SECOND_OFFICE);
  expect(await decide(SECOND_OFFICE, own)).toMatchObject({ code: 'commendation.own' });
  expect(await decide(SECOND_OFFICE, id)).toMatchObject({ value: { commendation: { state: 'inForce' } } });
  expect(await decide(SECOND_OFFICE, id)).toMatchObject({ code: 'commendation.decided' });
  const { commendations } = await product.must(CITY_OFFICE, 'commendation.list', {
    ...{ state: 'inForce', cursor: null },
  });
  expect(commendations.map(({ commendationId }) => commendationId)).toContain(id);
});

test('[CM4] public only while the person agrees, masked; teams and projects always', async () => {
  const openId = await volunteer();
  const id = await propose(openId);
  await decide(SECOND_OFFICE, id);
  const listed = async () => (await honours()).some(({ commendationId }) => commendationId === id);
  expect(await mine(openId)).toMatchObject({ commendations: [{ isInForce: true }], isPublic: false });
  expect(await listed()).toBe(false);
  await publicity(openId, true);
  expect((await honours()).find((one) => one.commendationId === id)?.subjectName).toBe('测**');
  await publicity(openId, false);
  expect(await listed()).toBe(false);
  const { projects } = await product.must(COUNTY_OFFICE, 'activity.listOrganisedProjects', {});
  const project = projects.find(({ divisionCode }) => divisionCode.startsWith('513201'));
  if (project === undefined) throw new Error('the county has a project');
  const { projectId, title, teamId, teamName } = project;
  const wanted = [
    commendationInput({ kind: 'project', subjectId: projectId, name: title }),
    commendationInput({ kind: 'team', subjectId: teamId, name: teamName }),
  ];
  for (const input of wanted) {
    const { commendation } = await product.must(COUNTY_OFFICE, 'commendation.propose', input);
    await decide(SECOND_OFFICE, commendation.commendationId);
  }
  const kinds = (await honours(projectId)).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['project', 'team']));
});

test('[CM3] revoked with a reason that the person reads, and public no more', async () => {
  const openId = await volunteer();
  const id = await propose(openId);
  const revoke = (reason: string) =>
    product.call(COUNTY_OFFICE, 'commendation.revoke', {
      requestId: requestId(),
      commendationId: id,
      reason,
    });
  expect(await revoke('发错了')).toMatchObject({ code: 'commendation.notInForce' });
  await decide(SECOND_OFFICE, id);
  await publicity(openId, true);
  expect(await revoke('')).toMatchObject({ code: 'commendation.reasonMissing' });
  expect(await revoke('文件撤回')).toMatchObject({ ok: true });
  expect((await mine(openId)).commendations).toMatchObject([{ isInForce: false, endReason: '文件撤回' }]);
  expect((await honours()).map(({ commendationId }) => commendationId)).not.toContain(id);
});

test('[CM5] merging takes honours along; who has left stands in public no more', async () => {
  const [one, other] = [await volunteer(), await volunteer()];
  const id = await propose(other);
  await decide(SECOND_OFFICE, id);
  await publicity(one, true);
  await merge(product, one, other);
  expect((await mine(one)).commendations).toMatchObject([{ commendationId: id }]);
  const ids = async () => (await honours()).map(({ commendationId }) => commendationId);
  expect(await ids()).toContain(id);
  await product.must(one, 'volunteer.leave', { requestId: requestId(), childId: null });
  expect(await ids()).not.toContain(id);
});

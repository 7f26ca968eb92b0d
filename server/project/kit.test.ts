import { deedOf, projectNamed } from '../../tests/kit/outcomes';
import { TestProduct } from '../../tests/kit/product';
import { CITY_OFFICE } from '../../tests/kit/shifts';

const OWN_COUNTY = '513201';

let product: TestProduct;
let projectId = '';
beforeAll(async () => {
  product = await TestProduct.start(30);
  ({ projectId } = await projectNamed(product, '文明斑马线'));
});
afterAll(() => product.stop());

const kitOf = (countyCode: string | null = null, openId = CITY_OFFICE) =>
  product.must(openId, 'kit.getKit', { projectId, countyCode });
const newTeam = { kind: 'new', name: '汶川斑马线服务队' } as const;

test('[BP9] a kit goes to another county: the way of doing it, not the people and the numbers', async () => {
  const kit = await kitOf();
  const county = kit.counties[0];
  if (county === undefined) throw new Error('the city has counties');
  expect(kit.counties.some(({ divisionCode }) => divisionCode === OWN_COUNTY)).toBe(false);
  const input = { ...deedOf(projectId), countyCode: county.divisionCode, team: newTeam };
  const sent = await Promise.all([
    product.must(CITY_OFFICE, 'kit.clone', input),
    product.must(CITY_OFFICE, 'kit.clone', { ...input, ...deedOf(projectId) }),
  ]);
  expect(new Set(sent.map((one) => one.projectId)).size).toBe(1);
  const cloneId = sent[0].projectId;
  const [origin, clone] = await Promise.all([
    product.must('', 'project.getProject', { projectId }),
    product.must('', 'project.getProject', { projectId: cloneId }),
  ]);
  expect(clone).toMatchObject({
    project: { title: origin.project.title, goal: origin.project.goal, stage: 'incubating', isBrand: false },
    teamName: newTeam.name,
    story: [],
    safeguards: origin.safeguards,
    accreditation: null,
    activityCount: 0,
    clonedFrom: { projectId, divisionName: origin.project.divisionName },
    clones: [],
  });
  expect(origin.safeguards).not.toBe('');
  expect(clone.outcome).toMatchObject({ countedWord: origin.outcome?.countedWord, points: [] });
  expect(origin.clones).toEqual([
    { projectId: cloneId, title: origin.project.title, divisionName: county.name },
  ]);
  const again = await kitOf(county.divisionCode);
  expect(again.counties[0]?.cloneId).toBe(cloneId);
  expect(again.teams.some(({ name }) => name === newTeam.name)).toBe(true);
  expect(product.documents('teams').filter(({ name }) => name === newTeam.name)).toHaveLength(1);
});

test('[BP9] it is refused by name where it makes no sense, and by an office of another county', async () => {
  const kit = await kitOf(OWN_COUNTY);
  const clone = async (wishes: object, openId = CITY_OFFICE) => {
    const base = { ...deedOf(projectId), countyCode: kit.counties[1]?.divisionCode ?? '', team: newTeam };
    const answer = await product.call(openId, 'kit.clone', { ...base, ...wishes });
    return answer.ok ? 'copied' : answer.code;
  };
  expect(await clone({}, 'demo-county')).toBe('actor.forbidden');
  expect(await clone({ countyCode: OWN_COUNTY })).toBe('kit.sameCounty');
  expect(await clone({ countyCode: '5132' })).toBe('kit.noCounty');
  expect(await clone({ countyCode: '513299' })).toBe('kit.noCounty');
  expect(await clone({ team: { kind: 'known', teamId: kit.teams[0]?.teamId } })).toBe('kit.teamNotThere');
  expect(await clone({ team: { kind: 'new', name: '违规测试词' } })).toBe('activity.contentRefused');
  expect(await clone({ projectId: 'nothing000' })).toBe('project.notFound');
  await product.must(CITY_OFFICE, 'stage.withdrawAccreditation', { ...deedOf(projectId), reason: '测试' });
  await product.must(CITY_OFFICE, 'project.getProject', { projectId });
  expect(await clone({})).toBe('kit.notBrand');
  expect((await kitOf(null, 'demo-county')).counties).toEqual([]);
});

import { deedOf, projectNamed } from '../../tests/kit/outcomes';
import { TestProduct } from '../../tests/kit/product';
import { CITY_OFFICE, ORGANISER } from '../../tests/kit/shifts';

jest.setTimeout(120_000);

let product: TestProduct;
let projectId = '';
beforeAll(async () => {
  product = await TestProduct.start(200);
  ({ projectId } = await projectNamed(product, '文明斑马线'));
});
afterAll(() => product.stop());

const read = (id = projectId) => product.must('', 'project.getProject', { projectId: id });

test('[BP10] who runs the project writes its story; it is refused whole when a word is risky', async () => {
  const before = (await read()).story;
  const edit = (story: string[], openId = ORGANISER, id = projectId) =>
    product.call(openId, 'project.editStory', { ...deedOf(id), story, safeguards: '站在人行道一侧。' });
  expect(await edit(['好的一段。', '违规测试词'])).toMatchObject({
    ok: false,
    code: 'activity.contentRefused',
  });
  expect(await edit([])).toMatchObject({ ok: false, code: 'request.malformed' });
  expect(await edit(['一段\n两行'])).toMatchObject({ ok: false, code: 'request.malformed' });
  expect(await edit(['一段话'], 'demo-volunteer')).toMatchObject({ ok: false, code: 'actor.forbidden' });
  expect((await read()).story).toEqual(before);
  const story = ['清晨的路口。', '车停下来，孩子们先走。'];
  expect(await edit(story)).toMatchObject({ ok: true, value: { story } });
  expect((await read()).safeguards).toBe('站在人行道一侧。');
  expect((await read()).story).toEqual(story);
});

test('[BP11] the page shows what the office reads of the same project, at one moment', async () => {
  await product.fold();
  const { brands } = await product.must(CITY_OFFICE, 'statistics.getBrands', {
    divisionCode: null,
    day: null,
  });
  const brand = brands.find((one) => one.projectId === projectId);
  const { figures } = await read();
  expect(figures).toMatchObject({
    minutes: brand?.minutes,
    volunteerCount: brand?.volunteerCount,
    shiftCount: brand?.shiftCount,
  });
});

test('[BP11] below five people nothing is shown', async () => {
  const { counties } = await product.must(CITY_OFFICE, 'kit.getKit', { projectId, countyCode: null });
  const clone = await product.must(CITY_OFFICE, 'kit.clone', {
    ...deedOf(projectId),
    countyCode: counties[0]?.divisionCode ?? '',
    team: { kind: 'new', name: '新的服务队' },
  });
  expect((await read(clone.projectId)).figures).toBeNull();
});

test('[BP12] county by county everybody reads every brand once, and the counties without one', async () => {
  const { counties, cityProjects } = await product.must('', 'project.listByCounty', {});
  const listed = [...counties.flatMap(({ projects }) => projects), ...cityProjects];
  const { projects } = await product.must('', 'project.listBrandProjects', { cursor: null });
  expect(listed.map((one) => one.projectId).sort()).toEqual(projects.map((one) => one.projectId).sort());
  expect(counties).toHaveLength(13);
  expect(counties.some((county) => county.projects.length === 0)).toBe(true);
  const trips = await product.roundTripsOf(() => product.must('', 'project.listByCounty', {}));
  expect(trips).toBe(2);
});

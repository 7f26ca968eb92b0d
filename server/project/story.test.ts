import { HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { deedOf, projectNamed } from '../../tests/kit/outcomes';
import { requestId, TestProduct } from '../../tests/kit/product';
import { recount, storedSums } from '../../tests/kit/recount';
import { activityInput, at, CITY_OFFICE, ORGANISER, takeUpDuty } from '../../tests/kit/shifts';
import { documentSchemas } from '../kernel/documents';

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

/** In a community of the county where the project has not been. */
async function openShiftElsewhere(places: ReadonlySet<string>): Promise<string> {
  const elsewhere = product
    .documents('divisions')
    .map((row) => documentSchemas.divisions.parse(row))
    .find(({ _id, level }) => level === 'community' && _id.startsWith('513201') && !places.has(_id));
  const input = await activityInput(product);
  const startsAt = product.cloud.clock.now() - 10 * MINUTE_MS;
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...input,
    projectId,
    place: { ...input.place, communityCode: elsewhere?._id ?? '' },
    shifts: [{ startsAt, endsAt: startsAt + 3 * HOUR_MS, capacity: null }],
  });
  const [shiftId = ''] = shiftIds;
  await takeUpDuty(product, ORGANISER, shiftId);
  return shiftId;
}

test('[BP14] its places are the communities with a shift that somebody has a record of', async () => {
  const shifts = product
    .documents('shiftContributions')
    .map((row) => documentSchemas.shiftContributions.parse(row))
    .filter((one) => one.projectId === projectId && one.qualifiedCount > 0);
  const places = new Set(shifts.map(({ placeCode }) => placeCode));
  expect((await read()).figures?.placeCount).toBe(places.size);
  // Served in another community for the first time: one more, and one less when nobody has a record there.
  const shiftId = await openShiftElsewhere(places);
  const visit = () => ({ requestId: requestId(), shiftId, evidence: at(0) });
  await product.must('demo-volunteer', 'attendance.checkIn', visit());
  product.standAt(HOUR_MS);
  await product.must('demo-volunteer', 'attendance.checkOut', visit());
  await product.fold();
  expect((await read()).figures?.placeCount).toBe(places.size + 1);
  expect(storedSums(product)).toEqual(recount(product));
  const record = product.documents('attendances').find((row) => row['shiftId'] === shiftId);
  await product.must(CITY_OFFICE, 'attendance.voidRecord', {
    ...{ requestId: requestId(), attendanceId: documentSchemas.attendances.parse(record)._id },
    reason: '登记错了人，作废',
  });
  await product.fold();
  expect((await read()).figures?.placeCount).toBe(places.size);
  expect(storedSums(product)).toEqual(recount(product));
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

test('[BP15] the map has every brand of today, its place and hours, in three trips', async () => {
  const { projects, centres, asOf } = await product.must('', 'project.getBrandMap', {});
  const { projects: brands } = await product.must('', 'project.listBrandProjects', { cursor: null });
  expect(projects.map((one) => one.projectId).sort()).toEqual(brands.map((one) => one.projectId).sort());
  const { figures } = await read();
  const own = projects.find((one) => one.projectId === projectId);
  expect(own?.minutes).toBe(figures?.minutes);
  expect(own?.position?.latitude).toBeGreaterThan(30);
  expect(centres).toHaveLength(13);
  expect(asOf).not.toBeNull();
  const trips = await product.roundTripsOf(() => product.must('', 'project.getBrandMap', {}));
  expect(trips).toBe(3);
});

/** 课程与培训要求 through the real functions: taught, held, expired, asked for. */
import type { InputOf } from '@contract/procedures';
import { DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import { merge } from '../../tests/kit/merging';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { courseInput } from '../../tests/kit/recognition-access';
import { activityInput, at, CITY_OFFICE, here, ORGANISER } from '../../tests/kit/shifts';

const COUNTY_OFFICE = 'demo-county';
let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());

let people = 0;
async function volunteer(): Promise<string> {
  people += 1;
  const openId = `learner-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people));
  return openId;
}
async function addCourse(title: string, validDays = 365): Promise<string> {
  const input = { ...courseInput(title), validDays };
  return (await product.must(COUNTY_OFFICE, 'training.addCourse', input)).courseId;
}
type Wishes = Partial<InputOf<'activity.createActivity'>> & { readonly inDays?: number };
async function plan({ inDays = 1, ...wishes }: Wishes): Promise<string> {
  const startsAt = product.cloud.clock.now() + inDays * DAY_MS;
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    shifts: [{ startsAt, endsAt: startsAt + 2 * HOUR_MS, capacity: null }],
    ...wishes,
  });
  return shiftIds[0] ?? '';
}
/** Comes to a training of the course, an hour of it, and goes on to the next morning. */
async function learn(openId: string, courseId: string): Promise<string> {
  const shiftId = await plan({ inDays: 0.001, courseId });
  product.cloud.clock.advance(3 * 60_000);
  const visit = { shiftId, evidence: at(0) };
  await product.must(openId, 'attendance.checkIn', { requestId: requestId(), ...visit });
  product.cloud.clock.advance(HOUR_MS);
  await product.must(openId, 'attendance.checkOut', { requestId: requestId(), ...visit });
  return shiftId;
}
const enrol = (openId: string, shiftId: string) =>
  product.call(openId, 'attendance.enrol', { requestId: requestId(), shiftId });
const requirements = async (openId: string, shiftId: string) =>
  (await product.must(openId, 'training.getRequirements', { shiftId })).requirements;

test('[TR1] an office offers courses of its division; who holds trainings chooses among them', async () => {
  const input = courseInput('应急救援');
  const { courseId } = await product.must(COUNTY_OFFICE, 'training.addCourse', input);
  expect(await product.must(COUNTY_OFFICE, 'training.addCourse', input)).toEqual({ courseId });
  const elsewhere = { ...courseInput(), divisionCode: '513221' };
  expect(await product.call(COUNTY_OFFICE, 'training.addCourse', elsewhere)).toMatchObject({
    code: 'actor.forbidden',
  });
  const foreign = await product.must(CITY_OFFICE, 'training.addCourse', elsewhere);
  const activity = await activityInput(product);
  const create = (wishes: Partial<InputOf<'activity.createActivity'>>) =>
    product.call(ORGANISER, 'activity.createActivity', { ...activity, requestId: requestId(), ...wishes });
  expect(await create({ courseId: foreign.courseId })).toMatchObject({ code: 'course.elsewhere' });
  expect(await create({ courseId: 'nothing000' })).toMatchObject({ code: 'course.notFound' });
  expect(await create({ courseId, requiredCourseIds: [courseId] })).toMatchObject({
    code: 'course.ownRequirement',
  });
  const shiftId = await plan({ courseId, trainingValidDays: 7 });
  const { activity: shown } = await product.must('', 'activity.getShift', { shiftId });
  expect(shown).toMatchObject({ trainingValidDays: 365, course: { courseId, title: '应急救援' } });
  const { courses } = await product.must(ORGANISER, 'training.listChoices', {});
  expect(courses.map((one) => one.courseId)).toContain(courseId);
  await product.must(COUNTY_OFFICE, 'training.retireCourse', { requestId: requestId(), courseId });
  expect(await create({ courseId })).toMatchObject({ code: 'course.notFound' });
  const left = await product.must('', 'training.listCourses', { cursor: null });
  expect(left.courses.map((one) => one.courseId)).not.toContain(courseId);
});

test('[TR2][TR3] who lacks a training is refused with the next one; who comes to it is let in', async () => {
  const [openId, courseId] = [await volunteer(), await addCourse('急救基础')];
  const shiftId = await plan({ requiredCourseIds: [courseId], inDays: 3 });
  expect(await enrol(openId, shiftId)).toMatchObject({
    code: 'enrolment.trainingMissing',
    params: { courseId, title: '急救基础' },
  });
  const nextId = await plan({ courseId, inDays: 1 });
  expect(await requirements(openId, shiftId)).toMatchObject([
    { courseId, standing: { kind: 'missing', lastDay: null }, next: { shiftId: nextId } },
  ]);
  expect(await requirements('', shiftId)).toMatchObject([{ standing: { kind: 'unknown' } }]);
  await learn(openId, courseId);
  expect(await requirements(openId, shiftId)).toMatchObject([{ standing: { kind: 'held' } }]);
  expect(await enrol(openId, shiftId)).toMatchObject({ value: { outcome: 'enrolled' } });
  const { courses } = await product.must(openId, 'training.listCourses', { cursor: null });
  expect(courses.find((one) => one.courseId === courseId)).toMatchObject({
    mine: { kind: 'held' },
    next: { shiftId: nextId },
  });
});

test('[TR3] validity that ends before the day is lacking; walking in asks for it too', async () => {
  const [openId, courseId] = [await volunteer(), await addCourse('防汛', 10)];
  await learn(openId, courseId);
  const late = await plan({ requiredCourseIds: [courseId], inDays: 10 });
  expect(await enrol(openId, late)).toMatchObject({ code: 'enrolment.trainingExpired' });
  const inTime = await plan({ requiredCourseIds: [courseId], inDays: 9 });
  expect(await enrol(openId, inTime)).toMatchObject({ ok: true });
  const walker = await volunteer();
  const now = await plan({ requiredCourseIds: [courseId], inDays: 0.001 });
  product.cloud.clock.advance(3 * 60_000);
  const visit = { requestId: requestId(), shiftId: now, evidence: here() };
  expect(await product.call(walker, 'attendance.checkIn', visit)).toMatchObject({
    code: 'enrolment.trainingMissing',
  });
});

test('[TR2] a record that is void, or goes to another registration, takes its training along', async () => {
  const courseId = await addCourse('老年照护');
  const [one, other] = [await volunteer(), await volunteer()];
  const trainingId = await learn(other, courseId);
  const shiftId = await plan({ requiredCourseIds: [courseId], inDays: 3 });
  await merge(product, one, other);
  expect(await requirements(one, shiftId)).toMatchObject([{ standing: { kind: 'held' } }]);
  const attendanceId = `${trainingId}:${product.volunteerIdOf(one)}`;
  const deed = { requestId: requestId(), attendanceId, reason: '没有学完' };
  await product.must(COUNTY_OFFICE, 'attendance.voidRecord', deed);
  expect(await requirements(one, shiftId)).toMatchObject([{ standing: { kind: 'missing' } }]);
});

test('[TR4] who runs the shift sees who lacks what, masked', async () => {
  const [openId, courseId] = [await volunteer(), await addCourse('山地救援')];
  const trainingId = await learn(openId, courseId);
  const shiftId = await plan({ requiredCourseIds: [courseId], inDays: 3 });
  await enrol(openId, shiftId);
  const standings = () => product.must(ORGANISER, 'training.listStandings', { shiftId, cursor: null });
  expect(await standings()).toMatchObject({
    courses: [{ courseId, title: '山地救援' }],
    people: [{ maskedName: '测**', state: 'enrolled', standings: [{ courseId, kind: 'held' }] }],
    nextCursor: null,
  });
  const attendanceId = `${trainingId}:${product.volunteerIdOf(openId)}`;
  const deed = { requestId: requestId(), attendanceId, reason: '没有学完' };
  await product.must(COUNTY_OFFICE, 'attendance.voidRecord', deed);
  expect((await standings()).people).toMatchObject([{ standings: [{ kind: 'missing', lastDay: null }] }]);
});

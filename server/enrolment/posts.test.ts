/** 岗位 through the real functions: chosen, waited for, raced for, changed, walked into. */
import type { InputOf } from '@contract/procedures';
import { holdsSeat } from '@domain/attendance/attendance';
import { DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import { childInput } from '../../tests/kit/children';
import { merge } from '../../tests/kit/merging';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { courseInput } from '../../tests/kit/recognition-access';
import { activityInput, here, ORGANISER } from '../../tests/kit/shifts';
import { toAttendance } from '../attendance/attendance-document';
import { documentSchemas } from '../kernel/documents';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());
afterEach(() => product.standAt());

type Posts = NonNullable<InputOf<'activity.createActivity'>['shifts'][number]['posts']>;
const post = (name: string, capacity: number, change: Partial<Posts[number]> = {}): Posts[number] => ({
  ...{ name, capacity, minimumAge: null, requiredCourseId: null },
  ...change,
});
async function create(posts: Posts, startsInMs = DAY_MS) {
  const startsAt = product.cloud.clock.now() + startsInMs;
  return product.call(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    shifts: [{ startsAt, endsAt: startsAt + 2 * HOUR_MS, capacity: null, posts }],
  });
}
async function shiftWith(posts: Posts, startsInMs?: number): Promise<string> {
  const answer = await create(posts, startsInMs);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value.shiftIds[0] ?? '';
}

/** born in 1990 */
let people = 30_700;
async function volunteer(): Promise<string> {
  people += 1;
  const openId = `post-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people));
  return openId;
}
async function volunteers(count: number): Promise<string[]> {
  const all: string[] = [];
  for (let index = 0; index < count; index += 1) all.push(await volunteer());
  return all;
}
const enrol = (openId: string, shiftId: string, postIds: string[], whenFull: 'wait' | 'refuse' = 'wait') =>
  product.call(openId, 'attendance.enrol', { requestId: requestId(), shiftId, postIds, whenFull });
const cancel = (openId: string, shiftId: string) =>
  product.must(openId, 'attendance.cancelEnrolment', { requestId: requestId(), shiftId });
const mine = (openId: string, shiftId: string) => product.must(openId, 'activity.getShift', { shiftId });

/** Counted from the attendances as they are stored: of each post taken, and of the shift. */
function counted(shiftId: string) {
  const stored = product.documents('shifts').find(({ _id }) => _id === shiftId);
  const shift = documentSchemas.shifts.parse(stored);
  const holders = product
    .documents('attendances')
    .map((row) => toAttendance(documentSchemas.attendances.parse(row)))
    .filter((one) => one.shiftId === shiftId && holdsSeat(one));
  for (const { postId, takenCount, capacity } of shift.posts ?? []) {
    const held = holders.filter(({ enrolment }) => enrolment.post?.postId === postId).length;
    expect([postId, takenCount]).toEqual([postId, held]);
    expect(held).toBeLessThanOrEqual(capacity);
  }
  expect(shift.takenCount).toBe(holders.length);
  return { taken: (shift.posts ?? []).map(({ takenCount }) => takenCount), waiting: shift.waitingCount };
}

test('[AT15] a shift with posts: its seats are theirs, one chooses, and every list says which', async () => {
  const shiftId = await shiftWith([post('引导', 1), post('后勤', 2)]);
  const [first = '', second = ''] = await volunteers(2);
  expect((await mine('', shiftId)).shift).toMatchObject({
    capacity: 3,
    posts: [
      { postId: 'p1', name: '引导', capacity: 1, takenCount: 0 },
      { postId: 'p2', name: '后勤', capacity: 2 },
    ],
  });
  expect(await enrol(first, shiftId, [])).toMatchObject({ code: 'post.notChosen' });
  expect(await enrol(first, shiftId, ['p3'])).toMatchObject({ code: 'post.notFound' });
  expect(await enrol(first, shiftId, ['p1'])).toMatchObject({
    value: { outcome: 'enrolled', attendance: { postName: '引导' } },
  });
  expect(await enrol(second, shiftId, ['p1'], 'refuse')).toMatchObject({
    code: 'enrolment.full',
    params: { capacity: 1, canWait: 1 },
  });
  expect(await enrol(second, shiftId, ['p1'])).toMatchObject({ value: { outcome: 'waiting' } });
  expect(await mine(second, shiftId)).toMatchObject({ aheadCount: 0, waitingFor: ['引导'] });
  const list = async (group: 'enrolled' | 'waiting') =>
    (await product.must(ORGANISER, 'attendance.listEnrolments', { shiftId, group, cursor: null })).people;
  expect([await list('enrolled'), await list('waiting')]).toMatchObject([
    [{ postNames: ['引导'] }],
    [{ postNames: ['引导'], waitingNumber: 1 }],
  ]);
  const roster = await product.must(ORGANISER, 'attendance.listTickRoster', { shiftId, cursor: null });
  expect(roster.people).toMatchObject([{ postName: '引导' }]);
  // Another post has a seat: who waits takes it and leaves the line.
  expect(await enrol(second, shiftId, ['p2'], 'refuse')).toMatchObject({ value: { outcome: 'enrolled' } });
  expect(counted(shiftId)).toEqual({ taken: [1, 1], waiting: 0 });
  await cancel(first, shiftId);
  expect((await mine(first, shiftId)).mine).not.toHaveProperty('postName');
  expect(await create([post('同名', 1), post('同名', 1)])).toMatchObject({ code: 'post.namesAlike' });
  expect(await create([post('一', 5_000), post('二', 1)])).toMatchObject({ code: 'post.seatsTooMany' });
});

test('[AT15.2] twenty want three seats of two posts, ten leave at once: none oversold', async () => {
  const shiftId = await shiftWith([post('引导', 1), post('后勤', 2)]);
  const all = await volunteers(20);
  const wants = (index: number) => [['p1'], ['p2'], ['p1', 'p2'], ['p2', 'p1']][index % 4] ?? [];
  await Promise.all(all.map((openId, index) => enrol(openId, shiftId, wants(index))));
  expect(counted(shiftId)).toEqual({ taken: [1, 2], waiting: 17 });
  await Promise.all(all.slice(0, 10).map((openId) => cancel(openId, shiftId)));
  expect(counted(shiftId)).toEqual({ taken: [1, 2], waiting: 7 });
});

test('[AT15.2] a family holds back its post only; when it leaves the next is seated', async () => {
  const shiftId = await shiftWith([post('引导', 2), post('后勤', 2)]);
  const [first = '', guardian = '', second = '', third = ''] = await volunteers(4);
  const child = await product.must(guardian, 'guardian.addChild', childInput(product, 70, 9));
  await enrol(first, shiftId, ['p1']);
  const family = { requestId: requestId(), shiftId, childIds: [child.childId], whenFull: 'wait' as const };
  await product.must(guardian, 'attendance.enrol', { ...family, postIds: ['p1'] });
  expect(await enrol(second, shiftId, ['p1'], 'refuse')).toMatchObject({ code: 'enrolment.full' });
  await enrol(second, shiftId, ['p1']);
  expect(await enrol(third, shiftId, ['p2'], 'refuse')).toMatchObject({ value: { outcome: 'enrolled' } });
  expect((await mine(second, shiftId)).aheadCount).toBe(2);
  await cancel(third, shiftId);
  const moved = { ...family, requestId: requestId(), postIds: ['p2'] };
  expect(await product.must(guardian, 'attendance.enrol', moved)).toMatchObject({ outcome: 'enrolled' });
  expect((await mine(second, shiftId)).mine).toMatchObject({ state: 'enrolled', postName: '引导' });
  expect(counted(shiftId)).toEqual({ taken: [2, 2], waiting: 0 });
});

test('[AT15.1] a post asks for a training or an age; others of the shift do not', async () => {
  const title = '现场急救';
  const { courseId } = await product.must('demo-county', 'training.addCourse', courseInput(title));
  const asking = post('急救', 1, { requiredCourseId: courseId });
  const shiftId = await shiftWith([asking, post('讲解', 1, { minimumAge: 60 }), post('后勤', 1)]);
  const openId = await volunteer();
  expect(await enrol(openId, shiftId, ['p1'])).toMatchObject({
    code: 'enrolment.trainingMissing',
    params: { title },
  });
  const { requirements } = await product.must(openId, 'training.getRequirements', { shiftId });
  expect(requirements).toMatchObject([{ courseId, title, standing: { kind: 'missing' } }]);
  expect(await enrol(openId, shiftId, ['p3', 'p2'])).toMatchObject({
    code: 'post.tooYoung',
    params: { name: '讲解', minimumAge: 60 },
  });
  expect(await enrol(openId, shiftId, ['p3'])).toMatchObject({ value: { outcome: 'enrolled' } });
  expect(await create([post('急救', 1, { requiredCourseId: 'nothing000' })])).toMatchObject({
    code: 'course.notFound',
  });
  // A course that is offered no more stays asked for where it was.
  await product.must('demo-county', 'training.retireCourse', { requestId: requestId(), courseId });
  const posts = [
    { ...asking, postId: 'p1', capacity: 4 },
    { ...post('讲解', 1, { minimumAge: 60 }), postId: 'p2' },
    { ...post('后勤', 1), postId: 'p3' },
  ];
  const change = { requestId: requestId(), shiftId, posts };
  const { shift } = await product.must(ORGANISER, 'activity.changePosts', change);
  expect(shift.posts?.[0]).toMatchObject({ capacity: 4, requiredCourse: { courseId, title } });
});

test('[AT15.3] who comes without a seat takes a free post; void and merge give it back', async () => {
  const shiftId = await shiftWith([post('急救', 1), post('后勤', 2)], HOUR_MS);
  const [enrolled = '', walker = '', double = '', late = ''] = await volunteers(4);
  await enrol(enrolled, shiftId, ['p1']);
  await enrol(double, shiftId, ['p2']);
  product.standAt(HOUR_MS);
  const visit = () => ({ requestId: requestId(), shiftId, evidence: here() });
  const { attendance } = await product.must(walker, 'attendance.checkIn', visit());
  expect(attendance.postName).toBe('后勤');
  expect(await product.call(late, 'attendance.checkIn', visit())).toMatchObject({ code: 'enrolment.full' });
  expect(counted(shiftId)).toEqual({ taken: [1, 2], waiting: 0 });
  await merge(product, walker, double);
  expect(counted(shiftId)).toEqual({ taken: [1, 1], waiting: 0 });
  const own = product
    .documents('attendances')
    .find((row) => row['shiftId'] === shiftId && row['state'] === 'checkedIn');
  await product.must('demo-city', 'attendance.voidRecord', {
    ...{
      requestId: requestId(),
      attendanceId: documentSchemas.attendances.parse(own)._id,
      reason: '认错了人，作废',
    },
  });
  expect(counted(shiftId)).toEqual({ taken: [1, 0], waiting: 0 });
});

test('[AT15.4] posts change while people have them; the line is served', async () => {
  const shiftId = await shiftWith([post('引导', 1), post('后勤', 1)]);
  const [first = '', second = ''] = await volunteers(2);
  for (const openId of [first, second]) await enrol(openId, shiftId, ['p1']);
  const change = (posts: InputOf<'activity.changePosts'>['posts'], openId = ORGANISER) =>
    product.call(openId, 'activity.changePosts', { requestId: requestId(), shiftId, posts });
  const known = { ...post('引导', 2), postId: 'p1' };
  expect(await change([known], 'demo-volunteer')).toMatchObject({ code: 'actor.forbidden' });
  expect(await change([{ ...post('后勤', 1), postId: 'p2' }])).toMatchObject({ code: 'post.hasPeople' });
  const added = await change([known, { ...post('翻译', 1), postId: null }]);
  expect(added).toMatchObject({ value: { shift: { capacity: 3, waitingCount: 0, takenCount: 2 } } });
  expect(await change([known, { ...post('翻译', 1), postId: null }])).toEqual(added);
  expect((await mine(second, shiftId)).mine).toMatchObject({ state: 'enrolled', postName: '引导' });
  expect(counted(shiftId)).toEqual({ taken: [2, 0], waiting: 0 });
  expect(await change([{ ...known, capacity: 1 }])).toMatchObject({ code: 'post.seatsTooLow' });
  expect(await enrol(first, shiftId, ['p2'])).toMatchObject({ value: { outcome: 'already' } });
  const capacity = { requestId: requestId(), shiftId, capacity: 9 };
  expect(await product.call(ORGANISER, 'activity.changeCapacity', capacity)).toMatchObject({
    code: 'post.ofShift',
  });
  const startsAt = product.cloud.clock.now() + DAY_MS;
  const alike = await product.must(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    shifts: [{ startsAt, endsAt: startsAt + HOUR_MS, capacity: 3 }],
  });
  const input = { requestId: requestId(), shiftId: alike.shiftIds[0] ?? '', posts: [known] };
  expect(await product.call(ORGANISER, 'activity.changePosts', input)).toMatchObject({ code: 'post.none' });
});

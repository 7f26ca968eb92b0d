/** 培训 and 表彰: offered, asked for, recorded, checked and read, by everybody whom it concerns. */
import { DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import { registration, requestId } from '../kit/product';
import { activityInput, ORGANISER } from '../kit/shifts';
import { addBehind } from '../kit/tamper';
import { arriveAt, press, see, type } from './kit/hands';
import { DESKTOP, SMALL_PHONE, useStage } from './kit/stage';

const stage = useStage();
const COUNTY = 'demo-county';
const SECOND = 'second-county';

async function shiftOf(wishes: object, inDays: number): Promise<string> {
  const { product } = stage();
  const startsAt = product.cloud.clock.now() + inDays * DAY_MS;
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    shifts: [{ startsAt, endsAt: startsAt + 2 * HOUR_MS, capacity: null }],
    ...wishes,
  });
  return shiftIds[0] ?? '';
}

test('[E62] a course is offered; who lacks it is refused and led to the next training', async () => {
  const { product } = stage();
  const office = await stage().visit('/courses', { openId: COUNTY, viewport: DESKTOP });
  await type(office, '课程名称', '水上救援');
  await press(office, '开课');
  await see(office, '水上救援');
  const { courses } = await product.must(ORGANISER, 'training.listChoices', {});
  const courseId = courses.find(({ title }) => title === '水上救援')?.courseId ?? '';
  const trainingId = await shiftOf({ courseId, title: '水上救援培训' }, 1);
  const shiftId = await shiftOf({ requiredCourseIds: [courseId] }, 3);
  await product.must('learner', 'volunteer.register', registration(21));
  const page = await stage().visit(`/shift?id=${shiftId}`, { openId: 'learner', viewport: SMALL_PHONE });
  await see(page, '要先完成的培训');
  await press(page, '我要报名');
  await see(page, '要先完成培训“水上救援”');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await press(page, /^水上救援/);
  await arriveAt(page, `/shift?id=${trainingId}`);
  const desk = await stage().visit(`/organiser/standings?id=${shiftId}`, { openId: ORGANISER });
  await see(desk, '还没有人报名');
});

test('[E62] an honour is recorded, checked by another and read where the volunteer agrees', async () => {
  const { product } = stage();
  const grant = product.documents('roleGrants').find((one) => one['openId'] === COUNTY);
  await addBehind(product, 'roleGrants', { ...grant, _id: 'second', openId: SECOND });
  await product.must('honoured', 'volunteer.register', registration(22));
  const { volunteerNumber } = await product.must('honoured', 'volunteer.getMyData', {});
  const maker = await stage().visit('/honours/desk', { openId: COUNTY, viewport: SMALL_PHONE });
  await type(maker, '志愿者编号', volunteerNumber);
  await type(maker, '姓名', '测试者');
  await type(maker, '称号', '优秀志愿者');
  await type(maker, '文号', '马文明办〔2026〕8号');
  await type(maker, '事由', '坚持护学两年。');
  await press(maker, '登记');
  await see(maker, '由另一个人核对。');
  expect(await maker.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const checker = await stage().visit('/honours/desk', { openId: SECOND });
  await press(checker, '核对无误：优秀志愿者');
  await press(checker, '确认生效');
  const own = await stage().visit('/honours/mine', { openId: 'honoured' });
  await see(own, '优秀志愿者');
  await see(own, '您没有同意公开，只有您和办公室看得到');
  await product.must('honoured', 'volunteer.changeConsent', {
    requestId: requestId(),
    ...{ childId: null, kind: 'publicity', version: '2026-11', isGiven: true },
  });
  const everybody = await stage().visit('/honours', { openId: 'passer-by' });
  await see(everybody, '测**：优秀志愿者');
});

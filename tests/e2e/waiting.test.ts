/** A full shift's line, a guardian with a child, and what an organiser does to a shift. */
import { DAY_MS, MINUTE_MS } from '@domain/time/civil-day';
import { childInput } from '../kit/children';
import { requestId } from '../kit/product';
import { openShift, ORGANISER } from '../kit/shifts';
import { arriveAt, choose, eventually, press, see, type } from './kit/hands';
import { PHONE, useStage } from './kit/stage';
import { registered } from './kit/volunteers';

const stage = useStage();
/** the meeting place of the tests as a browser measures it (see check-in.test.ts) */
const PLACE_IN_WGS84 = { latitude: 31.908223, longitude: 102.205324, accuracy: 10 };

const shiftTomorrow = (capacity: number) => openShift(stage().product, { capacity, startsInMs: DAY_MS });
const enrol = (openId: string, shiftId: string, whenFull: 'wait' | 'refuse' = 'refuse') =>
  stage().product.must(openId, 'attendance.enrol', { requestId: requestId(), shiftId, whenFull });
const visit = (address: string, openId: string) => stage().visit(address, { openId, viewport: PHONE });

test('[E21] a full shift: in line, one moves up when a seat is given back, and is told at home', async () => {
  const { product } = stage();
  const shiftId = await shiftTomorrow(1);
  const people = [await registered(product), await registered(product), await registered(product)] as const;
  const [first, second, third] = people;
  await enrol(first.openId, shiftId);
  await enrol(second.openId, shiftId, 'wait');
  const page = await visit(`/shift?id=${shiftId}`, third.openId);
  await see(page, '1 个名额已满，1 人候补');
  await press(page, '排队候补');
  await see(page, '候补中，前面还有 1 人');
  await product.must(first.openId, 'attendance.cancelEnrolment', { requestId: requestId(), shiftId });
  await page.reload();
  await see(page, '候补中，您排在第一');
  await product.must(second.openId, 'attendance.cancelEnrolment', { requestId: requestId(), shiftId });
  await page.reload();
  await see(page, '候补成功，您有名额了');
  const home = await visit('/home', third.openId);
  await see(home, /候补成功，名额已给您留好/);
});

test('[E21] leaving the line; the organiser sees it, adds a seat, and cancels the shift', async () => {
  const { product } = stage();
  const shiftId = await shiftTomorrow(1);
  const people = [await registered(product, '甲一'), await registered(product, '乙二')] as const;
  const third = await registered(product, '丙三');
  await enrol(people[0].openId, shiftId);
  for (const { openId } of [people[1], third]) await enrol(openId, shiftId, 'wait');
  const waiting = await visit(`/shift?id=${shiftId}`, third.openId);
  await press(waiting, '退出候补');
  await see(waiting, '排队候补');
  const page = await visit(`/shift?id=${shiftId}`, ORGANISER);
  await press(page, /报名和候补/);
  await arriveAt(page, '/organiser/roster');
  await press(page, '候补');
  await see(page, '1. 乙*');
  await type(page, '名额', '0');
  await press(page, '保存名额');
  await see(page, /请填 1 到 5,?000 的整数/);
  await type(page, '名额', '2');
  await press(page, '保存名额');
  await see(page, '2 / 2');
  await type(page, '名额', '1');
  await press(page, '保存名额');
  await see(page, '名额不能少于已报名的人数，请填大一些的数。');
  await press(page, '取消这个场次');
  await press(page.getByRole('dialog'), '取消场次');
  await see(page, '请写 2 到 60 个字的原因。');
  await type(page, '取消的原因', '暴雨橙色预警');
  await press(page.getByRole('dialog'), '取消场次');
  await see(page, '已取消，原因：暴雨橙色预警');
  const home = await visit('/home', people[1].openId);
  await see(home, '这个场次已取消，不用来了');
  await see(home, '原因：暴雨橙色预警');
});

test('[E22] a guardian adds a child, enrols with it, checks both in with one tap, and out', async () => {
  const { product } = stage();
  const guardian = await registered(product, '央金');
  const { idNumber } = childInput(product, process.pid % 900, 9);
  const page = await visit('/mine', guardian.openId);
  await press(page, '我的孩子');
  await arriveAt(page, '/children');
  await press(page, '同意并添加');
  await see(page, '请填写孩子的姓名，2 到 30 个字。');
  await type(page, '孩子的姓名', '扎西');
  await type(page, '孩子的身份证号', idNumber);
  await choose(page, '您是孩子的', '父亲或母亲');
  await press(page, /我是孩子的监护人，同意孩子参加志愿服务/);
  await press(page, '同意并添加');
  await see(page, '已添加扎西');
  await see(page, '由您带着参加');
  const shiftId = await openShift(product, { capacity: 2, startsInMs: 10 * MINUTE_MS });
  const geolocation = PLACE_IN_WGS84;
  const shift = await stage().visit(`/shift?id=${shiftId}`, { openId: guardian.openId, geolocation });
  await press(shift, /带上扎西/);
  await press(shift, '和孩子一起报名');
  await press(shift, '去签到');
  await arriveAt(shift, '/check-in');
  await see(shift, '带上扎西');
  await press(shift, '用定位签到');
  await see(shift, '签到成功');
  const states = () =>
    product
      .documents('attendances')
      .filter((row) => row['shiftId'] === shiftId)
      .map((row) => row['state']);
  await eventually(states, ['checkedIn', 'checkedIn']);
  await press(shift, '看这个场次');
  await press(shift, '去签退');
  await see(shift, '带上扎西');
  await press(shift, '用定位签退');
  await see(shift, '签退成功');
  await eventually(states, ['confirmed', 'confirmed']);
});

test('[E22] the risk is read before enrolling; a guardian takes the consent back', async () => {
  const { product } = stage();
  const guardian = await registered(product, '梅朵');
  const { childId } = await product.must(
    guardian.openId,
    'guardian.addChild',
    childInput(product, (process.pid + 450) % 900, 8, '卓嘎'),
  );
  const page = await visit('/children', guardian.openId);
  await press(page, '撤回同意');
  await press(page.getByRole('dialog'), '撤回同意');
  await see(page, '还没有添加孩子');
  expect(product.documents('guardianships').find(({ _id }) => _id === childId)).toMatchObject({
    isInForce: false,
  });
  const { activities } = await product.must('', 'activity.listUpcomingActivities', {
    countyCode: null,
    projectId: null,
    cursor: null,
  });
  const risky = activities.find(({ risk }) => risk.level === 'heightened');
  const reader = await visit(`/activity?id=${risky?.activityId ?? ''}`, guardian.openId);
  await see(reader, '风险：较高');
  await press(reader, '我要报名');
  await see(reader.getByRole('dialog'), '这个活动风险：较高');
  await press(reader.getByRole('dialog'), '我知道了，继续');
  await see(reader, '您已报名');
});

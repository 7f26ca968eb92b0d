/** 点单 to 评单 as people do it: on their own phones, at a desk, and at the place. */
import { HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { registration, requestId } from '../kit/product';
import { ORGANISER, takeUpDuty } from '../kit/shifts';
import { arriveAt, choose, press, see, type } from './kit/hands';
import { DESKTOP, SMALL_PHONE, useStage } from './kit/stage';
import { textOf } from '../kit/text-of';

const stage = useStage();
const COUNTY = 'demo-county';
const RESIDENT = 'demand-resident';
const AT_HOME = { latitude: 31.906, longitude: 102.207 };
const TEAM = '马尔康市文明实践志愿服务队';

function orderOf(need: string) {
  const order = stage()
    .product.documents('orders')
    .find((one) => one['need'] === need);
  return { orderId: textOf(order?.['_id']), shiftId: textOf(order?.['shiftId']) };
}

test('[E100] asked on a small phone, dispatched by the numbers, taken, arranged, served, rated', async () => {
  const { product } = stage();
  const need = '学校门口人车多，想请人来引导。';
  const phone = { openId: RESIDENT, viewport: SMALL_PHONE, geolocation: AT_HOME };
  const own = await stage().visit('/orders', phone);
  await press(own, '我要点单');
  await arriveAt(own, '/orders/new');
  await press(own, '点单');
  await see(own, '请选要哪一类服务。');
  await choose(own, '哪一类服务', '文明劝导');
  await type(own, '具体需要什么', need);
  await choose(own, '所在县（市）', '马尔康市');
  await choose(own, '乡镇（街道）', '马尔康镇');
  await choose(own, '村（社区）', '马江社区居委会');
  await type(own, '地点', '达萨街小学');
  await press(own, /^我就在那里/);
  await see(own, '已定位，重新用我现在的位置');
  await type(own, '怎么称呼您', '测试居民');
  await type(own, '电话', '13800000001');
  expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await press(own, '点单');
  await see(own, '等派单');
  const { orderId } = orderOf(need);

  const desk = await stage().visit('/orders/dispatch', { openId: COUNTY, viewport: DESKTOP });
  await see(desk, '超过 3 天没有处理');
  await press(desk, '等派');
  await press(desk, new RegExp(need));
  await arriveAt(desk, `/orders/one?id=${orderId}`);
  await press(desk, '看联系人和电话');
  await see(desk, '13800000001');
  await press(desk, `派给它 ${TEAM}`);
  await press(desk, '派单');
  await see(desk, '已派单，等接单');

  const leader = await stage().visit(`/orders/one?id=${orderId}`, {
    openId: ORGANISER,
    geolocation: AT_HOME,
  });
  await press(leader, '接单');
  await press(leader, '安排活动');
  await see(leader, '这场活动为一张点单而办');
  await press(leader, '发布活动');
  await see(leader, /已发布$/);
  const { shiftId } = orderOf(need);
  expect(shiftId).toMatch(/^[0-9A-Za-z]{10}$/);

  const { shift } = await product.must('', 'activity.getShift', { shiftId });
  product.cloud.clock.advance(shift.startsAt - product.cloud.clock.now() + 5 * MINUTE_MS);
  const helper = 'demand-helper';
  await product.must(helper, 'volunteer.register', registration(71));
  await takeUpDuty(product, ORGANISER, shiftId);
  const { latitude, longitude } = shift.place;
  const evidence = { kind: 'location', latitude, longitude, accuracyMeters: 10 } as const;
  const visit = { shiftId, evidence };
  await product.must(helper, 'attendance.checkIn', { requestId: requestId(), ...visit });
  product.cloud.clock.advance(1.5 * HOUR_MS);
  await product.must(helper, 'attendance.checkOut', { requestId: requestId(), ...visit });
  await product.must(ORGANISER, 'attendance.closeShift', { requestId: requestId(), shiftId, headCount: 1 });

  await own.reload({ waitUntil: 'networkidle' });
  await press(own, '评价这次服务');
  await press(own, '减少星数');
  await type(own, '想说的话（选填）', '引导得很好');
  await press(own, '评价');
  await see(own, '4 星（满分 5 星）');
  await leader.reload({ waitUntil: 'networkidle' });
  const read = await stage().visit(`/orders/one?id=${orderId}`, { openId: ORGANISER });
  await see(read, '引导得很好');
});

test('[E101] the longest unserved first, an order for somebody there; put up, taken, returned', async () => {
  const desk = await stage().visit('/orders/quiet', { openId: COUNTY, viewport: SMALL_PHONE });
  await see(desk, /个村 90 天没有服务了。$/);
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await press(desk, /^代点单 /);
  await arriveAt(desk, '/orders/new?community=');
  const need = '几位老人想请人上门理发。';
  await choose(desk, '哪一类服务', '敬老助残');
  await type(desk, '具体需要什么', need);
  await type(desk, '地点', '村委会');
  await type(desk, '被服务的人怎么称呼', '测试老人');
  await press(desk, '代为点单');
  await see(desk, '代点单');
  await press(desk, '放出来，让队伍抢单');
  await press(desk, '放出来');
  await see(desk, '等队伍抢单');

  const leader = await stage().visit('/orders/team', { openId: ORGANISER });
  await press(leader, '可以抢');
  await press(leader, new RegExp(need));
  await press(leader, '接单');
  await press(leader, '退单 敬老助残');
  const dialog = leader.getByRole('dialog', { name: '退回这张单？' });
  await type(dialog, '原因', '那天全队有任务');
  await press(dialog, '退单');
  await arriveAt(leader, '/orders/team');
  await desk.reload({ waitUntil: 'networkidle' });
  await see(desk, '原因：那天全队有任务');
});

/** What organisers do with activities: plans of weeks, changes, pictures; and what is near somebody. */
import { civilDayOf, DAY_MS } from '@domain/time/civil-day';
import { GREEN, MAGENTA, pictureOf } from '../kit/pictures';
import { requestId } from '../kit/product';
import { openShift, ORGANISER } from '../kit/shifts';
import { arriveAt, eventually, press, see, type } from './kit/hands';
import { PHONE, useStage } from './kit/stage';
import { registered } from './kit/volunteers';

const stage = useStage();
/** near the meeting place of the tests, as a browser measures it (see check-in.test.ts) */
const NEAR_IN_WGS84 = { latitude: 31.908223, longitude: 102.205324, accuracy: 10 };
const visit = (address: string, openId: string) => stage().visit(address, { openId, viewport: PHONE });

test('[E93] another time and place: who is enrolled sees old and new, and withdraws', async () => {
  const { product } = stage();
  const shiftId = await openShift(product, { startsInMs: DAY_MS });
  const { openId } = await registered(product);
  await product.must(openId, 'attendance.enrol', { requestId: requestId(), shiftId });
  product.cloud.clock.advance(2 * 60_000);
  const page = await visit(`/organiser/roster?id=${shiftId}`, ORGANISER);
  await press(page, /改时间、地点或集合点/);
  await arriveAt(page, '/organiser/shift-change');
  await page.getByLabel('开始', { exact: true }).fill('14:00');
  await page.getByLabel(/^结束/).fill('14:05');
  await type(page, '集合地点', '老桥头');
  await page.getByRole('textbox', { name: /到了地点，在哪里集合/ }).fill('桥东的石狮子旁');
  await press(page, '保存并通知大家');
  await see(page, '每场次至少 10 分钟。');
  await page.getByLabel(/^结束/).fill('16:00');
  await press(page, '保存并通知大家');
  await arriveAt(page, `/shift?id=${shiftId}`);
  await see(page, '老桥头');

  const home = await visit('/home', openId);
  await see(home, '这个场次已变更');
  await see(home, /地点：原来 测试路口.*改为 老桥头/);
  await press(home, /看场次详情/);
  await see(home, /时间：原来 .*10:00.*改为 .*14:00/);
  await see(home, '集合点：桥东的石狮子旁');
  await press(home, '取消报名');
  await press(home.getByRole('dialog'), '取消报名');
  const states = () =>
    product.documents('attendances').flatMap((row) => (row['shiftId'] === shiftId ? [row['state']] : []));
  await eventually(states, ['enrolmentCancelled']);
});

test('[E94] a plan for weeks: dates are seen before, a holiday is left out, all are published', async () => {
  const { product } = stage();
  const page = await visit('/organiser/activity-editor', ORGANISER);
  await type(page, '活动名称', '每周六清河');
  await type(page, '活动说明', '带好手套，在河边集合，一起清理河道垃圾。');
  await press(page, '每周重复');
  const days = page.getByRole('button', { name: /^(明天|\d+月\d+日)/, pressed: true });
  await eventually(() => days.count(), 4);
  await days.nth(1).click();
  await press(page, '排成 3 个场次');
  await see(page, '第 3 场');
  await press(page, '发布活动');
  await see(page, '“每周六清河”已发布');
  const made = product.documents('shifts').filter(({ title }) => title === '每周六清河');
  const starts = made.map((shift) => Number(shift['startsAt'])).sort((a, b) => a - b);
  expect(starts.map((at) => Math.round((at - (starts[0] ?? 0)) / DAY_MS))).toEqual([0, 14, 21]);
  expect(new Set(starts.map((at) => civilDayOf(at))).size).toBe(3);
});

test('[E95] a picture with its words: a risky one is refused, a good one is seen by all', async () => {
  const { product } = stage();
  const shiftId = await openShift(product, { startsInMs: DAY_MS });
  const { shift } = await product.must('', 'activity.getShift', { shiftId });
  const page = await visit(`/organiser/pictures?id=${shift.activityId}`, ORGANISER);
  await see(page, '还没有照片');
  const send = async (colour: Parameters<typeof pictureOf>[0]) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, '选照片并上传')]);
    await chooser.setFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: pictureOf(colour) });
  };
  await press(page, '选照片并上传');
  await see(page, '请写 2 到 60 个字。');
  await type(page, '照片里是什么', '志愿者在河边捡垃圾');
  await send(MAGENTA);
  await see(page, '这张照片没有通过安全检查');
  await send(GREEN);
  await see(page, '已有的照片');
  const reader = await stage().visit(`/activity?id=${shift.activityId}`, { viewport: PHONE });
  const picture = reader.getByRole('img', { name: '志愿者在河边捡垃圾' });
  await picture.scrollIntoViewIfNeeded();
  const isWhole = () => picture.evaluate((image) => Reflect.get(image, 'naturalWidth') === 400);
  await eventually(isWhole, true);
  const box = await picture.boundingBox();
  expect(Math.round(((box?.height ?? 0) / (box?.width ?? 1)) * 100)).toBe(75);
  expect(await picture.getAttribute('loading')).toBe('lazy');
});

test('[E96] near me: asked for the position by a button, farther and later by choice', async () => {
  const { product } = stage();
  const shiftId = await openShift(product, { startsInMs: 3 * DAY_MS });
  const page = await stage().visit('/home', { viewport: PHONE, geolocation: NEAR_IN_WGS84 });
  await press(page, '看附近的');
  await arriveAt(page, '/nearby');
  await press(page, '用我的位置找');
  const row = page.getByRole('button', { name: /测试活动：路口值守/ }).first();
  await row.waitFor();
  await press(page, '今天');
  await see(page, '这个范围里现在没有');
  await press(page, '不限时间');
  await row.waitFor();
  await row.click();
  await arriveAt(page, '/shift?id=');
  expect(product.documents('shifts').some(({ _id }) => _id === shiftId)).toBe(true);
});

/** 计时: rules said before, a long day approved by somebody else, reasons and history, windows of the city. */
import { HOUR_MS } from '@domain/time/civil-day';
import { requestId, type TestProduct } from '../kit/product';
import { activityInput, at, CITY_OFFICE, ORGANISER } from '../kit/shifts';
import { arriveAt, choose, press, see, type } from './kit/hands';
import { DESKTOP, useStage } from './kit/stage';
import { registered } from './kit/volunteers';

const stage = useStage();
/** Who comes a little early is there from the first minute, though the clock runs on. */
const EARLY_MS = 60_000;

/** From now on, one shift after the other; served from the first minute to the last. */
async function serve(product: TestProduct, openId: string, hours: number, title: string): Promise<void> {
  const { clock } = product.cloud;
  const startsAt = clock.now() + EARLY_MS;
  const endsAt = startsAt + hours * HOUR_MS;
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    title,
    shifts: [{ startsAt, endsAt, capacity: null }],
  });
  const [shiftId = ''] = shiftIds;
  await product.must(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  clock.advance(endsAt - clock.now());
  await product.must(openId, 'attendance.checkOut', { requestId: requestId(), shiftId, evidence: at(0) });
}

test('[E20] breaks and the least presence are written by the organiser, read before enrolling', async () => {
  const { product } = stage();
  const page = await stage().visit('/organiser/activities', { openId: ORGANISER });
  await press(page, '新建活动');
  await arriveAt(page, '/organiser/activity-editor');
  await type(page, '活动名称', '全天路口值守');
  await type(page, '活动说明', '在路口引导行人，中午在站里吃饭休息，下午接着值守。');
  await choose(page, '最低在场时间', '至少在场 60%');
  await page.getByLabel('结束', { exact: true }).fill('16:00');
  await press(page, '加一段休息');
  await page.getByLabel('第 1 段休息结束', { exact: true }).fill('17:00');
  await press(page, '发布活动');
  await see(page, '休息要在场次的开始和结束之间。');
  await page.getByLabel('第 1 段休息结束', { exact: true }).fill('13:00');
  await press(page, '发布活动');
  await see(page, '“全天路口值守”已发布');
  const created = product.documents('activities').find(({ title }) => title === '全天路口值守');
  const activityId = typeof created?._id === 'string' ? created._id : '';
  const reader = await stage().visit(`/activity?id=${activityId}`);
  await see(reader, '在场不足本场次的 60%，不计时长');
  await see(reader, '12:00–13:00 休息、用餐或路途，不计时长');
});

test('[E20] a day over eight hours waits, is reduced with a reason, and tells its history', async () => {
  const { product } = stage();
  const person = await registered(product, '仁青措');
  await serve(product, person.openId, 6, '上午到下午的值守');
  await serve(product, person.openId, 4, '傍晚的值守');
  const mine = await stage().visit('/my-records', { openId: person.openId });
  await see(mine, /当天合计 10 小时 00 分，超过 8 小时，等组织单位审批后计入/);

  const desk = await stage().visit('/mine', { openId: ORGANISER });
  await desk.getByRole('button', { name: /^时长审批/ }).click();
  await arriveAt(desk, '/organiser/approvals');
  await see(desk, '仁**，傍晚的值守');
  await press(desk, '减少后通过 仁** 傍晚的值守');
  const dialog = desk.getByRole('dialog', { name: '减少后通过' });
  await type(dialog, '核实后的分钟数', '999');
  await press(dialog, '减少并通过');
  await see(dialog, '请填 0 到 240 的整数：只能减少，不能多给。');
  await see(dialog, '请写明理由，至少两个字；志愿者会看到。');
  await type(dialog, '核实后的分钟数', '180');
  await type(dialog, '理由', '天黑提前收队');
  await press(dialog, '减少并通过');
  await desk.getByRole('heading', { name: '仁**，傍晚的值守' }).waitFor({ state: 'detached' });
  await see(desk, /，整天路口值守$/);

  await mine.reload();
  await mine.getByRole('button', { name: /傍晚的值守/ }).click();
  const record = mine.getByRole('dialog', { name: '傍晚的值守' });
  await see(record, '计 3 小时 00 分');
  await see(record, '未计入：审批时减少（1 小时 00 分）');
  await see(record, '审批后计入 3 小时 00 分');
  await see(record, '理由：天黑提前收队');
  await see(record, /定位签到/);
});

test('[E20] the city changes its windows with a reason; a county reads them', async () => {
  const page = await stage().visit('/office/attendance-rules', { openId: CITY_OFFICE, viewport: DESKTOP });
  await see(page, /这是系统的默认值/);
  await type(page, '结束后多久截止签退（分钟）', '400');
  await press(page, '保存新规则');
  await see(page, '请填 30 到 360 之间的整数。');
  await see(page, '请写明为什么修改，至少两个字；历史里会保留。');
  await type(page, '结束后多久截止签退（分钟）', '180');
  await type(page, '修改理由', '山区村道远');
  await press(page, '保存新规则');
  await see(page, '第 1 版：山区村道远');
  const county = await stage().visit('/office/attendance-rules', { openId: 'demo-county' });
  await see(county, '180 分钟');
  expect(await county.getByRole('button', { name: '保存新规则' }).count()).toBe(0);
  const stranger = await stage().visit('/organiser/approvals', { openId: 'demo-volunteer' });
  await see(stranger, '您没有这项权限');
});

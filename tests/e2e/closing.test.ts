/** 到岗, 收队, 复核, 更正: who was there, how many, and what becomes of what does not fit (AT6, AT7.1–AT7.3). */
import { linkOfScene, sceneOf } from '@domain/link/link';
import { HOUR_MS, minuteOfDay, MINUTE_MS } from '@domain/time/civil-day';
import { requestId } from '../kit/product';
import { activityInput, at, openShift, ORGANISER } from '../kit/shifts';
import { arriveAt, choose, press, see, type } from './kit/hands';
import { DESKTOP, SMALL_PHONE, useStage } from './kit/stage';
import { registered, type Person } from './kit/volunteers';

const stage = useStage();
/** As a browser measures the place of the tests (see check-in.test). */
const THERE = { latitude: 31.908223, longitude: 102.205324, accuracy: 20 };
const COUNTY_OFFICE = 'demo-county';

const act = (openId: string, deed: 'checkIn' | 'checkOut', shiftId: string) =>
  stage().product.must(openId, `attendance.${deed}`, { requestId: requestId(), shiftId, evidence: at(0) });

/** As it is typed into a field. */
function clockOf(instant: number): string {
  const minute = minuteOfDay(instant);
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** People who were at a shift of three hours, which winds down now. */
async function served(names: readonly string[]): Promise<{ shiftId: string; people: Person[] }> {
  const { product } = stage();
  const shiftId = await openShift(product);
  const people: Person[] = [];
  for (const name of names) people.push(await registered(product, name));
  for (const { openId } of people) await act(openId, 'checkIn', shiftId);
  product.cloud.clock.advance(2.6 * HOUR_MS);
  for (const { openId } of people) await act(openId, 'checkOut', shiftId);
  return { shiftId, people };
}

test('[E31] an organiser takes up duty by the place, or by a card of somebody there', async () => {
  const { product } = stage();
  const startsAt = product.cloud.clock.now() - 10 * MINUTE_MS;
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    shifts: [{ startsAt, endsAt: startsAt + 3 * HOUR_MS, capacity: null }],
  });
  const [shiftId = ''] = shiftIds;
  const page = await stage().visit(`/organiser/rotating-code?id=${shiftId}`, {
    openId: ORGANISER,
    geolocation: THERE,
    viewport: SMALL_PHONE,
  });
  await see(page, '您还没有登记到岗');
  await press(page, '去登记到岗');
  await arriveAt(page, `/organiser/duty?id=${shiftId}`);
  await press(page, '用定位登记到岗');
  await see(page, '您已到岗');
  await page.getByRole('button', { name: /^出示签到码/ }).click();
  await page.getByRole('img', { name: /的签到码，每 30 秒更换$/ }).waitFor();

  const desk = await stage().visit(`/organiser/assist?id=${shiftId}`, { openId: COUNTY_OFFICE });
  await see(desk, '您还没有登记到岗');
  await press(desk, '去登记到岗');
  await press(desk, '用定位登记到岗');
  await see(desk, /没有获得位置权限|这台设备现在没有位置/);
  const there = await registered(product, '扎西达娃');
  const { scene } = await product.must(there.openId, 'attendance.getMyCard', {});
  const link = linkOfScene(scene);
  if (link?.kind !== 'card') throw new Error('a card has a scene');
  await press(desk, '扫身边志愿者的证');
  const sheet = desk.getByRole('dialog', { name: '扫身边志愿者的证' });
  await type(sheet, '证件码', sceneOf(link));
  await press(sheet, '提交证件码');
  await see(desk, '您已到岗');
  await see(desk, /由现场的人证明/);
});

test('[E31] a count that differs is reviewed: a record voided, the count set right', async () => {
  const { product } = stage();
  const { shiftId, people } = await served(['降央卓玛', '尼玛次仁', '拉姆措']);
  const page = await stage().visit(`/organiser/closing?id=${shiftId}`, { openId: ORGANISER });
  await press(page, '收队');
  await see(page, '请填 0 到 5000 的整数。');
  await type(page, '点到的人数', '3');
  await see(page, '点到 3 人，记录 3 人，一致，可以收队。');
  await type(page, '点到的人数', '1');
  await see(page, '点到 1 人，记录 3 人，记录多出 2 人');
  await press(page, '收队');
  const dialog = page.getByRole('dialog', { name: '点到 1 人，收队？' });
  await press(dialog, '确认收队');
  await see(page, '人数对不上，正在复核');
  const records = await stage().visit('/my-records', { openId: people[0]?.openId ?? '' });
  await see(records, '本场人数正在复核，通过后计入');

  const office = await stage().visit('/mine', { openId: COUNTY_OFFICE, viewport: DESKTOP });
  await office.getByRole('button', { name: /^收队复核/ }).click();
  await arriveAt(office, '/organiser/reviews');
  await see(office, '点到 1 人，记录 3 人，记录多出 2 人；复核前不计入');
  await office
    .getByRole('button', { name: /测试活动：路口值守/ })
    .last()
    .click();
  await arriveAt(office, '/organiser/closing?id=');
  await press(office, '提交复核');
  await see(office, '请写明理由，至少两个字；志愿者会看到。');
  await press(office, '作废 拉** 的记录');
  const voiding = office.getByRole('dialog', { name: '作废这条记录？' });
  await see(voiding, '这条记录现在没有计入时长。');
  await press(voiding, '作废');
  await see(voiding, '没有写理由');
  await type(voiding, '理由', '本人没有来过');
  await press(voiding, '作废');
  await voiding.waitFor({ state: 'detached' });
  await product.cloud.runTimer('sweep');
  await office.reload();
  await see(office, /点到 1 人，记录 2 人，记录多出 1 人。$/);
  await see(office, '不该有的记录，在名单里作废。');
  await press(office, '更正人数');
  await type(office, '核实后的人数', '2');
  await type(office, '理由', '有一人在后勤，点人数时没算');
  await press(office, '提交复核');
  await see(office, '人数更正为 2 人');
  await see(office, '理由：有一人在后勤，点人数时没算');
  await records.reload();
  await see(records, '已确认');
  const code = await stage().visit(`/organiser/rotating-code?id=${shiftId}`, { openId: ORGANISER });
  await see(code, '已经收队，签到码已停用');
});

test('[E31] a forgotten check-out is told, asked to be corrected, answered; both sides read it', async () => {
  const { product } = stage();
  const shiftId = await openShift(product);
  const person = await registered(product, '白玛央金');
  await act(person.openId, 'checkIn', shiftId);
  const arrivedAt = product.cloud.clock.now();
  const [asked, given] = [50, 30].map((minutes) => clockOf(arrivedAt + minutes * MINUTE_MS));
  product.cloud.clock.advance(6 * HOUR_MS);
  await product.cloud.runTimer('sweep');
  const page = await stage().visit('/home', { openId: person.openId });
  await see(page, '今天的“测试活动：路口值守”没有签退');
  await press(page, '申请更正');
  await arriveAt(page, `/claim?id=${shiftId}`);
  await press(page, '提交申请');
  await see(page, '请填实际的时间。');
  await page.getByLabel('实际离开', { exact: true }).fill(asked ?? '');
  await type(page, '说明', '手机没电，和队长打过招呼');
  await press(page, '提交申请');
  await see(page, '等待答复');

  const desk = await stage().visit('/mine', { openId: ORGANISER });
  await desk.getByRole('button', { name: /^更正申请/ }).click();
  await arriveAt(desk, '/organiser/claims');
  await see(desk, '说明：手机没电，和队长打过招呼');
  await press(desk, '少于申请 白** 测试活动：路口值守');
  const dialog = desk.getByRole('dialog', { name: '少于申请的时间' });
  await dialog.getByLabel('核实的离开', { exact: true }).fill(given ?? '');
  await press(dialog, '按这个时间更正');
  await see(dialog, '没有写理由');
  await type(dialog, '理由', '收工具时已经走了');
  await press(dialog, '按这个时间更正');
  await dialog.waitFor({ state: 'detached' });

  await page.reload();
  await see(page, `答复：同意更正，按 ${given ?? ''} 离开 计`);
  await see(page, '理由：收工具时已经走了');
  const records = await stage().visit('/my-records', { openId: person.openId });
  await records.getByRole('button', { name: /测试活动：路口值守/ }).click();
  const record = records.getByRole('dialog', { name: '测试活动：路口值守' });
  await see(record, /更正后计入/);
  await see(record, '理由：手机没电，和队长打过招呼');
  await press(record, '申请更正');
  await choose(records, '哪里不对', '这条记录不是我的');
  await type(records, '说明', '同名的人签的');
  await press(records, '提交申请');
  await press(records, '撤回申请');
  await press(records.getByRole('dialog', { name: '撤回申请？' }), '撤回');
  await see(records, '已撤回，或已另有记录。');
});

test('[E31] the demo has a closed shift, one under review, and a claim to answer', async () => {
  const office = await stage().visit('/organiser/reviews', { openId: COUNTY_OFFICE });
  await office.getByRole('button', { name: /^晚高峰路口值守/ }).click();
  await see(office, /点到 4 人，记录 7 人，记录多出 3 人。$/);
  const desk = await stage().visit('/organiser/claims', { openId: ORGANISER });
  await see(desk, '说明：手机没电了，走的时候和队长打过招呼');
  const stranger = await stage().visit('/organiser/reviews', { openId: 'demo-volunteer' });
  await see(stranger, '您没有这项权限');
});

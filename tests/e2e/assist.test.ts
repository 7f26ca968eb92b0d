/** 地点码, 志愿者证 and groups: those who cannot show a code of their own phone (AT3.2, AT3.4, AT3.5). */
import type { BrowserContext, Page } from 'playwright-core';
import { linkOfScene } from '@domain/link/link';
import { HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { requestId } from '../kit/product';
import { activityInput, openShift, ORGANISER, PLACE, takeUpDuty } from '../kit/shifts';
import { arriveAt, eventually, press, see, type } from './kit/hands';
import { SMALL_PHONE, useStage } from './kit/stage';
import { registered, type Person } from './kit/volunteers';

const stage = useStage();

/** Far enough north of the other shifts that only these go on there. */
const NORTH = 0.05;
/** As a browser measures it (see check-in.test). */
const STANDING_THERE = { latitude: 31.908223 + NORTH, longitude: 102.205324, accuracy: 20 };

async function shiftAtOwnPlace(title: string): Promise<string> {
  const { product } = stage();
  const input = await activityInput(product);
  const startsAt = product.cloud.clock.now() - 10 * MINUTE_MS;
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...input,
    title,
    place: { ...input.place, name: '北门值守点', latitude: PLACE.latitude + NORTH },
    shifts: [{ startsAt, endsAt: startsAt + 120 * MINUTE_MS, capacity: null }],
  });
  const [shiftId = ''] = shiftIds;
  await takeUpDuty(product, ORGANISER, shiftId);
  return shiftId;
}

async function scanPicture(page: Page, picture: Buffer): Promise<void> {
  await press(page, '扫码签到');
  const sheet = page.getByRole('dialog', { name: '扫一扫' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(sheet, '选一张图片')]);
  await chooser.setFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture });
}

const visitOf = (person: Person) => {
  const { product } = stage();
  const volunteerId = product.volunteerIdOf(person.openId);
  return product.documents('attendances').find((row) => row['volunteerId'] === volunteerId);
};
const assistPage = (shiftId: string) =>
  stage().visit(`/organiser/assist?id=${shiftId}`, { openId: ORGANISER });
const sceneOfCard = async ({ openId }: Person) =>
  (await stage().product.must(openId, 'attendance.getMyCard', {})).scene;

test('[E23] a place’s code scanned off the wall: with a position, and confirmed without one', async () => {
  const shiftId = await shiftAtOwnPlace('北门值守');
  const office = await stage().visit(`/organiser/place-code?id=${shiftId}`, { openId: ORGANISER });
  await press(office, '制作地点码');
  const code = office.getByRole('img', { name: '北门值守点的地点码' });
  await office.getByRole('img', { name: '北门值守点的小程序码' }).waitFor();
  const picture = await code.screenshot();

  const located = await registered(stage().product);
  const visitor = { openId: located.openId, geolocation: STANDING_THERE };
  const page = await stage().visit('/check-in-hub', visitor);
  await scanPicture(page, picture);
  await arriveAt(page, `/check-in?id=${shiftId}&place=h.`);
  await press(page, '确认签到');
  await see(page, '签到成功');
  expect(visitOf(located)).toMatchObject({ source: 'own', checkIn: { method: 'placeCode' } });

  const unseen = await registered(stage().product, '扎西旺姆');
  const other = await stage().visit('/check-in-hub', { openId: unseen.openId, viewport: SMALL_PHONE });
  await scanPicture(other, picture);
  await press(other, '确认签到');
  await see(other, '没有获得定位权限');
  await press(other, '定不了位，请组织者确认');
  await see(other, '等组织者确认');
  expect(visitOf(unseen)).toBeUndefined();
  const helper = await stage().visit(`/organiser/rotating-code?id=${shiftId}`, { openId: ORGANISER });
  await see(helper, '1 人等您确认在场');
  await press(helper, '去确认');
  await press(helper, /^确认扎\*\* · 尾号 .{4}签到$/);
  await see(other, '签到成功');
  expect(visitOf(unseen)).toMatchObject({ source: 'assisted', checkIn: { method: 'confirmation' } });

  await press(office, '换一张新码');
  await press(office.getByRole('dialog'), '换新码');
  await see(office, '第 2 版');
  const late = await stage().visit('/check-in-hub', { openId: located.openId });
  await scanPicture(late, picture);
  await see(late, '这张地点码已停用');
  await see(late, /请扫这里新贴的码/);
});

test('[E23] where several shifts go on, one chooses; where none does, it says when', async () => {
  const { product } = stage();
  const shiftId = await shiftAtOwnPlace('北门清洁');
  const view = await product.must(ORGANISER, 'attendance.getPlaceCode', { shiftId });
  const issue = { requestId: requestId(), shiftId, version: view.version, change: 'issue' as const };
  const { scene } = await product.must(ORGANISER, 'attendance.changePlaceCode', issue);
  const page = await stage().visit(`/l?s=${scene ?? ''}`, { openId: (await registered(product)).openId });
  await see(page, /北门值守点（.*）现在有几个场次/);
  await press(page, /北门清洁/);
  await arriveAt(page, `/check-in?id=${shiftId}`);
  product.cloud.clock.advance(600 * MINUTE_MS);
  const late = await stage().visit(`/l?s=${scene ?? ''}`);
  await see(late, '北门值守点现在没有可以签到的场次');
  product.cloud.clock.advance(-600 * MINUTE_MS);
});

test('[E24] cards scanned one after another; a replaced and a foreign one are told apart', async () => {
  const { product } = stage();
  const shiftId = await openShift(product);
  const person = await registered(product);
  const mine = await stage().visit('/card', { openId: person.openId });
  await mine.getByRole('img', { name: '我的志愿者证，给组织者扫' }).waitFor();
  const cameraSees = await sceneOfCard(person);
  const address = `/organiser/assist?id=${shiftId}`;
  // This phone's clock is hours wrong: by it, the shift would be over long ago.
  const prepare = (context: BrowserContext) => context.clock.setSystemTime(Date.now() + 9 * HOUR_MS);
  const page = await stage().visit(address, { openId: ORGANISER, cameraSees, prepare });
  await press(page, '连续扫证签到');
  const sheet = page.getByRole('dialog', { name: '连续扫证签到' });
  await see(sheet, '泽**');
  await see(sheet, '签到成功');
  await type(sheet, '证件码', 'https://example.com/menu');
  await press(sheet, '提交证件码');
  await see(sheet, '这不是志愿者证');

  await press(mine, '证件丢了，换一张');
  await press(mine.getByRole('dialog'), '换新证');
  await eventually(() => product.documents('volunteerCards').length, 1);
  await type(sheet, '证件码', cameraSees);
  await press(sheet, '提交证件码');
  await see(sheet, '这张志愿者证已换新，旧证失效');
  await press(sheet, '扫完了');
  await see(page, '刚才的结果（1 人办好，1 人没办成）');
  expect(visitOf(person)).toMatchObject({ source: 'assisted', checkIn: { method: 'card' } });
});

test('[E25] a group by head-count: the numbers must agree; one without enrolment joins by card', async () => {
  const { product } = stage();
  const shiftId = await openShift(product);
  const group = [await registered(product, '张文'), await registered(product, '李文')];
  const walkIn = await registered(product, '王文');
  for (const { openId } of group)
    await product.must(openId, 'attendance.enrol', { requestId: requestId(), shiftId });
  const page = await assistPage(shiftId);
  await press(page, '全部选上');
  await press(page, '扫证加入这一组');
  const sheet = page.getByRole('dialog', { name: '扫证加入这一组' });
  await see(sheet, '这台设备打不开相机');
  await type(sheet, '证件码', await sceneOfCard(walkIn));
  await press(sheet, '提交证件码');
  await see(sheet, '这一组已选 3 人');
  await press(sheet, '扫完了');
  await type(page, '现场点到几人', '4');
  await press(page, '为选中的 3 人签到');
  await see(page, '选了 3 人，点到 4 人，对不上');
  expect(visitOf(walkIn)).toBeUndefined();
  await type(page, '现场点到几人', '3');
  await press(page, '为选中的 3 人签到');
  await see(page, '刚才的结果（3 人办好，0 人没办成）');
  const methods = [...group, walkIn].map((person) => visitOf(person)?.['checkIn']);
  expect(methods).toMatchObject([{ method: 'headCount' }, { method: 'headCount' }, { method: 'card' }]);

  await press(page, /^打印志愿者证/);
  await see(page, '共 3 张');
  expect(await page.getByRole('img', { name: /的志愿者证$/ }).count()).toBe(3);
});

test('[E25] who does not run the shift cannot help on it', async () => {
  const shiftId = await openShift(stage().product);
  const page = await stage().visit(`/organiser/assist?id=${shiftId}`, { openId: 'demo-volunteer' });
  await see(page, '您没有这项权限');
});

test('[E24] a scanned card leads to no deed but in a shift', async () => {
  const scene = await sceneOfCard(await registered(stage().product));
  expect(linkOfScene(scene)?.kind).toBe('card');
  const page = await stage().visit(`/l?s=${scene}`);
  await see(page, '这是一张志愿者证');
});

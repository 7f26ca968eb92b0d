/** 签到 and 签退 with an actual picture of a QR code, by location, and by the typed code. */
import type { Page } from 'playwright-core';
import { MINUTE_MS } from '@domain/time/civil-day';
import { addressOf } from '@domain/link/link';
import { parseShiftId } from '@domain/kernel/identifiers';
import { CodeScreen, openShift, ORGANISER } from '../kit/shifts';
import { arriveAt, eventually, press, see, type } from './kit/hands';
import { SMALL_PHONE, useStage } from './kit/stage';
import { registered, type Person } from './kit/volunteers';

const stage = useStage();

/** What the organiser's screen shows now, photographed. */
async function photographCode(screen: Page, shiftId: string): Promise<Buffer> {
  const code = await CodeScreen.of(stage().product, shiftId);
  const digits = screen.getByRole('img', { name: /^短码/ });
  const shown = async () => (await digits.innerText()).replace(/\D/g, '');
  await digits.waitFor();
  await eventually(async () => (await shown()) === code.digits().digits, true);
  return screen.getByRole('img', { name: /签到码，每 30 秒更换$/ }).screenshot();
}

const openCodeScreen = (shiftId: string) =>
  stage().visit(`/organiser/rotating-code?id=${shiftId}`, { openId: ORGANISER });

/** Scans a picture from the 签到 tab, as one does on a computer without a camera. */
async function scanPicture(page: Page, picture: Buffer): Promise<void> {
  await press(page, '扫码签到');
  const sheet = page.getByRole('dialog', { name: '扫一扫' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(sheet, '选一张图片')]);
  await chooser.setFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture });
  await arriveAt(page, '/check-in?');
}

function movesOf(person: Person): readonly unknown[] {
  const { product } = stage();
  const account = product.documents('accounts').find(({ _id }) => _id === person.openId);
  const mine = product
    .documents('ledger')
    .filter((entry) => entry['volunteerId'] === account?.['volunteerId']);
  return mine.map((entry) => entry['to']);
}

function minutesOf(person: Person): number {
  const volunteerId = stage().product.volunteerIdOf(person.openId);
  const visits = stage().product.documents('attendances');
  return Number(visits.find((visit) => visit['volunteerId'] === volunteerId)?.['creditedMinutes']);
}

test('[E4] scan the picture, one tap, 签到成功; the same way out, and my hours show the minutes', async () => {
  const { product } = stage();
  const shiftId = await openShift(product);
  const person = await registered(product);
  const screen = await openCodeScreen(shiftId);
  const page = await stage().visit('/check-in-hub', { openId: person.openId });
  await scanPicture(page, await photographCode(screen, shiftId));
  await press(page, '确认签到');
  await see(page, '签到成功');
  expect(movesOf(person)).toEqual(['checkedIn']);
  await see(screen, '泽**');

  await press(page, '看我的签到');
  await arriveAt(page, '/check-in-hub');
  await stage().timePasses(page, 47 * MINUTE_MS);
  await scanPicture(page, await photographCode(screen, shiftId));
  await press(page, '确认签退');
  await see(page, '签退成功');
  // 47, and what a busy machine took from one picture to the next.
  const minutes = minutesOf(person);
  expect(minutes).toBeGreaterThanOrEqual(47);
  expect(minutes).toBeLessThan(60);
  await see(page, `本次服务 ${String(minutes)} 分钟，已计入您的服务时长。`);
  expect(movesOf(person)).toEqual(['checkedIn', 'checkedOut', 'confirmed']);
  await page.goto(`${product.cloud.url}/mine`);
  await see(page, `${String(minutes)} 分钟`);
});

test('[E4] an old picture says how old it is and what to do, and counts nothing', async () => {
  const { product } = stage();
  const shiftId = await openShift(product);
  const person = await registered(product);
  const screen = await openCodeScreen(shiftId);
  const picture = await photographCode(screen, shiftId);
  product.cloud.clock.advance(2 * MINUTE_MS);
  const page = await stage().visit('/check-in-hub', { openId: person.openId, viewport: SMALL_PHONE });
  await scanPicture(page, picture);
  await press(page, '确认签到');
  await see(page, /签到码已过期 \d+ 秒/);
  await see(page, '签到码每 30 秒更换，请扫组织者屏幕上现在的码。');
  await page.getByRole('button', { name: '重新扫码签到' }).waitFor();
  expect(movesOf(person)).toEqual([]);
});

test('[E4] a picture without a code says so, and it stays on the screen', async () => {
  const page = await stage().visit('/check-in-hub');
  await see(page, '当前身份：新访客');
  const picture = await page.screenshot();
  await press(page, '扫码签到');
  const sheet = page.getByRole('dialog', { name: '扫一扫' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(sheet, '选一张图片')]);
  await chooser.setFiles({ name: 'nothing.png', mimeType: 'image/png', buffer: picture });
  await see(sheet, '图片里没有找到二维码');
  // The camera, which is not there, must not speak over it.
  await expect(see(sheet, '这台设备打不开相机', 1_500)).rejects.toThrow('Timeout');
});

test('[E4] a camera that sees a code opens what it means, without a tap', async () => {
  const { product } = stage();
  const shiftId = parseShiftId(await openShift(product));
  const { code } = (await CodeScreen.of(product, shiftId)).code();
  const person = await registered(product);
  const cameraSees = addressOf(product.cloud.url, { kind: 'checkIn', shiftId, code });
  const page = await stage().visit('/check-in-hub', { openId: person.openId, cameraSees });
  await press(page, '扫码签到');
  await arriveAt(page, `/check-in?id=${shiftId}&code=${code}`);
  await press(page, '确认签到');
  await see(page, '签到成功');
  expect(movesOf(person)).toEqual(['checkedIn']);
});

test('[E4] a camera that sees a foreign code says so', async () => {
  const page = await stage().visit('/check-in-hub', { cameraSees: 'https://example.com/menu' });
  await see(page, '当前身份：新访客');
  await press(page, '扫码签到');
  await see(page.getByRole('dialog', { name: '扫一扫' }), '这不是向锋的码');
});

/**
 * The meeting place of the tests as a browser measures it. Maps and our data use GCJ-02, here 293 m to the
 * south-east: worked out once by hand, so that an app that forgot to convert would stand outside the fence.
 */
const PLACE_IN_WGS84 = { latitude: 31.908223, longitude: 102.205324 };

/** Standing `meters` north of it. */
function standing(meters: number) {
  const { latitude, longitude } = PLACE_IN_WGS84;
  return { latitude: latitude + meters / 111_195, longitude, accuracy: 10 };
}

test('[E5] inside the fence location is enough; outside it says how far and what to do', async () => {
  const { product } = stage();
  const shiftId = await openShift(product);
  const person = await registered(product);
  const visitor = { openId: person.openId, geolocation: standing(500) };
  const page = await stage().visit(`/check-in?id=${shiftId}`, visitor);
  await press(page, '用定位签到');
  const words = await (await see(page, /离签到点还有/)).innerText();
  const meters = Number(/离签到点还有 (\d+) 米/.exec(words)?.[1]);
  expect(Math.abs(meters - 300)).toBeLessThanOrEqual(25);
  await see(
    page,
    /请走到签到点 \d+ 米以内再签到；已经在现场的话，请扫组织者手机上的签到码，或输入 8 位短码。/,
  );
  expect(movesOf(person)).toEqual([]);
  await page.context().setGeolocation(standing(60));
  await press(page, '用定位签到');
  await see(page, '签到成功');
  expect(movesOf(person)).toEqual(['checkedIn']);
});

test('[E5] without permission to locate the other ways are named, and the typed code works', async () => {
  const { product } = stage();
  const shiftId = await openShift(product);
  const person = await registered(product);
  const visitor = { openId: person.openId, viewport: SMALL_PHONE };
  const page = await stage().visit(`/check-in?id=${shiftId}`, visitor);
  await press(page, '用定位签到');
  await see(page, '没有获得定位权限');
  await see(page, /也可以扫码或输入短码。$/);
  await type(page, '8 位短码', '1234');
  await press(page, '用短码签到');
  await see(page, '短码是 8 位数字，请照屏幕上现在的数字输入。');
  const code = await CodeScreen.of(product, shiftId);
  const { digits } = code.digits();
  await type(page, '8 位短码', String((Number(digits) + 1) % 100_000_000).padStart(8, '0'));
  await press(page, '用短码签到');
  await see(page, '签到码不对');
  await type(page, '8 位短码', code.digits().digits);
  await press(page, '用短码签到');
  await see(page, '签到成功');
  expect(movesOf(person)).toEqual(['checkedIn']);
});

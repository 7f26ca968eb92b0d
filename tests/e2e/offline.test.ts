/** No network at a shift: scans and ticks are stored, uploaded later, and an organiser has the last word. */
import type { Page } from 'playwright-core';
import { HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { parseShiftId } from '@domain/kernel/identifiers';
import { addressOf } from '@domain/link/link';
import { requestId } from '../kit/product';
import { CodeScreen, openShift, ORGANISER } from '../kit/shifts';
import { eventually, press, see } from './kit/hands';
import { SMALL_PHONE, useStage } from './kit/stage';
import { registered, type Person } from './kit/volunteers';

const stage = useStage();
const expectedErrors = [/net::ERR_/];
const API = '**/v1/functions/api';

/** The site is there, the cloud is not: what a reload without a network is in the app. */
const cutCloud = (page: Page) => page.context().route(API, (route) => route.abort());
const mendCloud = (page: Page) => page.context().unroute(API);

async function openScannedCode(person: Person, shiftText: string): Promise<Page> {
  const { product } = stage();
  const shiftId = parseShiftId(shiftText);
  const { code } = (await CodeScreen.of(product, shiftId)).code();
  const address = new URL(addressOf(product.cloud.url, { kind: 'checkIn', shiftId, code }));
  const visitor = { openId: person.openId, expectedErrors, viewport: SMALL_PHONE };
  const page = await stage().visit(address.pathname + address.search, visitor);
  await page.getByRole('button', { name: '确认签到' }).waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

function recordOf(person: Person) {
  const { product } = stage();
  const account = product.documents('accounts').find(({ _id }) => _id === person.openId);
  return product.documents('attendances').find((row) => row['volunteerId'] === account?.['volunteerId']);
}

async function enrol(person: Person, shiftId: string): Promise<void> {
  await stage().product.must(person.openId, 'attendance.enrol', { requestId: requestId(), shiftId });
}

test('[E13] scans without a network survive a restart, upload themselves, are vouched for', async () => {
  const { product } = stage();
  const shiftId = await openShift(product);
  const person = await registered(product);
  const page = await openScannedCode(person, shiftId);
  await cutCloud(page);
  await press(page, '确认签到');
  await see(page, '签到已保存，联网后自动上传');
  await page.reload();
  await see(page, '签到已保存，联网后自动上传');
  expect(recordOf(person)).toBeUndefined();

  // Two hours later on the same phone: another code, and what is wanted now is to leave.
  product.cloud.clock.advance(2 * HOUR_MS);
  const screen = await CodeScreen.of(product, shiftId);
  const { code } = screen.code();
  await page.clock.install({ time: Date.now() + 2 * HOUR_MS });
  await page.goto(`${product.cloud.url}/check-in?id=${shiftId}&code=${code}`);
  await press(page, '确认签退');
  await see(page, '签退已保存，联网后自动上传');
  await page.goto(`${product.cloud.url}/check-in-hub`);
  await see(page, /^\d\d:\d\d 的签到已保存，联网后自动上传$/);
  await see(page, /^\d\d:\d\d 的签退已保存，联网后自动上传$/);

  product.cloud.clock.advance(HOUR_MS);
  await mendCloud(page);
  await page.reload();
  await eventually(() => recordOf(person)?.['state'], 'confirmed');
  expect(recordOf(person)).toMatchObject({ checkIn: { late: 'waiting' } });
  // Two hours, and what a busy machine took between the two scans.
  const minutes = Number(recordOf(person)?.['creditedMinutes']);
  expect(minutes).toBeGreaterThanOrEqual(120);
  expect(minutes).toBeLessThan(150);
  await page.goto(`${product.cloud.url}/my-records`);
  await see(page, '补传，待认可');

  const organiser = await stage().visit(`/organiser/rotating-code?id=${shiftId}`, { openId: ORGANISER });
  await see(organiser, '有 1 人的补传等您认可，请看离线点名。');
  await press(organiser, '离线点名');
  await see(organiser, '补传，等您认可');
  await press(organiser, /^认可泽\*\*/);
  await eventually(() => JSON.stringify(recordOf(person)?.['checkIn']).includes('vouched'), true);
  await organiser.getByText('补传，等您认可').waitFor({ state: 'hidden' });
});

test('[E13] the roster is ticked without a network, uploaded later: an assisted visit', async () => {
  const { product } = stage();
  const shiftId = await openShift(product);
  const [person, other] = [await registered(product), await registered(product, '扎西措')];
  await enrol(person, shiftId);
  await enrol(other, shiftId);
  const visitor = { openId: ORGANISER, expectedErrors, viewport: SMALL_PHONE };
  const page = await stage().visit(`/organiser/ticks?id=${shiftId}`, visitor);
  await see(page, '名册，0 / 2 人到场');
  await page.context().setOffline(true);
  await press(page, /^泽\*\*.*记到场$/);
  await see(page, '1 次点到已保存，联网后自动上传。');
  await see(page, '名册，1 / 2 人到场');
  expect(recordOf(person)).toMatchObject({ state: 'enrolled' });
  await page.context().setOffline(false);
  await eventually(() => recordOf(person)?.['state'], 'checkedIn');
  expect(recordOf(person)).toMatchObject({ source: 'assisted', checkIn: { method: 'roster' } });
  await stage().timePasses(page, 61 * MINUTE_MS);
  await press(page, /^泽\*\*.*记离场$/);
  await eventually(() => recordOf(person)?.['state'], 'confirmed');
  expect(recordOf(other)).toMatchObject({ state: 'enrolled' });
});

test('[E13] the organiser sees old codes; a position without a network is refused', async () => {
  const { product } = stage();
  const shiftId = await openShift(product);
  const person = await registered(product);
  const page = await openScannedCode(person, shiftId);
  await stage().timePasses(page, 5 * MINUTE_MS);
  await press(page, '确认签到');
  await see(page, /签到码已过期 \d+ 秒/);
  await page.context().setOffline(true);
  await press(page, '用定位签到');
  await see(page, '定位只有当时联网才算数');
  await see(page, /请扫组织者屏幕上的签到码（没有网络也能扫），或请组织者点名。$/);
  const organiser = await stage().visit(`/organiser/rotating-code?id=${shiftId}`, { openId: ORGANISER });
  await see(organiser, '有 1 次过期码尝试，请看离线点名。');
  await press(organiser, '离线点名');
  await see(organiser, '过期码尝试');
  await see(organiser, '过期码 1 次');
});

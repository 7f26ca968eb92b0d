/** Arriving in a browser: a link from a friend, a code over a half-done registration, another one after it. */
import type { Page } from 'playwright-core';
import { addressOf, sceneOf, type Link } from '@domain/link/link';
import { parseShiftId } from '@domain/kernel/identifiers';
import { HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { CodeScreen, openShift } from '../kit/shifts';
import { arriveAt, press, see, type } from './kit/hands';
import { SMALL_PHONE, useStage } from './kit/stage';
import { fillRegistration, registered, stranger, type Person } from './kit/volunteers';

const stage = useStage();
const COMMUNITY = '马江社区居委会';

function onRecord(person: Person) {
  const { product } = stage();
  const volunteerId = product.volunteerIdOf(person.openId);
  return product.documents('volunteers').find(({ _id }) => _id === volunteerId);
}

const pathOf = (address: string): string => address.slice(new URL(address).origin.length);

test('[E114] a link copied for a friend, who registers from it: the way is on record', async () => {
  const { product } = stage();
  const shiftId = parseShiftId(await openShift(product, { startsInMs: HOUR_MS }));
  const sender = await registered(product);
  const page = await stage().visit(`/shift?id=${shiftId}`, {
    openId: sender.openId,
    viewport: SMALL_PHONE,
    prepare: (context) => context.grantPermissions(['clipboard-read', 'clipboard-write']),
  });
  await press(page, '复制链接，发给朋友');
  await see(page, '已复制');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const link: Link = { kind: 'shift', shiftId };
  expect(copied).toBe(addressOf(product.cloud.url, link, { kind: 'friend', number: 0 }));
  expect(await page.title()).toMatch(/^邀您参加：/);

  const friend = stranger('华尔登');
  const theirs = await stage().visit(pathOf(copied), { openId: friend.openId, viewport: SMALL_PHONE });
  await arriveAt(theirs, `/shift?id=${shiftId}`);
  await press(theirs, '我要报名');
  await see(theirs, /注册好就回到刚才要办的事/);
  await fillRegistration(theirs, friend, COMMUNITY);
  await press(theirs, '提交注册');
  await arriveAt(theirs, `/shift?id=${shiftId}`);
  await press(theirs, '我要报名');
  await see(theirs, '已报名');
  expect(onRecord(friend)).toMatchObject({ channel: 'f00' });
});

/** Shut, and opened again by the address of the site alone. */
async function reopenHome(page: Page): Promise<Page> {
  const context = page.context();
  await page.close();
  const again = await context.newPage();
  await again.goto(`${stage().product.cloud.url}/home`);
  return again;
}

test('[E115] a code scanned, registering broken off and finished later: one tap, and it counts', async () => {
  const { product } = stage();
  const shiftId = parseShiftId(await openShift(product));
  const { code } = (await CodeScreen.of(product, shiftId)).code();
  const person = stranger('仁青卓玛');
  const address = addressOf('', { kind: 'checkIn', shiftId, code });
  const page = await stage().visit(address, { openId: person.openId, viewport: SMALL_PHONE });
  await press(page, '确认签到');
  await press(page, '去注册，完成后回到这里');
  await type(page, '姓名', person.name);
  await see(page, /注册好就回到刚才要办的事/);
  product.cloud.clock.advance(4 * MINUTE_MS);
  const again = await reopenHome(page);
  await press(again, '注册成为志愿者');
  await fillRegistration(again, person, COMMUNITY);
  await press(again, '提交注册');
  await arriveAt(again, `/check-in?id=${shiftId}&code=${code}`);
  await press(again, '确认签到');
  await see(again, '签到成功');
  const [visit] = product
    .documents('attendances')
    .filter((one) => one['volunteerId'] === onRecord(person)?._id);
  expect(visit).toMatchObject({ state: 'checkedIn' });
});

test('[E115] another link opened in the loaded app lands too, and going back leads through no landing', async () => {
  const { product } = stage();
  const shiftId = parseShiftId(await openShift(product));
  const page = await stage().visit('/projects');
  await see(page, '文明斑马线');
  for (const link of [{ kind: 'shift', shiftId }, { kind: 'statistics' }] as const) {
    await page.evaluate(
      (to) => {
        history.pushState(null, '', to);
        dispatchEvent(new PopStateEvent('popstate', { state: null }));
      },
      `/l?s=${sceneOf(link)}`,
    );
    await arriveAt(page, link.kind === 'shift' ? `/shift?id=${shiftId}` : '/statistics');
  }
  await page.goBack();
  await arriveAt(page, `/shift?id=${shiftId}`);
  await page.goBack();
  await arriveAt(page, '/projects');
});

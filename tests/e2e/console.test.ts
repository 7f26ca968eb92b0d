/** 扫码登录: a computer shows a code, a phone confirms it; the computer works, and is ended from the phone. */
import type { Page } from 'playwright-core';

import { sceneOf } from '@domain/link/link';
import { parseTicketId } from '@domain/kernel/identifiers';
import { civilDayOf } from '@domain/time/civil-day';

import { requestId } from '../kit/product';
import { CITY_OFFICE } from '../kit/shifts';
import { arriveAt, eventually, press, see, type } from './kit/hands';
import { DESKTOP, SMALL_PHONE, useStage } from './kit/stage';
import { registered } from './kit/volunteers';

const stage = useStage();

/** The scene in the code that a computer shows: its ticket is the newest. */
function shownScene(): string {
  const [newest] = stage()
    .product.documents('consoleTickets')
    .sort((a, b) => Number(b['askedAt']) - Number(a['askedAt']));
  const id = newest?.['_id'];
  return sceneOf({ kind: 'console', ticketId: parseTicketId(typeof id === 'string' ? id : '') });
}

async function computer(): Promise<Page> {
  const page = await stage().visit('/console', { openId: 'nobody-at-the-computer', viewport: DESKTOP });
  await page.getByRole('img', { name: '电脑登录码' }).waitFor();
  return page;
}

test('[E103] a computer is let in by a phone, works by the role, and is ended from the phone', async () => {
  const desk = await computer();
  const phone = await stage().visit(`/l?s=${encodeURIComponent(shownScene())}`, {
    openId: CITY_OFFICE,
    viewport: SMALL_PHONE,
  });
  await arriveAt(phone, '/console/confirm');
  await see(phone, '只在您面前的电脑上确认');
  await see(phone, /浏览器/);
  await see(desk, '已扫码，请在手机上确认');
  await press(phone, '确认登录');
  await see(phone, '已确认');
  await see(desk, '已登录');

  // By the role of who confirmed, at the tasks of the navigation.
  const navigation = desk.getByRole('navigation', { name: '主导航' });
  await press(navigation, '角色');
  await arriveAt(desk, '/roles');
  await see(desk, '授予角色');
  expect(
    await navigation.getByRole('button', { name: '角色', exact: true }).getAttribute('aria-current'),
  ).toBe('page');

  await press(phone, '看登录着的电脑');
  await arriveAt(phone, '/console/computers');
  await press(phone, /^退出 /);
  await see(phone, '没有登录着的电脑');
  await press(desk.getByRole('navigation', { name: '主导航' }), '审计');
  await see(desk, '电脑登录已结束');
  await eventually(() => desk.evaluate(() => localStorage.getItem('xiangfeng.consoleKey')), null);
});

test('[E104] a refusal on the phone lets nobody in, and the computer asks anew', async () => {
  const desk = await computer();
  const phone = await stage().visit(`/l?s=${encodeURIComponent(shownScene())}`, { openId: CITY_OFFICE });
  await press(phone, '不是我，拒绝');
  await see(phone, '已拒绝');
  await see(desk, '手机上没有同意');
  await press(desk, '换一个登录码');
  await desk.getByRole('img', { name: '电脑登录码' }).waitFor();
  const stranger = await stage().visit(`/l?s=${encodeURIComponent(shownScene())}`, { openId: 'no-role' });
  await see(stranger, '您没有组织者或管理员的角色');
});

/** Somebody of the county whom the city has made auditor. */
async function auditor(name: string): Promise<void> {
  const { product } = stage();
  const { openId } = await registered(product, name);
  await product.must(CITY_OFFICE, 'role.grant', {
    ...{ requestId: requestId(), volunteerId: product.volunteerIdOf(openId), reason: '测试依据' },
    role: 'auditor',
    scope: { kind: 'division', divisionCode: '513201' },
    fromDay: civilDayOf(product.cloud.clock.now()),
    toDay: null,
  });
}

test('[E105] a table by keys; two roles end together after their effect is shown', async () => {
  await auditor('尕让甲');
  await auditor('格西乙');
  const desk = await stage().visit('/roles', { openId: CITY_OFFICE, viewport: DESKTOP });
  const rows = desk.getByRole('row', { name: /审计员/ });
  await rows.first().focus();
  await desk.keyboard.press('Space');
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Space');
  await see(desk, '已选 2 项');
  await press(desk, '批量收回');
  const dialog = desk.getByRole('dialog', { name: '批量收回：先看效果' });
  await see(dialog, /^收回 2 个角色/);
  await type(dialog, '理由', '换届');
  await press(dialog, '收回 2 项');
  const result = desk.getByRole('dialog', { name: '批量收回：办理结果' });
  await see(result, '办好 2 项，没有办 0 项');
  await result.getByText('关闭', { exact: true }).click();
  await see(desk, /收回：换届/);

  // What is chosen stands in the address, and a reload keeps it.
  await press(desk, '30 天内到期');
  await arriveAt(desk, '/roles?group=expiring');
  await desk.reload();
  const chosen = desk.getByRole('button', { name: '30 天内到期' });
  await eventually(() => chosen.getAttribute('aria-pressed'), 'true');
});

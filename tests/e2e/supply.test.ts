/** 服务质量、乡村供给、品牌项目: from the board to the facts behind each (ST18–ST22). */
import type { Page } from 'playwright-core';
import { CITY_OFFICE } from '../kit/shifts';
import { press, see } from './kit/hands';
import { DESKTOP, PHONE, useStage } from './kit/stage';

const stage = useStage();
const PRESS_MS = 2_000;

async function fits(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

/** Reads on until the recount is whole. The button may leave with the last page while it is being pressed. */
async function toTheEnd(page: Page, whole: RegExp): Promise<void> {
  const more = page.getByRole('button', { name: '看更多', exact: true });
  const end = page.getByText(whole);
  for (;;) {
    await more.or(end).first().waitFor();
    if ((await end.count()) > 0) return;
    await more.click({ timeout: PRESS_MS }).catch(() => undefined);
  }
}

test.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('[ST20] the coverage opens to its communities and recounts on %s', async (_device, viewport) => {
  const page = await stage().visit('/office/board?division=513201', { openId: CITY_OFFICE, viewport });
  await press(page, /^村级覆盖率\s*口径/);
  await see(page.getByRole('dialog', { name: '口径与依据' }), '近 90 天有服务的村');
  await page.keyboard.press('Escape');
  await press(page, /^各村服务/);
  await see(page, '马尔康市 · 村级覆盖率');
  await see(page, /^城乡分类来源：演示推定/);
  await press(page, '全部的村');
  await toTheEnd(page, /与公布一致。$/);
  await fits(page);
});

test('[ST20] the shifts behind the figures by place recount to the published sums', async () => {
  const page = await stage().visit('/office/board', { openId: CITY_OFFICE });
  await press(page, /^举办的场次/);
  await see(page, /举办的场次$/);
  await press(page, '乡村场次');
  await toTheEnd(page, /与公布一致。$/);
  await fits(page);
});

test('[ST19] brand projects: numbers with their definitions, and each opens its story', async () => {
  const page = await stage().visit('/office/board', { openId: CITY_OFFICE, viewport: DESKTOP });
  await press(page, /^品牌项目\s*个数、覆盖面/);
  await see(page, '8 个品牌项目，按本年服务时长排列');
  await press(page, /^品牌集中度\s*口径/);
  await see(page.getByRole('dialog', { name: '口径与依据' }), /本年服务时长最多的一个品牌项目/);
  await page.keyboard.press('Escape');
  await fits(page);
  await press(page, /^文明斑马线/);
  await see(page, /^目标|^为什么|文明斑马线/);
});

test('[BI1] a page opened without a division says where to find one', async () => {
  const page = await stage().visit('/office/brands', { openId: CITY_OFFICE });
  await see(page, '没有说明看哪个区划');
});

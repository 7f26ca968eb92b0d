/** 数字背后的名单: from a figure on the board to the persons who make it, and back to the same number. */
import type { Page } from 'playwright-core';
import { CITY_OFFICE } from '../kit/shifts';
import { press, see } from './kit/hands';
import { DESKTOP, PHONE, useStage } from './kit/stage';

const stage = useStage();

async function numberOnBoard(page: Page, title: string): Promise<string> {
  const tile = page.getByRole('button', { name: new RegExp(`^${title}\\s*口径`) });
  await tile.waitFor();
  return /([\d,]+)\s*人/.exec(await tile.innerText())?.[1] ?? '';
}

/** The list to its end, however many pages it has. */
async function countOfRows(page: Page): Promise<number> {
  for (;;) {
    const heading = await see(page, /^名单：[\d,]+ 人，(还有更多|已全部列出)$/);
    const text = await heading.innerText();
    if (text.includes('已全部列出')) return Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', ''));
    await press(page, '看更多');
    await page.waitForFunction(
      (before) => ![...document.querySelectorAll('h2')].some((one) => one.textContent === before),
      text,
    );
  }
}

test.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('[ST40] a figure opens to its persons and recounts to itself on %s', async (_device, viewport) => {
  const page = await stage().visit('/office/board?division=513201', { openId: CITY_OFFICE, viewport });
  const figure = await numberOnBoard(page, '累计活跃志愿者');
  expect(Number(figure)).toBeGreaterThan(0);
  await press(page, /^累计活跃志愿者\s*口径/);
  await press(page.getByRole('dialog', { name: '口径与依据' }), '查看名单');
  await see(page, '马尔康市 · 活跃志愿者（CUM）');
  await see(page, /已记入访问日志/);
  await see(page, /^\p{Script=Han}\*+ · \p{Script=Han}+$/u);
  await press(page, '逐条核对');
  await see(page, `逐条核对 ${figure} 人 = 看板 ${figure} 人，一致`);
  expect(await countOfRows(page)).toBe(Number(figure));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('[RO4] a county office sees no button to the persons of the city', async () => {
  const page = await stage().visit('/office/board?division=5132', { openId: 'demo-county' });
  await press(page, /^注册志愿者\s*口径/);
  const sheet = page.getByRole('dialog', { name: '口径与依据' });
  await see(sheet, /^截至 /);
  expect(await sheet.getByRole('button', { name: '查看名单' }).count()).toBe(0);
  const own = await stage().visit('/office/board', { openId: 'demo-county' });
  await press(own, /^注册志愿者\s*口径/);
  await press(own.getByRole('dialog', { name: '口径与依据' }), '查看名单');
  await see(own, '马尔康市 · 注册志愿者');
});

test('[BI1] an address that names no figure says where to find one', async () => {
  const page = await stage().visit('/office/facts?division=5132&measure=nonsense', { openId: CITY_OFFICE });
  await see(page, '没有说明是哪个数字');
});

/** 口径与走势: the definition of activity one chooses is what tiles, ranking and trend show. */
import { CITY_OFFICE } from '../kit/shifts';
import { press, see } from './kit/hands';
import { DESKTOP, PHONE, useStage } from './kit/stage';

const stage = useStage();

test('[ST14] choosing a window and whose word counts changes tiles and ranking', async () => {
  const page = await stage().visit('/office/board', { openId: CITY_OFFICE, viewport: DESKTOP });
  await press(page, '近 365 天');
  await page.getByRole('table', { name: /按近 365 天活跃度排名$/ }).waitFor();
  await press(page, /^近 365 天活跃志愿者\s*口径/);
  const sheet = page.getByRole('dialog', { name: '口径与依据' });
  await see(sheet, /截至日前 365 天有至少一条已确认/);
  await see(sheet, /^环比（与 \d+年\d+月\d+日比）$/);
  await see(sheet, /^同比（与 \d+年\d+月\d+日比）$/);
  await press(sheet, '关闭');
  await press(page, '只计本人签到');
  await page.getByRole('table', { name: /按近 365 天活跃度（本人签到）排名$/ }).waitFor();
});

test('[ST18] both averages are on the board, each with its denominator', async () => {
  const page = await stage().visit('/office/board', { openId: CITY_OFFICE });
  await press(page, /^人均时长（注册）\s*口径/);
  const sheet = page.getByRole('dialog', { name: '口径与依据' });
  await see(sheet, /÷ 在册注册志愿者/);
  await press(sheet, '关闭');
  await press(page, /^人均时长（活跃）\s*口径/);
  await see(sheet, /÷ 累计活跃志愿者/);
});

test.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('[ST44] a figure opens its trend; a point says its exact value on %s', async (_device, viewport) => {
  const page = await stage().visit('/office/board', { openId: CITY_OFFICE, viewport });
  await press(page, /^累计活跃度\s*口径/);
  await press(page.getByRole('dialog', { name: '口径与依据' }), '看走势');
  await see(page, '阿坝藏族羌族自治州 · 累计活跃度');
  const points = page.getByRole('group', { name: '各期数字，点一下看准确值' }).getByRole('button');
  await points.nth(23).waitFor();
  expect(await points.count()).toBe(24);
  const spoken = (await points.nth(20).getAttribute('aria-label')) ?? '';
  await points.nth(20).click();
  await see(page, spoken.split(' ')[1] ?? 'nothing');
  await press(page, '按日（31 天）');
  await page
    .getByRole('button', { name: /^\d+年\d+月\d+日 / })
    .nth(30)
    .waitFor();
  await page.getByRole('combobox', { name: '看哪个数字' }).selectOption({ label: '注册志愿者' });
  await see(page, '阿坝藏族羌族自治州 · 注册志愿者');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

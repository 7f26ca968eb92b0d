/**
 * 看板: every number opens its definition, the parts sum to the whole on the screen, the ranking says k of n.
 */
import type { Page } from 'playwright-core';
import { MEASURES } from '@domain/statistics/measure';
import { titleOf } from '@/features/board/figure-text';
import { CITY_OFFICE } from '../kit/shifts';
import { readBoard, registeredOf, sumOfChildren } from './kit/board-reader';
import { press, see } from './kit/hands';
import { DESKTOP, SMALL_PHONE, useStage } from './kit/stage';

const stage = useStage();

async function boardAt(page: Page, heading: string) {
  await page.getByRole('heading', { name: heading }).waitFor();
  await page.getByRole('button', { name: '口径' }).first().waitFor();
  return readBoard(page);
}

test('[E8] a figure opens its definition, its two integers and its as-of time', async () => {
  const page = await stage().visit('/office/board', { openId: CITY_OFFICE });
  await boardAt(page, '阿坝藏族羌族自治州 · 全市（州）');
  for (const measure of [
    'registered',
    'registrationRatio',
    'activityRate.CUM',
    'activityRate.YEAR',
  ] as const) {
    const title = titleOf(measure);
    await press(page, new RegExp(`^${title}\\s*口径`));
    const sheet = page.getByRole('dialog', { name: '口径与依据' });
    await see(sheet, MEASURES[measure].definition);
    await see(sheet, /^截至 \d+年\d+月\d+日 \d\d:\d\d/);
    await see(sheet, new RegExp(MEASURES[measure].rule));
    await press(sheet, '关闭');
  }
});

test.each([
  ['a small phone', SMALL_PHONE],
  ['a phone', undefined],
])('[E8] city, county, township: children sum to the parent on %s', async (_device, viewport) => {
  const visitor = { openId: CITY_OFFICE, ...(viewport === undefined ? {} : { viewport }) };
  const page = await stage().visit('/office/board', visitor);
  const city = await boardAt(page, '阿坝藏族羌族自治州 · 全市（州）');
  expect(Object.keys(city.children)).toHaveLength(13);
  expect(sumOfChildren(city)).toBe(registeredOf(city));
  const places = Object.values(city.children).map(({ place }) => place);
  expect(places[0]).toMatch(/^第 1 ?\/ 13$/);
  expect(places.every((place) => /^第 ([1-9]|1[0-3]) ?\/ 13$/.test(place))).toBe(true);

  await press(page, /马尔康市/);
  const county = await boardAt(page, '马尔康市 · 县（市、区）');
  expect(registeredOf(county)).toBe(city.children['马尔康市']?.registered);
  expect(sumOfChildren(county)).toBe(registeredOf(county));

  await press(page, /马尔康镇/);
  const township = await boardAt(page, '马尔康镇 · 乡镇（街道）');
  expect(registeredOf(township)).toBe(county.children['马尔康镇']?.registered);
  expect(sumOfChildren(township)).toBe(registeredOf(township));
});

test('[E8] at desktop width the same is a table with a total row', async () => {
  const page = await stage().visit('/office/board', { openId: CITY_OFFICE, viewport: DESKTOP });
  const table = page.getByRole('table', { name: /按累计活跃度排名$/ });
  await table.waitFor();
  const rows = await table.getByRole('row').allInnerTexts();
  expect(rows).toHaveLength(1 + 13 + 1);
  expect(rows.at(-1)).toContain('合计');
  await press(page, '注册率');
  await page.getByRole('table', { name: /按注册率排名$/ }).waitFor();
});

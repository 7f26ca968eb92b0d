/** 公开统计: anybody reaches it from home; small counts are hidden and no total gives them away. */
import { see, press, arriveAt } from './kit/hands';
import { PHONE, SMALL_PHONE, useStage } from './kit/stage';

const stage = useStage();
const persons = (text: string | undefined): number | null =>
  text === undefined || text === '＊' ? null : Number(text.replaceAll(',', ''));

test.each([
  ['a phone', PHONE],
  ['a small phone', SMALL_PHONE],
])('[ST23] a visitor sees every county from home on %s', async (_device, viewport) => {
  const page = await stage().visit('/home', { viewport });
  await press(page, '看各县的志愿服务统计');
  await arriveAt(page, '/statistics');
  const table = page.getByRole('table', { name: '各县（市）志愿服务统计' });
  await table.waitFor();
  await see(page, /^截至 \d+年/);
  await see(page, /^＊：不足 5 人的数/);
  const rows = await table.getByRole('row').all();
  expect(rows).toHaveLength(1 + 1 + 13);
  const cells = await Promise.all(rows.slice(1).map((row) => row.getByRole('cell').allInnerTexts()));
  for (const column of [1, 2]) {
    const [total, ...counties] = cells.map((row) => persons(row[column]));
    const hidden = counties.filter((count) => count === null).length;
    const shown = counties.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    expect(counties.every((count) => count === null || count >= 5)).toBe(true);
    expect(hidden).not.toBe(1);
    expect((total ?? 0) - shown).toBeGreaterThanOrEqual(hidden === 0 ? 0 : 5);
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

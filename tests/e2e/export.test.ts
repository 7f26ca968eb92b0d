/** 导出与打印: from the board to a file whose numbers are the board's, and to a sheet of paper. */
import fs from 'node:fs';
import { MEASURES } from '@domain/statistics/measure';
import { formatRatio } from '@domain/statistics/ratio';
import { addDays, civilDayOf } from '@domain/time/civil-day';
import { readWorkbook } from '../kit/read-workbook';
import { CITY_OFFICE } from '../kit/shifts';
import { arriveAt, press, see } from './kit/hands';
import { DESKTOP, SMALL_PHONE, useStage } from './kit/stage';

const stage = useStage();
const COUNTY_OFFICE = 'demo-county';
const COUNTY = '513201';
/** The timer runs every five seconds. */

const boardOf = (openId: string) =>
  stage().product.must(openId, 'statistics.getBoard', { divisionCode: null, day: null });

test('[EX1][EX4] from the board to a downloaded file whose numbers are the board’s', async () => {
  const page = await stage().visit('/office/board', { openId: COUNTY_OFFICE });
  await press(page, '导出');
  await arriveAt(page, `/office/export?division=${COUNTY}`);
  await see(page, '还没有导出过。选好区划和期间，点“导出 Excel”，做好后会出现在这里。');
  await press(page, '近 12 个月');
  await press(page, '导出 Excel');
  await see(page, '开始制作');
  await see(page, /已收到，马上开始|正在读取：\d+ \/ \d+ 个区划|正在写成文件|已做好/);
  await see(page, '已做好');
  await see(page, /^截至 .* · \d+ KB · 保留到 \d+月\d+日$/);
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, /^下载马尔康市/)]);
  expect(download.suggestedFilename()).toMatch(/^马尔康市志愿服务统计_\d{4}-\d\d-01_\d{4}-\d\d-\d\d\.xlsx$/);
  const sheets = readWorkbook(fs.readFileSync(await download.path()));
  const lines = sheets.find(({ name }) => name === '分区划')?.rows ?? [];
  const { division, children } = await boardOf(COUNTY_OFFICE);
  for (const one of [division, ...children]) {
    const line = lines.find(([code]) => code === one.divisionCode);
    expect(line?.slice(0, 4)).toEqual([one.divisionCode, one.name, expect.any(String), one.registered.value]);
    expect(line).toContain(one.serviceHours.value);
  }
  const sum = children.reduce((total, child) => total + (child.registered.value ?? 0), 0);
  expect(sum).toBe(division.registered.value);
  expect(sheets[0]?.rows.flat()).toContain('每一级的合计都等于上一级');
});

test('[EX2] a period that cannot be is explained, on a small phone', async () => {
  const page = await stage().visit('/office/export', { openId: CITY_OFFICE, viewport: SMALL_PHONE });
  await see(page, '看统计报告');
  const today = civilDayOf(stage().product.cloud.clock.now());
  await page.getByLabel('开始日').fill(today);
  await page.getByLabel('结束日').fill(addDays(today, -3));
  await press(page, '导出 Excel');
  await see(page, '开始日晚于结束日');
  await page.getByLabel('开始日').fill('2021-01-01');
  await press(page, '导出 Excel');
  await see(page, '这段时间太长了');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('[EX7] the report: the board’s numbers, ranked children, definitions, on A4', async () => {
  const page = await stage().visit(`/office/export?division=5132`, {
    openId: CITY_OFFICE,
    viewport: DESKTOP,
  });
  await press(page, '看统计报告');
  await arriveAt(page, '/office/report?division=5132');
  await see(page, '阿坝藏族羌族自治州志愿服务统计报告');
  const { division, rankings, children } = await boardOf(CITY_OFFICE);
  const figures = await page.getByRole('table', { name: '主要数字' }).getByRole('row').allInnerTexts();
  const rate = formatRatio({
    numerator: division.activityRateCum.numerator,
    denominator: division.registered.numerator,
  });
  expect(figures.some((row) => row.startsWith('累计活跃度') && row.includes(rate))).toBe(true);
  const ranked = await page.getByRole('table', { name: '按累计活跃度排名' }).getByRole('row').allInnerTexts();
  expect(ranked).toHaveLength(1 + 13 + 1);
  const first = rankings.find(({ measure }) => measure === 'activityRate.CUM')?.rows[0]?.divisionCode;
  expect(ranked[1]).toContain(children.find(({ divisionCode }) => divisionCode === first)?.name);
  await see(page, new RegExp(MEASURES.registered.definition));
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
  const paper = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(paper.match(/\/Type \/Page\b/g)?.length ?? 0).toBeLessThanOrEqual(4);
  expect(paper).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
});

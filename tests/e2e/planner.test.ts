/** 规划: the gap, its parts and its targets as an officer reads and sets them, on the screen and on paper. */
import type { Page } from 'playwright-core';
import { PLAN_TERMS } from '@domain/statistics/plan-definitions';
import { formatRatio } from '@domain/statistics/ratio';
import { addDays, civilDayOf } from '@domain/time/civil-day';
import { CITY_OFFICE } from '../kit/shifts';
import { arriveAt, press, see, type } from './kit/hands';
import { DESKTOP, useStage } from './kit/stage';

const stage = useStage();
const COUNTY_OFFICE = 'demo-county';

const numberOf = (text: string | undefined): number => Number((text ?? 'NaN').replaceAll(',', ''));
const withCommas = (count: number): string => count.toLocaleString('en-US');

function planOf(openId: string) {
  return stage().product.must(openId, 'statistics.getPlan', { divisionCode: null, day: null, window: null });
}

async function quotasOn(page: Page): Promise<number[]> {
  const rows = await page.getByRole('button', { name: /未活跃 [\d,]+ 人/ }).allInnerTexts();
  return rows.map((row) => numberOf(/([\d,]+) 人\s+未活跃/.exec(row)?.[1]));
}

test('[ST30][ST33] from the board to the plan: the gap, and quotas that sum to it', async () => {
  const page = await stage().visit('/office/board', { openId: CITY_OFFICE });
  await press(page, '看规划');
  await arriveAt(page, '/office/planner?division=5132');
  const { activity } = await planOf(CITY_OFFICE);
  const gap = activity?.jointGap ?? -1;
  await see(page, '人参加服务');
  await see(page, withCommas(gap));
  await see(page, new RegExp(`缺口是 ${withCommas(activity?.naiveGap ?? -1)} 人`));
  await see(page, `合计 ${withCommas(gap)} 人`);
  const quotas = await quotasOn(page);
  expect(quotas).toHaveLength(13);
  expect(quotas.reduce((sum, quota) => sum + quota, 0)).toBe(gap);
  await see(page, /^(预计 \d+年\d+月\d+日 达标|按目前速度无法按期)/);
  await press(page, '还差多少人的口径');
  const sheet = page.getByRole('dialog', { name: '还差多少人的口径' });
  await see(sheet, PLAN_TERMS.jointGap.definition);
  await see(sheet, /^截至 \d+年\d+月\d+日 \d\d:\d\d/);
});

test('[ST31] a registration drive is warned about before it begins', async () => {
  const page = await stage().visit('/office/planner', { openId: CITY_OFFICE });
  await see(page, '再注册多少人');
  const { registered, active } = await planOf(CITY_OFFICE);
  await type(page, '再注册多少人', '600');
  const diluted = formatRatio({ numerator: active.numerator, denominator: registered.numerator + 600 });
  await see(page, new RegExp(`600 人都没有参加服务，活跃度从 [\\d.]+% 变为 ${diluted.replace('.', '\\.')}`));
  await see(page, /先让已注册的人参加服务/);
  await type(page, '再注册多少人', '很多');
  await see(page, '请填一个整数，例如 500');
});

test('[ST33] a county sees what it takes to pass each county ahead of it', async () => {
  const page = await stage().visit('/office/planner', { openId: COUNTY_OFFICE, viewport: DESKTOP });
  const { own } = await planOf(COUNTY_OFFICE);
  for (const measure of ['累计活跃度', '注册率'] as const) {
    await press(page, measure);
    const id = measure === '注册率' ? 'registrationRatio' : 'activityRate.CUM';
    const standing = own.find((row) => row.measure === id);
    if (standing === undefined) throw new Error('the county stands somewhere');
    for (const rival of standing.ahead) {
      if (rival.people !== null && rival.rank !== standing.rank)
        await see(
          page,
          new RegExp(`超过第 ${String(rival.rank)} 名 ${rival.name}还差 ${withCommas(rival.people)} 人`),
        );
    }
    await see(page, `第 ${String(standing.rank)} / ${String(standing.rankedCount)}`);
  }
});

test('[ST34] a target: refused beside its field, saved, drawn in, withdrawn and kept', async () => {
  const page = await stage().visit('/office/planner', { openId: COUNTY_OFFICE });
  await see(page, /^阿坝藏族羌族自治州指标：/);
  await press(page, '增加指标');
  const sheet = page.getByRole('dialog', { name: '增加指标' });
  await type(sheet, '指标（%）', '100.01');
  await press(sheet, '保存指标');
  await see(sheet, /指标要在 0.01% 到 100% 之间/);
  await type(sheet, '指标（%）', '55.5');
  await press(sheet, '保存指标');
  await see(sheet, /没有写依据文件/);
  await type(sheet, '依据文件', '马委办〔2026〕7 号');
  const today = civilDayOf(stage().product.cloud.clock.now());
  await sheet.getByLabel('截止日').fill(addDays(today, -1));
  await press(sheet, '保存指标');
  await see(sheet, /截止日早于起始日/);
  await sheet.getByLabel('截止日').fill(addDays(today, 300));
  await press(sheet, '保存指标');
  await sheet.waitFor({ state: 'hidden' });
  await see(page, /^累计活跃度 55\.50%，.*马委办〔2026〕7 号$/);
  await see(page, /活跃度到 55\.50%/);

  await press(page, '增加指标');
  await type(sheet, '指标（%）', '50');
  await type(sheet, '依据文件', '另一份文件');
  await sheet.getByLabel('截止日').fill(addDays(today, 30));
  await press(sheet, '保存指标');
  await see(sheet, /已有同类指标/);
  await press(sheet, '关闭');

  await press(page, /^撤回累计活跃度 55\.50%/);
  const question = page.getByRole('dialog', { name: '撤回这项指标？' });
  await press(question, '撤回');
  await question.waitFor({ state: 'hidden' });
  await see(page, /撤回$/);
  await see(page, /活跃度到 60\.00%/);
});

test('[ST4] on paper: all of it on A4, definitions instead of buttons', async () => {
  const page = await stage().visit('/office/planner', { openId: CITY_OFFICE, viewport: DESKTOP });
  await see(page, '本级指标');
  await page.getByRole('button', { name: '打印' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  await see(page, new RegExp(`^${PLAN_TERMS.quotas.title}（ST33）：`));
  expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: '增加指标' }).isVisible()).toBe(false);
  const paper = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const pages = Number(
    /\/Type \/Pages[^>]*\/Count (\d+)/.exec(paper)?.[1] ?? paper.match(/\/Type \/Page\b/g)?.length,
  );
  expect(pages).toBeGreaterThanOrEqual(2);
  expect(pages).toBeLessThanOrEqual(5);
  expect(paper).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
});

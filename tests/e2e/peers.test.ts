/** 同类城市: import a published figure and see the rank; R12 targets and their expiries; days before the data. */
import { addDays, civilDayOf } from '@domain/time/civil-day';
import { CITY_OFFICE } from '../kit/shifts';
import { arriveAt, press, see, type } from './kit/hands';
import { DESKTOP, PHONE, useStage } from './kit/stage';

const stage = useStage();
const COUNTY_OFFICE = 'demo-county';

test('[ST17] from the board to the peers: previewed, imported, ranked, withdrawn', async () => {
  const page = await stage().visit('/office/board', { openId: CITY_OFFICE, viewport: PHONE });
  await press(page, /^与同类城市比较/);
  await arriveAt(page, '/office/peers');
  await see(page, '宁波市');
  await page.getByRole('combobox', { name: '比较哪个数字' }).selectOption({ label: '累计活跃度' });
  await see(page, /公布时没有注明口径，不能排名/);
  await press(page, '导入一张表');
  const sheet = page.getByRole('dialog', { name: '导入公布数' });
  const yesterday = addDays(civilDayOf(stage().product.cloud.clock.now()), -1);
  const head = '城市\t指标\t口径\t数值\t截至日\t依据';
  const paste = (...rows: string[]) =>
    sheet.getByRole('textbox', { name: /从表格软件复制/ }).fill([head, ...rows].join('\n'));
  const good = `甲市\t活跃度\t累计\t９９．９９％\t${yesterday}\t甲市公报`;
  await paste(good, `乙市\t活跃度\t累计\t101%\t${yesterday}\t乙市公报`);
  await press(sheet, '预览');
  await see(sheet, '第 1 行 新增');
  await see(sheet, /比率不会超过 100%/);
  await see(sheet, /一行也不会写入/);
  await paste(good);
  await press(sheet, '预览');
  await press(sheet, '导入 1 条新的');
  await sheet.waitFor({ state: 'hidden' });
  await see(page, '第 1 / 2');
  await see(page, '第 2 / 2');
  await see(page, /甲市公报/);
  await press(page, /^撤回甲市 活跃度 99\.99%/);
  await press(page.getByRole('dialog', { name: '撤回这条公布数？' }), '撤回');
  await see(page, /撤回$/);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('[ST17] one figure by hand: refused beside its field, then listed; a county only reads', async () => {
  const page = await stage().visit('/office/peers', { openId: CITY_OFFICE });
  await press(page, '录入一条');
  const sheet = page.getByRole('dialog', { name: '录入公布数' });
  await type(sheet, '城市', '丙市');
  await type(sheet, '数值', '约莫');
  await press(sheet, '保存');
  await see(sheet, /读不出数值/);
  await type(sheet, '数值', '23.34万');
  await sheet.getByLabel('截至日').fill('2023-12-31');
  await press(sheet, '保存');
  await see(sheet, /没有写依据/);
  await type(sheet, '依据', '丙市公报');
  await press(sheet, '保存');
  await sheet.waitFor({ state: 'hidden' });
  await see(page, /丙市 注册志愿者 23\.34 万人（口径：未注明）/);
  const county = await stage().visit('/office/peers', { openId: COUNTY_OFFICE, viewport: DESKTOP });
  await see(county, /丙市 注册志愿者 23\.34 万人/);
  expect(await county.getByRole('button', { name: '录入一条' }).count()).toBe(0);
});

test('[ST32] the plan of 365 days says who stops counting unless serving again', async () => {
  const page = await stage().visit('/office/planner', { openId: CITY_OFFICE });
  await see(page, '还差多少人');
  await page
    .getByRole('group', { name: '按哪项活跃度指标规划' })
    .getByRole('button', { name: '近 365 天活跃度' })
    .click();
  await see(page, '近 365 天活跃志愿者');
  await see(page, /其中 [\d,]+ 人到 \d+年6月30日为止不再服务就会退出活跃/);
  await see(page, /含 [\d,]+ 名到期的人再服务一次/);
});

test('[ST44] the target in force is a line of its own in the trend, with value and document', async () => {
  const today = civilDayOf(stage().product.cloud.clock.now());
  const address = `/office/trend?division=5132&measure=activityRate.CUM&day=${today}`;
  const page = await stage().visit(address, { openId: CITY_OFFICE });
  await see(page, '指标 60.00%');
  await see(page, /^虚线：阿坝藏族羌族自治州指标 60\.00%，.*依据 演示文件/);
});

test('[ST3] a day before the data is refused with the first day, on the board and in the plan', async () => {
  const page = await stage().visit('/office/board', { openId: CITY_OFFICE });
  await page.getByLabel('查看哪一天的数字').fill('2020-01-02');
  await see(page, /^数据自 20\d\d-\d\d-\d\d 起$/);
  await press(page, '回到现在');
  await see(page, /每 5 秒更新/);
  const plan = await stage().visit('/office/planner', { openId: CITY_OFFICE });
  await plan.getByLabel('查看哪一天的数字').fill('2020-01-02');
  await see(plan, /^数据自 20\d\d-\d\d-\d\d 起$/);
});

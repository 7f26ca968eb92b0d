/** 品牌项目: ten minutes counted at the kerb, what everybody reads of it, and what offices decide. */
import type { Page } from 'playwright-core';
import { SAMPLE_MS } from '@domain/project/outcome';
import { projectNamed } from '../kit/outcomes';
import { CITY_OFFICE, ORGANISER } from '../kit/shifts';
import { choose, eventually, press, see, type } from './kit/hands';
import { DESKTOP, PHONE, SMALL_PHONE, useStage } from './kit/stage';

const stage = useStage();
const expectedErrors = [/net::ERR_/];
const API = '**/v1/functions/api';
const zebra = () => projectNamed(stage().product, '文明斑马线');

async function fits(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

async function tap(page: Page, word: '让行' | '未让行', times: number): Promise<void> {
  const key = page.getByRole('button', { name: new RegExp(`^${word}，已数`) });
  for (let tapped = 0; tapped < times; tapped += 1) await key.click();
}

test('[E70] ten minutes at a crossing: one thumb, a slip, a restart, no network, sent once', async () => {
  const { product } = stage();
  const { projectId } = await zebra();
  const visitor = { openId: ORGANISER, viewport: PHONE, expectedErrors };
  const page = await stage().visit(`/brand/count?id=${projectId}`, visitor);
  await press(page, /^马江街车站路口/);
  await tap(page, '让行', 32);
  await tap(page, '未让行', 5);
  await press(page, '撤回上一下');
  await page.getByRole('button', { name: '未让行，已数 4', exact: true }).waitFor();
  const key = await page.getByRole('button', { name: /^让行，已数/ }).boundingBox();
  expect(key?.height ?? 0).toBeGreaterThan(200);
  expect(key?.width ?? 0).toBeGreaterThan(150);
  await fits(page);
  await press(page, '提前结束');
  await see(page.getByRole('dialog'), /不满十分钟的取样会留下记录/);
  await press(page, '继续数');

  // Ten minutes on, the app is opened anew where there is no network.
  await page.context().route(API, (route) => route.abort());
  product.cloud.clock.advance(SAMPLE_MS);
  await page.clock.install({ time: Date.now() + SAMPLE_MS });
  await page.reload();
  await see(page, '十分钟到了，请核对后提交。');
  await press(page, '提交取样');
  await see(page, '取样已保存在这部手机里');
  const samples = () => product.documents('outcomeSamples').filter((row) => row['doneCount'] === 32);
  expect(samples()).toHaveLength(0);
  await page.context().unroute(API);
  await page.reload();
  await eventually(() => samples().length, 1);
  expect(samples()[0]).toMatchObject({ missedCount: 4, pointName: '马江街车站路口', phase: 'after' });

  const passerBy = await stage().visit(`/project?id=${projectId}`, { viewport: SMALL_PHONE });
  await see(passerBy, '机动车礼让率');
  await see(passerBy, /^比开展服务之前提高 \d+\.\d\d 个百分点。$/);
  await fits(passerBy);

  await page.goto(`${product.cloud.url}/brand?id=${projectId}`);
  await press(page, /^作废 马江街车站路口/);
  await type(page, '为什么作废', '中途下大雨');
  await press(page.getByRole('dialog'), '作废');
  await see(page, /^已作废（.+）：中途下大雨$/);
  await passerBy.reload();
  await see(passerBy, /另有 1 次作废/);
});

test('[E71] a project without a number: what is counted, a first point, then it is counted', async () => {
  const { product } = stage();
  const { projects } = await product.must('', 'project.listBrandProjects', { cursor: null });
  const other = projects.find(({ title }) => title !== '文明斑马线');
  const page = await stage().visit(`/brand?id=${other?.projectId ?? ''}`, { openId: CITY_OFFICE });
  await type(page, '数的是什么', '游客');
  await type(page, '量词', '位');
  await type(page, '做到了的叫什么', '带走垃圾');
  await type(page, '没做到的叫什么', '留下垃圾');
  await press(page, '保存');
  await press(page, '增加点位');
  await type(page, '点位名称', '景区南门');
  await press(page.getByRole('dialog'), '增加');
  await see(page, '景区南门');
  await press(page, '去数十分钟');
  await press(page, /^景区南门/);
  await see(page, /^每过一位游客点一下/);
});

test('[E72] an office reads what is missing, moves a project back and on, renews it', async () => {
  const { projectId } = await zebra();
  const page = await stage().visit(`/brand?id=${projectId}`, { openId: CITY_OFFICE, viewport: DESKTOP });
  await see(page, '阶段：示范');
  await press(page, '退回');
  const dialog = page.getByRole('dialog');
  await press(dialog, '退回');
  await see(dialog, '没有写原因');
  await choose(dialog, '退回到', '认定');
  await type(page, '原因', '先把做法整理好');
  await press(dialog, '退回');
  await see(page, '阶段：认定');
  await see(page, '原因：先把做法整理好');
  await press(page, /^勾上 整理出一套做法/);
  await see(page, /已核对$/);
  await press(page, '进入示范');
  await page.getByRole('dialog').getByRole('textbox', { name: /^原因/ }).fill('条件本月补齐');
  await press(page.getByRole('dialog'), '进入');
  await see(page, '阶段：示范');
  await press(page, '续期或重新认定');
  await choose(page, '级别', '市级');
  await type(page, '文号', '演示文件〔2026〕9号');
  await press(page.getByRole('dialog'), '认定');
  await see(page, /^市级认定，演示文件〔2026〕9号/);
  await fits(page);
});

test('[E72] an organiser reads the same list and decides nothing', async () => {
  const { projectId } = await zebra();
  const page = await stage().visit(`/brand?id=${projectId}`, { openId: ORGANISER });
  await see(page, '进入下一阶段由县级或市级办公室决定。');
  expect(await page.getByRole('button', { name: '退回', exact: true }).count()).toBe(0);
  await fits(page);
});

test('[E73] a brand goes to another county: its way of doing it, and each page names the other', async () => {
  const { product } = stage();
  const { projectId } = await zebra();
  const page = await stage().visit(`/project?id=${projectId}`, { openId: CITY_OFFICE });
  await press(page, /^复制到别的县/);
  await choose(page, '哪个县', '金川县');
  await choose(page, '由哪支队伍承接', '一支新的队伍');
  await type(page, '新队伍的名字', '金川县斑马线服务队');
  await press(page, '复制到金川县');
  await see(page, '已复制到金川县');
  await press(page, '看它的页面');
  await see(page, '由马尔康市“文明斑马线”复制而来');
  await see(page, '金川县斑马线服务队');
  await fits(page);
  const passerBy = await stage().visit(`/project?id=${projectId}`, { viewport: SMALL_PHONE });
  await see(passerBy, '已复制到金川县');
  await fits(passerBy);
  expect(product.documents('projects').filter((row) => row['clonedFrom'] !== null)).toHaveLength(1);
});

test('[E74] the story is rewritten and read by a passer-by, beside what the project has done', async () => {
  const { projectId } = await zebra();
  const page = await stage().visit(`/project?id=${projectId}`, { openId: ORGANISER });
  await press(page, /^改写项目故事/);
  await page.getByRole('textbox', { name: '故事', exact: true }).fill('雨天的路口。\n\n车都停下来了。');
  await press(page, '保存故事');
  await see(page, '故事已保存');
  const passerBy = await stage().visit(`/project?id=${projectId}`, { viewport: SMALL_PHONE });
  await see(passerBy, '车都停下来了。');
  await see(passerBy, /^参与过的志愿者/);
  await fits(passerBy);
});

test('[E74] brands county by county: who has some, who has none', async () => {
  const page = await stage().visit('/projects', { viewport: PHONE });
  await press(page, '看地图，按县看');
  await press(page, /^马尔康市 1 个/);
  await press(page, /^文明斑马线/);
  await see(page, '机动车礼让率');
});

const LARGE_TYPE = 'elder';

/** Runs in the page, before the app. */
function showLarge(mode: string): void {
  localStorage.setItem('xiangfeng.displayMode', JSON.stringify(mode));
}

test.each([
  ['/project', '机动车礼让率'],
  ['/brand', '品牌认定'],
  ['/brand/kit', '从哪里来'],
  ['/brand/story', '保存故事'],
  ['/brand/count', '马江街车站路口'],
])('[E75] %s holds its words in large type on a small phone', async (address, words) => {
  const { projectId } = await zebra();
  const page = await stage().visit(`${address}?id=${projectId}`, {
    openId: CITY_OFFICE,
    viewport: SMALL_PHONE,
    prepare: async (context) => {
      await context.addInitScript(showLarge, LARGE_TYPE);
    },
  });
  await see(page, words);
  await fits(page);
  if (address !== '/brand/count') return;
  await press(page, /^马江街车站路口/);
  const keys = await page.getByRole('button', { name: /，已数 0$/ }).all();
  expect(keys).toHaveLength(2);
  await fits(page);
});

/** 导入花名册: from a messy file to people, by an office at a desk and on a phone. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openSheet } from '@server/import/sheet-rows';
import { registration } from '../kit/product';
import { serviceList, serviceRow } from '../kit/service-lists';
import { ROSTER_TITLES, rosterRow, workbookOf, type RosterCell } from '../kit/rosters';
import { arriveAt, press, see, type } from './kit/hands';
import { DESKTOP, SMALL_PHONE, useStage } from './kit/stage';

const stage = useStage();
const COUNTY = 'demo-county';
const TURN_MS = 1_000;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xiangfeng-rosters-'));
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function fileOf(name: string, rows: readonly (readonly RosterCell[])[]): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, workbookOf([...ROSTER_TITLES, ...rows]));
  return file;
}

/** What the timer brings about, which runs every twenty seconds: here, every second. */
async function seeWorked(page: Page, text: string): Promise<void> {
  const wait = { isOver: false };
  const seen = see(page, text).finally(() => (wait.isOver = true));
  while (!wait.isOver) {
    await stage().product.cloud.runTimer('import');
    await new Promise((resolve) => setTimeout(resolve, TURN_MS));
  }
  await seen;
}

async function choose(page: Page, file: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, '选择文件')]);
  await chooser.setFiles(file);
}

async function upload(page: Page, file: string): Promise<void> {
  await choose(page, file);
  await arriveAt(page, '/imports/one');
}

test('[E60] from a messy file to people: columns, preview, errors, written, the same again', async () => {
  const rows = [rosterRow(1), rosterRow(2, { phone: null }), rosterRow(3, { phone: '123' }), rosterRow(1)];
  const file = fileOf('马尔康花名册.xlsx', rows);
  const page = await stage().visit('/imports', { openId: COUNTY, viewport: DESKTOP });
  await see(page, '还没有导入过。');
  await upload(page, file);
  await seeWorked(page, '读到 4 行，请确认每一列是什么');
  await see(page, '已按表头猜好，请核对。');
  await see(page, /例如：张三丰/);
  await press(page, '开始核对');
  await seeWorked(page, '可写入 2 行，请看过再确认');
  await see(page, '将这样登记（前 2 人）');
  await see(page, '没有手机号，补上以后本人才能认领');
  await see(page, /第 7 行 张三丰：手机号不正确/);
  await see(page, /第 8 行 张三丰：和前面的行重复/);
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, '下载错误清单')]);
  const lines = [...openSheet(fs.readFileSync(await download.path())).rows].map(({ cells }) => cells);
  expect(lines.map(([row, , column]) => [row, column])).toEqual([
    ['行号', '哪一列'],
    ['7', '手机号'],
    ['8', '证件号码'],
  ]);
  await press(page, '写入 2 行');
  await press(page, '写入');
  await seeWorked(page, '已导入');
  await see(page, '新登记 2 人');
  await page.goBack();
  await upload(page, file);
  await seeWorked(page, '已按上次同样表头的选择填好，请核对。');
  await press(page, '开始核对');
  await seeWorked(page, '可写入 0 行，请看过再确认');
  expect(await page.getByRole('button', { name: '写入 0 行' }).isDisabled()).toBe(true);
  await press(page, '放弃这次导入');
  await press(page, '放弃');
  await see(page, '什么也没有写入');
});

test('[E60] on a small phone: a file that is none, and an import taken back with its reason', async () => {
  const page = await stage().visit('/imports', { openId: COUNTY, viewport: SMALL_PHONE });
  const notes = path.join(folder, '说明.csv');
  fs.writeFileSync(notes, '这里没有名单\n');
  await upload(page, notes);
  await seeWorked(page, '没有找到表头');
  await page.goBack();
  await upload(page, fileOf('撤回.xlsx', [rosterRow(11), rosterRow(12)]));
  await seeWorked(page, '读到 2 行，请确认每一列是什么');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await press(page, '开始核对');
  await seeWorked(page, '可写入 2 行，请看过再确认');
  await press(page, '写入 2 行');
  await press(page, '写入');
  await seeWorked(page, '已导入');
  await press(page, '撤回这次导入');
  await type(page, '原因', '导错了乡镇');
  await press(page, '撤回');
  await seeWorked(page, '移出 2 人，保留 0 人');
  await see(page, '撤回原因：导错了乡镇');
});

test('[E60] a network that fails on the way: the upload goes on from there', async () => {
  let isCut = true;
  const sent: number[] = [];
  const page = await stage().visit('/imports', {
    openId: COUNTY,
    expectedErrors: [/net::ERR_/],
    prepare: async (context) => {
      await context.route('**/v1/functions/api', async (route) => {
        const [, part] =
          /"import\.addImportPart".*"part":(\d+)/s.exec(route.request().postData() ?? '') ?? [];
        if (part !== undefined) sent.push(Number(part));
        await (isCut && part !== undefined && part !== '0' ? route.abort() : route.continue());
      });
    },
  });
  // Three parts.
  const rows = Array.from({ length: 2_500 }, (_none, number) => rosterRow(100 + number));
  await choose(page, fileOf('大名单.xlsx', rows));
  await see(page, '连不上网络');
  isCut = false;
  await press(page, '接着上传');
  await arriveAt(page, '/imports/one');
  await seeWorked(page, '读到 2,500 行，请确认每一列是什么');
  expect(sent.filter((part) => part === 0)).toHaveLength(1);
  await press(page, '放弃这次导入');
  await press(page, '放弃');
  await see(page, '什么也没有写入');
});

test('[E61] services of a list: previewed, written, seen as 导入 and denied by whose they are', async () => {
  const { product } = stage();
  await product.must('served', 'volunteer.register', registration(7));
  const file = path.join(folder, '服务记录.xlsx');
  const rows = [serviceRow(7, { from: '9:00', to: '11:30' }), serviceRow(7, { title: '照看老人' })];
  fs.writeFileSync(file, serviceList([...rows, serviceRow(8)]));
  const page = await stage().visit('/imports', { openId: COUNTY, viewport: SMALL_PHONE });
  await press(page, '服务记录');
  await upload(page, file);
  await seeWorked(page, '读到 3 行，请确认每一列是什么');
  await press(page, '开始核对');
  await seeWorked(page, '可写入 2 行，请看过再确认');
  await see(page, '将这样写入（前 2 条）');
  await see(page, /第 4 行 测试者：本辖区没有登记这个人/);
  await press(page, '写入 2 行');
  await press(page, '写入');
  await seeWorked(page, '新写入 2 条记录');
  await see(page, /照看老人/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const own = await stage().visit('/my-records', { openId: 'served', viewport: SMALL_PHONE });
  await press(own, /照看老人/);
  await press(own, '看从哪里导入');
  await arriveAt(own, '/imports/record');
  await see(own, '河畔志愿服务队');
  await press(own, '这不是我做的');
  await type(own, '说明', '那天我在外地');
  await press(own, '作废这条记录');
  await see(own, '这条记录不再计入');
});

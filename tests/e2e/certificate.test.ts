/** 证明: a volunteer issues one, somebody verifies the paper, an office revokes it. */
import fs from 'node:fs';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import type { Page } from 'playwright-core';
import { printedCodeOf } from '@domain/certificate/verification-link';
import { linkOfScannedText } from '@domain/link/link';
import { readPdf } from '../kit/read-pdf';
import { arriveAt, choose, eventually, press, see, type } from './kit/hands';
import { DESKTOP, PHONE, SMALL_PHONE, useStage } from './kit/stage';
import { registered } from './kit/volunteers';

const stage = useStage();
const ME = 'demo-volunteer';
const CITY_OFFICE = 'demo-city';

/** Bytes of what a press downloads, and the name it came under. */
async function downloadOf(page: Page, name: string): Promise<{ content: Buffer; fileName: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, name)]);
  return { content: fs.readFileSync(await download.path()), fileName: download.suggestedFilename() };
}

async function nameOf(openId: string): Promise<string> {
  const { volunteer } = await stage().product.must(openId, 'volunteer.getMe', {});
  return volunteer?.name ?? '';
}

/** Through the screens, from 我的 to the paper. */
async function issueOnScreen(page: Page): Promise<void> {
  await press(page, '开证明，看我的证明');
  await arriveAt(page, '/certificates');
  await press(page, '开一份证明');
  await arriveAt(page, '/certificates/issue');
  await choose(page, '服务日期', '自己选日期');
  await page.getByLabel('从哪天').fill('2020-01-01');
  await see(page, /^已选 \d+ 条，共/);
  await press(page, '开这份证明');
  await arriveAt(page, '/certificates/paper');
  await see(page, '已出具，可以使用');
}

test('[CE2][CE4][CE6][CE7] issued on a phone, read from PDF and picture, verified by both ways', async () => {
  const name = await nameOf(ME);
  const page = await stage().visit('/mine', { openId: ME });
  await see(page, '我的星级');
  await issueOnScreen(page);
  await see(page, '平台服务记录 · 供记录单位核对盖章');
  expect(await page.getByText(name, { exact: true }).filter({ visible: true }).count()).toBe(0);

  const pdf = await downloadOf(page, '下载 PDF');
  expect(pdf.fileName).toMatch(/^\d{8}-[0-9A-Z]{4}-[0-9A-Z]{4}\.pdf$/);
  const [words = ''] = readPdf(pdf.content);
  const number = pdf.fileName.replace('.pdf', '');
  expect(words).toContain(`编号${number}`);
  expect(words).not.toContain(name);

  const picture = PNG.sync.read((await downloadOf(page, '保存图片')).content);
  const seen = jsqr(new Uint8ClampedArray(picture.data), picture.width, picture.height);
  const link = linkOfScannedText(seen?.data ?? '');
  if (link?.kind !== 'certificate') throw new Error('the picture shows no verification link');
  expect(words).toContain(printedCodeOf(link));

  const passerBy = await stage().visit((seen?.data ?? '').replace(stage().product.cloud.url, ''));
  await arriveAt(passerBy, '/p');
  await see(passerBy, '有效');
  await see(passerBy, `编号 ${number}`);
  await see(passerBy, /^.\*+$/u);
  expect(await passerBy.content()).not.toContain(name);

  const typist = await stage().visit('/verify', { viewport: SMALL_PHONE });
  await type(typist, '编号', number.toLowerCase());
  await type(typist, '查验码', 'ABCD-EFGH-JKMN');
  await press(typist, '查验');
  await see(typist, '编号或查验码有一位不对，请对照纸面逐位核对。');
  await type(typist, '查验码', printedCodeOf(link).replaceAll('-', ' '));
  await press(typist, '查验');
  await see(typist, '有效');
});

test('[CE8] an office finds one by number and revokes it: public page and holder see it', async () => {
  const holder = await stage().visit('/mine', { openId: ME });
  await issueOnScreen(holder);
  const { certificates } = await stage().product.must(ME, 'certificate.listMine', { cursor: null });
  const [latest] = certificates;
  if (latest === undefined) throw new Error('nothing was issued');
  const { scene } = await stage().product.must(ME, 'certificate.get', {
    certificateId: latest.certificateId,
  });
  const passerBy = await stage().visit(`/l?s=${scene}`);
  await see(passerBy, '有效');

  const office = await stage().visit('/mine', { openId: CITY_OFFICE, viewport: DESKTOP });
  await press(office, /^证明管理/);
  await arriveAt(office, '/office/certificates');
  await type(office, '按编号查', latest.number);
  await press(office, '查找');
  await press(office, /^撤销 /);
  const dialogue = office.getByRole('dialog', { name: '撤销这份证明？' });
  await press(dialogue, '撤销');
  await see(dialogue, '请写明理由，至少两个字。');
  await type(dialogue, '撤销理由', '经核实其中一次并未到场');
  await press(dialogue, '撤销');
  await dialogue.waitFor({ state: 'hidden' });
  await see(office, '已撤销');

  await passerBy.reload();
  await see(passerBy, '已作废');
  expect(await passerBy.content()).not.toContain('并未到场');
  await holder.reload();
  await see(holder, '这份证明不能再用');
  await see(holder, /理由：经核实其中一次并未到场/);
  expect(await holder.getByRole('button', { name: '下载 PDF' }).count()).toBe(0);
});

test('[CE5] a damaged link leads on, a foreign pair is not found, and the holder revokes', async () => {
  const damaged = await stage().visit('/verify?s=v.20261125K7MQ3F9X.ABCDEFGHJK.JX');
  await see(damaged, '这个查验链接不完整');
  const unknown = await stage().visit('/l?s=v.20261125K7MQ3F9X.ABCDEFGHJK.JZ');
  await see(unknown, '没有查到这份证明');
  await press(unknown, '输入编号和查验码');
  await see(unknown, '查验码');

  const holder = await stage().visit('/mine', { openId: ME });
  await issueOnScreen(holder);
  await press(holder, '作废这份证明');
  await press(holder.getByRole('dialog', { name: '作废这份证明？' }), '作废');
  await see(holder, '这份证明不能再用');
});

test('[CE1] somebody without records is told how to get some', async () => {
  const { openId } = await registered(stage().product);
  const page = await stage().visit('/certificates', { openId });
  await see(page, '还没有开过证明');
  await press(page, '开一份证明');
  await see(page, '这段时间没有可以开证明的记录');
});

test('[AT12] stars on a phone and in large type: what is missing, and its definition', async () => {
  const { totalMinutes } = await stage().product.must(ME, 'recognition.getMyStars', {});
  expect(totalMinutes).toBeGreaterThan(0);
  for (const mode of ['standard', 'elder']) {
    const page = await stage().visit('/mine', {
      openId: ME,
      viewport: PHONE,
      prepare: async (context) => {
        await context.addInitScript((value) => {
          localStorage.setItem('xiangfeng.displayMode', JSON.stringify(value));
        }, mode);
      },
    });
    await see(page, /^再服务 .+到一星$/);
    await press(page, '星级怎么算');
    await see(page.getByRole('dialog', { name: '星级怎么算' }), '满 300 小时');
    await eventually(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
  }
});

/** 补录: entered, checked, confirmed, in public, objected to, asked about, taken back – every screen of it. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { numberTailOf } from '@/lib/volunteer-words';
import { PROJECT_DIRECTORY } from '../kit/product';
import { CITY_OFFICE, ORGANISER } from '../kit/shifts';
import * as kit from '../kit/supplements';
import { arriveAt, choose, press, see, type } from './kit/hands';
import { DESKTOP, SMALL_PHONE, useStage } from './kit/stage';
import { registered, type Person } from './kit/volunteers';

const stage = useStage();
const PICTURE = path.join(PROJECT_DIRECTORY, 'demo', 'pictures', 'zebra-crossing.png');
const COUNTY = 'demo-county';

interface Missed {
  readonly person: Person;
  readonly shiftId: string;
  readonly title: string;
}
/** Somebody enrolled whose visit was never recorded, in a month with room for it. */
async function missed(name: string, title: string): Promise<Missed> {
  const { product } = stage();
  await kit.setRules(product, { quotaPercent: 50 });
  const [helper, person] = [await registered(product), await registered(product, name)];
  await kit.serveShift(product, [helper.openId], 4);
  const shiftId = await kit.nextShift(product, { hours: 1, title });
  await kit.enrol(product, person.openId, shiftId);
  kit.passShift(product, shiftId);
  return { person, shiftId, title };
}

async function addPicture(page: Page): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, '加照片')]);
  await chooser.setFiles(PICTURE);
  await see(page, '已上传');
}

function optionOf(person: Person, masked: string): string {
  return `${masked} · 尾号 ${numberTailOf(stage().product.volunteerIdOf(person.openId))}`;
}

test('[E40] from the organiser’s form to a record: checked by the county, confirmed at home', async () => {
  const { product } = stage();
  const { person, shiftId, title } = await missed('仁青措', '停电那晚的值守');
  const page = await stage().visit(`/shift?id=${shiftId}`, { openId: ORGANISER, viewport: SMALL_PHONE });
  await page.getByRole('button', { name: /^补录/ }).click();
  await arriveAt(page, '/supplement/enter');
  await see(page, '本单位当月还可补录');
  await press(page, '提交补录');
  await see(page, '请选一个人，或扫志愿者证。');
  await see(page, '请写清楚当时的情况，至少四个字。');
  await choose(page, '补给谁', optionOf(person, '仁**'));
  await choose(page, '原因', '现场没有网络');
  await type(page, '当时的情况', '整条街停电，手机没有信号');
  await press(page, '提交补录');
  await see(page, '没有佐证');
  await addPicture(page);
  await press(page, '提交补录');
  await see(page, '已录入，等别人核对');
  await press(page, '看补录办理情况');
  await arriveAt(page, '/supplement/handle');
  await see(page, '这是您录入的或您自己的，请让别人来核对。');

  const county = await stage().visit('/mine', { openId: COUNTY });
  await county.getByRole('button', { name: /^补录办理/ }).click();
  await arriveAt(county, '/supplement/handle');
  await press(county, `看佐证（1） 仁** ${title}`);
  const detail = county.getByRole('dialog', { name: '佐证和经过' });
  await detail.getByRole('img', { name: '佐证照片 1' }).waitFor();
  await see(detail, '录入');
  await press(detail, '关闭');
  await press(county, `核对通过 仁** ${title}`);
  await press(county.getByRole('dialog', { name: '核对通过？' }), '通过');
  await see(county, '已通过，等本人确认');

  const mine = await stage().visit('/mine', { openId: person.openId });
  await press(mine, '我的补录，1 条等您确认');
  await arriveAt(mine, '/supplement/own');
  await press(mine, `确认属实 ${title}`);
  await press(mine.getByRole('dialog', { name: '确认这次服务属实？' }), '确认属实');
  await see(mine, '已确认，计入时长');
  const me = await product.must(person.openId, 'volunteer.getMe', {});
  expect(me.totalMinutes).toBe(60);
});

test('[E41] the public list read by a passer-by; an objection; the office asks, takes back', async () => {
  const { product } = stage();
  const { person, shiftId, title } = await missed('卓玛吉', '没人看见的值守');
  const { supplementId } = await kit.enter(product, shiftId, person.openId);
  await kit.check(product, supplementId, true, COUNTY);
  await kit.answer(product, supplementId, person.openId);

  const passer = await stage().visit('/statistics', {});
  await press(passer, '看补录公示');
  await arriveAt(passer, '/supplement/public');
  await press(passer, `提出异议 卓** ${title}`);
  const objection = passer.getByRole('dialog', { name: '提出异议' });
  await choose(objection, '哪里不对', '这个人没有到场');
  await type(objection, '补充说明（选填）', '那天下大雪，路口没有人');
  await press(objection, '提交异议');
  await see(passer, '已收到，办公室会复核');

  const office = await stage().visit('/mine', { openId: CITY_OFFICE, viewport: DESKTOP });
  await office.getByRole('button', { name: /^补录复核/ }).click();
  await arriveAt(office, '/supplement/review');
  await see(office, /那天下大雪，路口没有人/);
  await press(office, `要求说明 卓** ${title}`);
  const question = office.getByRole('dialog', { name: '要求组织单位说明' });
  await press(question, '发出');
  await see(question, '没有写理由');
  await type(question, '想问什么', '有谁在场？');
  await press(question, '发出');

  const team = await stage().visit('/supplement/handle', { openId: ORGANISER });
  await see(team, '问：有谁在场？');
  await press(team, `回复 卓** ${title}`);
  const reply = team.getByRole('dialog', { name: '回复办公室' });
  await type(reply, '说明', '当时只有她一个人');
  await press(reply, '提交回复');
  await see(team, '已回复');

  await office.reload();
  await see(office, /当时只有她一个人/);
  await press(office, `作废 卓** ${title}`);
  const taking = office.getByRole('dialog', { name: '作废这条补录？' });
  await type(taking, '理由', '没有人能证明');
  await press(taking, '作废');
  await see(office, '已作废');
  const mine = await stage().visit('/supplement/own', { openId: person.openId });
  await see(mine, '理由：没有人能证明');
  const me = await product.must(person.openId, 'volunteer.getMe', {});
  expect(me.totalMinutes).toBe(0);
});

test('[E42] the city sets share, days and school dates; the volunteer says it was not she', async () => {
  const { person, shiftId, title } = await missed('拉姆', '谁也没去的值守');
  const rules = await stage().visit('/supplement/rules', { openId: CITY_OFFICE, viewport: DESKTOP });
  await type(rules, '服务结束后几天内可以补录', '31');
  await press(rules, '保存新规则');
  await see(rules, '请填 1 到 30 之间的整数。');
  await type(rules, '服务结束后几天内可以补录', '10');
  await press(rules, '加一个学校截止日');
  await type(rules, '第 1 个截止日的名称', '期末交时长');
  await rules.getByLabel('第 1 个截止日', { exact: true }).fill('2027-01-15');
  await type(rules, '修改理由', '期末前要盯紧');
  await press(rules, '保存新规则');
  await see(rules, '学校截止日：期末交时长');

  const { product } = stage();
  const { supplementId } = await kit.enter(product, shiftId, person.openId);
  await kit.check(product, supplementId, true, COUNTY);
  const mine = await stage().visit('/supplement/own', { openId: person.openId });
  await press(mine, `不是我 ${title}`);
  await press(mine.getByRole('dialog', { name: '这次服务不是您？' }), '不认这条');
  await see(mine, '本人不认');
  const stranger = await stage().visit('/supplement/review', { openId: 'demo-volunteer' });
  await see(stranger, '您没有这项权限');
});

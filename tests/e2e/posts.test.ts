/** 岗位 and 附件 of an activity, and brand projects on a picture of the city. */
import fs from 'node:fs/promises';
import { DAY_MS } from '@domain/time/civil-day';
import { openShift, ORGANISER } from '../kit/shifts';
import { arriveAt, eventually, press, see, type } from './kit/hands';
import { PHONE, SMALL_PHONE, useStage } from './kit/stage';
import { registered } from './kit/volunteers';

const stage = useStage();

test('[E106] two posts: refused by age, chosen, waited for, a seat added, the line served', async () => {
  const { product } = stage();
  const editor = await stage().visit('/organiser/activity-editor', { openId: ORGANISER, viewport: PHONE });
  await type(editor, '活动名称', '讲解员和后勤');
  await type(editor, '活动说明', '在展厅里讲解，或者烧水搬凳子；穿红马甲，听队长安排。');
  await press(editor, '分岗位报名');
  await press(editor, '加一个岗位');
  await type(editor, '岗位 1', '讲解');
  await type(editor, '岗位 1 名额', '1');
  await editor.getByLabel(/岗位 1 最低年龄/).fill('60');
  await press(editor, '发布活动');
  await see(editor, /请给每个岗位写名称/);
  await type(editor, '岗位 2', '后勤');
  await type(editor, '岗位 2 名额', '1');
  await press(editor, '发布活动');
  await see(editor, '“讲解员和后勤”已发布');
  const made = product.documents('shifts').find(({ title }) => title === '讲解员和后勤');
  const shiftId = typeof made?._id === 'string' ? made._id : '';

  const people = [await registered(product), await registered(product)] as const;
  const open = (openId: string) => stage().visit(`/shift?id=${shiftId}`, { openId, viewport: SMALL_PHONE });
  const first = await open(people[0].openId);
  await see(first, /^您愿意做哪个岗位/);
  await press(first, /^讲解，还剩 1 个/);
  await press(first, '我要报名');
  await see(first, '岗位“讲解”要求年满 60 周岁');
  await press(first, /^讲解，还剩 1 个/);
  await press(first, /^后勤，还剩 1 个/);
  await press(first, '我要报名');
  await see(first, /您的岗位：后勤。/);

  const second = await open(people[1].openId);
  await press(second, /^后勤，1 个名额已满/);
  await press(second, '排队候补');
  await see(second, '候补中，您排在第一');
  await see(second, /等的岗位：后勤。/);

  const desk = await stage().visit(`/shift?id=${shiftId}`, { openId: ORGANISER });
  await press(desk, /报名和候补/);
  await arriveAt(desk, '/organiser/roster');
  await see(desk, /岗位：后勤/);
  await type(desk, '岗位 2 名额', '2');
  await press(desk, '保存岗位');
  await see(desk, '后勤：2 / 2，愿意候补 0 人');
  await second.reload();
  await see(second, '候补成功，您有名额了');
  await see(second, '我的岗位');
});

test('[E107] a paper of an activity: put there, seen with its size, fetched, taken away', async () => {
  const { product } = stage();
  const shiftId = await openShift(product, { startsInMs: DAY_MS });
  const { activity } = await product.must('', 'activity.getShift', { shiftId });
  const desk = await stage().visit(`/organiser/pictures?id=${activity.activityId}`, { openId: ORGANISER });
  await see(desk, '附件');
  const choosing = desk.waitForEvent('filechooser');
  await press(desk, '选 PDF');
  const content = Buffer.from(`%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n${'%'.repeat(50_000)}\n%%EOF\n`);
  const file = { name: '安全须知.pdf', mimeType: 'application/pdf', buffer: content };
  await (await choosing).setFiles(file);
  await see(desk, '安全须知.pdf');
  const reader = await stage().visit(`/activity?id=${activity.activityId}`, { viewport: SMALL_PHONE });
  await see(reader, 'PDF，51 KB');
  const fetching = reader.waitForEvent('download');
  await press(reader, /安全须知.pdf/);
  const { size } = await fs.stat(await (await fetching).path());
  expect(size).toBe(content.length);
  await press(desk, /安全须知.pdf/);
  await press(desk.getByRole('dialog'), '去掉');
  await eventually(() => desk.getByText('安全须知.pdf').filter({ visible: true }).count(), 0);
});

test('[E108] brands on a picture of the city: a group listed, a project opened by keyboard', async () => {
  const page = await stage().visit('/projects', { viewport: SMALL_PHONE });
  await press(page, '看地图，按县看');
  await arriveAt(page, '/brand/counties');
  await see(page, '全部品牌项目');
  const group = page.getByRole('button', { name: /一带，\d+ 个品牌项目，/ }).first();
  const count = Number(/，(\d+) 个/.exec((await group.getAttribute('aria-label')) ?? '')?.[1]);
  await group.focus();
  await page.keyboard.press('Enter');
  await see(page, `这一带的 ${String(count)} 个项目`);
  await press(page, '看全部品牌项目');
  await see(page, '全部品牌项目');
  await page.getByRole('button', { name: /小时/ }).last().focus();
  await page.keyboard.press('Enter');
  await arriveAt(page, '/project?id=');
});

/** The organiser's main job: an activity with its shift, published, and its code on the screen. */
import { ORGANISER } from '../kit/shifts';
import { arriveAt, press, see, type } from './kit/hands';
import { useStage } from './kit/stage';

const stage = useStage();

test('[E7] create and publish an activity; a bad time is refused at the field; its code opens', async () => {
  const { product } = stage();
  const count = product.documents('activities').length;
  const page = await stage().visit('/organiser/activities', { openId: ORGANISER });
  await press(page, '新建活动');
  await arriveAt(page, '/organiser/activity-editor');
  await type(page, '活动名称', '周末路口值守');
  await type(page, '活动说明', '在路口引导行人，提醒来车礼让；穿红马甲，听队长安排。');
  await page.getByLabel('开始', { exact: true }).fill('09:00');
  await page.getByLabel('结束', { exact: true }).fill('09:05');
  await press(page, '发布活动');
  await see(page, '每场次至少 10 分钟。');
  await see(page, '还有 1 处要改');
  expect(product.documents('activities')).toHaveLength(count);
  await page.getByLabel('结束', { exact: true }).fill('11:00');
  await press(page, '发布活动');
  await see(page, '“周末路口值守”已发布');
  const created = product.documents('activities').find(({ title }) => title === '周末路口值守');
  const activityId = typeof created?._id === 'string' ? created._id : '';
  expect(created).toMatchObject({ state: 'published' });
  expect(product.documents('activities')).toHaveLength(count + 1);

  await press(page, '看第一场的签到码');
  await arriveAt(page, '/organiser/rotating-code?id=');
  await page.getByRole('img', { name: '周末路口值守的签到码，每 30 秒更换' }).waitFor();
  await see(page, /开始签到，到时扫这个码才有效。/);

  const reader = await stage().visit(`/activity?id=${activityId}`);
  await reader.getByRole('heading', { name: '周末路口值守' }).first().waitFor();
  await see(reader, '还剩 20 个名额，共 20 个');
});

test('[E7] who is no organiser is told so and led on', async () => {
  const page = await stage().visit('/organiser/activities', { openId: 'demo-volunteer' });
  await see(page, '您没有这项权限');
});

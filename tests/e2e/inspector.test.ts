/** The inspector of the local cloud in a real browser. */
import { ORGANISER } from '../kit/shifts';
import { press, see } from './kit/hands';
import { DESKTOP, useStage } from './kit/stage';

const stage = useStage();

test('[E11] every tab of the inspector loads, and a timer runs when told to', async () => {
  const { product } = stage();
  const { projects } = await product.must(ORGANISER, 'activity.listOrganisedProjects', {});
  const projectId = projects[0]?.projectId ?? '';
  await product.must(ORGANISER, 'reach.getMiniProgramCode', { target: { kind: 'project', projectId } });
  const page = await stage().visit('/__local/', { viewport: DESKTOP });
  const tabs: readonly [string, RegExp][] = [
    ['总览', /数据库请求共/],
    ['数据', /第 1–\d+ 条，共 \d+ 条/],
    ['调用', /云函数调用/],
    ['定时器', /立即运行/],
    ['消息', /将会发送的订阅消息/],
    ['文件与码', /pages\/landing/],
    ['时钟与故障', /没有故障，一切正常/],
  ];
  for (const [name, words] of tabs) {
    await page.getByRole('tab', { name }).click();
    await see(page, words);
  }
  await page.getByRole('tab', { name: '定时器' }).click();
  const fold = page.getByRole('row').filter({ hasText: 'fold' });
  await press(fold, '立即运行');
  await see(page, /已运行，用时 \d+ 毫秒/);
  await see(fold, '成功');
});

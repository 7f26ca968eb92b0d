/** From a brand project's story to a seat in a shift, and from a link to exactly the deed it means. */
import { addressOf, sceneOf, type Link } from '@domain/link/link';
import { parseProjectId, parseShiftId } from '@domain/kernel/identifiers';
import { HOUR_MS } from '@domain/time/civil-day';
import { requestId } from '../kit/product';
import { CodeScreen, openShift, ORGANISER } from '../kit/shifts';
import { arriveAt, becomePersona, follow, press, see } from './kit/hands';
import { SMALL_PHONE, useStage } from './kit/stage';
import { fillRegistration, registered, stranger } from './kit/volunteers';

const stage = useStage();
const COMMUNITY = '马江社区居委会';

async function shiftLater(capacity: number) {
  const { product } = stage();
  const shiftId = await openShift(product, { capacity, startsInMs: HOUR_MS });
  const { shift } = await product.must('somebody', 'activity.getShift', { shiftId });
  return shift;
}

async function takenCount(shiftId: string): Promise<number> {
  return (await stage().product.must('somebody', 'activity.getShift', { shiftId })).shift.takenCount;
}

test('[E2] a passer-by reads a brand project; a volunteer takes a seat and sees one seat less', async () => {
  const { product } = stage();
  const shift = await shiftLater(2);
  const { projects } = await product.must(ORGANISER, 'activity.listOrganisedProjects', {});
  const title = projects[0]?.title ?? '';
  const page = await stage().visit('/projects', { viewport: SMALL_PHONE });
  await see(page, '当前身份：新访客');
  await press(page, new RegExp(title));
  await see(page, '项目故事');
  await see(page, '项目档案');
  await press(page, /测试活动：路口值守/);
  await arriveAt(page, `/activity?id=${shift.activityId}`);
  await see(page, '还剩 2 个名额，共 2 个');
  await becomePersona(page, '志愿者');
  await press(page, '我要报名');
  await see(page, '您已报名');
  await see(page, '还剩 1 个名额，共 2 个');
  expect(await takenCount(shift.shiftId)).toBe(1);
  await press(page, '取消报名');
  await press(page.getByRole('dialog'), '取消报名');
  await see(page, '还剩 2 个名额，共 2 个');
  expect(await takenCount(shift.shiftId)).toBe(0);
});

test('[E2] a full shift says so, also to whom it was still open a moment ago', async () => {
  const { product } = stage();
  const shift = await shiftLater(1);
  const [first, second] = [await registered(product), await registered(product)];
  const page = await stage().visit(`/shift?id=${shift.shiftId}`, { openId: second.openId });
  await see(page, '还剩 1 个名额，共 1 个');
  await product.must(first.openId, 'attendance.enrol', { requestId: requestId(), shiftId: shift.shiftId });
  await press(page, '我要报名');
  await see(page, '请看看其他场次或活动；有人取消时名额会空出来。');
  await see(page, '名额已满，请看看其他场次；有人取消时先到先得。');
  expect(await takenCount(shift.shiftId)).toBe(1);
});

const landAt = (link: Link, openId: string) => stage().visit(addressOf('', link), { openId });

test('[E3] a link to a shift or an activity: register on the way, come back to that deed', async () => {
  const shift = await shiftLater(5);
  const { shiftId, activityId } = shift;
  const links: readonly [Link, string][] = [
    [{ kind: 'shift', shiftId }, `/shift?id=${shiftId}`],
    [{ kind: 'activity', activityId }, `/activity?id=${activityId}`],
  ];
  for (const [link, address] of links) {
    const person = stranger();
    const page = await landAt(link, person.openId);
    if (link.kind === 'activity') await follow(page, '我要报名');
    await arriveAt(page, address);
    await press(page, '我要报名');
    await arriveAt(page, '/register');
    await fillRegistration(page, person, COMMUNITY);
    await press(page, '提交注册');
    await arriveAt(page, address);
    await press(page, '我要报名');
    await see(page, '您已报名');
  }
  expect(await takenCount(shiftId)).toBe(2);
});

test('[E3] a link to a project opens its story for anybody', async () => {
  const { product } = stage();
  const { projects } = await product.must('somebody', 'project.listBrandProjects', { cursor: null });
  const project = projects[1];
  if (project === undefined) throw new Error('the demo has brand projects');
  const page = await landAt({ kind: 'project', projectId: parseProjectId(project.projectId) }, 'reader');
  await see(page, project.goal);
  await follow(page, '参加这个项目');
  await arriveAt(page, `/project?id=${project.projectId}`);
  await page.getByRole('heading', { name: project.title }).first().waitFor();
  await see(page, '项目故事');
});

test('[E3] a scanned code of a stranger: register, come back, one tap', async () => {
  const { product } = stage();
  const shiftId = parseShiftId(await openShift(product));
  const { code } = (await CodeScreen.of(product, shiftId)).code();
  const person = stranger();
  const page = await landAt({ kind: 'checkIn', shiftId, code }, person.openId);
  await arriveAt(page, `/check-in?id=${shiftId}`);
  await press(page, '确认签到');
  await see(page, '您还不是注册志愿者');
  await press(page, '去注册，完成后回到这里');
  await fillRegistration(page, person, COMMUNITY);
  await press(page, '提交注册');
  await arriveAt(page, `/check-in?id=${shiftId}&code=${code}`);
  await press(page, '确认签到');
  await see(page, '签到成功');
});

test('[E3] a damaged link says what it may be and leads on', async () => {
  const { shiftId } = await shiftLater(1);
  const scene = sceneOf({ kind: 'shift', shiftId });
  const damaged = scene.slice(0, 3) + (scene[3] === 'x' ? 'y' : 'x') + scene.slice(4);
  for (const address of [`/l?s=${damaged}`, `/l?s=${scene.slice(0, -1)}`, '/l?q=https%3A%2F%2Fexample.com']) {
    const page = await stage().visit(address);
    await see(page, '这个链接打不开');
    await press(page, '看看品牌项目');
    await arriveAt(page, '/projects');
  }
});

/** The small pages as a reader of an article meets them: read at once, without script, and then the deed. */
import { addressOf, sceneOf, type Link } from '@domain/link/link';
import { parseProjectId } from '@domain/kernel/identifiers';
import { arriveAt, choose, follow, press, see } from './kit/hands';
import { PHONE, SMALL_PHONE, useStage } from './kit/stage';
import { fillRegistration, stranger } from './kit/volunteers';

const stage = useStage();
const ORGANISER = 'demo-organiser';
const VIA = { kind: 'article', number: 12 } as const;

async function aBusyProject() {
  const { product } = stage();
  const { projects } = await product.must('', 'project.listBrandProjects', { cursor: null });
  for (const { projectId } of projects) {
    const story = await product.must('', 'project.getProject', { projectId });
    if (story.activities.length > 0) return story;
  }
  throw new Error('the demo has activities ahead');
}

test('[E97] from an article: read a project, its activity, register, and the way is remembered', async () => {
  const { product } = stage();
  const story = await aBusyProject();
  const link: Link = { kind: 'project', projectId: parseProjectId(story.project.projectId) };
  const person = stranger();
  const page = await stage().visit(addressOf('', link, VIA), { openId: person.openId });
  await see(page, story.project.goal);
  await see(page, '演示数据');
  const [activity] = story.activities;
  if (activity === undefined) throw new Error('there is one');
  await page
    .getByRole('link', { name: new RegExp(`^${activity.title}`) })
    .first()
    .click();
  await see(page, '活动说明');
  await follow(page, '我要报名');
  await arriveAt(page, `/activity?id=${activity.activityId}`);
  await page.goto(`${product.cloud.url}/register`);
  await fillRegistration(page, person, '马江社区居委会');
  await press(page, '提交注册');
  await see(page, '注册成功，欢迎您');
  const volunteerId = product.volunteerIdOf(person.openId);
  expect(product.documents('volunteers').find(({ _id }) => _id === volunteerId)).toMatchObject({
    channel: 'a0c',
  });
});

test.each([
  ['a phone', PHONE],
  ['a small phone', SMALL_PHONE],
])('[E98] every page fits %s, in large type too, and is big enough to hit', async (_device, viewport) => {
  const story = await aBusyProject();
  const links: Link[] = [
    { kind: 'project', projectId: parseProjectId(story.project.projectId) },
    { kind: 'statistics' },
  ];
  for (const link of links) {
    const page = await stage().visit(addressOf('', link), { viewport });
    for (const other of ['大字版', '普通字号']) {
      const measured = await page.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - window.innerWidth,
        smallest: Math.min(
          ...[...document.querySelectorAll('nav a, header a, footer a')].map(
            (one) => one.getBoundingClientRect().height,
          ),
        ),
      }));
      expect(measured.overflow).toBeLessThanOrEqual(0);
      expect(measured.smallest).toBeGreaterThanOrEqual(44);
      await follow(page, other);
    }
    expect(await page.locator('script').count()).toBe(0);
  }
});

test('[E98] a page leads into the mini-program, and its other links into the app', async () => {
  const page = await stage().visit(addressOf('', { kind: 'statistics' }, VIA));
  await follow(page, '在微信小程序里打开');
  await arriveAt(page, '/statistics');
  const broken = await stage().visit('/p?s=p.broken', { expectedErrors: [/404/] });
  await see(broken, '这个链接打不开');
  await follow(broken, '看看品牌项目');
  await arriveAt(broken, '/projects');
});

test('[E99] an organiser takes what goes into an article, and a link for messages', async () => {
  const { product } = stage();
  const { projects } = await product.must(ORGANISER, 'activity.listOrganisedProjects', {});
  const projectId = parseProjectId(projects[0]?.projectId ?? '');
  const page = await stage().visit(`/project?id=${projectId}`, { openId: ORGANISER });
  await press(page, /^推广/);
  await arriveAt(page, '/organiser/spread');
  await press(page, '增加编号');
  const link: Link = { kind: 'project', projectId };
  const scene = sceneOf(link, { kind: 'article', number: 2 });
  for (const start of ['<mp-miniprogram ', '<a ', '{"type":"miniprogram"']) {
    await page.getByText(start).filter({ hasText: scene, visible: true }).first().waitFor();
  }
  await choose(page, '放在哪里', '短信、通知');
  await press(page, '生成短信、网页里用的链接');
  const made = sceneOf(link, { kind: 'message', number: 2 });
  await see(page, new RegExp(`/pages/landing/index\\?scene=${made}$`));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

/** What holds on every screen: 演示数据, who one is, 长辈版, and that everybody can use it. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { CITY_OFFICE, openShift, ORGANISER } from '../kit/shifts';
import { becomePersona, press, see } from './kit/hands';
import { DESKTOP, PHONE, SMALL_PHONE, useStage, type Visitor } from './kit/stage';
import { stranger } from './kit/volunteers';

const stage = useStage();

interface View {
  readonly name: string;
  readonly address: string;
  readonly openId: string;
}

async function views(): Promise<View[]> {
  const { product } = stage();
  const shiftId = await openShift(product);
  const { activity } = await product.must('somebody', 'activity.getShift', { shiftId });
  const volunteer = 'demo-volunteer';
  return [
    { name: 'home', address: '/home', openId: volunteer },
    { name: 'projects', address: '/projects', openId: volunteer },
    { name: 'project', address: `/project?id=${activity.projectId}`, openId: volunteer },
    { name: 'activity', address: `/activity?id=${activity.activityId}`, openId: volunteer },
    { name: 'shift', address: `/shift?id=${shiftId}`, openId: volunteer },
    { name: 'check-in tab', address: '/check-in-hub', openId: volunteer },
    { name: 'check-in', address: `/check-in?id=${shiftId}`, openId: volunteer },
    { name: 'mine', address: '/mine', openId: volunteer },
    { name: 'records', address: '/my-records', openId: volunteer },
    { name: 'register', address: '/register', openId: stranger().openId },
    { name: 'landing', address: '/l?s=broken', openId: volunteer },
    { name: 'activities', address: '/organiser/activities', openId: ORGANISER },
    { name: 'editor', address: '/organiser/activity-editor', openId: ORGANISER },
    { name: 'code', address: `/organiser/rotating-code?id=${shiftId}`, openId: ORGANISER },
    { name: 'board', address: '/office/board', openId: CITY_OFFICE },
  ];
}

async function openSettled(view: View, visitor: Visitor = {}): Promise<Page> {
  const page = await stage().visit(view.address, { openId: view.openId, ...visitor });
  await see(page, '演示数据');
  await page.getByRole('status', { name: '正在加载' }).first().waitFor({ state: 'hidden' });
  return page;
}

/** Visible words smaller than `least` px; runs in the page. */
function smallWords(least: number): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const words = node.textContent?.trim() ?? '';
    if (element === null || words === '' || !element.checkVisibility()) continue;
    if (element.closest('option, script, style') !== null) continue;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    if (size < least) found.push(`${words.slice(0, 20)}: ${size} px`);
  }
  return found;
}

/** Visible things to press or fill in that are narrower or lower than `least` px; runs in the page. */
function smallTargets(least: number): string[] {
  const targets = [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href]')];
  return targets
    .filter((target) => target.checkVisibility())
    .flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      const isSmall = Math.min(width, height) < least - 0.5;
      const name = target.getAttribute('aria-label') ?? target.innerText;
      return isSmall ? [`${name.slice(0, 20)}: ${Math.round(width)}×${Math.round(height)}`] : [];
    });
}

test('[E9] 演示数据 is on every screen of a small phone; nothing too wide or too small to hit', async () => {
  const faults: string[] = [];
  for (const view of await views()) {
    const page = await openSettled(view, { viewport: SMALL_PHONE });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) faults.push(`${view.name}: ${overflow} px too wide`);
    const small = await page.evaluate(smallTargets, 44);
    faults.push(...small.map((target) => `${view.name}: ${target}`));
    await page.close();
  }
  expect(faults).toEqual([]);
});

test('[E9] one becomes somebody else on the spot, and the screen follows', async () => {
  const page = await stage().visit('/home', { openId: 'demo-visitor' });
  await see(page, '注册成为志愿者');
  await becomePersona(page, '组织者');
  await page
    .getByRole('button', { name: /^组织活动/ })
    .first()
    .waitFor();
  await becomePersona(page, '县级管理');
  await page.getByRole('button', { name: /^看板/ }).first().waitFor();
  await page.reload();
  await see(page, '当前身份：县级管理');
});

test('[E9] 长辈版: words of at least 24 px and targets of at least 60, and back again', async () => {
  const shiftId = await openShift(stage().product);
  const page = await stage().visit('/mine', { openId: 'demo-volunteer', viewport: PHONE });
  await press(page, '长辈版');
  for (const address of ['/home', `/check-in?id=${shiftId}`]) {
    await page.goto(stage().product.cloud.url + address);
    await see(page, address === '/home' ? '近期活动' : '用定位签到');
    await page.getByRole('status', { name: '正在加载' }).first().waitFor({ state: 'hidden' });
    expect({ address, words: await page.evaluate(smallWords, 24) }).toEqual({ address, words: [] });
    expect({ address, targets: await page.evaluate(smallTargets, 60) }).toEqual({ address, targets: [] });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  }
  await page.goto(`${stage().product.cloud.url}/mine`);
  await press(page, '标准版');
  expect(await page.evaluate(smallTargets, 44)).toEqual([]);
});

test('[E10] no serious barrier on the main screens, on a phone and at a desk', async () => {
  const main = (await views()).filter(({ name }) =>
    ['home', 'project', 'register', 'check-in', 'board', 'code', 'editor'].includes(name),
  );
  const barriers: string[] = [];
  for (const view of main) {
    for (const viewport of view.name === 'board' || view.name === 'home' ? [PHONE, DESKTOP] : [PHONE]) {
      const page = await openSettled(view, { viewport });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      for (const { id, nodes } of serious) {
        barriers.push(
          `${view.name} ${viewport.width}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
        );
      }
      await page.close();
    }
  }
  expect(barriers).toEqual([]);
});

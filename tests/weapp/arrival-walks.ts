/** Arriving: by a card, from the timeline, by a code while the app runs, over a bad network, unregistered. */
import { parseProjectId, parseShiftId } from '@domain/kernel/identifiers';
import type { Channel } from '@domain/link/channel';
import { arrivalOfText, sceneOf, type Link } from '@domain/link/link';
import { CARD_TITLE_MAXIMUM } from '@domain/link/sharing';
import { MINUTE_MS } from '@domain/time/civil-day';
import { openShift } from '../kit/shifts';
import type { Device, Shared } from './device/device';
import { waitFor } from './device/wait-for';
import { fillRegistration } from './registering';
import { firstProject, scannedCode, shiftOfToday, type Ground, type Walk } from './walk';

const LANDING = 'pages/landing/index';
const SHIFT = 'pages/shift/index';
/** WeChat's numbers of the ways in. */
const SINGLE_PAGE = 1154;
const OUT_OF_SINGLE_PAGE = 1155;
const CODE = 1047;
const PLAIN_CODE = 1011;

function queryOf(text: string): Record<string, string> {
  const pairs = (text.split('?').pop() ?? '').split('&').map((pair) => pair.split('='));
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]));
}

function must(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

/** What a card says beyond its title: the link, and by whom it was found. */
function mustLead(text: string | undefined, link: Link, kind: Channel['kind']): void {
  const wanted = JSON.stringify({ link, channel: { kind, number: 0 } });
  const found = JSON.stringify(arrivalOfText(text ?? ''));
  must(found === wanted, `${String(text)} leads to ${found}, not ${wanted}`);
}

async function shared(device: Device, way: Parameters<Device['share']>[0]): Promise<Shared> {
  await waitFor(
    () => device.surroundings.canShare,
    () => `the menu of ${device.path} offers 转发`,
  );
  const card = device.share(way);
  if (card === undefined) throw new Error(`${device.path} has no ${way}`);
  must(Array.from(card.title ?? '').length <= CARD_TITLE_MAXIMUM * 2, `too long: ${String(card.title)}`);
  return card;
}

async function mustPassOn(device: Device, link: Link, title: RegExp): Promise<void> {
  const card = await shared(device, 'onShareAppMessage');
  must(title.test(card.title ?? ''), `the card says ${String(card.title)}`);
  must(card.path?.startsWith(`${LANDING}?scene=`) === true, `the card opens ${String(card.path)}`);
  mustLead(card.path, link, 'friend');
  mustLead(`?${String((await shared(device, 'onShareTimeline')).query)}`, link, 'timeline');
  mustLead(`?${String((await shared(device, 'onAddToFavorites')).query)}`, link, 'favourite');
}

/** Opens it as WeChat hands over a printed code: still encoded. */
function land(device: Device, link: Link): void {
  device.launch(LANDING, { scene: encodeURIComponent(sceneOf(link)) }, CODE);
}

function channelOnRecord({ product }: Ground, openid: string): unknown {
  const volunteerId = product.volunteerIdOf(openid);
  return product.documents('volunteers').find(({ _id }) => _id === volunteerId)?.['channel'];
}

const cards: Walk = {
  name: 'what anybody may read is passed on as a link with its way; what is personal is not',
  run: async (ground) => {
    const { activity, shift } = await shiftOfToday(ground);
    const project = await firstProject(ground);
    const { activityId } = activity;
    const shiftLink: Link = { kind: 'shift', shiftId: shift.shiftId };
    const links: readonly (readonly [Link, string, RegExp])[] = [
      [shiftLink, SHIFT, /^邀您参加：/],
      [{ kind: 'activity', activityId }, 'pages/activity/index', /^邀您参加：/],
      [{ kind: 'project', projectId: parseProjectId(project.projectId) }, 'pages/project/index', /：/],
      [{ kind: 'statistics' }, 'packages/public/statistics/index', /志愿服务统计$/],
    ];
    for (const [link, page, title] of links) {
      const device = ground.device('demo-volunteer');
      land(device, link);
      await device.shows(page, '转发给朋友');
      await mustPassOn(device, link, title);
    }
    const device = ground.device('demo-volunteer');
    device.launch('pages/check-in/index', { id: shift.shiftId });
    must(device.share('onShareAppMessage') === undefined, '签到 is nobody else’s');
  },
};

const fromCard: Walk = {
  name: 'a card in a chat, unregistered: 报名 leads to registering and back, and the way is on record',
  run: async (ground) => {
    const shiftId = await openShift(ground.product, { startsInMs: 60 * MINUTE_MS });
    const sender = ground.device('demo-volunteer');
    sender.launch(SHIFT, { id: shiftId });
    await sender.shows(SHIFT, '转发给朋友');
    const { path = '' } = await shared(sender, 'onShareAppMessage');
    const device = ground.device('wx-friend');
    device.launch(LANDING, queryOf(path), 1007);
    await device.shows(SHIFT, '测试活动：路口值守');
    await device.page.tap('我要报名');
    await device.shows('pages/register/index', '注册好就回到刚才要办的事');
    await fillRegistration(ground, device, { name: '扎西措', number: 11 });
    await device.page.tap('提交注册');
    await device.shows(SHIFT, '我要报名');
    await device.page.tap('我要报名');
    await device.shows(SHIFT, '已报名');
    const channel = channelOnRecord(ground, 'wx-friend');
    must(channel === 'f00', `the registration came by ${String(channel)}`);
  },
};

const timeline: Walk = {
  name: 'from the timeline: read without signing in, nothing leads on, and 前往小程序 keeps the way',
  run: async (ground) => {
    const { activity, shift } = await shiftOfToday(ground);
    const sender = ground.device('demo-volunteer');
    sender.launch(SHIFT, { id: shift.shiftId });
    await sender.shows(SHIFT, '转发给朋友');
    const query = queryOf((await shared(sender, 'onShareTimeline')).query ?? '');
    const alone = ground.device('wx-reader');
    alone.launch(SHIFT, query, SINGLE_PAGE);
    await alone.shows(SHIFT, shift.place.name, '前往小程序', '就能报名');
    must(!alone.page.has('我要报名'), '报名 is offered to nobody');
    await alone.page.tap(activity.title);
    await waitFor(
      () => alone.surroundings.toasts.some((text) => text.includes('前往小程序')),
      () => 'a tap says where to go on',
    );
    must(alone.path === SHIFT, 'nothing leads on');
    const asked = alone.surroundings.calls.filter((name) => name.startsWith('volunteer.'));
    must(asked.length === 0, `asked who it is: ${asked.join()}`);
    const device = ground.device('wx-reader');
    device.launch(SHIFT, query, OUT_OF_SINGLE_PAGE);
    await device.shows(SHIFT, shift.place.name, '转发给朋友');
    const kept = String(device.surroundings.storage.get('xiangfeng.arrival-channel'));
    must(kept.includes('"t00"'), `kept: ${kept}`);
    const offline = ground.device('wx-reader');
    offline.surroundings.isOffline = true;
    offline.launch('pages/activity/index', { id: activity.activityId }, SINGLE_PAGE);
    await offline.shows('pages/activity/index', '请在小程序里看');
  },
};

const reentry: Walk = {
  name: 'a code scanned while the app runs lands on its page, a second time too; no landing page stays',
  run: async (ground) => {
    const { shift, activity } = await shiftOfToday(ground);
    const project = await firstProject(ground);
    const device = ground.device('demo-volunteer');
    land(device, { kind: 'shift', shiftId: shift.shiftId });
    await device.shows(SHIFT, shift.place.name);
    const link: Link = { kind: 'project', projectId: parseProjectId(project.projectId) };
    for (let time = 0; time < 2; time += 1) {
      device.reenter(LANDING, { scene: encodeURIComponent(sceneOf(link)) }, CODE);
      await device.shows('pages/project/index', project.goal);
      must(device.openPages.length === 1, device.openPages.join());
    }
    // An ordinary QR code: the whole address, once more encoded, and an instant that anybody can write.
    const q = encodeURIComponent(await scannedCode(ground, shift.shiftId));
    device.reenter(LANDING, { q, scancode_time: '1' }, PLAIN_CODE);
    await device.shows('pages/check-in/index', activity.title);
    device.reenter(LANDING, { scene: 'p.0000000000.XX' }, CODE);
    await device.shows(LANDING, '这个链接打不开');
    device.reenter(LANDING, { scene: encodeURIComponent(sceneOf(link)) }, CODE);
    await device.shows('pages/project/index', project.goal);
  },
};

const deep: Walk = {
  name: 'ten pages deep a code still opens, and so does what is tapped',
  run: async (ground) => {
    const { shift, activity } = await shiftOfToday(ground);
    const device = ground.device('demo-volunteer');
    device.launch('pages/check-in-hub/index');
    for (let page = 0; page < 8; page += 1) {
      device.navigate(`/${LANDING}?scene=p.0000000000.XX`);
      await device.shows(LANDING, '这个链接打不开');
    }
    device.navigate(`/${SHIFT}?id=${shift.shiftId}`);
    must(device.openPages.length === 10, 'ten pages');
    await device.shows(SHIFT, activity.title);
    await device.page.tap('活动说明和其他场次');
    await device.shows('pages/activity/index', activity.title);
    must(device.openPages.length === 10, `${String(device.openPages.length)} pages`);
    device.goBack();
    await device.shows(LANDING, '重新扫码');
  },
};

const halfFilled: Walk = {
  name: 'a code scanned over a half-filled form loses nothing of it',
  run: async (ground) => {
    const { shift } = await shiftOfToday(ground);
    const device = ground.device('demo-volunteer');
    const form = 'packages/demand/place/index';
    device.launch(form);
    await device.shows(form, '具体需要什么');
    await device.page.type('具体需要什么', '帮老人收青稞，三亩地');
    await device.shows(form, '帮老人收青稞，三亩地');
    device.reenter(LANDING, {
      scene: encodeURIComponent(sceneOf({ kind: 'shift', shiftId: shift.shiftId })),
    });
    await device.shows(SHIFT, shift.place.name);
    device.navigate(`/${form}`);
    await device.shows(form, '帮老人收青稞，三亩地');
  },
};

const registerThenDeed: Walk = {
  name: 'a code scanned unregistered: registering, the app shut in between, and then one tap checks in',
  run: async (ground) => {
    const shiftId = await openShift(ground.product);
    const before = ground.device('wx-late');
    const q = encodeURIComponent(await scannedCode(ground, shiftId));
    before.launch(LANDING, { q }, PLAIN_CODE);
    await before.shows('pages/check-in/index', '确认签到');
    await before.page.tap('确认签到');
    await before.page.tap('去注册，完成后回到这里');
    await before.page.type('姓名', '阿旺扎西');
    await before.shows('pages/register/index', '阿旺扎西');
    before.switchOff();
    try {
      ground.product.cloud.clock.advance(4 * MINUTE_MS);
      const device = ground.device('wx-late', before.surroundings.storage);
      device.launch('pages/home/index');
      await device.page.tap('注册成为志愿者');
      await device.shows('pages/register/index', '阿旺扎西', '注册好就回到刚才要办的事');
      await fillRegistration(ground, device, { name: '阿旺扎西', number: 12 });
      await device.page.tap('提交注册');
      await device.shows('pages/check-in/index', '确认签到');
      await device.page.tap('确认签到');
      await device.shows('pages/check-in/index', '签到成功');
    } finally {
      ground.product.standAt();
    }
  },
};

const badNetwork: Walk = {
  name: 'without a network a scanned code is kept; a page that does not come can be tried again',
  run: async (ground) => {
    const { shift } = await shiftOfToday(ground);
    const device = ground.device('demo-volunteer');
    const link: Link = { kind: 'shift', shiftId: parseShiftId(shift.shiftId) };
    device.surroundings.isPackageLost = true;
    land(device, link);
    await device.shows(LANDING, '页面没能打开');
    device.surroundings.isPackageLost = false;
    await device.page.tap('重新加载');
    await device.shows(SHIFT, shift.place.name);
    const lonely = ground.device('demo-volunteer');
    lonely.surroundings.isOffline = true;
    const q = encodeURIComponent(await scannedCode(ground, shift.shiftId));
    lonely.launch(LANDING, { q }, PLAIN_CODE);
    await lonely.shows('pages/check-in/index', '没有网络', '确认签到');
    await lonely.page.tap('确认签到');
    await lonely.shows('pages/check-in/index', '1 项操作已存在手机里');
  },
};

const scanner: Walk = {
  name: 'the scanner in the app opens a mini-program code, says what a foreign code is, and bears a refusal',
  run: async (ground) => {
    const { shift } = await shiftOfToday(ground);
    const device = ground.device('demo-volunteer');
    device.launch('pages/check-in-hub/index');
    device.surroundings.scannedText = 'https://example.com/menu';
    await device.page.tap('扫码签到');
    await device.shows('pages/check-in-hub/index', '这不是向锋的码');
    device.surroundings.scannedText = '';
    const scene = encodeURIComponent(sceneOf({ kind: 'shift', shiftId: shift.shiftId }));
    device.surroundings.scannedPath = `${LANDING}?scene=${scene}`;
    await device.page.tap('扫码签到');
    await device.shows(SHIFT, shift.place.name);
    // The position refused in WeChat's dialog, or its privacy contract: said, and the other ways stay.
    device.navigate(`/pages/check-in/index?id=${shift.shiftId}`);
    await device.shows('pages/check-in/index', '8 位短码');
    await device.page.tap('用定位签到');
    await device.shows('pages/check-in/index', '没有获得定位权限', '8 位短码');
  },
};

/** In no order: each starts a phone of its own. */
export const arrivalWalks: readonly Walk[] = [
  cards,
  fromCard,
  timeline,
  reentry,
  deep,
  halfFilled,
  registerThenDeed,
  badNetwork,
  scanner,
];

/** 渠道成效 as it comes about: a link of an article, a registration, a first service, and the office's screen. */
import { CONSENT_VERSIONS } from '@contract/consent.contract';
import { addressOf, sceneOf, type Link } from '@domain/link/link';
import { parseActivityId, parseShiftId } from '@domain/kernel/identifiers';
import { MINUTE_MS } from '@domain/time/civil-day';
import { requestId } from '../kit/product';
import { at, openShift } from '../kit/shifts';
import { arriveAt, eventually, follow, press, see } from './kit/hands';
import { DESKTOP, PHONE, SMALL_PHONE, useStage } from './kit/stage';
import { fillRegistration, stranger } from './kit/volunteers';

const stage = useStage();
const COUNTY_OFFICE = 'demo-county';
const CITY_OFFICE = 'demo-city';
/** no article of the demo city */
const VIA = { kind: 'article', number: 37 } as const;
const NAME = '公众号文章 第 37 篇';

const openingsVia = (letterAndNumber: string): number =>
  stage()
    .product.documents('channelSums')
    .filter(({ opening }) => JSON.stringify(opening ?? '').includes(`"origin":"${letterAndNumber}`)).length;

async function activityOf(shiftId: string): Promise<Link> {
  const { shift } = await stage().product.must('', 'activity.getShift', { shiftId });
  return { kind: 'activity', activityId: parseActivityId(shift.activityId) };
}

test('[E111] opened from an article, registered, served: the county reads 1, 1, 1', async () => {
  const { product } = stage();
  const shiftId = await openShift(product);
  const link = await activityOf(shiftId);
  const person = stranger();
  const page = await stage().visit(addressOf('', link, VIA), { openId: person.openId });
  await see(page, '活动说明');
  // Going on into the app is the same opening.
  await follow(page, '我要报名');
  await arriveAt(page, '/activity?id=');
  await page.goto(`${product.cloud.url}/register`);
  await fillRegistration(page, person, '马江社区居委会');
  await press(page, '提交注册');
  await see(page, '注册成功，欢迎您');

  await product.must(person.openId, 'volunteer.changeConsent', {
    requestId: requestId(),
    ...{ childId: null, kind: 'location', version: CONSENT_VERSIONS.location, isGiven: true },
  });
  const visit = { shiftId, evidence: at(0) };
  await product.must(person.openId, 'attendance.checkIn', { requestId: requestId(), ...visit });
  product.cloud.clock.advance(47 * MINUTE_MS);
  await product.must(person.openId, 'attendance.checkOut', { requestId: requestId(), ...visit });
  await product.cloud.runTimer('sweep');
  await product.fold();

  const office = await stage().visit('/office/board', { openId: COUNTY_OFFICE, viewport: DESKTOP });
  await press(office, /^渠道成效/);
  await arriveAt(office, '/channels');
  const row = office.getByRole('row', { name: new RegExp(NAME) });
  await row.waitFor();
  expect(await row.getByRole('cell').allInnerTexts()).toEqual([NAME, '1', '1', '100.0%', '1', '100.0%']);
  const content = office.getByRole('row', { name: /测试活动：路口值守（活动）/ }).first();
  expect(await content.getByRole('cell').allInnerTexts()).toContain('100.0%');
});

test('[E113] a link that opens in the app is counted as the app opens, and is in nobody’s way', async () => {
  const { product } = stage();
  const shiftId = await openShift(product);
  const link: Link = { kind: 'shift', shiftId: parseShiftId(shiftId) };
  const before = openingsVia('g0b ');
  const page = await stage().visit(`/l?s=${sceneOf(link, { kind: 'group', number: 11 })}`);
  await arriveAt(page, `/shift?id=${shiftId}`);
  await eventually(async () => Promise.resolve(openingsVia('g0b ')), before + 1);
  let refused = 0;
  const other = await stage().visit(`/l?s=${sceneOf(link, { kind: 'group', number: 11 })}`, {
    expectedErrors: [/503/],
    prepare: async (context) => {
      await context.route('**/v1/functions/api', async (route) => {
        if (route.request().postData()?.includes('reach.recordOpening') !== true) return route.fallback();
        refused += 1;
        return route.fulfill({ status: 503, body: '' });
      });
    },
  });
  await arriveAt(other, `/shift?id=${shiftId}`);
  await see(other, '测试活动：路口值守');
  await eventually(async () => Promise.resolve(refused > 0), true);
  expect(openingsVia('g0b ')).toBe(before + 1);
});

test.each([
  ['a phone', PHONE],
  ['a small phone', SMALL_PHONE],
])(
  '[E113] the city reads its counties on %s, with the definitions, and goes into one',
  async (_d, viewport) => {
    const page = await stage().visit('/channels', { openId: CITY_OFFICE, viewport });
    await see(page, '按县（市）');
    await press(page, '今年');
    await see(page, /次数，不是人数/);
    await press(page, '这些数怎么算');
    await see(page, '首次服务');
    await page.getByRole('button', { name: '关闭' }).click();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: /^马尔康市/ }).click();
    await arriveAt(page, '/channels?division=513201');
    await see(page, /马尔康市 · /);
  },
);

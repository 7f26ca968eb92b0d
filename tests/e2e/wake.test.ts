/** 唤醒: counted and started by an office, read and answered by who is invited, measured. */
import { HOUR_MS } from '@domain/time/civil-day';
import { parseWakeId } from '@domain/kernel/identifiers';
import { sceneOf } from '@domain/link/link';
import { register, shiftBetween } from '../kit/merging';
import { COMMUNITY } from '../kit/product';
import { eventually, press, see, type, choose } from './kit/hands';
import { DESKTOP, SMALL_PHONE, useStage } from './kit/stage';

const stage = useStage();
const COUNTY = 'demo-county';
const PEOPLE = 6;

/** The timer runs until the wake has come to where it waits again. */
const walkedTo = (phase: string) =>
  eventually(async () => {
    await stage().product.cloud.runTimer('import');
    return stage().product.documents('wakes')[0]?.['phase'];
  }, phase);

test('[E112] an office invites the dormant; one comes by one tap, and says no by another', async () => {
  const { product } = stage();
  for (let number = 0; number < PEOPLE; number += 1)
    await register(product, `sleeper-${String(number)}`, 200 + number);
  const now = product.cloud.clock.now();
  await shiftBetween(product, now + 5 * HOUR_MS, now + 7 * HOUR_MS);
  const office = await stage().visit('/office/wakes', { openId: COUNTY, viewport: DESKTOP });
  await press(office, '先清点，不发邀请');
  await see(office, '至少两个字');
  await type(office, '名称', '冬天来帮一把');
  await choose(office, '多久没来', '从来没有服务');
  await press(office, '先清点，不发邀请');
  await walkedTo('ready');
  await see(office, /^邀请这 /);
  await press(office, '看名单');
  await see(office, /\* · /);
  await press(office, /^邀请这 /);
  await press(office, '开始');
  await walkedTo('resting');
  await see(office, '已邀请');
  await see(office, '对照（随机留出，没有邀请）');
  const invited = product
    .documents('wakeMembers')
    .filter((one) => one['arm'] === 'invited' && one['home'] === COMMUNITY)
    .map((one) => one['volunteerId']);
  const accounts = Array.from({ length: PEOPLE }, (_none, number) => `sleeper-${String(number)}`);
  const openId = accounts.find((one) => invited.includes(product.volunteerIdOf(one))) ?? '';
  const page = await stage().visit('/home', { openId, viewport: SMALL_PHONE });
  await see(page, '有适合您的活动');
  await press(page, '看看');
  await see(page, '就在您的村（社区）');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await press(page, /^我来/);
  await see(page, '已报名');
  await press(page, '不再邀请我');
  await see(page, '好的，不再邀请您');
  const settings = await stage().visit('/person/consents', { openId });
  await press(settings, '恢复邀请');
  await see(settings, '不再邀请我');
  const { wakes } = await product.must(COUNTY, 'wake.list', { cursor: null });
  const wakeId = wakes[0]?.wakeId ?? parseWakeId('');
  const scene = encodeURIComponent(sceneOf({ kind: 'invitation', wakeId }));
  const passer = await stage().visit(`/l?s=${scene}`, { openId: 'passer-by', viewport: SMALL_PHONE });
  await see(passer, '来做一次志愿服务吧');
  await press(passer, '去注册');
  await passer.waitForURL(/register/);
  await press(office, '按现在的记录重新清点');
  await eventually(async () => {
    await product.cloud.runTimer('import');
    const result = product.documents('wakes')[0]?.['result'];
    return JSON.stringify(result).includes('"opened":1');
  }, true);
});

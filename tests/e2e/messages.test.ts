/** 消息提醒: agreed to after a deed, sent once, refused, and seen on one's own screen and in the inspector. */
import { HOUR_MS } from '@domain/time/civil-day';
import { sentTo } from '../kit/messages';
import { requestId } from '../kit/product';
import { at, openShift } from '../kit/shifts';
import { arriveAt, press, see } from './kit/hands';
import { useStage } from './kit/stage';
import { registered } from './kit/volunteers';

const stage = useStage();

test('[E50] a reminder agreed to after enrolling is sent once, and leads back to its shift', async () => {
  const { product } = stage();
  const shiftId = await openShift(product, { startsInMs: 5 * HOUR_MS });
  const { openId } = await registered(product);
  const page = await stage().visit(`/shift?id=${shiftId}`, { openId });
  await press(page, '我要报名');
  await see(page, '要在微信里提醒您吗？');
  await press(page, '开启提醒');
  await (await see(page, /^允许$/)).click();
  await see(page, /到时候在微信里告诉您/);
  product.cloud.clock.advance(3 * HOUR_MS);
  await product.cloud.runTimer('messages');
  await product.cloud.runTimer('messages');
  const sent = sentTo(product, openId);
  expect(sent).toMatchObject([{ errcode: 0, data: { thing4: { value: '请准时到，到场后签到' } } }]);

  await page.goto(`${product.cloud.url}/mine`);
  await press(page, '消息提醒');
  await arriveAt(page, '/messages');
  await see(page, '已发送');
  await see(page, '还可收 1 条');
  await (await see(page, /^开始前提醒：/)).click();
  await arriveAt(page, `/shift?id=${shiftId}`);

  const scene = /scene=([^&]+)/.exec(sent[0]?.page ?? '')?.[1] ?? '';
  await page.goto(`${product.cloud.url}/l?s=${scene}`);
  await arriveAt(page, `/shift?id=${shiftId}`);

  const inspector = await stage().visit('/__local/#messages', {});
  await see(inspector, openId);
  await see(inspector, '请准时到，到场后签到');
});

test('[E50] who wants none is not asked again; one’s own screen turns it on and off', async () => {
  const { product } = stage();
  const shiftId = await openShift(product);
  const { openId } = await registered(product);
  await product.must(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  const page = await stage().visit(`/check-in?id=${shiftId}&in=1`, { openId });
  await press(page, '不用提醒');
  await see(page, /好的，不提醒/);
  await page.goto(`${product.cloud.url}/messages`);
  await see(page, '您选了不提醒');
  await see(page, '还没有消息');
  await press(page, '候补成功，开启');
  await (await see(page, /^允许$/)).click();
  await see(page, '还可收 1 条');
  await press(page, '候补成功，停止');
  await press(page, '候补成功，开启');
});

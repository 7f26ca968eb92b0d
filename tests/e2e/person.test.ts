/** What a person does with the own registration: moves, leaves, comes back, consents, reads. */
import fs from 'node:fs';
import { DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import { childInput } from '../kit/children';
import { requestId } from '../kit/product';
import { at, openShift } from '../kit/shifts';
import { readBoard } from './kit/board-reader';
import { arriveAt, choose, eventually, press, see, type } from './kit/hands';
import { PHONE, SMALL_PHONE, useStage } from './kit/stage';
import { fillRegistration, HOME, registered, stranger } from './kit/volunteers';

const stage = useStage();
/** the meeting place of the tests as a browser measures it (see check-in.test.ts) */
const PLACE_IN_WGS84 = { latitude: 31.908223, longitude: 102.205324, accuracy: 10 };
const NEW_HOME = { county: '金川县', township: '勒乌镇' };

test('[E46] who moves is counted in the new county from today on, with the child', async () => {
  const { product } = stage();
  const person = await registered(product, '班玛');
  const child = childInput(product, (process.pid + 120) % 900, 9, '贝玛');
  await product.must(person.openId, 'guardian.addChild', child);
  const board = await stage().visit('/office/board', { openId: 'demo-city' });
  const registeredIn = async (county: string) => (await readBoard(board)).children[county]?.registered;
  await product.fold();
  await board.reload();
  await see(board, NEW_HOME.county);
  const [from, to] = [await registeredIn(HOME.county), await registeredIn(NEW_HOME.county)];
  const page = await stage().visit('/mine', { openId: person.openId, viewport: SMALL_PHONE });
  await press(page, '我的信息');
  await arriveAt(page, '/person');
  await press(page, /^搬家了，改居住地/);
  await arriveAt(page, '/person/move');
  await press(page, '改到这里');
  await see(page, '请选到村（社区）。');
  await choose(page, '所在县（市）', NEW_HOME.county);
  await choose(page, '乡镇（街道）', NEW_HOME.township);
  const communities = page.getByRole('combobox', { name: '村（社区）', exact: true });
  await communities.locator('option').nth(1).waitFor({ state: 'attached' });
  await communities.selectOption({ index: 1 });
  await press(page, '改到这里');
  await see(page, '居住地已改好');
  await see(page, /贝玛也一起迁过来了/);
  await eventually(
    async () => [await registeredIn(HOME.county), await registeredIn(NEW_HOME.county)],
    [(from ?? 0) - 2, (to ?? 0) + 2],
  );
  await press(page, '看我的信息');
  await see(page, new RegExp(`${NEW_HOME.county} · ${NEW_HOME.township}`));
});

test('[E47] who leaves reads what goes and what stays, is gone, and registers anew', async () => {
  const { product } = stage();
  const person = await registered(product, '俄木初');
  const visit = await openShift(product);
  const prove = () => ({ requestId: requestId(), shiftId: visit, evidence: at(0) });
  await product.must(person.openId, 'attendance.checkIn', prove());
  const ahead = await openShift(product, { capacity: 1, startsInMs: DAY_MS });
  const next = await registered(product, '夏尔基');
  for (const { openId } of [person, next]) {
    const wish = { requestId: requestId(), shiftId: ahead, whenFull: 'wait' as const };
    await product.must(openId, 'attendance.enrol', wish);
  }
  const page = await stage().visit('/person', { openId: person.openId, viewport: PHONE });
  await press(page, /^注销注册/);
  await arriveAt(page, '/person/leave');
  await see(page, '还有一次服务没有签退');
  product.cloud.clock.advance(HOUR_MS);
  await product.must(person.openId, 'attendance.checkOut', prove());
  await page.reload();
  await see(page, '还没开始的报名和候补，1 个');
  await see(page, '已经开出的证明');
  await press(page, '我看过了，知道注销后不能恢复');
  await press(page, '注销我的注册');
  await see(page.getByRole('dialog'), '确定注销吗？');
  await press(page.getByRole('dialog'), '注销');
  await see(page, '身份信息已经删除。感谢做过的每一次服务；想回来时，可以重新注册。');
  expect(product.documents('accounts').some(({ _id }) => _id === person.openId)).toBe(false);
  const waiting = await stage().visit('/home', { openId: next.openId });
  await see(waiting, /候补成功，名额已给您留好/);
  await press(page, '返回“我的”');
  await press(page, '注册成为志愿者');
  await fillRegistration(page, person, '马江社区居委会');
  await press(page, '提交注册');
  await see(page, /注册成功，欢迎您|俄木初/);
  const me = await product.must(person.openId, 'volunteer.getMe', {});
  expect(me).toMatchObject({ recordCount: 0, volunteer: { name: '俄木初' } });
});

test('[E48] a position is asked for, taken back and asked for again; a guardian decides', async () => {
  const { product } = stage();
  const person = stranger('南卡');
  const visitor = { openId: person.openId, geolocation: PLACE_IN_WGS84, viewport: SMALL_PHONE };
  const page = await stage().visit('/register', visitor);
  await fillRegistration(page, person, '马江社区居委会');
  await press(page, '提交注册');
  await see(page, '注册成功，欢迎您');
  const shiftId = await openShift(product);
  const first = await stage().visit(`/check-in?id=${shiftId}`, visitor);
  await press(first, '用定位签到');
  await see(first, '同意用一次您的位置吗？');
  await press(first, '不用定位');
  await press(first, '用定位签到');
  await press(first, '同意，用定位签到');
  await see(first, '签到成功');
  const child = childInput(product, (process.pid + 240) % 900, 9, '扎姆');
  await product.must(person.openId, 'guardian.addChild', child);
  const consents = await stage().visit('/person', visitor);
  await press(consents, /^隐私与授权/);
  await arriveAt(consents, '/person/consents');
  await press(consents, '撤回“用定位签到”');
  await see(consents, '同意“用定位签到”');
  await see(consents, '扎姆的授权，由您决定');
  await consents.getByRole('button', { name: '同意“公开署名”', exact: true }).last().click();
  await see(consents, '撤回“公开署名”');
  const { children } = await product.must(person.openId, 'volunteer.listConsents', {});
  expect(children.flatMap((one) => one.consents.map(({ kind }) => kind))).toContain('publicity');
  const family = await stage().visit('/children', visitor);
  await press(family, '注销扎姆的注册');
  await see(family, '这里注销的是扎姆的注册，您自己的不变。');
  await press(family, '我看过了，知道注销后不能恢复');
  await press(family, '注销扎姆的注册');
  await press(family.getByRole('dialog'), '注销');
  await see(family, '已注销');
  expect(await product.must(person.openId, 'guardian.listChildren', {})).toEqual({ children: [] });
  const leaving = await stage().visit(`/check-in?id=${shiftId}&out=1`, visitor);
  await press(leaving, '用定位签退');
  await see(leaving, '同意用一次您的位置吗？');
});

test('[E49] one’s own data is read, the phone number changed, the file taken home', async () => {
  const { product } = stage();
  const person = await registered(product, '索朗');
  const page = await stage().visit('/person', { openId: person.openId });
  await see(page, `**************${person.idNumber.slice(-4)}`);
  await press(page, '验证或换手机号');
  await type(page, '新手机号', '13512340099');
  await press(page, '验证新手机号');
  await see(page, '135****0099');
  await see(page, '已由微信验证');
  await press(page, '准备我的数据文件');
  const download = page.waitForEvent('download');
  await press(page, '保存数据文件');
  const file = await (await download).path();
  const content = fs.readFileSync(file, 'utf8');
  expect(content).toContain('135****0099');
  expect(content).not.toContain(person.idNumber);
  await see(page, '带走了自己的数据');
});

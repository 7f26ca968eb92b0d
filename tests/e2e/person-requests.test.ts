/** 合并与更正: two offices make one of two registrations, and put a name right. */
import { HOUR_MS } from '@domain/time/civil-day';
import { requestId } from '../kit/product';
import { at, CITY_OFFICE, openShift } from '../kit/shifts';
import { COUNTY_OFFICE } from '../kit/merging';
import { arriveAt, press, see, type } from './kit/hands';
import { DESKTOP, SMALL_PHONE, useStage } from './kit/stage';
import { registered } from './kit/volunteers';

const stage = useStage();

test('[E80] somebody who registered twice: found, looked at, asked for, agreed to, one record', async () => {
  const { product } = stage();
  const [kept, other] = [await registered(product, '俄木初'), await registered(product, '俄木初')];
  const shiftId = await openShift(product);
  const visit = (deed: 'checkIn' | 'checkOut') =>
    product.must(other.openId, `attendance.${deed}`, { requestId: requestId(), shiftId, evidence: at(0) });
  await visit('checkIn');
  product.cloud.clock.advance(HOUR_MS);
  await visit('checkOut');

  const desk = await stage().visit('/mine', { openId: COUNTY_OFFICE });
  await desk.getByRole('button', { name: /^档案合并与更正/ }).click();
  await arriveAt(desk, '/office/person-requests');
  await see(desk, '没有申请');
  await press(desk, '找志愿者，提出申请');
  await arriveAt(desk, '/office/people');
  await type(desk, '身份证号', '5132');
  await press(desk, '查找');
  await see(desk, '号码不完整');
  await type(desk, '身份证号', kept.idNumber);
  await press(desk, '查找');
  await desk.getByRole('button', { name: /^选为合并 / }).click();
  await see(desk, /请再找出同一人的另一份档案/);
  await press(desk, '手机号');
  await type(desk, '手机号', other.phoneNumber);
  await press(desk, '查找');
  await desk.getByRole('button', { name: /^选为合并 / }).click();
  await see(desk, '姓名相同');
  await see(desk, /1 条记录，1 小时 00 分/);
  await press(desk, '提交合并申请');
  await see(desk, '还没有写清楚');
  await type(desk, '理由', '身份证号输错，注册了两次');
  await type(desk, '依据', '窗口核对身份证原件');
  await press(desk, '提交合并申请');
  await see(desk, '已提交，等另一位办公室人员核准');

  const city = await stage().visit('/office/person-requests', { openId: CITY_OFFICE, viewport: DESKTOP });
  await see(city, '俄** 的档案并入 俄** 的档案');
  await city.getByRole('button', { name: /^核准 / }).click();
  const dialog = city.getByRole('dialog', { name: '核准这件申请？' });
  await see(dialog, /1 条记录，1 小时 00 分/);
  await see(dialog, /合并后不能撤回/);
  await press(dialog, '核准');
  await dialog.waitFor({ state: 'hidden' });
  await press(city, '办过的');
  await see(city, '已转入 1 条记录和报名');

  const mine = await stage().visit('/my-records', { openId: kept.openId });
  await see(mine, /计 1 小时 00 分|1 小时 00 分/);
  const again = await stage().visit('/person', { openId: other.openId, viewport: SMALL_PHONE });
  await see(again, '办公室把您的另一份档案并了进来');
});

test('[E81] a name that was written wrong is put right; a number somebody has leads to merging', async () => {
  const { product } = stage();
  const person = await registered(product, '王小花');
  const holder = await registered(product, '王大花');
  const desk = await stage().visit('/office/people', { openId: COUNTY_OFFICE, viewport: SMALL_PHONE });
  await type(desk, '身份证号', person.idNumber);
  await press(desk, '查找');
  await desk.getByRole('button', { name: /^更正姓名或号码 / }).click();
  const dialog = desk.getByRole('dialog', { name: '更正 王** 的姓名或号码' });
  await type(dialog, '正确的身份证号（选填）', holder.idNumber);
  await type(dialog, '理由', '姓名录入有误');
  await type(dialog, '依据', '窗口核对身份证原件');
  await press(dialog, '提交申请');
  await see(dialog, '这个身份证号已经登记在另一份档案上');
  await type(dialog, '正确的身份证号（选填）', '');
  await type(dialog, '正确的姓名（选填）', '王晓花');
  await press(dialog, '提交申请');
  await dialog.waitFor({ state: 'hidden' });
  const own = await stage().visit('/office/person-requests', { openId: COUNTY_OFFICE });
  await see(own, '更正 王** 的姓名');
  await see(own, /请让另一位办公室人员核准/);
  const city = await stage().visit('/office/person-requests', { openId: CITY_OFFICE });
  await city.getByRole('button', { name: /^核准 更正 王/ }).click();
  const agreeing = city.getByRole('dialog', { name: '核准这件申请？' });
  await see(agreeing, '正确的姓名：王晓花');
  await press(agreeing, '核准');
  await press(city, '办过的');
  await see(city, '更正 王** 的姓名');
  const mine = await stage().visit('/person', { openId: person.openId });
  await see(mine, '王晓花');
});

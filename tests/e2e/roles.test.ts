/** 角色, 队伍, 实践站点, 审计: given, joined, kept, read afterwards – and ended at once. */
import { COUNTY_OFFICE } from '../kit/merging';
import { CITY_OFFICE } from '../kit/shifts';
import { arriveAt, choose, press, see, type } from './kit/hands';
import { DESKTOP, SMALL_PHONE, useStage } from './kit/stage';
import { registered } from './kit/volunteers';

const stage = useStage();

test('[E90] an auditor is named, reads at once, and the role is taken back; all in the trail', async () => {
  const { product } = stage();
  const person = await registered(product, '俄木初');
  const number = `5132-${product.volunteerIdOf(person.openId)}`;
  const city = await stage().visit('/mine', { openId: CITY_OFFICE, viewport: DESKTOP });
  await city.getByRole('button', { name: /^角色/ }).click();
  await arriveAt(city, '/roles');
  await press(city, '授予角色');
  await type(city, '志愿者编号', number);
  await press(city, '查找');
  await city.getByRole('button', { name: /^选 俄/ }).click();
  await choose(city, '角色', '审计员');
  await choose(city, '县（市）', '马尔康市');
  await type(city, '依据', '州志办〔2026〕8 号');
  await press(city, '授予');
  await see(city, '俄** · 审计员');

  const auditor = await stage().visit('/trail', { openId: person.openId, viewport: SMALL_PHONE });
  await see(auditor, '授予角色');
  await auditor.getByRole('button', { name: '授予角色 马尔康市' }).first().click();
  const entry = auditor.getByRole('dialog', { name: '授予角色' });
  await see(entry, '— → 州志办〔2026〕8 号');
  await see(entry, /微信小程序 · 127\.0\.0\.1/);
  await press(entry, '只看关于这位志愿者的');
  await see(auditor, /^只看：志愿者 5132-/);
  await press(auditor, '查看记录');
  await see(auditor, /按身份证号、手机号或志愿者编号找/);

  await city.getByRole('button', { name: /^收回 俄\*\* · 审计员/ }).click();
  const dialog = city.getByRole('dialog', { name: '收回这个角色？' });
  await type(dialog, '理由', '调离岗位');
  await press(dialog, '收回');
  await see(city, /收回：调离岗位/);
  const after = await stage().visit('/trail', { openId: person.openId });
  await see(after, '您没有这项权限');
});

test('[E91] a team is made, somebody asks to join on a phone, is let in and becomes its leader', async () => {
  const { product } = stage();
  const person = await registered(product, '泽郎卓玛');
  const office = await stage().visit('/teams', { openId: COUNTY_OFFICE, viewport: DESKTOP });
  await press(office, '新建队伍');
  const making = office.getByRole('dialog', { name: '新建队伍' });
  await type(making, '名称', '梭磨河护河队');
  await press(making, '新建');
  await see(office, '梭磨河护河队');

  const phone = await stage().visit('/teams', { openId: person.openId, viewport: SMALL_PHONE });
  await press(phone, '申请加入 梭磨河护河队');
  await see(phone, '已申请，等队伍同意');

  await press(office, '管理 梭磨河护河队');
  await arriveAt(office, '/teams/one');
  await office.getByRole('button', { name: /^同意 泽/ }).click();
  await office.getByRole('button', { name: /^设为队长 泽/ }).click();
  await press(office.getByRole('dialog', { name: '设为队长？' }), '设为队长');
  await see(office, '队长 泽**');
  const again = await stage().visit('/teams', { openId: person.openId });
  await see(again, '我是成员');
});

test('[E92] a practice site is made, found by everybody, and closed with a reason', async () => {
  const office = await stage().visit('/stations', { openId: COUNTY_OFFICE });
  await press(office, '新建站点');
  const making = office.getByRole('dialog', { name: '新建站点' });
  await choose(making, '乡镇（街道）（选填）', '马尔康镇');
  await type(making, '名称', '马尔康镇南门实践所');
  await type(making, '地址', '达萨街 1 号');
  await press(making, '新建');
  await see(office, '马尔康镇南门实践所');
  await office.getByRole('button', { name: '停用 马尔康镇南门实践所' }).click();
  const closing = office.getByRole('dialog', { name: '停用 马尔康镇南门实践所？' });
  await type(closing, '理由', '并入中心');
  await press(closing, '停用');
  const visitor = await stage().visit('/stations');
  await choose(visitor, '县（市）', '马尔康市');
  await see(visitor, '停用理由：并入中心');
});

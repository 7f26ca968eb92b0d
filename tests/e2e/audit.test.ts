/** 数据核对: a falsified figure is found, repaired with a reason and clean again; a changed snapshot is named. */
import { documentSchemas } from '@server/kernel/documents';
import { CITY_OFFICE } from '../kit/shifts';
import { tamper } from '../kit/tamper';
import { press, see, type } from './kit/hands';
import { DESKTOP, useStage } from './kit/stage';

const stage = useStage();

test('[ST41] the office finds a falsified figure, repairs it, recounts clean', async () => {
  const { product } = stage();
  const tally = product.documents('tallies').find(({ _id }) => _id === '5132:all');
  const [year = ''] = Object.keys(documentSchemas.tallies.parse(tally).cells);
  await tamper(product, 'tallies', '5132:all', { [`cells.${year}.registered`]: 99_999 });
  const page = await stage().visit('/office/board', { openId: CITY_OFFICE });
  await (await see(page, '数据核对')).click();
  await press(page, '立即核对');
  await see(page, '待修复');
  await press(page, '查看并修复');
  await see(page, /^阿坝藏族羌族自治州 · \d+年 · 注册志愿者$/);
  await press(page, '按事实修复');
  await see(page, '请写明原因，至少两个字。');
  await type(page, '修复原因', '汇总被误改，按事实重算');
  await press(page, '按事实修复');
  await see(page, '已按事实修复');
  await press(page, '关闭');
  await see(page, /原因：汇总被误改，按事实重算/);
  await press(page, '立即核对');
  await see(page, '无差异');
});

test('[ST42] a snapshot that was changed in the database is named on the screen', async () => {
  const { product } = stage();
  const page = await stage().visit('/office/audit', { openId: CITY_OFFICE, viewport: DESKTOP });
  await press(page, '重新验证');
  await see(page, /份全部完好/);
  await see(page, '个人信息加密');
  await see(page, '现用钥匙 v1');
  await tamper(product, 'publications', '00000001', { 'figures.5132.registered': 9 });
  await press(page, '重新验证');
  await see(page, /^第 1 份（.+）内容被改动过$/);
});

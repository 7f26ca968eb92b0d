/** The one screen of registration on the compiled app, filled as a newcomer fills it. */
import { idNumberOf } from '../kit/product';
import type { Device } from './device/device';
import type { Ground } from './walk';

export interface Newcomer {
  readonly name: string;
  /** makes the id number and the phone number theirs alone */
  readonly number: number;
}

const TOWNSHIP = '513201100';

/** Resolves to the name of the community that was chosen. Nothing is sent yet. */
export async function fillRegistration(
  { product }: Ground,
  device: Device,
  { name, number }: Newcomer,
): Promise<string> {
  // Everything missing is named, and what is filled in is seen by its going.
  await device.page.tap('提交注册');
  await device.shows('pages/register/index', '请填写身份证号', '请阅读并勾选同意');
  await device.page.type('姓名', name);
  await device.page.type('身份证号', idNumberOf(number, '19930412'));
  const { code } = product.cloud.openApi.phoneNumbers.mint(`1390000${String(7_000 + number)}`);
  await device.page.answerOpenType('getPhoneNumber', 'getphonenumber', {
    code,
    errMsg: 'getPhoneNumber:ok',
  });
  await device.shows('pages/register/index', '手机号已由微信验证');
  await device.page.choose('所在县（市）', '马尔康市');
  await device.page.choose('乡镇（街道）', '马尔康镇');
  const { divisions } = await product.must('', 'geography.listDivisions', { parentCode: TOWNSHIP });
  const community = divisions[0]?.name ?? '';
  await device.page.choose('村（社区）', community);
  await device.page.tap('我已阅读并同意');
  await device.page.loses('请阅读并勾选同意');
  return community;
}

/**
 * People of a test: registered through the screen, or at once by the procedure where registering is not the
 * matter.
 */
import type { Page } from 'playwright-core';
import { idNumberOf, registration, requestId, type TestProduct } from '../../kit/product';
import { choose, press, type } from './hands';

/** Where people of the tests live, as the three lists name it: the community of `tests/kit/product`. */
export const HOME = { county: '马尔康市', township: '马尔康镇' };

let last = 0;

export interface Person {
  readonly openId: string;
  readonly name: string;
  readonly idNumber: string;
  readonly phoneNumber: string;
}

/** Somebody who has never been here. */
export function stranger(name = '泽郎卓玛'): Person {
  last += 1;
  const phoneNumber = `139${String(process.pid % 10_000).padStart(4, '0')}${String(last).padStart(4, '0')}`;
  return { openId: `e2e-${requestId()}`, name, idNumber: idNumberOf(last, '19880412'), phoneNumber };
}

export async function registered(product: TestProduct, name = '泽郎卓玛'): Promise<Person> {
  const person = stranger(name);
  await product.must(person.openId, 'volunteer.register', {
    ...registration(last, name),
    idNumber: person.idNumber,
    phone: { kind: 'typed', phoneNumber: person.phoneNumber },
  });
  return person;
}

/** Fills the one screen of registration and submits it. */
export async function fillRegistration(page: Page, person: Person, community: string): Promise<void> {
  await type(page, '姓名', person.name);
  await type(page, '身份证号', person.idNumber);
  await type(page, '手机号', person.phoneNumber);
  await choose(page, '所在县（市）', HOME.county);
  await choose(page, '乡镇（街道）', HOME.township);
  await choose(page, '村（社区）', community);
  await press(page, '我已阅读并同意个人信息处理说明');
}

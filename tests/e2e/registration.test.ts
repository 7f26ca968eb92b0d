/**
 * The main job seen from both ends: one person registers and serves, the office's numbers move by exactly
 * one.
 */
import type { OutputOf } from '@contract/procedures';
import { HOUR_MS } from '@domain/time/civil-day';
import { requestId } from '../kit/product';
import { CITY_OFFICE, CodeScreen, openShift } from '../kit/shifts';
import { readBoard } from './kit/board-reader';
import { arriveAt, becomePersona, eventually, press, see, type } from './kit/hands';
import { SMALL_PHONE, useStage } from './kit/stage';
import { fillRegistration, HOME, stranger } from './kit/volunteers';

const stage = useStage();
/** What an office may wait for a number: the fold runs every 5 seconds, the board reads every 5 seconds. */

type Board = OutputOf<'statistics.getBoard'>;

const boardNow = (): Promise<Board> =>
  stage().product.must(CITY_OFFICE, 'statistics.getBoard', { divisionCode: null, day: null });

/** Every number of every division, so that "the others unchanged" is one comparison. */
function numbersOf(board: Board): Record<string, readonly (number | null)[]> {
  return Object.fromEntries(
    [board.division, ...board.children].map(({ divisionCode, ...figures }) => [
      divisionCode,
      [figures.registered.value, figures.activeCum.value, figures.activeYear.value],
    ]),
  );
}

function withOneMore(
  numbers: Record<string, readonly (number | null)[]>,
  amounts: readonly number[],
): Record<string, readonly (number | null)[]> {
  const more = (row: readonly (number | null)[] = []) =>
    row.map((value, index) => (value ?? 0) + (amounts[index] ?? 0));
  return { ...numbers, '5132': more(numbers['5132']), '513201': more(numbers['513201']) };
}

test('[E1] a visitor registers and serves; county and city change by exactly one, nothing else', async () => {
  const { product } = stage();
  const before = await boardNow();
  const page = await stage().visit('/home', { openId: 'demo-visitor' });
  await press(page, '注册成为志愿者');
  await arriveAt(page, '/register');
  const person = stranger('阿旺罗尔依');
  const last = person.idNumber.endsWith('1') ? '2' : '1';
  await fillRegistration(
    page,
    { ...person, idNumber: person.idNumber.slice(0, 17) + last },
    '马江社区居委会',
  );
  await see(page, '号码有误，请逐位核对。');
  await press(page, '提交注册');
  await see(page, '号码有误，请逐位核对。');
  expect(numbersOf(await boardNow())).toEqual(numbersOf(before));
  await type(page, '身份证号', person.idNumber);
  await press(page, '提交注册');
  await see(page, '注册成功，欢迎您');
  await press(page, '继续');

  await becomePersona(page, '市级管理');
  await press(page, /^看板/);
  // Counted within five seconds and shown within five more, however slow the machine of the test is.
  const fold = product.cloud.timers.list().find(({ functionName }) => functionName === 'fold');
  expect(fold?.cron).toBe('*/5 * * * * * *');
  await see(page, '每 5 秒更新');
  const [county] = before.children.filter(({ name }) => name === HOME.county);
  const cityCount = (before.division.registered.value ?? 0) + 1;
  const countyCount = (county?.registered.value ?? 0) + 1;
  await eventually(async () => {
    const { headline, children } = await readBoard(page);
    return [headline['注册志愿者'], children[HOME.county]?.registered];
  }, [String(cityCount), countyCount]);
  const registered = withOneMore(numbersOf(before), [1, 0, 0]);
  expect(numbersOf(await boardNow())).toEqual(registered);

  const shiftId = await openShift(product);
  const screen = await CodeScreen.of(product, shiftId);
  const me = 'demo-visitor';
  const prove = () => ({ requestId: requestId(), shiftId, evidence: screen.code() });
  await product.must(me, 'attendance.checkIn', prove());
  product.cloud.clock.advance(HOUR_MS);
  await product.must(me, 'attendance.checkOut', prove());
  const served = withOneMore(registered, [0, 1, 1]);
  const ratio = (active: number) => `${(Math.round((active * 10_000) / cityCount) / 100).toFixed(2)}%`;
  const [, activeCum = 0, activeYear = 0] = served['5132'] ?? [];
  await eventually(async () => {
    const { headline } = await readBoard(page);
    return ['累计活跃志愿者', '本年活跃志愿者', '累计活跃度', '本年活跃度'].map((title) => headline[title]);
  }, [String(activeCum), String(activeYear), ratio(activeCum ?? 0), ratio(activeYear ?? 0)]);
  expect(numbersOf(await boardNow())).toEqual(served);
});

test('[E1] who is registered already is shown the way to their own record', async () => {
  const { product } = stage();
  const person = stranger('尼玛');
  const page = await stage().visit('/register', { openId: person.openId, viewport: SMALL_PHONE });
  await fillRegistration(page, person, '美谷社区居委会');
  await press(page, '提交注册');
  await see(page, '注册成功，欢迎您');
  const count = product.documents('volunteers').length;

  const elsewhere = await stage().visit('/register', { openId: `${person.openId}-other-phone` });
  await fillRegistration(elsewhere, person, '美谷社区居委会');
  await press(elsewhere, '提交注册');
  await see(elsewhere, '这个身份证号已经注册过了');
  await press(elsewhere, '验证手机号并找回');
  await see(elsewhere, '找回成功，欢迎回来');
  expect(product.documents('volunteers')).toHaveLength(count);
});

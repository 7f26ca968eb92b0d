/** A slow and a lossy network: what was done is done once, and the screen says so. */
import type { BrowserContext, Page } from 'playwright-core';
import { parseShiftId } from '@domain/kernel/identifiers';
import { addressOf } from '@domain/link/link';
import { CodeScreen, openShift, ORGANISER } from '../kit/shifts';
import { arriveAt, press, see, type } from './kit/hands';
import { useStage } from './kit/stage';
import { fillRegistration, registered, stranger, type Person } from './kit/volunteers';

const stage = useStage();
const SLOW_MS = 1_500;

interface SentCommand {
  readonly procedure: string;
  readonly requestId: string;
}

function parseCommand(body: string | null): SentCommand {
  const { procedure, input } = JSON.parse(body ?? '{}') as {
    procedure: string;
    input: { requestId: string };
  };
  return { procedure, requestId: input.requestId };
}

/** Notes the check-ins a page sends; with `delayMs` each is held back as a slow network would. */
function watchCheckIns(sent: string[], delayMs = 0) {
  return async (context: BrowserContext): Promise<void> => {
    await context.route('**/v1/functions/api', async (route) => {
      const { procedure, requestId } = parseCommand(route.request().postData());
      if (procedure === 'attendance.checkIn') {
        sent.push(requestId);
        if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      }
      await route.continue();
    });
  };
}

function checkInsOf(person: Person): number {
  const { product } = stage();
  const account = product.documents('accounts').find(({ _id }) => _id === person.openId);
  const isMine = (entry: Record<string, unknown>) => entry['volunteerId'] === account?.['volunteerId'];
  return product.documents('ledger').filter((entry) => isMine(entry) && entry['to'] === 'checkedIn').length;
}

async function openScannedCode(person: Person, visitor: object): Promise<Page> {
  const { product } = stage();
  const shiftId = parseShiftId(await openShift(product));
  const { code } = (await CodeScreen.of(product, shiftId)).code();
  const address = addressOf('', { kind: 'checkIn', shiftId, code });
  const page = await stage().visit(address, { openId: person.openId, ...visitor });
  await arriveAt(page, '/check-in?');
  await page.getByRole('button', { name: '确认签到' }).waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

/** A browser sends again by itself when a kept connection breaks: those answers are lost too. */
const loseAnswers = () => stage().fault({ kind: 'dropAnswer', match: 'gateway:api', times: 100 });
const findAnswersAgain = () => {
  stage().product.cloud.faults.clear();
};

test('[E6] two quick taps on a slow network are one request and one entry', async () => {
  const person = await registered(stage().product);
  const sent: string[] = [];
  const page = await openScannedCode(person, { prepare: watchCheckIns(sent, SLOW_MS) });
  const button = page.getByRole('button', { name: '确认签到' });
  await button.dblclick();
  await button.click();
  await see(page, '签到成功');
  expect(sent).toHaveLength(1);
  expect(checkInsOf(person)).toBe(1);
});

test('[E6] an answer lost after the work was done: it is kept, and a reload shows success', async () => {
  const person = await registered(stage().product);
  const sent: string[] = [];
  const expectedErrors = [/net::ERR_/];
  const page = await openScannedCode(person, { prepare: watchCheckIns(sent), expectedErrors });
  const fired = loseAnswers();
  await press(page, '确认签到');
  await see(page, '签到已保存，联网后自动上传');
  expect(fired()).toBeGreaterThan(0);
  expect(checkInsOf(person)).toBe(1);
  findAnswersAgain();
  await page.reload();
  await see(page, '签到成功');
  expect(checkInsOf(person)).toBe(1);
  expect(new Set(sent).size).toBe(1);
  expect(sent.length).toBeGreaterThan(1);
});

test('[E6] no network at all: the screen says what is kept, and sends it when it is back', async () => {
  const person = await registered(stage().product);
  const page = await openScannedCode(person, { expectedErrors: [/net::ERR_/] });
  await page.context().setOffline(true);
  await press(page, '确认签到');
  await see(page, '签到已保存，联网后自动上传');
  await see(page, /没有网络.*联网后自动提交/);
  expect(checkInsOf(person)).toBe(0);
  await page.context().setOffline(false);
  await see(page, '签到成功');
  expect(checkInsOf(person)).toBe(1);
});

test('[E6] registering while answers are lost: pressing again is the same registration', async () => {
  const { product } = stage();
  const count = product.documents('volunteers').length;
  const person = stranger('扎西措');
  const visitor = { openId: person.openId, expectedErrors: [/net::ERR_/] };
  const page = await stage().visit('/register', visitor);
  await fillRegistration(page, person, '达萨社区居委会');
  const fired = loseAnswers();
  await page.getByRole('button', { name: '提交注册', exact: true }).dblclick();
  await see(page, '连不上网络');
  expect(fired()).toBeGreaterThan(0);
  expect(product.documents('volunteers')).toHaveLength(count + 1);
  findAnswersAgain();
  await press(page, '提交注册');
  await see(page, '注册成功，欢迎您');
  expect(product.documents('volunteers')).toHaveLength(count + 1);
});

test('[E6] publishing while answers are lost, then a reload: sent again it is one activity', async () => {
  const { product } = stage();
  const count = product.documents('activities').length;
  const visitor = { openId: ORGANISER, expectedErrors: [/net::ERR_/] };
  const page = await stage().visit('/organiser/activity-editor', visitor);
  await type(page, '活动名称', '河堤清洁');
  await type(page, '活动说明', '沿步道捡拾垃圾，请穿防滑鞋，手套和袋子由队里准备。');
  loseAnswers();
  await press(page, '发布活动');
  await see(page, '连不上网络');
  findAnswersAgain();
  await page.reload();
  await see(page, '上次提交没有等到回音');
  await press(page, '重新提交');
  await see(page, '“河堤清洁”已发布');
  expect(product.documents('activities')).toHaveLength(count + 1);
});

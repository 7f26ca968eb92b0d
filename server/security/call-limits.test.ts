import { CALLS_AN_HOUR, VISITOR_CALLS_AN_HOUR } from '@contract/call-limits';
import { requestId, TestProduct } from '../../tests/kit/product';
import { CALLS_A_MINUTE, RecentCalls } from '../kernel/recent-calls';
import { CITY_OFFICE } from '../../tests/kit/shifts';
import { tamper } from '../../tests/kit/tamper';
import { HOUR_MS } from '@domain/time/civil-day';
import * as z from 'zod';

const LIMIT = CALLS_AN_HOUR['supplement.object'] ?? 0;

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(20, 4);
});
afterAll(() => product.stop());

/** Refused for what it says, and counted all the same. */
const object = (openId: string) =>
  product.call(openId, 'supplement.object', {
    requestId: requestId(),
    publicId: 'Ab3dE6gH9j',
    kind: 'notThere',
    text: '',
  });

test('[SE1] more than ten calls a second of one procedure by one account are refused; others are not', () => {
  const calls = new RecentCalls();
  const now = 1_800_000_000_000;
  const allowed = (caller: string, procedure: string, at = now) => calls.allows(caller, procedure, at);
  for (let call = 0; call < CALLS_A_MINUTE; call += 1) expect(allowed('o-1', 'a.b')).toBe(true);
  expect(allowed('o-1', 'a.b')).toBe(false);
  expect(allowed('o-1', 'a.c')).toBe(true);
  expect(allowed('o-2', 'a.b')).toBe(true);
  expect(allowed('o-1', 'a.b', now + 60_000)).toBe(true);
});

test('[SE1] a client that runs wild is told when to come again', async () => {
  let answer = await product.call('o-wild', 'volunteer.getMe', {});
  // Four instances, and a minute that may end on the way.
  for (let call = 0; answer.ok && call < 10 * CALLS_A_MINUTE; call += 1) {
    answer = await product.call('o-wild', 'volunteer.getMe', {});
  }
  expect(answer).toEqual({ ok: false, code: 'request.tooOften', params: { minutes: 1 } });
  expect((await product.call('o-calm', 'volunteer.getMe', {})).ok).toBe(true);
});

test('[SE2] at once, on several instances: exactly as many as the hour allows; then again', async () => {
  const beyond = 12;
  const answers = await Promise.all(Array.from({ length: LIMIT + beyond }, () => object('o-objector')));
  const countOf = (code: string) => answers.filter((answer) => !answer.ok && answer.code === code).length;
  // Whoever found the count too busy was not let through.
  expect(countOf('supplement.notFound')).toBeLessThanOrEqual(LIMIT);
  let counted = countOf('supplement.notFound');
  for (let call = 0; call < 2 * LIMIT; call += 1) {
    const answer = await object('o-objector');
    if (!answer.ok && answer.code === 'request.tooOften') break;
    counted += 1;
  }
  expect(counted).toBe(LIMIT);
  expect(product.documents('callCounts')).toMatchObject([{ count: LIMIT }]);
  expect(JSON.stringify(product.documents('callCounts'))).not.toContain('o-objector');
  expect(await object('o-somebody-else')).toMatchObject({ code: 'supplement.notFound' });
  product.cloud.clock.advance(HOUR_MS);
  expect(await object('o-objector')).toMatchObject({ code: 'supplement.notFound' });
});

test('[SE2] visitors are counted by the address where a call stores something, and only there', async () => {
  const most = VISITOR_CALLS_AN_HOUR['console.askTicket'] ?? 0;
  const computer = { browser: 'edge', system: 'windows' } as const;
  const countsBefore = product.documents('callCounts').map(({ _id }) => _id);
  await product.must('', 'console.askTicket', computer);
  const mine = product.documents('callCounts').filter(({ _id }) => !countsBefore.includes(_id));
  expect(mine).toMatchObject([{ count: 1 }]);
  // As after a busy hour: two more are let in, and no third.
  const id = z.string().parse(mine[0]?.['_id']);
  await tamper(product, 'callCounts', id, { count: most - 2 });
  const answers: boolean[] = [];
  for (let call = 0; call < 3; call += 1) {
    answers.push((await product.call('', 'console.askTicket', computer)).ok);
  }
  expect(answers).toEqual([true, true, false]);
  expect(product.documents('consoleTickets')).toHaveLength(3);
  expect((await product.call('', 'volunteer.getMe', {})).ok).toBe(true);
  expect((await product.call('o-other', 'console.askTicket', computer)).ok).toBe(true);
});

test('[SE2] what was counted is taken away after a day', async () => {
  await object('o-once');
  expect(product.documents('callCounts').length).toBeGreaterThan(0);
  product.cloud.clock.advance(26 * HOUR_MS);
  await product.cloud.runTimer('sweep');
  expect(product.documents('callCounts')).toEqual([]);
});

test('[SE2] most procedures cost nothing more; a limited one a transaction', async () => {
  const plain = await product.roundTripsOf(() => product.call('o-plain', 'volunteer.getMe', {}));
  expect(plain).toBeLessThanOrEqual(2);
  const limited = await product.roundTripsOf(() => object('o-plain'));
  expect(limited).toBeLessThanOrEqual(6);
  expect((await product.call(CITY_OFFICE, 'audit.getOverview', {})).ok).toBe(true);
});

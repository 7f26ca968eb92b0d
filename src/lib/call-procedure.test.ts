import { ApiError } from './api-error';
import { callThrough } from './call-procedure';
import { serverNow } from './server-clock';

const FIGURES = { registered: 1, active: 1, serviceHours: 1, asOf: 1_800_000_000_000 };
const CITY = { cityCode: '5132', cityName: '阿坝州', isDemonstration: true, figures: FIGURES };

test('an answer is parsed and teaches the server clock', async () => {
  const sent: unknown[] = [];
  const serverInstant = Date.now() + 3_600_000;
  const value = await callThrough(
    (request) => {
      sent.push(request);
      return Promise.resolve({ ok: true, value: CITY, serverNow: serverInstant });
    },
    'system.getCity',
    {},
  );
  expect(value).toEqual(CITY);
  expect(sent).toEqual([{ procedure: 'system.getCity', input: {} }]);
  expect(Math.abs(serverNow() - serverInstant)).toBeLessThan(1000);
});

test('a refusal keeps its code, params and whether to try again', async () => {
  const error = { code: 'enrolment.full', params: { capacity: 20 }, retryable: false };
  const call = callThrough(
    () => Promise.resolve({ ok: false, error, serverNow: Date.now() }),
    'system.getCity',
    {},
  );
  await expect(call).rejects.toMatchObject({ ...error, isUndecided: false });
});

test.each([
  ['no envelope', '<html>'],
  ['an unknown code', { ok: false, error: { code: 'x.y', params: {}, retryable: false }, serverNow: 1 }],
  ['a value of another shape', { ok: true, value: { cityCode: '5132' }, serverNow: Date.now() }],
])('%s is a bad answer, and the command stays undecided', async (_what, answer) => {
  const call = callThrough(() => Promise.resolve(answer), 'system.getCity', {});
  await expect(call).rejects.toBeInstanceOf(ApiError);
  await expect(call).rejects.toMatchObject({ code: 'network.badAnswer', isUndecided: true });
});

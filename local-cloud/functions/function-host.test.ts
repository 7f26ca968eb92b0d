import { control, probe, probeObject, startTestCloud, stopTestClouds, textIn } from '../host/test-cloud';
import type { LocalCloud } from '../host/local-cloud';

const ann = { openid: 'o-ann' };
let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startTestCloud({ workers: 4, functionEnvironment: { PROBE_SECRET: 'key' } });
});
afterAll(stopTestClouds);

function newestRecord(
  name = 'probe',
): ReturnType<LocalCloud['functions']['records']['newest']>[number] | undefined {
  return cloud.functions.records.newest(1, (record) => record.functionName === name)[0];
}

test('200 interleaved calls never see another caller', async () => {
  const calls = Array.from({ length: 200 }, (_, index) => {
    const openid = `o-person-${index % 40}`;
    const event = { ms: (index * 7) % 5, ...(index % 3 === 0 ? { id: `n${index}` } : {}) };
    return probeObject(cloud, 'whoami', event, openid).then((answer) => ({ openid, answer }));
  });
  for (const { openid, answer } of await Promise.all(calls)) {
    expect(answer).toMatchObject({ before: openid, after: openid, userInfo: { openId: openid } });
  }
  expect(cloud.functions.describe('probe').workers).toBeLessThanOrEqual(4);
});

test('the context of the SDK is complete', async () => {
  const { context } = await probeObject(cloud, 'whoami');
  expect(context).toMatchObject({
    OPENID: 'o-ann',
    ENV: 'local-env',
    SOURCE: 'wx_client',
    CLIENTIP: '127.0.0.1',
  });
});

test('an id made of digits stays a text of its own', async () => {
  const one = await probeObject(cloud, 'whoami', {}, '90071992547409931');
  const other = await probeObject(cloud, 'whoami', {}, '90071992547409932');
  expect(one['before']).toBe('openid-90071992547409931');
  expect(other['before']).toBe('openid-90071992547409932');
});

test('a function gets its own variables and none of the developer', async () => {
  expect(await probe(cloud, 'state')).toMatchObject({
    secret: 'key',
    home: null,
    source: null,
    isDate: true,
  });
});

test('a function over its time is ended, and the next call works', async () => {
  await expect(cloud.invoke('brief', { task: 'sleep', ms: 10_000 }, ann)).rejects.toMatchObject({
    code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    message: 'Invoking task timed out after 1 seconds',
  });
  await expect(cloud.invoke('brief', { task: 'spin' }, ann)).rejects.toMatchObject({
    code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  });
  expect(await cloud.invoke('brief', { task: 'sleep', ms: 1 }, ann)).toBe('slept');
});

test.each([
  ['throws', /it went wrong/],
  ['crash', /crashed.*boom outside/s],
  ['exit', /exited with code 7/],
  ['circular', /circular/i],
])('%s answers an error and leaves the pool usable', async (task, message) => {
  const failed = probe(cloud, task);
  await expect(failed).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
  await expect(failed).rejects.toThrow(message);
  expect(await probe(cloud, 'sleep', { ms: 1 })).toBe('slept');
});

test('a result above 1 MB is refused', async () => {
  await expect(probe(cloud, 'big')).rejects.toMatchObject({ code: 'FUNCTIONS_RESULT_TOO_LARGE' });
});

test('nested calls keep the caller, even when all instances are callers', async () => {
  const small = await startTestCloud({ workers: 1 });
  const deep = { task: 'nested', data: { task: 'whoami' } };
  const callers = ['o-1', 'o-2'];
  const answers = await Promise.all(
    callers.map((openid) => probeObject(small, 'nested', { data: deep }, openid)),
  );
  answers.forEach((answer, index) => {
    expect(answer).toMatchObject({ outer: callers[index], inner: { outer: callers[index] } });
  });
});

test('a nested call of a missing function is refused by name', async () => {
  const answer = await probeObject(cloud, 'nested', { name: 'nowhere', data: {}, caught: true });
  expect(answer['errMsg']).toContain('function nowhere is not deployed');
});

test('console output is kept with its invocation', async () => {
  await probe(cloud, 'log', { id: 5 });
  expect(newestRecord()?.logs).toEqual([
    { level: 'info', text: 'hello { id: 5 }' },
    { level: 'error', text: 'trouble' },
  ]);
});

test('requests to the cloud are counted per invocation', async () => {
  await probe(cloud, 'add', { id: 'counted' });
  const record = newestRecord();
  expect(record?.adminCallCount).toBe(1);
  expect(record?.adminCalls[0]).toMatchObject({
    action: 'database.insertDocument',
    subject: 'notes',
    code: null,
  });
});

test('functions and server dates follow the virtual clock', async () => {
  const at = Date.UTC(2031, 4, 6);
  await control(cloud, 'POST', 'clock', { now: at });
  const state = await probeObject(cloud, 'state');
  expect(state['year']).toBe(2031);
  expect(Math.abs(Number(state['now']) - at)).toBeLessThan(5_000);
  await probe(cloud, 'add', { id: 'later' });
  const stored = await probeObject(cloud, 'get', { id: 'later' });
  expect(textIn(stored['at'])).toContain('2031-05-06');
  await control(cloud, 'POST', 'clock', { offsetMs: 0 });
  expect(await probe(cloud, 'state')).toMatchObject({ year: new Date().getFullYear() });
});

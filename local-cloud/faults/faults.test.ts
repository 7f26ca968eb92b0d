import type { JsonObject } from '../host/json';
import type { LocalCloud } from '../host/local-cloud';
import { control, probe, probeObject, send, startTestCloud, stopTestClouds } from '../host/test-cloud';
import { FaultInjector } from './fault-injector';
import { parseFaultRule } from './fault-rules';

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.reset());
afterAll(stopTestClouds);

async function add(rule: JsonObject): Promise<void> {
  expect((await control(cloud, 'POST', 'faults', rule)).status).toBe(201);
}

function fired(): number[] {
  return cloud.faults.list().map((fault) => fault.fired);
}

test('nothing fires unless it was asked for', async () => {
  await probe(cloud, 'add', { id: 'plain' });
  expect(cloud.faults.list()).toEqual([]);
});

test('skip, times and a seeded chance decide which occurrences fire', () => {
  const injector = new FaultInjector();
  injector.add(parseFaultRule({ kind: 'conflict', skip: 2, times: 2 }));
  const outcomes = [1, 2, 3, 4, 5].map(() => injector.fire('conflict', 'x').length);
  expect(outcomes).toEqual([0, 0, 1, 1, 0]);
  const draw = (): boolean[] => {
    const seeded = new FaultInjector();
    seeded.add(parseFaultRule({ kind: 'latency', ms: 5, probability: 0.5, seed: 42 }));
    return Array.from({ length: 40 }, () => seeded.latencyMs('x') > 0);
  };
  expect(draw()).toEqual(draw());
  expect(new Set(draw()).size).toBe(2);
});

test('latency slows the matching action only', async () => {
  await add({ kind: 'latency', match: 'database.insertDocument', ms: 300 });
  const started = performance.now();
  await probe(cloud, 'add', { id: 'slow' });
  expect(performance.now() - started).toBeGreaterThanOrEqual(300);
  expect(fired()).toEqual([1]);
  await probe(cloud, 'count');
  expect(fired()).toEqual([1]);
});

test('an answer dropped after the commit: the caller sees an error, the document is there', async () => {
  await add({ kind: 'dropAnswer', match: 'database.insertDocument:notes' });
  await expect(probe(cloud, 'add', { id: 'lost' })).rejects.toThrow(/hang up|RESET/i);
  expect(await probe(cloud, 'count')).toBe(1);
  expect(fired()).toEqual([1]);
});

test('a dropped gateway answer: the connection breaks, the work is done', async () => {
  await add({ kind: 'dropAnswer', match: 'gateway:probe' });
  const headers = { authorization: 'Bearer openid:o-ann' };
  const body = JSON.stringify({ task: 'add', id: 'done' });
  await expect(send(cloud, 'POST', '/v1/functions/probe', { headers, body })).rejects.toThrow();
  expect(await probe(cloud, 'count')).toBe(1);
  expect(fired()).toEqual([1]);
});

test('a refused action carries the chosen code', async () => {
  await add({ kind: 'error', match: 'database.*', code: 'EXCEED_CONCURRENT_REQUEST_LIMIT', message: 'busy' });
  expect(await probe(cloud, 'count', { caught: true })).toMatchObject({ errCode: -501004 });
  expect(fired()).toEqual([1]);
});

test('the chosen commit conflicts, the SDK tries again and it is stored once', async () => {
  await add({ kind: 'conflict', skip: 1, times: 1 });
  expect(await probe(cloud, 'transaction', { id: 'first' })).toBe(1);
  expect(await probe(cloud, 'transaction', { id: 'second' })).toBe(2);
  expect(await probe(cloud, 'count')).toBe(2);
  expect(fired()).toEqual([1]);
});

test('an invocation delivered twice runs twice', async () => {
  await add({ kind: 'duplicateDelivery', match: 'probe' });
  await probe(cloud, 'whoami', { id: 'yes' });
  expect(await probe(cloud, 'count')).toBe(2);
  expect(fired()).toEqual([1]);
  const copies = cloud.functions.records.newest(10, (record) => record.duplicateOf !== null);
  expect(copies).toHaveLength(1);
});

test.each([
  [false, 0],
  [true, 1],
])('the instance dies at its n-th request (after it was carried out: %s)', async (after, stored) => {
  await add({ kind: 'killWorker', match: 'probe', atCall: 1, after });
  await expect(probe(cloud, 'add', { id: 'killed' })).rejects.toThrow('killed');
  expect(fired()).toEqual([1]);
  expect(await probe(cloud, 'count')).toBe(stored);
});

test('the clock of one function can be wrong', async () => {
  await add({ kind: 'clockOffset', match: 'probe', ms: -86_400_000 });
  const { now } = await probeObject(cloud, 'state');
  expect(Math.abs(Date.now() - 86_400_000 - Number(now))).toBeLessThan(600_000);
  expect(fired()).toEqual([1]);
});

test('rules are checked, listed and removed', async () => {
  for (const rule of [{}, { kind: 'x' }, { kind: 'latency', ms: -1 }, { kind: 'conflict', probability: 2 }]) {
    expect((await control(cloud, 'POST', 'faults', rule)).status).toBe(400);
  }
  await add({ kind: 'latency', ms: 1 });
  const id = cloud.faults.list()[0]?.id ?? '';
  expect((await control(cloud, 'DELETE', `faults/${id}`)).status).toBe(200);
  expect((await control(cloud, 'DELETE', `faults/${id}`)).status).toBe(404);
});

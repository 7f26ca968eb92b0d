import type { LocalCloud } from './local-cloud';
import { control, probe, send, startTestCloud, stopTestClouds, textIn } from './test-cloud';

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startTestCloud({
    seed: (target, options) => {
      const documents = [1, 2, 3].map((number) => ({ _id: `s${number}`, number }));
      target.database.bulkInsert('notes', documents);
      return Promise.resolve({ inserted: documents.length, options });
    },
  });
});
beforeEach(() => cloud.reset());
afterAll(stopTestClouds);

test('the state shows functions, timers, collections and the clock', async () => {
  const { json } = await control(cloud, 'GET', 'state');
  expect(json).toMatchObject({
    environmentId: 'local-env',
    clock: { offsetMs: 0 },
    collections: [{ name: 'notes', count: 0 }, { name: 'ticks' }],
    functions: [
      { name: 'brief', timeoutMs: 1000 },
      { name: 'probe', timeoutMs: 20_000 },
      { name: 'tick', timeoutMs: 5000 },
      { name: 'web' },
    ],
    timers: [{ functionName: 'tick' }],
    faults: [],
  });
});

test('seed, look page by page, reset', async () => {
  const { json } = await control(cloud, 'POST', 'seed', { volunteers: 3 });
  expect(json).toEqual({ inserted: 3, options: { volunteers: 3 } });
  const page = await control(cloud, 'GET', 'collections/notes?skip=1&limit=1');
  expect(page.json).toMatchObject({ name: 'notes', total: 3, skip: 1, limit: 1, documents: [{ _id: 's2' }] });
  expect((await control(cloud, 'GET', 'collections/nothing')).status).toBe(404);
  await control(cloud, 'POST', 'clock', { advanceMs: 3_600_000 });
  await control(cloud, 'POST', 'reset');
  expect(await probe(cloud, 'count')).toBe(0);
  expect((await control(cloud, 'GET', 'clock')).json).toMatchObject({ offsetMs: 0 });
});

test('without a seeder the seed is refused by name', async () => {
  const bare = await startTestCloud();
  const { status, json } = await control(bare, 'POST', 'seed', {});
  expect([status, json['code']]).toEqual([501, 'NotImplemented']);
});

test('calls are listed with their logs and requests, and found by id', async () => {
  await probe(cloud, 'log', { id: 1 });
  await probe(cloud, 'add', { id: 'listed' });
  const { json } = await control(cloud, 'GET', 'calls?function=probe&limit=2');
  expect(json['invocations']).toMatchObject([
    { functionName: 'probe', outcome: 'ok', openid: 'o-ann', adminCallCount: 1, result: 'listed' },
    { logs: [{ level: 'info' }, { level: 'error' }] },
  ]);
  const id = cloud.functions.records.newest(1)[0]?.id ?? '';
  expect((await control(cloud, 'GET', `calls/${id}`)).json).toMatchObject({ id });
});

test('the clock takes an offset, a step or an instant, and nothing else', async () => {
  const instant = '2030-01-02T03:04:05.000Z';
  expect(textIn((await control(cloud, 'POST', 'clock', { now: instant })).json['iso'])).toContain(
    '2030-01-02T03:04',
  );
  for (const body of [{}, { now: 'yesterday' }, { offsetMs: 1e18 }, { offsetMs: 'x' }]) {
    expect((await control(cloud, 'POST', 'clock', body)).status).toBe(400);
  }
  expect((await send(cloud, 'POST', '/__local/clock', { body: '{' })).status).toBe(400);
});

test('unknown addresses and methods are refused', async () => {
  expect((await control(cloud, 'GET', 'nothing')).status).toBe(404);
  expect((await control(cloud, 'DELETE', 'clock')).status).toBe(405);
});

test('the inspector page is served', async () => {
  const page = await send(cloud, 'GET', '/__local/');
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(page.text).toContain('<html lang="zh-CN">');
});

test('stored files and who agreed to messages are listed', async () => {
  await probe(cloud, 'upload', { path: 'a.txt', base64: 'eA==' });
  expect((await control(cloud, 'GET', 'storage')).json['files']).toEqual([
    expect.objectContaining({ fileId: 'cloud://local-env.local/a.txt', url: '/storage/a.txt', bytes: 1 }),
  ]);
  expect((await control(cloud, 'GET', 'subscriptions')).json).toEqual({ enforced: false, grants: [] });
});

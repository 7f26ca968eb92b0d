import type { LocalCloud } from './local-cloud';
import { send, startTestCloud, stopTestClouds } from './test-cloud';

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startTestCloud({ httpPaths: { '/web': 'web' } });
});
afterAll(stopTestClouds);

test('a path of the site is answered by its function, which gets the request as an event', async () => {
  const { status, json } = await send(cloud, 'POST', '/web/deeper?a=%E4%B8%AD', {
    headers: { 'x-own': 'yes' },
    body: 'sent',
  });
  expect(status).toBe(200);
  expect(json).toMatchObject({
    path: '/web/deeper',
    httpMethod: 'POST',
    queryStringParameters: { a: '中' },
    headers: { 'x-own': 'yes' },
    body: 'sent',
    isBase64Encoded: false,
  });
});

test('text is sent as text, an answer with a status as it says', async () => {
  const text = await send(cloud, 'GET', '/web?as=text');
  expect([text.status, text.text]).toEqual([200, '你好']);
  const answer = await fetch(`${cloud.url}/web?as=bytes`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([201, 'image/x-own']);
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([1, 2, 255]);
});

test('a path that only begins alike is not its', async () => {
  expect((await send(cloud, 'GET', '/webs')).status).toBe(404);
});

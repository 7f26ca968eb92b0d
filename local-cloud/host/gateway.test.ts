import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalCloud } from './local-cloud';
import { send, startTestCloud, stopTestClouds, type Reply } from './test-cloud';

let cloud: LocalCloud;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'local-site-'));
  await writeFile(join(directory, 'index.html'), `<!doctype html><title>site</title>${' '.repeat(2000)}`);
  await writeFile(join(directory, 'app.1a2b3c4d.js'), 'export {};');
  await writeFile(join(directory, 'contract.json'), '{"procedures":[]}');
  cloud = await startTestCloud({
    staticDirectory: directory,
    contractFile: join(directory, 'contract.json'),
    runtimeConfig: { cloud: 'local' },
    identities: () => Promise.resolve([{ id: 'o-ann', label: '志愿者', description: '' }]),
  });
});
afterAll(async () => {
  await stopTestClouds();
  await rm(directory, { recursive: true, force: true });
});

const ann = { authorization: 'Bearer openid:o-ann' };

function call(body: string, headers: Record<string, string> = ann, name = 'probe'): Promise<Reply> {
  return send(cloud, 'POST', `/v1/functions/${name}`, { body, headers });
}

/** `fetch` neither lets a test choose the Host header nor sends a path as it is. */
function rawStatus(host: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(cloud.url, { path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('the body is the event and the answer is the returned value', async () => {
  const reply = await call(JSON.stringify({ task: 'whoami' }));
  expect(reply.status).toBe(200);
  expect(reply.json).toMatchObject({ before: 'o-ann' });
  const visitor = await call(JSON.stringify({ task: 'whoami' }), { authorization: 'Bearer anonymous' });
  expect(visitor.json).toMatchObject({ before: '', context: { OPENID: '' } });
});

test.each([
  ['no token', '{}', {}, 'probe', 401, 'MISSING_CREDENTIALS'],
  ['a foreign token', '{}', { authorization: 'Bearer abc' }, 'probe', 401, 'INVALID_CREDENTIALS'],
  ['an empty id', '{}', { authorization: 'Bearer openid:' }, 'probe', 401, 'INVALID_CREDENTIALS'],
  ['broken JSON', '{', ann, 'probe', 400, 'INVALID_JSON'],
  ['a list', '[]', ann, 'probe', 400, 'INVALID_JSON'],
  ['a missing function', '{}', ann, 'nowhere', 404, 'FUNCTION_NOT_FOUND'],
  ['a path as a name', '{}', ann, '..%2fprobe', 404, 'FUNCTION_NOT_FOUND'],
  ['too much', `{"a":"${'x'.repeat(102_400)}"}`, ann, 'probe', 413, 'BODY_TOO_LARGE'],
  ['a failing function', '{"task":"throws"}', ann, 'probe', 500, 'FUNCTIONS_EXECUTE_FAIL'],
  ['a slow function', '{"task":"sleep","ms":9000}', ann, 'brief', 504, 'FUNCTIONS_TIME_LIMIT_EXCEEDED'],
])('%s is refused in the shape of the gateway', async (_what, body, headers, name, status, code) => {
  const reply = await call(body, headers, name);
  expect(reply.status).toBe(status);
  expect(reply.json).toMatchObject({ code });
  expect(Object.keys(reply.json)).toEqual(['code', 'message', 'requestId']);
});

test('only pages of this machine may call', async () => {
  const near = await call('{"task":"state"}', { ...ann, origin: 'http://localhost:10086' });
  expect(near.headers.get('access-control-allow-origin')).toBe('http://localhost:10086');
  const preflight = await send(cloud, 'OPTIONS', '/v1/functions/probe', {
    headers: {
      origin: 'http://127.0.0.1:3000',
      'access-control-request-headers': 'authorization,x-request-id',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,x-request-id');
  const foreign = await call('{"task":"state"}', { ...ann, origin: 'https://evil.example' });
  expect(foreign.status).toBe(403);
  expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  const lookalike = await call('{}', { ...ann, origin: 'http://localhost.evil.example' });
  expect(lookalike.status).toBe(403);
});

test('a foreign Host name is refused', async () => {
  expect(await rawStatus('evil.example', '/')).toBe(421);
  expect(await rawStatus('127.0.0.1.evil.example:80', '/v1/contract')).toBe(421);
  expect(await rawStatus('localhost:1234', '/')).toBe(200);
});

test('pages cannot steer the cloud or speak to /admin', async () => {
  const headers = { origin: 'http://localhost:10086' };
  expect((await send(cloud, 'POST', '/__local/reset', { headers })).status).toBe(403);
  expect((await send(cloud, 'POST', '/admin', { headers, body: '{}' })).status).toBe(403);
  const own = { origin: cloud.url };
  expect((await send(cloud, 'POST', '/__local/clock', { headers: own, body: '{"offsetMs":0}' })).status).toBe(
    200,
  );
});

test('the contract, the runtime configuration and the identities are served', async () => {
  expect((await send(cloud, 'GET', '/v1/contract')).json).toEqual({ procedures: [] });
  expect((await send(cloud, 'GET', '/runtime-config.json')).json).toEqual({ cloud: 'local' });
  expect((await send(cloud, 'GET', '/__local/identities')).json).toEqual({
    identities: [{ id: 'o-ann', label: '志愿者', description: '' }],
  });
});

test('the site: pages of the history, types, caching and compression', async () => {
  const page = await send(cloud, 'GET', '/pages/activity/index?id=1');
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.text).toContain('<title>site</title>');
  expect(page.headers.get('content-encoding')).toBe('gzip');
  const script = await send(cloud, 'GET', '/app.1a2b3c4d.js');
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect((await send(cloud, 'GET', '/missing.js')).status).toBe(404);
  expect((await send(cloud, 'GET', '/favicon.ico')).status).toBe(204);
  const again = await send(cloud, 'GET', '/', {
    headers: { 'if-none-match': page.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
  for (const path of ['/..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/hosts', '/../x.js', '/%00', '/%E0%A4%A']) {
    expect(await rawStatus('localhost', path)).toBe(400);
  }
});

test('a taken port is named', async () => {
  const port = Number(new URL(cloud.url).port);
  await expect(startTestCloud({ port })).rejects.toThrow(`port ${port} is already in use`);
});

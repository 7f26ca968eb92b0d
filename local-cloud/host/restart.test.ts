import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestCloud, stopTestClouds } from './test-cloud';

const children: ChildProcess[] = [];
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'local-cloud-'));
});
afterAll(async () => {
  await stopTestClouds();
  for (const child of children) child.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

async function start(): Promise<{ url: string; child: ChildProcess }> {
  const script = join(__dirname, 'fixtures/serve.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const url = await new Promise<string>((resolve) => {
    child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim().replace('ready ', '')));
  });
  return { url, child };
}

async function call(url: string, event: object): Promise<unknown> {
  const headers = { authorization: 'Bearer openid:o-ann' };
  const response = await fetch(`${url}/v1/functions/probe`, {
    method: 'POST',
    headers,
    body: JSON.stringify(event),
  });
  return response.json();
}

test('after kill -9 everything that was answered is still there', async () => {
  const first = await start();
  const base64 = Buffer.from('a picture').toString('base64');
  const added = await Promise.all(
    Array.from({ length: 20 }, (_, index) => call(first.url, { task: 'add', id: `n${index}` })),
  );
  const uploaded = await call(first.url, { task: 'upload', path: 'photos/一.png', base64 });
  await expect(startTestCloud({ dataDirectory: directory })).rejects.toThrow('is in use');
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const second = await start();
  expect(added).toHaveLength(20);
  expect(await call(second.url, { task: 'count' })).toBe(20);
  expect(uploaded).toEqual({ fileID: 'cloud://local-env.local/photos/一.png', statusCode: -1 });
  expect(await call(second.url, { task: 'download', fileID: 'cloud://local-env.local/photos/一.png' })).toBe(
    base64,
  );
});

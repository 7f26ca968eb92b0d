import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probe, probeObject, send, startTestCloud, stopTestClouds, textIn } from '../host/test-cloud';
import { parseCloudPath } from './cloud-path';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'local-cloud-'));
});
afterAll(async () => {
  await stopTestClouds();
  await rm(directory, { recursive: true, force: true });
});

const bytes = Buffer.from([0, 1, 2, 255, 13, 10, 45, 45]);

test.each([['in memory'], ['on disk']])(
  '%s: upload, download, address and removal by the SDK',
  async (place) => {
    const cloud = await startTestCloud({ dataDirectory: place === 'on disk' ? directory : null });
    const base64 = bytes.toString('base64');
    const uploaded = await probeObject(cloud, 'upload', { path: 'photos/活动 1.png', base64 });
    expect(uploaded).toEqual({ fileID: 'cloud://local-env.local/photos/活动 1.png', statusCode: -1 });
    const fileID = textIn(uploaded['fileID']);
    expect(await probe(cloud, 'download', { fileID })).toBe(base64);
    const [file] = cloud.storage.list();
    expect(file).toMatchObject({ path: 'photos/活动 1.png', bytes: bytes.length, contentType: 'image/png' });
    const fetched = await fetch(
      `${cloud.url}/storage/${encodeURIComponent('photos')}/${encodeURIComponent('活动 1.png')}`,
    );
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(bytes);
    expect(await probe(cloud, 'remove', { fileID })).toEqual([{ fileID, status: 0, errMsg: 'ok' }]);
    expect(await probe(cloud, 'fileUrl', { fileID })).toEqual([
      expect.objectContaining({ status: -503003, tempFileURL: '' }),
    ]);
    await expect(probe(cloud, 'download', { fileID })).rejects.toThrow('there is no such file');
  },
);

test('without a permission, or with that of another file, nothing is stored', async () => {
  const cloud = await startTestCloud();
  const body = JSON.stringify({ action: 'storage.getUploadMetadata', path: 'mine.txt', method: 'put' });
  const { text } = await send(cloud, 'POST', '/admin', { body });
  const headers = { authorization: /"authorization":"([^"]+)"/.exec(text)?.[1] ?? '' };
  expect((await send(cloud, 'PUT', '/storage/mine.txt', { body: 'x' })).status).toBe(403);
  expect((await send(cloud, 'PUT', '/storage/other.txt', { body: 'x', headers })).status).toBe(403);
  expect(cloud.storage.list()).toEqual([]);
  expect((await send(cloud, 'PUT', '/storage/mine.txt', { body: 'x', headers })).status).toBe(200);
});

test('the older upload by form is answered with 204', async () => {
  const cloud = await startTestCloud();
  const body = JSON.stringify({ action: 'storage.getUploadMetadata', path: 'form.bin' });
  const { text } = await send(cloud, 'POST', '/admin', { body });
  const form = new FormData();
  form.set('Signature', /"authorization":"([^"]+)"/.exec(text)?.[1] ?? '');
  form.set('key', 'form.bin');
  form.set('file', new Blob([bytes]), 'form.bin');
  const reply = await send(cloud, 'POST', '/storage/form.bin', { body: form });
  expect([reply.status, reply.text]).toEqual([204, '']);
  expect(await cloud.storage.read('form.bin')).toEqual(bytes);
});

test.each([['../x'], ['/x'], ['a//b'], ['a/./b'], ['a\\b'], ['a?b'], ['a\u0000'], ['x'.repeat(851)], ['']])(
  'the path %j is refused',
  (path) => {
    expect(() => parseCloudPath(path)).toThrow();
  },
);

test('an address cannot climb out of the storage', async () => {
  const cloud = await startTestCloud();
  for (const path of ['..%2f..%2fetc/passwd', '%2fetc/passwd', '%ff', 'a%00b', 'missing.txt']) {
    expect((await send(cloud, 'GET', `/storage/${path}`)).status).toBeGreaterThanOrEqual(400);
  }
});

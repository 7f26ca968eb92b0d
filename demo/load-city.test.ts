import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PROJECT_DIRECTORY, TestProduct } from '../tests/kit/product';
import { recount, storedSums } from '../tests/kit/recount';
import { startLocalProduct } from './compose-local-cloud';
import { loadCity } from './load-city';

const data = fs.mkdtempSync(path.join(os.tmpdir(), 'xiangfeng-load-'));
afterAll(() => {
  fs.rmSync(data, { recursive: true, force: true });
});

test('[ST41] a loaded city has what it was asked for, its tallies right from the first moment', async () => {
  const wishes = {
    dataDirectory: data,
    projectDirectory: PROJECT_DIRECTORY,
    volunteers: 40,
    recordsEach: 10,
  };
  expect(await loadCity(wishes)).toEqual({ volunteers: 40, records: 400 });
  await expect(loadCity(wishes)).rejects.toThrow('holds a city already');
  const product = TestProduct.of(
    await startLocalProduct({ ...wishes, port: 0, automaticTimers: false, workers: 1 }),
  );
  try {
    expect(product.documents('attendances')).toHaveLength(400);
    expect(storedSums(product)).toEqual(recount(product));
    await product.fold();
    expect(storedSums(product)).toEqual(recount(product));
  } finally {
    await product.stop();
  }
});

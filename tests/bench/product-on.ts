/** The product on a city that lies on disk. */
import { startLocalProduct } from '@demo/compose-local-cloud';
import { numberRequestsFrom, PROJECT_DIRECTORY, TestProduct } from '../kit/product';

const WORKERS = 4;

export async function productOn(dataDirectory: string, automaticTimers: boolean): Promise<TestProduct> {
  numberRequestsFrom(Date.now());
  const options = { port: 0, dataDirectory, projectDirectory: PROJECT_DIRECTORY, workers: WORKERS };
  return TestProduct.of(await startLocalProduct({ ...options, automaticTimers }));
}

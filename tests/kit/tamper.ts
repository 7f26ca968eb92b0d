/** Somebody with access to the database changes a document behind the product's back. */
import { TestClient } from '@local-cloud/database/test-client';
import type { JsonObject } from '@local-cloud/host/json';
import type { TestProduct } from './product';

/** `values` by dotted path. Throws when there is no such document. */
export async function tamper(
  product: TestProduct,
  collection: string,
  id: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const client = new TestClient(product.cloud.database, collection);
  const changed = await client.update(id, { $set: values });
  if (changed !== 1) throw new Error(`nothing was changed in ${collection}`);
}

export async function removeBehind(product: TestProduct, collection: string, id: string): Promise<void> {
  await new TestClient(product.cloud.database, collection).remove({ _id: id });
}

export async function addBehind(
  product: TestProduct,
  collection: string,
  document: JsonObject,
): Promise<void> {
  await new TestClient(product.cloud.database, collection).add(document);
}

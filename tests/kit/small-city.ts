import { TestClient } from '@local-cloud/database/test-client';
import type { TestProduct } from './product';

const TOWNSHIP_LENGTH = 9;

/**
 * Leaves of the city only the townships with a figure, and their communities: a night spends most of its
 * round trips on those where nobody lives and nothing happens.
 */
export async function keepInhabited(product: TestProduct): Promise<void> {
  const idsOf = (collection: string): string[] =>
    product.documents(collection).flatMap(({ _id }) => (typeof _id === 'string' ? [_id] : []));
  const townshipOf = (id: string): string => id.slice(0, TOWNSHIP_LENGTH);
  const counted = new Set(idsOf('tallies').map(townshipOf));
  const empty = idsOf('divisions').filter(
    (code) => code.length >= TOWNSHIP_LENGTH && !counted.has(townshipOf(code)),
  );
  await new TestClient(product.cloud.database, 'divisions').remove({ _id: { $in: empty } });
}

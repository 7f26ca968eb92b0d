/** What answers must not contain: id numbers and phone numbers of anybody, names of people but the asker. */
import { nodeSecrets } from '@server/kernel/node-secrets';
import type { TestProduct } from './product';

/** Of a product that was started with this key. */
export const KNOWN_KEY = '5'.repeat(64);
/** Shorter names are also words of places and of the language. */
const TELLING_NAME = 3;

export function seededSecrets(product: TestProduct): { numbers: string[]; names: string[] } {
  const secrets = nodeSecrets(KNOWN_KEY);
  const people = product.documents('volunteers');
  return {
    numbers: people
      .flatMap(({ idNumberBox, phoneBox }) => [idNumberBox, phoneBox])
      .flatMap((box) => (typeof box === 'string' && box !== '' ? [secrets.open(box)] : [])),
    names: people.flatMap(({ name }) =>
      typeof name === 'string' && name.length >= TELLING_NAME ? [name] : [],
    ),
  };
}

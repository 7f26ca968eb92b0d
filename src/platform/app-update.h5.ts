import type { UpdateWords } from './app-update-types';

export type * from './app-update-types';

/** A site is new whenever it is loaded. */
export function offerUpdates(_words: UpdateWords): void {
  // Nothing to offer.
}

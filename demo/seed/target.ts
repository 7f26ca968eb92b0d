import type { CollectionName, StoredDocument } from '@server/kernel/documents';
import type { Secrets } from '@server/kernel/ports';

/** Where the demo city is written: past the wire, many documents at once. */
export interface SeedTarget {
  insert<Name extends CollectionName>(collection: Name, documents: Iterable<StoredDocument<Name>>): void;
  /** returns the file id */
  storeFile(path: string, content: Buffer): Promise<string>;
}

export interface SeedContext {
  readonly target: SeedTarget;
  readonly secrets: Secrets;
  /** where the site is: what certificates print */
  readonly siteOrigin: string | null;
  /** the moment the city is made for: everything is dated relative to it */
  readonly now: number;
}

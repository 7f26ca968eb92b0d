/** All documents of a range of ids, page by page, as large as the cloud's answers allow. */
import { AnswerTooLargeError } from './answer-too-large-error';
import type { CollectionName, StoredDocument } from './documents';
import type { Database, Ports, Where } from './ports';

/** The most rows of one answer. */
const LARGEST_PAGE = 1_000;

export interface IdRange {
  /** ids after this one; empty: from the first */
  readonly above: string;
  /** ids before this one; null: to the last */
  readonly below: string | null;
}

/**
 * Reads it all at once. Round trips: one for every `firstSize` documents; where those are more than a
 * megabyte, more.
 */
export async function readRange<Name extends CollectionName>(
  ports: Ports,
  collection: Name,
  where: Where,
  range: IdRange,
  firstSize = LARGEST_PAGE,
): Promise<StoredDocument<Name>[]> {
  const found: StoredDocument<Name>[] = [];
  for await (const page of pagesOf(ports, collection, where, range, firstSize)) found.push(...page);
  return found;
}

/** Page by page, for more than fits into memory. */
export async function* pagesOf<Name extends CollectionName>(
  { database }: Ports,
  collection: Name,
  where: Where,
  { above, below }: IdRange,
  firstSize = LARGEST_PAGE,
): AsyncGenerator<StoredDocument<Name>[]> {
  let size = firstSize;
  let after = above;
  for (;;) {
    const _id = { ...(after === '' ? {} : { above: after }), ...(below === null ? {} : { below }) };
    const query = Object.keys(_id).length === 0 ? where : { ...where, _id };
    const page = await readPage(database, collection, query, size);
    if (page === null) {
      size = Math.max(1, Math.floor(size / 2));
      continue;
    }
    yield page;
    const last = page[size - 1];
    if (last === undefined) return;
    after = last._id;
  }
}

/** Null: too much for one answer. A single document always fits. */
async function readPage<Name extends CollectionName>(
  database: Database,
  collection: Name,
  where: Where,
  limit: number,
): Promise<StoredDocument<Name>[] | null> {
  try {
    return await database.find(collection, { where, orderBy: [['_id', 'asc']], limit });
  } catch (error) {
    if (error instanceof AnswerTooLargeError && limit > 1) return null;
    throw error;
  }
}

/** All documents of a range of ids, page by page, as large as the cloud's answers allow. */
import { AnswerTooLargeError } from './answer-too-large-error';
import type { CollectionName, StoredDocument } from './documents';
import type { Ports, Query, Where } from './ports';

/** The most rows of one answer. */
export const LARGEST_PAGE = 1_000;

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

/** The same for whatever `read` answers in the order of ids, such as excerpts. */
export async function readAll<Row extends Keyed>(
  read: Read<Row>,
  where: Where,
  range: IdRange,
): Promise<Row[]> {
  const found: Row[] = [];
  for await (const page of pages(read, where, range, LARGEST_PAGE)) found.push(...page);
  return found;
}

/** Page by page, for more than fits into memory. */
export function pagesOf<Name extends CollectionName>(
  { database }: Ports,
  collection: Name,
  where: Where,
  range: IdRange,
  firstSize = LARGEST_PAGE,
): AsyncGenerator<readonly StoredDocument<Name>[]> {
  return pages((query) => database.find(collection, query), where, range, firstSize);
}

interface Keyed {
  readonly _id: string;
}
type Read<Row> = (query: Query) => Promise<Row[]>;

async function* pages<Row extends Keyed>(
  read: Read<Row>,
  where: Where,
  { above, below }: IdRange,
  firstSize: number,
): AsyncGenerator<readonly Row[]> {
  let size = firstSize;
  let after = above;
  for (;;) {
    const _id = { ...(after === '' ? {} : { above: after }), ...(below === null ? {} : { below }) };
    const query = Object.keys(_id).length === 0 ? where : { ...where, _id };
    const page = await readPage(read, query, size);
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
async function readPage<Row>(read: Read<Row>, where: Where, limit: number): Promise<readonly Row[] | null> {
  try {
    return await read({ where, orderBy: [['_id', 'asc']], limit });
  } catch (error) {
    if (error instanceof AnswerTooLargeError && limit > 1) return null;
    throw error;
  }
}

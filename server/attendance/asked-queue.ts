/** What waits for somebody's answer, first asked first: approvals, corrections, closings under review. */
import { pageOf, parseCursor, type Page } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Where } from '../kernel/ports';

const PAGE = 20;

type Queue = 'approvals' | 'claims' | 'closings';

/** One round trip. */
export async function pageOfQueue<Name extends Queue>(
  { database }: Pick<Ports, 'database'>,
  queue: Name,
  where: Where,
  cursor: string | null,
): Promise<Page<StoredDocument<Name>>> {
  const found = await database.find(queue, {
    where,
    orderBy: [
      ['askedAt', 'asc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(cursor),
    limit: PAGE + 1,
  });
  return pageOf(found, PAGE, ({ askedAt, _id }) => [askedAt, _id]);
}

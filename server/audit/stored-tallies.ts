/** The stored tallies of a book, or of everything below a division, by ranges of ids. */
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { BookId, Tally } from '@domain/statistics/tally';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';

const TALLY_PAGE = 90;
/** below the first comes everything whose id begins with the code and a colon or a digit */
const AFTER_COLON = ';';

export function talliesOfBook(ports: Ports, book: BookId): Promise<Tally[]> {
  return talliesBetween(ports, `${book}:`, `${book}${AFTER_COLON}`);
}

export function talliesBelow(ports: Ports, code: DivisionCode): Promise<Tally[]> {
  return talliesBetween(ports, code, `${code}${AFTER_COLON}`);
}

async function talliesBetween(ports: Ports, from: string, below: string): Promise<Tally[]> {
  const found: Tally[] = [];
  let bound: { atLeast: string } | { above: string } = { atLeast: from };
  for (;;) {
    const page: StoredDocument<'tallies'>[] = await ports.database.find('tallies', {
      where: { _id: { ...bound, below } },
      orderBy: [['_id', 'asc']],
      limit: TALLY_PAGE,
    });
    found.push(...page.map(({ _id, cells }) => ({ tallyId: _id, cells })));
    const last = page[TALLY_PAGE - 1];
    if (last === undefined) return found;
    bound = { above: last._id };
  }
}

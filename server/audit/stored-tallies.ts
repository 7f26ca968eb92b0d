/** The stored tallies of a book, or of everything below a division, by ranges of ids. */
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { BookId, Tally } from '@domain/statistics/tally';
import type { Ports } from '../kernel/ports';
import { readRange } from '../kernel/read-range';

/** A tally of a month holds up to 10 KB: an answer of the cloud holds 1 MB. */
const TALLY_PAGE = 90;
/** below the first comes everything whose id begins with the code and a colon or a digit */
const AFTER_COLON = ';';

export function talliesOfBook(ports: Ports, book: BookId): Promise<Tally[]> {
  return talliesBetween(ports, `${book}:`, `${book}${AFTER_COLON}`);
}

export function talliesBelow(ports: Ports, code: DivisionCode): Promise<Tally[]> {
  return talliesBetween(ports, code, `${code}${AFTER_COLON}`);
}

async function talliesBetween(ports: Ports, above: string, below: string): Promise<Tally[]> {
  const found = await readRange(ports, 'tallies', {}, { above, below }, TALLY_PAGE);
  return found.map(({ _id, cells }) => ({ tallyId: _id, cells }));
}

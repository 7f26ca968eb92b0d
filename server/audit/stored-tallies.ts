/** The stored tallies of a book, or of everything below a division, by ranges of ids. */
import type { DivisionCode, ProjectId } from '@domain/kernel/identifiers';
import type { BookId, Tally } from '@domain/statistics/tally';
import type { Ports } from '../kernel/ports';
import { readRange } from '../kernel/read-range';

/** A tally of a month holds up to 10 KB: an answer of the cloud holds 1 MB. */
const TALLY_PAGE = 90;
/** below the first comes everything whose id begins with the code and a colon or a digit */
const AFTER_COLON = ';';
const AFTER_AT = 'A';

export function talliesOfBook(ports: Ports, book: BookId): Promise<Tally[]> {
  return talliesBetween(ports, `${book}:`, `${book}${AFTER_COLON}`);
}

/** Of the places of a project, by their books (BP14). */
export async function talliesOfPlaces(ports: Ports, projectId: ProjectId): Promise<Map<string, Tally[]>> {
  const found = await talliesBetween(ports, `${projectId}@`, `${projectId}${AFTER_AT}`);
  const books = new Map<string, Tally[]>();
  for (const tally of found) {
    const book = tally.tallyId.split(':')[0] ?? '';
    books.set(book, [...(books.get(book) ?? []), tally]);
  }
  return books;
}

export function talliesBelow(ports: Ports, code: DivisionCode): Promise<Tally[]> {
  return talliesBetween(ports, code, `${code}${AFTER_COLON}`);
}

async function talliesBetween(ports: Ports, above: string, below: string): Promise<Tally[]> {
  const found = await readRange(ports, 'tallies', {}, { above, below }, TALLY_PAGE);
  return found.map(({ _id, cells }) => ({ tallyId: _id, cells }));
}

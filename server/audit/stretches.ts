/** Stretches of ids: what a recount looks at, piece by piece, also what is stored of ids that are gone. */
import type { Excerpt } from '../kernel/excerpts';
import type { Ports } from '../kernel/ports';
import type { IdRange } from '../kernel/read-range';

/** All ids after one, up to and with another; null: to the end. */
export interface Stretch {
  readonly after: string;
  readonly last: string | null;
}

type Ids = 'volunteerIds' | 'shiftIds';

/** The next so many, of `size` documents each, in as many round trips. */
export async function nextStretches(
  { database }: Ports,
  ids: Ids,
  size: number,
  cursor: string,
  count: number,
): Promise<Stretch[]> {
  const stretches: Stretch[] = [];
  let after: string | null = cursor;
  while (after !== null && stretches.length < count) {
    const page: Excerpt<Ids>[] = await database.findExcerpts(ids, {
      where: after === '' ? {} : { _id: { above: after } },
      orderBy: [['_id', 'asc']],
      limit: size,
    });
    const last: string | null = page[size - 1]?._id ?? null;
    stretches.push({ after, last });
    after = last;
  }
  return stretches;
}

/** sorts after the id itself and before every longer or later one */
const AFTER_ID = ' ';

/** Whoever came into it since its ends were found is read with the others. */
export function rangeOf({ after, last }: Stretch): IdRange {
  return { above: after, below: last === null ? null : `${last}${AFTER_ID}` };
}

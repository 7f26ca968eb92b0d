/** Stretches of ids: what a recount looks at, piece by piece, also what is stored of ids that are gone. */
import type { Excerpt } from '../kernel/excerpts';
import type { Ports, Where } from '../kernel/ports';

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
      where: inStretch({ after, last: null }),
      orderBy: [['_id', 'asc']],
      limit: size,
    });
    const last: string | null = page[size - 1]?._id ?? null;
    stretches.push({ after, last });
    after = last;
  }
  return stretches;
}

export function inStretch({ after, last }: Stretch): Where {
  const range = { ...(after === '' ? {} : { above: after }), ...(last === null ? {} : { atMost: last }) };
  return Object.keys(range).length === 0 ? {} : { _id: range };
}

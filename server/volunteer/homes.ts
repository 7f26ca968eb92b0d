/**
 * 居住地索引: whoever changes the residences of a volunteer writes these in the same transaction, so that the
 * people of a division are found without looking through the city.
 */
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';

type Home = StoredDocument<'homes'>;
type Volunteer = Pick<StoredDocument<'volunteers'>, '_id' | 'residences'>;

/** One per division ever lived in. */
export function homesOf({ _id, residences }: Volunteer): Home[] {
  const divisions = new Set(residences.map(({ divisionCode }) => divisionCode));
  return [...divisions].map((divisionCode) => ({
    _id: `${divisionCode}:${_id}`,
    divisionCode,
    volunteerId: _id,
  }));
}

const HOME_ID = /^\d{4,12}:[0-9A-Za-z]{10}$/;
/** sorts after every digit and the colon */
const AFTER_CODES = '~';

/**
 * The next homes in a division after `cursor` (the id of the last one): one round trip over one range of ids,
 * whatever the size of the city and however deep the page. A cursor from elsewhere cannot leave the division;
 * one that is none reads as the beginning.
 */
export function homesIn(
  ports: Ports,
  divisionCode: DivisionCode,
  cursor: string | null,
  limit: number,
): Promise<Home[]> {
  const _id = { atLeast: divisionCode, below: `${divisionCode}${AFTER_CODES}` };
  return ports.database.find('homes', {
    where: { _id: cursor !== null && HOME_ID.test(cursor) ? { ..._id, above: cursor } : _id },
    orderBy: [['_id', 'asc']],
    limit,
  });
}

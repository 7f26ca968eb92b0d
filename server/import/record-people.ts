/** Whose services the rows of a list are: people of the division who are registered here (IM10). */
import { contains } from '@domain/geography/division';
import type { ServiceRow, WrittenPerson, RecordFault } from '@domain/import/record-row';
import {
  isShortId,
  parseVolunteerId,
  SHORT_ID_LENGTH,
  type DivisionCode,
  type VolunteerId,
} from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { homeOf } from '../person/office-scope';

type Volunteer = StoredDocument<'volunteers'>;
type Fault = Pick<RecordFault, 'fault' | 'column'>;
export type FoundOwner = { readonly volunteer: Volunteer } | Fault;

/** Of one phone: a family, and who had the number before. */
const SAME_PHONE_LIMIT = 20;
/** Two kilobytes each: an answer of the cloud holds 1 MB. */
const PEOPLE_AT_ONCE = 400;

export interface OwnerContext {
  readonly divisionCode: DivisionCode;
  /** of who imports; null: is not registered */
  readonly importerId: VolunteerId | null;
}

/** At most a chunk of rows. Round trips: 3, fewer where no row says an id number or a phone. */
export async function ownersOf(
  ports: Ports,
  rows: readonly ServiceRow[],
  context: OwnerContext,
): Promise<(row: ServiceRow) => FoundOwner> {
  const { database } = ports;
  const hashes = [...new Set(rows.flatMap(({ person }) => phoneHashesOf(ports, person)))];
  const identityIds = [...new Set(rows.flatMap(({ person }) => identityIdsOf(ports, person)))];
  const [identities, sharing] = await Promise.all([
    identityIds.length === 0 ? [] : database.getMany('identities', identityIds),
    hashes.length === 0
      ? []
      : database.find('volunteers', {
          where: { phoneHash: { in: hashes } },
          limit: Math.min(PEOPLE_AT_ONCE, hashes.length * SAME_PHONE_LIMIT),
        }),
  ]);
  const byIdentity = new Map(identities.map(({ _id, volunteerId }) => [_id, volunteerId]));
  const idOf = (person: WrittenPerson): VolunteerId | undefined =>
    person.by === 'volunteerNumber'
      ? numberOf(person.text)
      : identityIdsOf(ports, person)
          .map((id) => byIdentity.get(id))
          .find((id) => id !== undefined);
  const ids = [...new Set(rows.map(({ person }) => idOf(person)).filter((id) => id !== undefined))];
  const volunteers = ids.length === 0 ? [] : await database.getMany('volunteers', ids);
  const byId = new Map(volunteers.map((one) => [one._id, one]));
  return (row) => {
    if (row.person.by === 'phone') {
      const own = phoneHashesOf(ports, row.person);
      const same = sharing.filter((one) => own.includes(one.phoneHash) && one.name === row.name);
      const active = same.filter(({ status }) => status === 'active');
      if (active.length > 1) return { column: 'phone', fault: 'personAmbiguous' };
      return judgeOwner(active[0], row, context);
    }
    const id = idOf(row.person);
    return judgeOwner(id === undefined ? undefined : byId.get(id), row, context);
  };
}

/** Who lives elsewhere is nobody here: a list is no way to learn who is registered where. */
function judgeOwner(
  volunteer: Volunteer | undefined,
  { name, person }: ServiceRow,
  { divisionCode, importerId }: OwnerContext,
): FoundOwner {
  const column = person.by;
  const isHere = volunteer?.status === 'active' && contains(divisionCode, homeOf(volunteer));
  if (volunteer === undefined || !isHere) return { column, fault: 'personUnknown' };
  if (volunteer.name !== name) return { column: 'name', fault: 'nameDiffers' };
  return volunteer._id === importerId ? { column, fault: 'ownRecord' } : { volunteer };
}

function identityIdsOf({ secrets }: Pick<Ports, 'secrets'>, person: WrittenPerson): readonly string[] {
  return person.by === 'idNumber' ? secrets.hashes('idNumber', person.identity.text) : [];
}

function phoneHashesOf({ secrets }: Pick<Ports, 'secrets'>, person: WrittenPerson): readonly string[] {
  return person.by === 'phone' ? secrets.hashes('phone', person.text) : [];
}

/** `5132-Ab3dE6gH9j`: the end of it is the person. */
function numberOf(text: string): VolunteerId | undefined {
  const end = text.slice(-SHORT_ID_LENGTH);
  return isShortId(end) ? parseVolunteerId(end) : undefined;
}

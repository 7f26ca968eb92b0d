/**
 * 找志愿者 (RM1): by what a person says in full, never by a part of it; shown masked, and every look is on
 * record.
 */
import { parseVolunteerId, SHORT_ID_LENGTH } from '@domain/kernel/identifiers';
import { rejected } from '@domain/kernel/result';
import { redactIdNumber, redactName } from '@domain/volunteer/redact';
import { SEARCH_FIELDS, type FoundPerson } from '@contract/person-request.contract';
import type { ParsedInputOf } from '@contract/procedures';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import type { Handler } from '../kernel/procedure';
import { logPeople, mayHandlePeople, officeKeysOf } from './office-scope';
import { findIdentity } from '../volunteer/identities';

type Volunteer = StoredDocument<'volunteers'>;

/** A family shares a phone; more have nothing to do with each other. */
const SAME_PHONE_LIMIT = 20;

/** Who lives elsewhere is nobody here. Round trips: grants, one or two to find, the access log. */
export const listMatches: Handler<'person.listMatches'> = async (input, context) => {
  const whole = SEARCH_FIELDS[input.by].safeParse(input.text);
  if (!whole.success) return rejected('person.searchIncomplete');
  const found = await findBy({ by: input.by, text: whole.data }, context.ports);
  const people: Volunteer[] = [];
  for (const volunteer of found) {
    const isHere = volunteer.status === 'active' && (await mayHandlePeople(context, [volunteer]));
    if (isHere) people.push(volunteer);
  }
  const ids = people.map(({ _id }) => _id);
  await logPeople(context, 'person.listMatches', ids, officeKeysOf(people));
  return { people: people.map((volunteer) => toFound(context.ports, volunteer)) };
};

async function findBy(
  input: ParsedInputOf<'person.listMatches'>,
  { database, secrets }: Ports,
): Promise<Volunteer[]> {
  if (input.by === 'phone') {
    const hashes = [...secrets.hashes('phone', input.text)];
    return database.find('volunteers', { where: { phoneHash: { in: hashes } }, limit: SAME_PHONE_LIMIT });
  }
  const id =
    input.by === 'number'
      ? parseVolunteerId(input.text.slice(-SHORT_ID_LENGTH))
      : (await findIdentity(database, { secrets }, input.text))?.volunteerId;
  const volunteer = id === undefined ? null : await database.get('volunteers', id);
  return volunteer === null ? [] : [volunteer];
}

export function toFound({ secrets }: Pick<Ports, 'secrets'>, volunteer: Volunteer): FoundPerson {
  const { _id: volunteerId, volunteerNumber, maskedPhone, divisionName, registeredDay } = volunteer;
  return {
    ...{ volunteerId, volunteerNumber, maskedPhone, registeredDay },
    maskedName: redactName(volunteer.name),
    maskedIdNumber: redactIdNumber(secrets.open(volunteer.idNumberBox)),
    homeName: divisionName,
  };
}

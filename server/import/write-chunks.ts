/**
 * 写入: a chunk in one transaction, which marks the chunk as written too (IM5): a person with identity, home
 * and mark is whole or absent, and a run that comes again passes over what is there.
 */
import type { RosterPerson } from '@domain/import/roster-row';
import { judgePerson } from '@domain/import/verdict';
import { civilDayOf, HOUR_MS, startOfDay } from '@domain/time/civil-day';
import { redactPhone } from '@domain/volunteer/redact';
import type { StoredDocument } from '../kernel/documents';
import { mapInLanes } from '../kernel/map-in-lanes';
import type { Ports, Transaction } from '../kernel/ports';
import { markNewVolunteer } from '../statistics/mark';
import { homesOf } from '../volunteer/homes';
import { addIdentity } from '../volunteer/identities';
import { newVolunteer } from '../volunteer/new-volunteer';
import { judgedRows } from './check-chunk';
import { chunkIdOf, moveOn, type Job } from './job';
import { identityIdOf, registeredPeople, registeredPersonOf } from './registered-people';
import type { RecordContext } from './check-records';
import type { ImportContext } from './roster-context';
import { writeRecords } from './write-records';

export type AnyContext = ImportContext | RecordContext;

type Volunteer = StoredDocument<'volunteers'>;

const CHUNKS_AT_ONCE = 4;
/** The same people stand in every chunk of a list of services: two at once would only clash. */
const RECORD_CHUNKS_AT_ONCE = 1;
/** A roster knows the day, not the hour. */
const NOON_MS = 12 * HOUR_MS;

/** Four chunks of people together, one of records. Round trips: 4 a person, and 6 or 7 a chunk. */
export async function writeNextChunks(ports: Ports, job: Job, context: AnyContext): Promise<Job> {
  const lanes = job.rowKind === 'roster' ? CHUNKS_AT_ONCE : RECORD_CHUNKS_AT_ONCE;
  const count = Math.min(lanes, job.chunkCount - job.doneCount);
  const numbers = Array.from({ length: count }, (_none, place) => job.doneCount + place);
  const added = await mapInLanes(numbers, CHUNKS_AT_ONCE, (number) =>
    writeChunk(ports, job, number, context),
  );
  const doneCount = job.doneCount + count;
  const addedCount = added.reduce((sum, one) => sum + one, job.addedCount);
  if (doneCount < job.chunkCount) return moveOn(ports, job, () => ({ doneCount, addedCount }));
  return moveOn(ports, job, () => ({
    ...{ doneCount, addedCount },
    ...{ phase: 'written', outcome: 'imported', hasWork: false },
  }));
}

/** How many people or records it has written, now or in a run before. */
function writeChunk(ports: Ports, job: Job, number: number, context: AnyContext): Promise<number> {
  const _id = chunkIdOf(job, number);
  return ports.database.transaction(async (transaction) => {
    const chunk = await transaction.get('importChunks', _id);
    if (chunk === null) throw new Error('invariant broken: a chunk stays until its import is cleared');
    if (chunk.state === 'written') return chunk.addedIds.length + chunk.recordIds.length;
    const written = { ...chunk, state: 'written', box: '' } as const;
    if (context.kind === 'records') {
      const recordIds = await writeRecords(ports, transaction, chunk, { job, context });
      await transaction.put('importChunks', { ...written, recordIds });
      return recordIds.length;
    }
    const people = judgedRows(ports, job, chunk, context).flatMap(({ row, verdict }) =>
      verdict.kind === 'person' && chunk.wantedRows.includes(row.number) ? [verdict] : [],
    );
    const addedIds = await writePeople(ports, transaction, people, { job, context });
    // Rows are needed no more: whom they made is known.
    await transaction.put('importChunks', { ...written, addedIds });
    return addedIds.length;
  });
}

/**
 * Who is registered is asked outside the transaction: somebody who registers at this moment makes an `add`
 * fail, and the whole is done again with that person known.
 */
async function writePeople(
  ports: Ports,
  transaction: Transaction,
  people: readonly RosterPerson[],
  { job, context }: { readonly job: Job; readonly context: ImportContext },
): Promise<Volunteer['_id'][]> {
  const registered = await registeredPeople(ports, people);
  const addedIds: Volunteer['_id'][] = [];
  for (const person of people) {
    const known = registered.get(identityIdOf(ports, person));
    const verdict = judgePerson(person, registeredPersonOf(known), false);
    if (verdict === 'completes' && known !== undefined)
      await completePhone(ports, transaction, known._id, person);
    if (verdict !== 'new') continue;
    const volunteer = importedVolunteer(ports, person, job, context);
    await addIdentity(transaction, ports, person.identity.text, volunteer._id);
    await transaction.add('volunteers', volunteer);
    for (const home of homesOf(volunteer)) await transaction.add('homes', home);
    await markNewVolunteer(transaction, { ports, now: ports.now() }, volunteer._id);
    addedIds.push(volunteer._id);
  }
  return addedIds;
}

/** Read again: it may have been claimed meanwhile. */
async function completePhone(
  ports: Ports,
  transaction: Transaction,
  volunteerId: Volunteer['_id'],
  person: RosterPerson,
): Promise<void> {
  const volunteer = await transaction.get('volunteers', volunteerId);
  const verdict = judgePerson(person, registeredPersonOf(volunteer ?? undefined), false);
  if (volunteer === null || verdict !== 'completes') return;
  await transaction.put('volunteers', { ...volunteer, ...phoneFieldsOf(ports, person) });
}

function phoneFieldsOf(
  { secrets }: Ports,
  { phone }: RosterPerson,
): Pick<Volunteer, 'phoneBox' | 'phoneHash' | 'maskedPhone' | 'isPhoneVerified'> {
  const isPhoneVerified = false;
  if (phone === null) return { phoneBox: secrets.seal(''), phoneHash: '', maskedPhone: '', isPhoneVerified };
  return {
    phoneBox: secrets.seal(phone),
    phoneHash: secrets.hash('phone', phone),
    maskedPhone: redactPhone(phone),
    isPhoneVerified,
  };
}

/** Registered on the roster's day; agreed to nothing until the record is claimed. */
function importedVolunteer(
  ports: Ports,
  person: RosterPerson,
  job: Job,
  { cityCode, pathNames }: ImportContext,
): Volunteer {
  const now = ports.now();
  const { name, identity, community, registeredDay } = person;
  const volunteer = newVolunteer({ ports, now }, cityCode, identity, {
    ...phoneFieldsOf(ports, person),
    name,
    divisionCode: community.code,
    divisionName: pathNames.get(community.code) ?? community.name,
    consentVersion: '',
    optionalConsents: [],
    channel: `import:${job._id}`,
    source: `${job._id}:${identityIdOf(ports, person)}`,
  });
  return {
    ...volunteer,
    registeredAt: registeredDay === civilDayOf(now) ? now : startOfDay(registeredDay) + NOON_MS,
    registeredDay,
    residences: [{ divisionCode: community.code, fromDay: registeredDay }],
    consents: [],
  };
}

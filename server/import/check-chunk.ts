/** 核对: a chunk of rows against the rules and against who is registered. Nothing of a person is written. */
import { judgeRosterRows, type JudgedRow, type RosterPerson } from '@domain/import/roster-row';
import type { RecordFault } from '@domain/import/record-row';
import { judgePerson } from '@domain/import/verdict';
import { cleanCell, maskCell, shortened } from '@domain/import/cell';
import { redactPhone } from '@domain/volunteer/redact';
import { IMPORT_SHOWN_PEOPLE } from '@contract/import.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { openRows } from './chunk-box';
import { chunkIdOf, idsOf, moveOn, type Chunk, type Counts, type Job } from './job';
import { identityIdOf, registeredPeople, registeredPersonOf } from './registered-people';
import type { ImportContext } from './roster-context';
import type { SheetRow } from './sheet-rows';

/** Of a keyed hash: enough that two of 100,000 never meet. */
const KEY_CHARACTERS = 16;
/** 100 keys of 20 bytes each: an answer of the cloud holds 1 MB. */
const KEYS_AT_ONCE = 200;

/** What stands in a column of names may be anything; a name has at most thirty. */
const NAME_CHARACTERS = 30;

export type Fault = StoredDocument<'importFaults'>['faults'][number];
interface PersonRow {
  readonly number: number;
  readonly person: RosterPerson;
}

/** Of the chunks before the next; a run loads them once and goes on adding. One round trip for every 200. */
export async function keysBefore(ports: Ports, job: Job): Promise<Set<string>> {
  const keys = new Set<string>();
  const end = chunkIdOf(job, job.doneCount);
  for (let after: string = idsOf(job).atLeast; ;) {
    const page = await ports.database.findExcerpts('importKeys', {
      where: { _id: { above: after, below: end } },
      orderBy: [['_id', 'asc']],
      limit: KEYS_AT_ONCE,
    });
    for (const chunk of page) for (const key of chunk.keys) keys.add(key);
    const last = page[page.length - 1];
    if (last === undefined || page.length < KEYS_AT_ONCE) return keys;
    after = last._id;
  }
}

/** Round trips: 8, and 1 where somebody is registered. `seen` are the keys of the rows before. */
export async function checkNextChunk(
  ports: Ports,
  job: Job,
  context: ImportContext,
  seen: Set<string>,
): Promise<Job> {
  const _id = chunkIdOf(job, job.doneCount);
  const chunk = await ports.database.get('importChunks', _id);
  if (chunk === null) return moveOn(ports, job, () => ({ phase: 'reporting' }));
  const judged = judgedRows(ports, job, chunk, context);
  const rows = judged.flatMap(({ row, verdict }) =>
    verdict.kind === 'person' ? [{ number: row.number, person: verdict }] : [],
  );
  const refused = judged.flatMap(({ row, verdict }) =>
    verdict.kind === 'refused' ? [faultOf(row, verdict, job)] : [],
  );
  const found = await judgePeople(ports, rows, seen);
  const shown = found.newPeople.slice(0, IMPORT_SHOWN_PEOPLE).map((one) => previewOf(one, context));
  const people = [...job.people, ...shown].slice(0, IMPORT_SHOWN_PEOPLE);
  const checked = { ...found, faults: [...refused, ...found.faults] };
  return storeChecked(ports, job, { chunk, checked, preview: { people }, seen });
}

export interface Checked extends Pick<Chunk, 'keys' | 'wantedRows'> {
  readonly counts: Omit<Counts, 'refusedCount'>;
  readonly faults: readonly Fault[];
}
interface Storing {
  readonly chunk: Chunk;
  readonly checked: Checked;
  readonly preview: Partial<Pick<Job, 'people' | 'records'>>;
  readonly seen: Set<string>;
}

/** What came of a chunk, in the transaction that moves the job on. Round trips: 6. */
export async function storeChecked(
  ports: Ports,
  job: Job,
  { chunk, checked, preview, seen }: Storing,
): Promise<Job> {
  const { _id } = chunk;
  const { keys, wantedRows, counts } = checked;
  const faults = [...checked.faults].sort((one, other) => one.row - other.row);
  const moved = await moveOn(ports, job, async (transaction) => {
    await transaction.put('importChunks', { ...chunk, state: 'checked', keys, wantedRows });
    if (faults.length > 0) await transaction.put('importFaults', { _id, faults });
    else await transaction.remove('importFaults', _id);
    return {
      doneCount: job.doneCount + 1,
      ...preview,
      counts: sumOf(job.counts, { ...counts, refusedCount: faults.length }),
    };
  });
  if (moved.step === job.step + 1) for (const key of keys) seen.add(key);
  return moved;
}

/** The rows of a chunk below the titles, together as they stand in the sheet. */
export function judgedRows(
  ports: Ports,
  { firstDataRow }: Job,
  { box }: Chunk,
  { roster }: ImportContext,
): { readonly row: SheetRow; readonly verdict: JudgedRow }[] {
  const rows = openRows(ports, box).filter(({ number }) => number >= firstDataRow);
  const verdicts = judgeRosterRows(
    rows.map(({ cells }) => cells),
    roster,
  );
  return rows.flatMap((row, place) => {
    const verdict = verdicts[place];
    return verdict === undefined ? [] : [{ row, verdict }];
  });
}

interface Found extends Checked {
  readonly newPeople: readonly PersonRow[];
}

async function judgePeople(
  ports: Ports,
  people: readonly PersonRow[],
  seen: ReadonlySet<string>,
): Promise<Found> {
  const registered = await registeredPeople(
    ports,
    people.map(({ person }) => person),
  );
  const keys: string[] = [];
  const faults: Fault[] = [];
  const rowsBy: Record<'new' | 'known' | 'completes', number[]> = { new: [], known: [], completes: [] };
  for (const { number, person } of people) {
    const id = identityIdOf(ports, person);
    const key = id.slice(0, KEY_CHARACTERS);
    const isRepeated = seen.has(key) || keys.includes(key);
    const verdict = judgePerson(person, registeredPersonOf(registered.get(id)), isRepeated);
    if (typeof verdict === 'string') {
      keys.push(key);
      rowsBy[verdict].push(number);
    } else {
      const column = verdict.fault === 'nameDiffers' ? 'name' : 'idNumber';
      faults.push({ row: number, name: person.name, column, fault: verdict.fault, value: '' });
    }
  }
  return {
    keys,
    faults,
    newPeople: people.filter(({ number }) => rowsBy.new.includes(number)),
    wantedRows: [...rowsBy.new, ...rowsBy.completes],
    counts: {
      newCount: rowsBy.new.length,
      knownCount: rowsBy.known.length,
      completedCount: rowsBy.completes.length,
    },
  };
}

function previewOf({ number, person }: PersonRow, { pathNames }: ImportContext): Job['people'][number] {
  const { name, phone, community, registeredDay } = person;
  const divisionName = pathNames.get(community.code) ?? community.name;
  const maskedPhone = phone === null ? '' : redactPhone(phone);
  return { row: number, name, maskedPhone, divisionName, registeredDay };
}

export function faultOf(
  { number, cells }: SheetRow,
  { fault, column, value }: RecordFault,
  { mapping }: Job,
): Fault {
  const nameIndex = mapping?.name ?? null;
  // With another column taken for the names, an id number may stand here.
  const name = nameIndex === null ? '' : maskCell(cleanCell(cells[nameIndex] ?? ''));
  return { row: number, name: shortened(name, NAME_CHARACTERS), column, fault, value };
}

function sumOf(one: Counts, other: Counts): Counts {
  return {
    newCount: one.newCount + other.newCount,
    knownCount: one.knownCount + other.knownCount,
    completedCount: one.completedCount + other.completedCount,
    refusedCount: one.refusedCount + other.refusedCount,
  };
}

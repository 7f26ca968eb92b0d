/**
 * Fills an empty database with the demo city: real geography, synthetic people. Contributions and tallies are
 * computed by the same pure functions the fold uses, so the first recount finds no difference.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { contributionOf } from '@domain/statistics/contribution';
import { ChangeSums, sumOf, type Amounts } from '@domain/statistics/change-sums';
import { cellsOf } from '@domain/statistics/tally';
import type { StoredDocument } from '@server/kernel/documents';
import { toStored } from '@server/statistics/fold-contributions';
import { FOLD_STATE_ID } from '@server/statistics/read-tallies';
import { toFacts } from '@server/statistics/volunteer-facts';
import { homesOf } from '@server/volunteer/homes';
import { BRAND_PROJECTS } from '../brand-projects';
import { DENSE_REGISTERED_BEFORE_DAYS, DenseRecords } from './dense-records';
import { DIVISIONS } from './geography';
import { ledgerOf, makePerson, usualPast, type Past, type SyntheticPerson } from './people';
import { PERSONA_VOLUNTEERS, personaAccount, personaGrants, suitsPersona } from './personas';
import { CITY_SETTINGS, makeProgramme, type Programme } from './programme';
import type { SeedContext } from './target';
import { demoTargets } from './targets';

export const DEFAULT_VOLUNTEERS = 5_000;
const CHUNK = 5_000;

export interface SeedReport {
  readonly volunteers: number;
  readonly records: number;
}

export interface SeedWishes {
  readonly volunteers: number;
  /** exactly so many records of everybody, without their ledger; null: as in a city */
  readonly recordsEach: number | null;
}

/** Throws when the database already holds documents of the same ids. */
export async function seedCity(
  context: SeedContext,
  picturesDirectory: string,
  wishes: SeedWishes,
): Promise<SeedReport> {
  const { target, secrets, now } = context;
  const pictures = new Map<string, string>();
  for (const { key } of BRAND_PROJECTS) {
    const content = await fs.readFile(path.join(picturesDirectory, `${key}.png`));
    pictures.set(key, await target.storeFile(`projects/${key}.png`, content));
  }
  const programme = makeProgramme(secrets, now, pictures);
  target.insert('settings', [CITY_SETTINGS]);
  target.insert('divisions', DIVISIONS);
  target.insert('teams', programme.teams);
  target.insert('projects', programme.projects);
  target.insert('activities', programme.activities);
  target.insert('shifts', programme.shifts);
  target.insert('roleGrants', personaGrants(secrets, now));
  const targets = demoTargets(secrets, now, wishes.volunteers);
  target.insert('targets', targets.rows);
  target.insert('targetPeriods', targets.periods);
  return seedPeople(context, pastOf(context, programme, wishes), wishes);
}

/** What people have served in; shifts of their own when everybody serves a lot. */
function pastOf(
  { target, secrets, now }: SeedContext,
  programme: Programme,
  { volunteers, recordsEach }: SeedWishes,
): Past {
  if (recordsEach === null) return usualPast(programme.pastShifts);
  const dense = new DenseRecords(secrets, now, programme, volunteers, recordsEach);
  target.insert('activities', dense.activities);
  target.insert('shifts', dense.shifts);
  return {
    recordsOf: (volunteer, index) => dense.recordsOf(volunteer, index),
    registeredBeforeDays: DENSE_REGISTERED_BEFORE_DAYS,
  };
}

function seedPeople(
  { target, secrets, now }: SeedContext,
  past: Past,
  { volunteers, recordsEach }: SeedWishes,
): SeedReport {
  const sums = new ChangeSums();
  let records = 0;
  for (let from = 0; from < volunteers; from += CHUNK) {
    const numbers = Array.from(
      { length: Math.min(CHUNK, volunteers - from) },
      (_none, offset) => from + offset,
    );
    const people = numbers.map((index) => makePerson(secrets, now, index, past));
    target.insert(
      'volunteers',
      people.map((person) => person.volunteer),
    );
    target.insert(
      'homes',
      people.flatMap((person) => homesOf(person.volunteer)),
    );
    target.insert(
      'identities',
      people.map((person) => person.identity),
    );
    const attendances = people.flatMap((person) => person.records);
    target.insert('attendances', attendances);
    if (recordsEach === null) target.insert('ledger', attendances.flatMap(ledgerOf));
    records += attendances.length;
    target.insert(
      'contributions',
      people.map(({ volunteer, records: own }) => {
        const changes = contributionOf(toFacts(volunteer, own));
        sums.addAll(changes);
        return { _id: volunteer._id, ...toStored(changes) };
      }),
    );
    if (from === 0) target.insert('accounts', accountsOf(people));
  }
  target.insert('tallies', talliesOf(sums));
  target.insert('tallies', [{ _id: FOLD_STATE_ID, cells: {}, asOf: now }]);
  return { volunteers, records };
}

/** The first people who suit; in a tiny city anybody does. */
function accountsOf(people: readonly SyntheticPerson[]): StoredDocument<'accounts'>[] {
  const suited = people.filter(({ volunteer, records }) => suitsPersona(volunteer, records.length));
  const candidates = [...new Set([...suited, ...people])];
  return PERSONA_VOLUNTEERS.flatMap((openId, position) => {
    const person = candidates[position];
    return person === undefined ? [] : [personaAccount(openId, person.volunteer)];
  });
}

type Cells = Record<string, Amounts>;

function* talliesOf(sums: ChangeSums): Generator<StoredDocument<'tallies'>> {
  for (const [divisionCode, days] of sums.byDivision()) {
    const tallies = new Map<string, Cells>();
    for (const [day, amounts] of days) {
      for (const [tallyId, cell] of cellsOf(divisionCode, day)) {
        const cells = tallies.get(tallyId) ?? {};
        cells[cell] = sumOf(cells[cell] ?? {}, amounts);
        tallies.set(tallyId, cells);
      }
    }
    for (const [_id, cells] of tallies) yield { _id, cells };
  }
}

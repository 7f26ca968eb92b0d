/**
 * Fills an empty database with the demo city: real geography, synthetic people. Contributions and tallies are
 * computed by the same pure functions the fold uses, so the first recount finds no difference.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { contributionOf } from '@domain/statistics/contribution';
import { participationsOf } from '@domain/statistics/participation';
import { incrementsOf, projectIncrementsOf, type TallyIncrement } from '@domain/statistics/tally';
import type { StoredDocument } from '@server/kernel/documents';
import { toStored } from '@server/statistics/fold-volunteers';
import { participationIdOf } from '@server/statistics/participations';
import { FOLD_STATE_ID } from '@server/statistics/read-tallies';
import { toFacts } from '@server/statistics/volunteer-facts';
import { homesOf } from '@server/volunteer/homes';
import { BRAND_PROJECTS } from '../brand-projects';
import { ShiftCount, shiftIncrementsOf } from './count-shifts';
import { DIVISIONS } from './geography';
import { ledgerOf, makePerson, type SyntheticPerson } from './people';
import { demoPeers } from './peers';
import { PERSONA_VOLUNTEERS, personaAccount, personaGrants, suitsPersona } from './personas';
import { citySettings, makeProgramme, type Programme } from './programme';
import type { SeedContext } from './target';
import { starScheme } from './star-scheme';
import { demoTargets } from './targets';

export const DEFAULT_VOLUNTEERS = 5_000;
const CHUNK = 5_000;

export interface SeedReport {
  readonly volunteers: number;
  readonly records: number;
}

/** Throws when the database already holds documents of the same ids. */
export async function seedCity(
  context: SeedContext,
  picturesDirectory: string,
  volunteers: number,
): Promise<SeedReport> {
  const { target, secrets, now } = context;
  const pictures = new Map<string, string>();
  for (const { key } of BRAND_PROJECTS) {
    const content = await fs.readFile(path.join(picturesDirectory, `${key}.png`));
    pictures.set(key, await target.storeFile(`projects/${key}.png`, content));
  }
  const programme = makeProgramme(secrets, now, pictures);
  target.insert('settings', [citySettings(context.siteOrigin)]);
  target.insert('starSchemes', [starScheme()]);
  target.insert('divisions', DIVISIONS);
  target.insert('teams', programme.teams);
  target.insert('projects', programme.projects);
  target.insert('activities', programme.activities);
  target.insert('shifts', programme.shifts);
  target.insert('roleGrants', personaGrants(secrets, now));
  const targets = demoTargets(secrets, now, volunteers);
  target.insert('targets', targets.rows);
  target.insert('targetPeriods', targets.periods);
  target.insert('peerBooks', demoPeers(secrets, now));
  return seedPeople(context, programme, volunteers);
}

function seedPeople(
  { target, secrets, now }: SeedContext,
  programme: Programme,
  volunteers: number,
): SeedReport {
  const tallies = new TallyBuilder();
  const byStart = (shifts: Programme['shifts']) => [...shifts].sort((a, b) => a.startsAt - b.startsAt);
  const past = {
    pastShifts: byStart(programme.pastShifts),
    trainingShifts: byStart(programme.trainingShifts),
  };
  const shiftCount = new ShiftCount();
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
    target.insert('ledger', attendances.flatMap(ledgerOf));
    records += attendances.length;
    shiftCount.add(attendances);
    insertContributions(target, tallies, people);
    if (from === 0) target.insert('accounts', accountsOf(people));
  }
  const shiftContributions = shiftCount.contributions(programme.shifts, programme.projects);
  target.insert('shiftContributions', shiftContributions);
  tallies.add(shiftIncrementsOf(shiftContributions));
  target.insert('tallies', [...tallies.documents(), { _id: FOLD_STATE_ID, cells: {}, asOf: now }]);
  return { volunteers, records };
}

function insertContributions(
  target: SeedContext['target'],
  tallies: TallyBuilder,
  people: readonly SyntheticPerson[],
): void {
  const counted = people.map(({ volunteer, records }) => {
    const facts = toFacts(volunteer, records);
    return { volunteerId: volunteer._id, changes: contributionOf(facts), taking: participationsOf(facts) };
  });
  for (const { changes, taking } of counted) {
    tallies.add(incrementsOf(changes));
    tallies.add(
      projectIncrementsOf(
        taking.map(({ projectId, firstDay }) => ({
          projectId,
          day: firstDay,
          quantity: 'projectVolunteers',
          amount: 1,
        })),
      ),
    );
  }
  target.insert(
    'contributions',
    counted.map(({ volunteerId, changes }) => ({ _id: volunteerId, ...toStored(changes) })),
  );
  target.insert(
    'participations',
    counted.flatMap(({ volunteerId, taking }) =>
      taking.map((one) => ({ _id: participationIdOf(one.projectId, volunteerId), volunteerId, ...one })),
    ),
  );
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

type Cells = StoredDocument<'tallies'>['cells'];

class TallyBuilder {
  private readonly cellsById = new Map<string, Cells>();

  add(increments: readonly TallyIncrement[]): void {
    for (const { tallyId, cell, quantity, amount } of increments) {
      const cells = this.cellsById.get(tallyId) ?? {};
      const amounts = cells[cell] ?? {};
      amounts[quantity] = (amounts[quantity] ?? 0) + amount;
      cells[cell] = amounts;
      this.cellsById.set(tallyId, cells);
    }
  }

  documents(): StoredDocument<'tallies'>[] {
    return [...this.cellsById].map(([_id, cells]) => ({ _id, cells }));
  }
}

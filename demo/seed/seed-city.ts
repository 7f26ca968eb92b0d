/**
 * Fills an empty database with the demo city: real geography, synthetic people. Contributions and tallies are
 * computed by the same pure functions the fold uses, so the first recount finds no difference.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { referralOf } from '@domain/link/referral';
import { contributionOf } from '@domain/statistics/contribution';
import { ChangeSums, sumOf, type Amounts } from '@domain/statistics/change-sums';
import {
  participationChangesOf,
  participationsOf,
  type Participation,
} from '@domain/statistics/participation';
import {
  cellsOf,
  projectIncrementsOf,
  type ProjectChange,
  type TallyIncrement,
} from '@domain/statistics/tally';
import type { StoredDocument } from '@server/kernel/documents';
import { toStored, toStoredReferral } from '@server/statistics/fold-volunteers';
import { participationIdOf, toStoredDays } from '@server/statistics/participations';
import { FOLD_STATE_ID } from '@server/statistics/read-tallies';
import { toFacts } from '@server/statistics/volunteer-facts';
import { homesOf } from '@server/volunteer/homes';
import { BRAND_PROJECTS } from '../brand-projects';
import { DemoChannels } from './channels';
import { ShiftCount, shiftIncrementsOf } from './count-shifts';
import { DENSE_REGISTERED_BEFORE_DAYS, DenseRecords } from './dense-records';
import { fillShift, fullShiftOf } from './full-shift';
import { withDemoPosts } from './posts';
import { DIVISIONS } from './geography';
import { seedDemand } from './demand';
import { seedOutcomes } from './outcomes';
import { demoPeers } from './peers';
import { demoPlaceCodes } from './place-codes';
import { ledgerOf, makePerson, usualPast, type Past, type SyntheticPerson } from './people';
import { PERSONA_VOLUNTEERS, personaAccount, personaGrants } from './personas';
import { citySettings, makeProgramme, type Programme } from './programme';
import { candidatesOf, joined, specialDaysOf, type SpecialDays } from './special-days';
import type { SeedContext } from './target';
import { demoMemberships, withProfiles } from './profiles';
import { seedRecognition } from './recognition';
import { starScheme } from './star-scheme';
import { seedSupplements } from './supplements';
import { expectedCount, makeToday } from './today';
import { demoStations, demoTeams } from './roles';
import { demoDeeds } from './trail';
import { TallyBook } from './tally-book';
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
  target.insert('settings', [citySettings(context.siteOrigin)]);
  target.insert('starSchemes', [starScheme()]);
  target.insert('divisions', DIVISIONS);
  target.insert('teams', demoTeams(programme.teams, now));
  target.insert('stations', demoStations(secrets, now));
  target.insert('projects', programme.projects);
  seedOutcomes(context, programme.projects);
  seedRecognition(context, programme.projects);
  seedDemand(context, programme.projects);
  target.insert('activities', programme.activities);
  const full = wishes.recordsEach === null ? fullShiftOf(programme, now, wishes.volunteers) : null;
  target.insert(
    'shifts',
    withDemoPosts(withSeatsTaken(programme, wishes).map((shift) => (shift._id === full?._id ? full : shift))),
  );
  target.insert('placeCodes', demoPlaceCodes(secrets, now, programme));
  const grants = personaGrants(secrets, now);
  target.insert('roleGrants', grants);
  target.insert('deeds', demoDeeds(secrets, programme.activities, grants));
  const targets = demoTargets(secrets, now, wishes.volunteers);
  target.insert('targets', targets.rows);
  target.insert('targetPeriods', targets.periods);
  target.insert('peerBooks', demoPeers(secrets, now));
  const days = wishes.recordsEach === null ? specialDaysOf(context, programme, wishes.volunteers) : null;
  const { past, shifts } = pastOf(context, programme, wishes);
  return seedPeople(context, { past, shifts, programme, days, full }, wishes);
}

interface Seeds {
  readonly past: Past;
  readonly shifts: Programme['shifts'];
  readonly programme: Programme;
  /** none where everybody serves a lot */
  readonly days: SpecialDays | null;
  /** a shift without a free seat */
  readonly full: Programme['shifts'][number] | null;
}

/** What people have served in; shifts of their own when everybody serves a lot. */
function pastOf(
  { target, secrets, now }: SeedContext,
  programme: Programme,
  { volunteers, recordsEach }: SeedWishes,
): { readonly past: Past; readonly shifts: Programme['shifts'] } {
  if (recordsEach === null) {
    const past = usualPast(programme.pastShifts, programme.trainingShifts);
    return { past, shifts: programme.shifts };
  }
  const dense = new DenseRecords(secrets, now, programme, volunteers, recordsEach);
  target.insert('activities', dense.activities);
  target.insert('shifts', dense.shifts);
  const past: Past = {
    recordsOf: (volunteer, index) => dense.recordsOf(volunteer, index),
    registeredBeforeDays: DENSE_REGISTERED_BEFORE_DAYS,
  };
  return { past, shifts: dense.shifts };
}

function seedPeople(
  context: SeedContext,
  { past, shifts, programme, days, full }: Seeds,
  { volunteers, recordsEach }: SeedWishes,
): SeedReport {
  const { target, secrets, now } = context;
  const sums = new ChangeSums();
  const book = new TallyBook();
  const shiftCount = new ShiftCount();
  const channels = new DemoChannels(recordsEach === null ? programme.projects : [], now);
  let records = 0;
  for (let from = 0; from < volunteers; from += CHUNK) {
    const numbers = Array.from(
      { length: Math.min(CHUNK, volunteers - from) },
      (_none, offset) => from + offset,
    );
    const made = numbers.map((index) => channels.withOrigin(makePerson(secrets, now, index, past), index));
    const known = from === 0 && days !== null ? joined(context, days, made) : made;
    const accounts = from === 0 ? accountsOf(made) : [];
    const personas = accounts.map(({ volunteerId }) => volunteerId);
    const people = from === 0 && recordsEach === null ? withProfiles(known, personas, now) : known;
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
    shiftCount.add(attendances);
    insertContributions(target, { sums, book, channels }, people);
    if (from === 0) {
      target.insert('accounts', accounts);
      const others = people.map(({ volunteer }) => volunteer).filter(({ _id }) => !personas.includes(_id));
      if (full !== null) fillShift(target, now, full, others);
      if (days !== null) seedSupplements(context, days.longDay.project, candidatesOf(made));
      if (recordsEach === null) {
        target.insert('memberships', demoMemberships(programme.teams, people, now));
        insertToday(target, programme, people, now);
      }
    }
  }
  const held = [...shifts, ...(days?.shifts ?? [])];
  const shiftContributions = shiftCount.contributions(held, programme.projects);
  target.insert('shiftContributions', shiftContributions);
  target.insert('teamMonths', shiftCount.teamMonths(held));
  for (const tally of talliesOf(sums)) book.addCells(tally);
  book.add(shiftIncrementsOf(shiftContributions));
  target.insert('tallies', book.documents());
  target.insert('channelSums', channels.documents());
  target.insert('tallies', [{ _id: FOLD_STATE_ID, cells: {}, asOf: now }]);
  return { volunteers, records };
}

interface Counted {
  readonly sums: ChangeSums;
  readonly book: TallyBook;
  readonly channels: DemoChannels;
}

function insertContributions(
  target: SeedContext['target'],
  { sums, book, channels }: Counted,
  people: readonly SyntheticPerson[],
): void {
  const counted = people.map(({ volunteer, records }) => {
    const facts = toFacts(volunteer, records);
    const referral = referralOf(facts);
    channels.add(referral);
    const changes = contributionOf(facts);
    const stored = { _id: volunteer._id, ...toStored(changes), ...toStoredReferral(referral) };
    return { volunteerId: volunteer._id, changes, taking: participationsOf(facts), stored };
  });
  for (const { changes } of counted) sums.addAll(changes);
  book.add(participationIncrementsOf(counted.flatMap(({ taking }) => taking)));
  target.insert(
    'contributions',
    counted.map(({ stored }) => stored),
  );
  target.insert(
    'participations',
    counted.flatMap(({ volunteerId, taking }) =>
      taking.map((one) => ({
        _id: participationIdOf(one.projectId, volunteerId),
        volunteerId,
        ...toStoredDays(one),
      })),
    ),
  );
}

/** Many share a project and a day: each is added once. */
function participationIncrementsOf(taking: readonly Participation[]): TallyIncrement[] {
  const sums = new Map<string, ProjectChange>();
  for (const one of participationChangesOf(taking)) {
    const key = `${one.projectId} ${one.day} ${one.quantity}`;
    sums.set(key, { ...one, amount: one.amount + (sums.get(key)?.amount ?? 0) });
  }
  return projectIncrementsOf([...sums.values()]);
}

function accountsOf(people: readonly SyntheticPerson[]): StoredDocument<'accounts'>[] {
  const candidates = candidatesOf(people);
  return PERSONA_VOLUNTEERS.flatMap((openId, position) => {
    const person = candidates[position];
    return person === undefined ? [] : [personaAccount(openId, person.volunteer)];
  });
}

function withSeatsTaken({ shifts, openShifts }: Programme, { volunteers, recordsEach }: SeedWishes): Shift[] {
  const takenCount = recordsEach === null ? expectedCount(volunteers) : 0;
  return shifts.map((shift) => (openShifts.includes(shift) ? { ...shift, takenCount } : shift));
}

function insertToday(
  target: SeedContext['target'],
  { openShifts }: Programme,
  people: readonly SyntheticPerson[],
  now: number,
): void {
  const [shift] = openShifts;
  if (shift === undefined) return;
  const today = makeToday(shift, people, now);
  target.insert('attendances', today.attendances);
  target.insert('ledger', today.ledger);
  target.insert('visitProofs', today.visitProofs);
  target.insert('replayAttempts', today.replayAttempts);
}

type Shift = StoredDocument<'shifts'>;
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

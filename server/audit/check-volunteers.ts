/**
 * First comparison (ST41): each volunteer's stored contribution, participations and referral (VI5) against
 * the facts.
 */
import {
  contributionOf,
  differenceOf,
  type Change,
  type VolunteerFacts,
} from '@domain/statistics/contribution';
import { referralOf } from '@domain/link/referral';
import { participationsOf } from '@domain/statistics/participation';
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { readAll, readRange } from '../kernel/read-range';
import { readBetweenBatches } from '../statistics/fold-batches';
import { toChanges, toStored, toStoredReferral } from '../statistics/fold-volunteers';
import { participationTextOf, participationTextsBetween } from '../statistics/participations';
import { factsOf } from '../statistics/volunteer-facts';
import { volunteerFindings, type Findings } from './findings';
import type { Progress } from './progress';
import { rangeOf, type Stretch } from './stretches';

/** So that who registers meanwhile fits the same answer, of a thousand rows. */
export const VOLUNTEER_STRETCH = 900;
const ROWS_SHOWN = 12;

type WrongVolunteer = Progress['wrongVolunteers'][number];

/**
 * Volunteers by id, with contributions and participations that have no volunteer. Round trips: 2, and for
 * each stretch 3, and two for every 75 volunteers, more where there are above 1,000 records. They are under
 * way together: the database answers one question while another's answer is counted. A volunteer with a mark
 * is left to the fold. Marks are read last: without a batch in between no mark was taken away, so who has
 * none now had none while the facts were read, and those are whole.
 */
export async function checkVolunteers(ports: Ports, stretches: readonly Stretch[]): Promise<Findings> {
  const { isSettled, value } = await readBetweenBatches(ports, () =>
    Promise.all(stretches.map((stretch) => checkStretch(ports, stretch))),
  );
  const sum = (count: (page: Page) => number): number =>
    value.reduce((total, page) => total + count(page), 0);
  return volunteerFindings(
    { count: sum((page) => page.volunteerCount), skippedCount: sum((page) => page.skippedCount) },
    { isSettled, value: value.flatMap((page) => page.wrong) },
  );
}

interface Page {
  readonly volunteerCount: number;
  readonly skippedCount: number;
  readonly wrong: readonly WrongVolunteer[];
}

async function checkStretch(ports: Ports, stretch: Stretch): Promise<Page> {
  const range = rangeOf(stretch);
  const volunteers = await readAll(
    (query) => ports.database.findExcerpts('volunteerStandings', query),
    {},
    range,
  );
  const [facts, contributions, participations] = await Promise.all([
    factsOf(ports, volunteers),
    readRange(ports, 'contributions', {}, range),
    participationTextsBetween(
      ports,
      stretch,
      volunteers.map(({ _id }) => _id),
    ),
  ]);
  const marks = await readRange(ports, 'dirtyVolunteers', {}, range);
  const marked = new Set(marks.map(({ _id }) => _id));
  const ids = new Set([...volunteers, ...contributions].map(({ _id }) => _id));
  for (const id of participations.keys()) ids.add(id);
  const counted = new Map(facts.map((one) => [one.standing.volunteerId, one]));
  const stored = new Map(contributions.map((one) => [one._id, one]));
  const wrong = [...ids]
    .filter((id) => !marked.has(id))
    .flatMap((id) => compare(id, stored.get(id), counted.get(id), participations.get(id) ?? ''));
  return {
    volunteerCount: volunteers.length,
    skippedCount: volunteers.filter(({ _id }) => marked.has(_id)).length,
    wrong,
  };
}

function compare(
  volunteerId: VolunteerId,
  stored: StoredDocument<'contributions'> | undefined,
  facts: VolunteerFacts | undefined,
  participations: string,
): WrongVolunteer[] {
  const counted = facts === undefined ? [] : contributionOf(facts);
  const expected = toStored(counted);
  const taking = facts === undefined ? '' : participationTextOf(participationsOf(facts));
  const referral = facts === undefined ? null : referralOf(facts);
  const isSameReferral = stored?.referral === toStoredReferral(referral).referral;
  const isSameElse =
    (stored?.township ?? '') === expected.township && taking === participations && isSameReferral;
  if ((stored?.changes ?? '') === expected.changes && isSameElse) return [];
  const before = toChanges(stored);
  const difference = differenceOf(before, counted);
  if (difference.length === 0 && isSameElse) return [];
  const amountOf = (changes: readonly Change[], { divisionCode, day, quantity }: Change): number =>
    changes
      .filter((one) => one.divisionCode === divisionCode && one.day === day && one.quantity === quantity)
      .reduce((sum, one) => sum + one.amount, 0);
  const rows = difference.slice(0, ROWS_SHOWN).map((change) => ({
    divisionCode: change.divisionCode,
    day: change.day,
    quantity: change.quantity,
    stored: amountOf(before, change),
    counted: amountOf(counted, change),
  }));
  return [{ volunteerId, rows }];
}

/** First comparison (ST41): each volunteer's stored contribution and participations against the facts. */
import { contributionOf, differenceOf, type Change } from '@domain/statistics/contribution';
import { participationsOf, type Participation } from '@domain/statistics/participation';
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Excerpt } from '../kernel/excerpts';
import type { Ports, Where } from '../kernel/ports';
import { readRange } from '../kernel/read-range';
import { readBetweenBatches } from '../statistics/fold-batches';
import { toChanges, toStored } from '../statistics/fold-volunteers';
import { participationsBetween } from '../statistics/participations';
import { factsOf } from '../statistics/volunteer-facts';
import { volunteerFindings, type Findings } from './findings';
import type { Progress } from './progress';

/** The most rows an answer has. */
const PAGE = 1_000;
const ROWS_SHOWN = 12;
/** sorts after the id itself and before every longer or later one */
const AFTER_ID = ' ';

type WrongVolunteer = Progress['wrongVolunteers'][number];

/** All ids after one, up to and with another; null: to the end. */
interface Stretch {
  readonly after: string;
  readonly last: string | null;
}

/** The next so many stretches of a thousand volunteers each, in as many round trips. */
export async function nextStretches({ database }: Ports, cursor: string, count: number): Promise<Stretch[]> {
  const stretches: Stretch[] = [];
  let after: string | null = cursor;
  while (after !== null && stretches.length < count) {
    const ids: Excerpt<'volunteerIds'>[] = await database.findExcerpts('volunteerIds', {
      where: idsOf({ after, last: null }),
      orderBy: [['_id', 'asc']],
      limit: PAGE,
    });
    const last = ids[PAGE - 1]?._id ?? null;
    stretches.push({ after, last });
    after = last;
  }
  return stretches;
}

function idsOf({ after, last }: Stretch): Where {
  const range = { ...(after === '' ? {} : { above: after }), ...(last === null ? {} : { atMost: last }) };
  return Object.keys(range).length === 0 ? {} : { _id: range };
}

/**
 * Volunteers by id, with contributions and participations that have no volunteer. Round trips: 2, and for each
 * stretch 3, and two for every 75 volunteers, more where there are above 1,000 records. They are under way
 * together: the database answers one question while another's answer is counted. A volunteer with a mark is
 * left to the fold. Marks are read last: without a batch in between no mark was taken away, so who has none
 * now had none while the facts were read, and those are whole.
 */
export async function checkStretches(ports: Ports, stretches: readonly Stretch[]): Promise<Findings> {
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
  const { after, last } = stretch;
  const volunteers = await ports.database.findExcerpts('volunteerStandings', {
    where: idsOf(stretch),
    orderBy: [['_id', 'asc']],
    limit: PAGE,
  });
  const range = { above: after, below: last === null ? null : `${last}${AFTER_ID}` };
  const [facts, contributions, participations] = await Promise.all([
    factsOf(ports, volunteers),
    readRange(ports, 'contributions', {}, range),
    participationsBetween(
      ports,
      stretch,
      volunteers.map(({ _id }) => _id),
    ),
  ]);
  const marks = await readRange(ports, 'dirtyVolunteers', {}, range);
  const marked = new Set(marks.map(({ _id }) => _id));
  const ids = new Set<VolunteerId>([
    ...[...volunteers, ...contributions].map(({ _id }) => _id),
    ...participations.map(({ volunteerId }) => volunteerId),
  ]);
  const counted = new Map(facts.map((one) => [one.standing.volunteerId, contributionOf(one)]));
  const stored = new Map(contributions.map((one) => [one._id, one]));
  const taking = {
    stored: participationTexts(participations),
    counted: participationTexts(
      facts.flatMap((one) =>
        participationsOf(one).map((part) => ({ ...part, volunteerId: one.standing.volunteerId })),
      ),
    ),
  };
  const wrong = [...ids]
    .filter((id) => !marked.has(id))
    .flatMap((id) =>
      compare(id, stored.get(id), counted.get(id) ?? [], taking.stored.get(id) === taking.counted.get(id)),
    );
  return {
    volunteerCount: volunteers.length,
    skippedCount: volunteers.filter(({ _id }) => marked.has(_id)).length,
    wrong,
  };
}

/** By volunteer, as text that is equal when the participations are. `rows`: a person's by project id. */
function participationTexts(
  rows: readonly (Participation & { readonly volunteerId: VolunteerId })[],
): Map<VolunteerId, string> {
  const texts = new Map<VolunteerId, string>();
  for (const { volunteerId, projectId, firstDay } of rows)
    texts.set(volunteerId, `${texts.get(volunteerId) ?? ''}${projectId} ${firstDay} `);
  return texts;
}

function compare(
  volunteerId: VolunteerId,
  stored: StoredDocument<'contributions'> | undefined,
  counted: readonly Change[],
  hasRightParticipations: boolean,
): WrongVolunteer[] {
  const expected = toStored(counted);
  const isSameElse = (stored?.township ?? '') === expected.township && hasRightParticipations;
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

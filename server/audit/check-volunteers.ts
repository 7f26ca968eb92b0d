/** First comparison (ST41): each volunteer's stored contribution and participations against the facts. */
import { contributionOf, differenceOf, type Change } from '@domain/statistics/contribution';
import { participationsOf, type Participation } from '@domain/statistics/participation';
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { readRange } from '../kernel/read-range';
import { readBetweenBatches } from '../statistics/fold-batches';
import { toChanges, toStored } from '../statistics/fold-volunteers';
import { participationsBetween } from '../statistics/participations';
import { factsOf } from '../statistics/volunteer-facts';
import type { Progress } from './progress';

/** The most rows an answer has. */
const PAGE = 1_000;
const ROWS_SHOWN = 12;
/** sorts after the id itself and before every longer or later one */
const AFTER_ID = ' ';

type WrongVolunteer = Progress['wrongVolunteers'][number];
export interface VolunteerPage {
  readonly volunteerCount: number;
  readonly skippedCount: number;
  readonly isSettled: boolean;
  readonly wrong: readonly WrongVolunteer[];
  /** null: that was the last page */
  readonly nextCursor: string | null;
}

/**
 * One page of volunteers by id, with contributions that have no volunteer. Round trips: 6, and one for every
 * 75 volunteers, more where there are above 1,000 records. A volunteer with a mark is left to the fold. Marks
 * are read last: without a batch in between no mark was taken away, so who has none now had none while the
 * facts were read, and those are whole.
 */
export async function checkVolunteerPage(ports: Ports, cursor: string): Promise<VolunteerPage> {
  const { isSettled, value } = await readBetweenBatches(ports, () => readPage(ports, cursor));
  return { ...value, isSettled: isSettled || value.wrong.length === 0, wrong: isSettled ? value.wrong : [] };
}

async function readPage(ports: Ports, cursor: string): Promise<Omit<VolunteerPage, 'isSettled'>> {
  const { database } = ports;
  const volunteers = await database.findExcerpts('volunteerStandings', {
    where: cursor === '' ? {} : { _id: { above: cursor } },
    orderBy: [['_id', 'asc']],
    limit: PAGE,
  });
  const last = volunteers.length === PAGE ? volunteers[PAGE - 1]?._id : undefined;
  const [facts, contributions, participations] = await Promise.all([
    factsOf(ports, volunteers),
    readRange(
      ports,
      'contributions',
      {},
      {
        above: cursor,
        below: last === undefined ? null : `${last}${AFTER_ID}`,
      },
    ),
    participationsBetween(ports, cursor, last ?? null),
  ]);
  const ids = [
    ...new Set<VolunteerId>([
      ...[...volunteers, ...contributions].map(({ _id }) => _id),
      ...participations.map(({ volunteerId }) => volunteerId),
    ]),
  ];
  const marked = await marksOf(ports, ids);
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
  const wrong = ids
    .filter((id) => !marked.has(id))
    .flatMap((id) =>
      compare(id, stored.get(id), counted.get(id) ?? [], taking.stored.get(id) === taking.counted.get(id)),
    );
  return {
    volunteerCount: volunteers.length,
    skippedCount: volunteers.filter(({ _id }) => marked.has(_id)).length,
    wrong,
    nextCursor: last ?? null,
  };
}

async function marksOf(ports: Ports, ids: readonly VolunteerId[]): Promise<ReadonlySet<VolunteerId>> {
  const marked = new Set<VolunteerId>();
  for (let from = 0; from < ids.length; from += PAGE) {
    const marks = await ports.database.getMany('dirtyVolunteers', ids.slice(from, from + PAGE));
    for (const { _id } of marks) marked.add(_id);
  }
  return marked;
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

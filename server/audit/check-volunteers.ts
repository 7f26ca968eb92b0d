/** First comparison (ST41): each volunteer's stored contribution and participations against the facts. */
import { contributionOf, differenceOf, type Change } from '@domain/statistics/contribution';
import { participationsOf, type Participation } from '@domain/statistics/participation';
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Excerpt } from '../kernel/excerpts';
import type { Ports } from '../kernel/ports';
import { readRange } from '../kernel/read-range';
import { readBetweenBatches } from '../statistics/fold-batches';
import { toChanges, toStored } from '../statistics/fold-volunteers';
import { participationsBetween } from '../statistics/participations';
import { factsOf } from '../statistics/volunteer-facts';
import type { Progress } from './progress';

/** The most rows an answer has. */
const PAGE = 1_000;
/** Together they are read between two batches of the fold. */
const PAGES_AT_ONCE = 4;
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
 * The next pages of volunteers by id, with contributions that have no volunteer. Round trips: 2, and for each
 * of four pages 7, and one for every 75 volunteers, more where there are above 1,000 records. They are under
 * way together: the database answers one page while another is counted. A volunteer with a mark is left to
 * the fold. Marks are read last: without a batch in between no mark was taken away, so who has none now had
 * none while the facts were read, and those are whole.
 */
export async function checkVolunteerPages(ports: Ports, cursor: string): Promise<VolunteerPage> {
  const { isSettled, value } = await readBetweenBatches(ports, async () => {
    const stretches = await nextStretches(ports, cursor);
    return Promise.all(stretches.map((stretch) => checkStretch(ports, stretch)));
  });
  const sum = (count: (page: Page) => number): number =>
    value.reduce((total, page) => total + count(page), 0);
  const wrong = value.flatMap((page) => page.wrong);
  return {
    volunteerCount: sum((page) => page.volunteerCount),
    skippedCount: sum((page) => page.skippedCount),
    isSettled: isSettled || wrong.length === 0,
    wrong: isSettled ? wrong : [],
    nextCursor: value[value.length - 1]?.last ?? null,
  };
}

/** All ids after one, up to and with another (null: to the end), and the volunteers among them. */
interface Stretch {
  readonly after: string;
  readonly last: string | null;
  readonly volunteers: readonly Excerpt<'volunteerStandings'>[];
}

async function nextStretches({ database }: Ports, cursor: string): Promise<Stretch[]> {
  const stretches: Stretch[] = [];
  let after: string | null = cursor;
  while (after !== null && stretches.length < PAGES_AT_ONCE) {
    const volunteers: Stretch['volunteers'] = await database.findExcerpts('volunteerStandings', {
      where: after === '' ? {} : { _id: { above: after } },
      orderBy: [['_id', 'asc']],
      limit: PAGE,
    });
    const last = volunteers[PAGE - 1]?._id ?? null;
    stretches.push({ after, last, volunteers });
    after = last;
  }
  return stretches;
}

type Page = Omit<VolunteerPage, 'isSettled' | 'nextCursor'> & Pick<Stretch, 'last'>;

async function checkStretch(ports: Ports, { after, last, volunteers }: Stretch): Promise<Page> {
  const range = { above: after, below: last === null ? null : `${last}${AFTER_ID}` };
  const [facts, contributions, participations] = await Promise.all([
    factsOf(ports, volunteers),
    readRange(ports, 'contributions', {}, range),
    participationsBetween(ports, after, last),
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
    last,
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

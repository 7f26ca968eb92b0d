/** First comparison (ST41): each volunteer's stored contribution and participations against the facts. */
import { contributionOf, differenceOf, type Change } from '@domain/statistics/contribution';
import { participationsOf, type Participation } from '@domain/statistics/participation';
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { readBetweenBatches } from '../statistics/fold-batches';
import { toChange, toStored } from '../statistics/fold-volunteers';
import { participationsBetween } from '../statistics/participations';
import { factsOf } from '../statistics/volunteer-facts';
import type { Progress } from './progress';

/** About 400 KB of contributions: an answer of the cloud holds 1 MB. */
const PAGE = 150;
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
 * further 500 visits. A volunteer with a mark is left to the fold. Marks are read last: without a batch in
 * between no mark was taken away, so who has none now had none while the facts
 * were read, and those are whole.
 */
export async function checkVolunteerPage(ports: Ports, cursor: string): Promise<VolunteerPage> {
  const { isSettled, value } = await readBetweenBatches(ports, () => readPage(ports, cursor));
  return { ...value, isSettled: isSettled || value.wrong.length === 0, wrong: isSettled ? value.wrong : [] };
}

async function readPage(ports: Ports, cursor: string): Promise<Omit<VolunteerPage, 'isSettled'>> {
  const { database } = ports;
  const volunteers = await database.find('volunteers', {
    where: cursor === '' ? {} : { _id: { above: cursor } },
    orderBy: [['_id', 'asc']],
    limit: PAGE,
  });
  const last = volunteers.length === PAGE ? volunteers[PAGE - 1]?._id : undefined;
  const [facts, contributions, participations] = await Promise.all([
    factsOf(ports, volunteers),
    contributionsBetween(ports, cursor, last),
    participationsBetween(ports, cursor, last ?? null),
  ]);
  const ids = new Set<VolunteerId>([
    ...[...volunteers, ...contributions].map(({ _id }) => _id),
    ...participations.map(({ volunteerId }) => volunteerId),
  ]);
  const marks = await database.getMany('dirtyVolunteers', [...ids]);
  const marked = new Set<string>(marks.map(({ _id }) => _id));
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
    nextCursor: last ?? null,
  };
}

/** Contributions with an id after `cursor`, up to and with `last`. */
async function contributionsBetween(
  ports: Ports,
  cursor: string,
  last: string | undefined,
): Promise<StoredDocument<'contributions'>[]> {
  const found: StoredDocument<'contributions'>[] = [];
  let after = cursor;
  for (;;) {
    const upTo = last === undefined ? {} : { below: `${last}${AFTER_ID}` };
    const where = after === '' && last === undefined ? {} : { _id: { above: after, ...upTo } };
    const page = await ports.database.find('contributions', {
      where,
      orderBy: [['_id', 'asc']],
      limit: PAGE,
    });
    found.push(...page);
    const end = page[PAGE - 1];
    if (end === undefined) return found;
    after = end._id;
  }
}

/** By volunteer, as text that is equal when the participations are. */
function participationTexts(
  rows: readonly (Participation & { readonly volunteerId: VolunteerId })[],
): Map<VolunteerId, string> {
  const texts = new Map<VolunteerId, string>();
  const sorted = [...rows].sort((a, b) => (a.projectId < b.projectId ? -1 : 1));
  for (const { volunteerId, projectId, firstDay } of sorted)
    texts.set(volunteerId, `${texts.get(volunteerId) ?? ''}${projectId} ${firstDay} `);
  return texts;
}

function compare(
  volunteerId: VolunteerId,
  stored: StoredDocument<'contributions'> | undefined,
  counted: readonly Change[],
  hasRightParticipations: boolean,
): WrongVolunteer[] {
  const before = (stored?.changes ?? []).map(toChange);
  const difference = differenceOf(before, counted);
  const hasRightTownship = (stored?.township ?? '') === toStored(counted).township;
  if (difference.length === 0 && hasRightTownship && hasRightParticipations) return [];
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

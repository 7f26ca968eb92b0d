/** First comparison (ST41): each volunteer's stored contribution against that volunteer's facts. */
import { contributionOf, differenceOf, type Change } from '@domain/statistics/contribution';
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { readBetweenBatches } from '../statistics/fold-batches';
import { toChange, toStored } from '../statistics/fold-contributions';
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
 * One page of volunteers by id, with contributions that have no volunteer. Round trips: 5, and one for every
 * further 500 records. A volunteer with a mark is left to the fold. Marks are read last: without a batch in
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
  const [facts, contributions] = await Promise.all([
    factsOf(ports, volunteers),
    contributionsBetween(ports, cursor, last),
  ]);
  const ids = new Set<VolunteerId>([...volunteers, ...contributions].map(({ _id }) => _id));
  const marks = await database.getMany('dirtyVolunteers', [...ids]);
  const marked = new Set<string>(marks.map(({ _id }) => _id));
  const counted = new Map(facts.map((one) => [one.standing.volunteerId, contributionOf(one)]));
  const stored = new Map(contributions.map((one) => [one._id, one]));
  const wrong = [...ids]
    .filter((id) => !marked.has(id))
    .flatMap((id) => compare(id, stored.get(id), counted.get(id) ?? []));
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

function compare(
  volunteerId: VolunteerId,
  stored: StoredDocument<'contributions'> | undefined,
  counted: readonly Change[],
): WrongVolunteer[] {
  const before = (stored?.changes ?? []).map(toChange);
  const difference = differenceOf(before, counted);
  const township = stored?.township ?? '';
  if (difference.length === 0 && township === toStored(counted).township) return [];
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

/** The figures that are published of a day: every division down to the townships, all of one moment. */
import { parseDivisionCode } from '@domain/geography/division';
import { QUANTITIES } from '@domain/statistics/measure';
import { stocksOn, tallyIdsOf, type Tally } from '@domain/statistics/tally';
import type { CivilDay } from '@domain/time/civil-day';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { BusyError } from '../kernel/busy-error';
import type { Ports } from '../kernel/ports';
import { readBetweenBatches } from '../statistics/fold-batches';
import type { Publication } from './publication-chain';

export type PublishedFigures = Publication['figures'];

/** Three tally documents each, up to 10 KB: an answer of the cloud holds 1 MB. */
const DIVISIONS_AT_ONCE = 50;
const MAXIMUM_DIVISIONS = 1000;
const PUBLISHED_LEVELS = ['city', 'county', 'township'] as const;
/** A day has its snapshot and at most one restatement a night; more than this no year brings. */
const MAXIMUM_LINKS_OF_A_DAY = 400;

/**
 * As the tallies have it now. Round trips: 3, and one for every 50 divisions. Busy when the fold never stood
 * still meanwhile: figures of several moments are not published.
 */
export async function figuresOn(ports: Ports, day: CivilDay): Promise<PublishedFigures> {
  const divisions = await ports.database.find('divisions', {
    where: { level: { in: PUBLISHED_LEVELS } },
    orderBy: [['_id', 'asc']],
    limit: MAXIMUM_DIVISIONS,
  });
  const codes = divisions.map(({ _id }) => _id);
  const { isSettled, value } = await readBetweenBatches(ports, () => readTallies(ports, codes, day));
  if (!isSettled) throw new BusyError('folds came between every reading');
  return Object.fromEntries(codes.map((code) => [code, { ...stocksOn(value, code, day) }]));
}

async function readTallies(
  ports: Ports,
  codes: readonly DivisionCode[],
  day: CivilDay,
): Promise<ReadonlyMap<string, Tally>> {
  const tallies = new Map<string, Tally>();
  for (let from = 0; from < codes.length; from += DIVISIONS_AT_ONCE) {
    const ids = codes.slice(from, from + DIVISIONS_AT_ONCE).flatMap((code) => tallyIdsOf(code, day));
    for (const { _id, cells } of await ports.database.getMany('tallies', ids)) {
      tallies.set(_id, { tallyId: _id, cells });
    }
  }
  return tallies;
}

/** What is in force for a day: its snapshot with every restatement since; null: never published. */
export async function publishedOn(ports: Ports, day: CivilDay): Promise<PublishedFigures | null> {
  const links = await ports.database.find('publications', {
    where: { day },
    orderBy: [['seq', 'asc']],
    limit: MAXIMUM_LINKS_OF_A_DAY,
  });
  const snapshot = links.find(({ kind }) => kind === 'snapshot');
  if (snapshot === undefined) return null;
  const figures: PublishedFigures = structuredClone(snapshot.figures);
  for (const { divisionCode, quantity, after } of links.flatMap(({ changes }) => changes)) {
    figures[divisionCode] = { ...figures[divisionCode], [quantity]: after };
  }
  return figures;
}

/**
 * What differs between what is published and what is. A quantity the product learnt to count after that day
 * is new, not changed.
 */
export function changesBetween(published: PublishedFigures, now: PublishedFigures): Publication['changes'] {
  return Object.entries(published).flatMap(([code, amounts]) =>
    QUANTITIES.flatMap((quantity) => {
      const before = amounts[quantity];
      const after = now[code]?.[quantity];
      if (before === undefined || after === undefined || before === after) return [];
      return [{ divisionCode: parseDivisionCode(code), quantity, before, after }];
    }),
  );
}

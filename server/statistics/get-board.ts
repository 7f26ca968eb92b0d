/** 看板: three round trips whatever the number of volunteers – roles, divisions, tallies. */
import { rejected } from '@domain/kernel/result';
import { cityTallyIdsOf } from '@domain/statistics/data-begin';
import { tallyIdsOf } from '@domain/statistics/tally';
import { rankContestants } from '@domain/statistics/ranking';
import { endOfPreviousMonth, sameDayLastYear } from '@domain/time/civil-day';
import { RANKINGS, type RankingId } from '@contract/statistics.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Handler } from '../kernel/procedure';
import { familyOf } from '../geography/division-lookup';
import { askedDivision } from './asked-division';
import { refusalBeforeData } from './data-begin';
import { changesOf, momentOf, ratioOn, readingOf, toFigures, type DivisionReading } from './division-figures';
import { readTallyIds } from './read-tallies';

export const getBoard: Handler<'statistics.getBoard'> = async (input, context) => {
  const asked = await askedDivision(context, input);
  if (asked.kind === 'rejected') return asked;
  const { divisionCode, day } = asked;
  const family = await familyOf(context.ports, divisionCode);
  const division = family.find(({ _id }) => _id === divisionCode);
  if (division === undefined) return rejected('division.notFound');
  const lastYear = sameDayLastYear(day);
  const ids = family.flatMap(({ _id }) => tallyIdsOf(_id, day));
  const further = [...tallyIdsOf(divisionCode, lastYear), ...cityTallyIdsOf(divisionCode, day)];
  const { tallies, asOf } = await readTallyIds(context.ports, [...ids, ...further]);
  const refusal = await refusalBeforeData(context.ports, tallies, divisionCode, day);
  if (refusal !== null) return refusal;
  const growthSinceDay = endOfPreviousMonth(day);
  const read = (document: StoredDocument<'divisions'>): DivisionReading =>
    readingOf(document, tallies, day, growthSinceDay);
  const children = family.filter(({ _id }) => _id !== divisionCode).map(read);
  const reading = read(division);
  return {
    asOf,
    day,
    growthSinceDay,
    sameDayLastYear: lastYear,
    changes: changesOf(reading.now, reading.before, momentOf(division, tallies, lastYear)),
    division: toFigures(reading),
    children: children.map(toFigures),
    rankings: RANKINGS.map((measure) => ({ measure, rows: rowsOf(measure, children) })),
    lineage: [...division.ancestors, { divisionCode, name: division.name }],
  };
};

function rowsOf(measure: RankingId, children: readonly DivisionReading[]) {
  const rank = (moment: 'now' | 'before') =>
    rankContestants(
      children.map((child) => ({
        divisionCode: child.divisionCode,
        ratio: ratioOn(measure, child[moment]),
      })),
    );
  const before = new Map(rank('before').map((row) => [row.divisionCode, row.rank]));
  return rank('now').map((row) => ({
    divisionCode: row.divisionCode,
    rank: row.rank,
    previousRank: before.get(row.divisionCode) ?? null,
  }));
}

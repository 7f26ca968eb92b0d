/** 看板: three round trips whatever the number of volunteers – roles, divisions, tallies. */
import { rejected } from '@domain/kernel/result';
import { rankContestants } from '@domain/statistics/ranking';
import { civilDayOf, endOfPreviousMonth } from '@domain/time/civil-day';
import { RANKINGS, type RankingId } from '@contract/statistics.contract';
import { officeDivisions } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Handler } from '../kernel/procedure';
import { familyOf } from '../geography/division-lookup';
import { readingOf, toFigures, type DivisionReading } from './division-figures';
import { mayRead } from './read-scope';
import { readTallies } from './read-tallies';

export const getBoard: Handler<'statistics.getBoard'> = async (input, context) => {
  const own = officeDivisions(await context.actor.grants());
  const divisionCode = input.divisionCode ?? own[0];
  if (divisionCode === undefined || !mayRead(own, divisionCode)) return rejected('actor.forbidden');
  const today = civilDayOf(context.now);
  const day = input.day ?? today;
  if (day > today) return rejected('request.malformed', { path: 'day', issue: 'future' });
  const family = await familyOf(context.ports, divisionCode);
  const division = family.find(({ _id }) => _id === divisionCode);
  if (division === undefined) return rejected('division.notFound');
  const { tallies, asOf } = await readTallies(
    context.ports,
    family.map(({ _id }) => _id),
    day,
  );
  const growthSinceDay = endOfPreviousMonth(day);
  const read = (document: StoredDocument<'divisions'>): DivisionReading =>
    readingOf(document, tallies, day, growthSinceDay);
  const children = family.filter(({ _id }) => _id !== divisionCode).map(read);
  return {
    asOf,
    day,
    growthSinceDay,
    division: toFigures(read(division)),
    children: children.map(toFigures),
    rankings: RANKINGS.map((measure) => ({ measure, rows: rowsOf(measure, children) })),
    lineage: [...division.ancestors, { divisionCode, name: division.name }],
  };
};

function rowsOf(measure: RankingId, children: readonly DivisionReading[]) {
  const rank = (moment: 'now' | 'before') =>
    rankContestants(
      children.map(({ divisionCode, ratios }) => ({ divisionCode, ratio: ratios[moment][measure] })),
    );
  const before = new Map(rank('before').map((row) => [row.divisionCode, row.rank]));
  return rank('now').map((row) => ({
    divisionCode: row.divisionCode,
    rank: row.rank,
    previousRank: before.get(row.divisionCode) ?? null,
  }));
}

/** 与同类城市比较 (ST17): four round trips – roles, division beside published figures, tallies. */
import { lineageOf } from '@domain/geography/division';
import { rejected } from '@domain/kernel/result';
import { cityTallyIdsOf, hasDataBy } from '@domain/statistics/data-begin';
import type { Tally } from '@domain/statistics/tally';
import {
  byGreatest,
  comparableRows,
  indicatorOf,
  obstacleOf,
  rangeOf,
  rankRanges,
  type PeerMeasure,
  type Range,
} from '@domain/statistics/peer';
import { civilDayOf, sameDayLastYear, type CivilDay } from '@domain/time/civil-day';
import type { Figure } from '@contract/statistics.contract';
import { mayGovern, officeDivisions } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Handler } from '../kernel/procedure';
import { figureOn, momentOf } from './division-figures';
import { bookIdOf, toPeerView, type PeerRow } from './peer-book';
import { readTallyIds } from './read-tallies';

interface Entrant {
  /** null: the city itself */
  readonly row: PeerRow | null;
  readonly range: Range;
}

export const getPeers: Handler<'statistics.getPeers'> = async ({ measure, day: asked }, context) => {
  const { ports } = context;
  const grants = await context.actor.grants();
  const [own] = officeDivisions(grants);
  const cityCode = own === undefined ? undefined : lineageOf(own)[0];
  if (cityCode === undefined) return rejected('actor.forbidden');
  const today = civilDayOf(context.now);
  if (asked !== null && asked > today) return rejected('request.malformed', { path: 'day', issue: 'future' });
  const [division, book] = await Promise.all([
    ports.database.get('divisions', cityCode),
    ports.database.get('peerBooks', bookIdOf(cityCode, indicatorOf(measure))),
  ]);
  if (division === null) return rejected('division.notFound');
  const rows = [...(book?.rows ?? [])].sort(newestFirst);
  const live = rows.filter(({ withdrawnDay }) => withdrawnDay === null);
  const day = asked ?? live.find(({ definition }) => definition === measure)?.asOfDay ?? today;
  const previousDay = sameDayLastYear(day);
  const ids = [day, previousDay].flatMap((one) => cityTallyIdsOf(cityCode, one));
  const { tallies, asOf } = await readTallyIds(ports, ids);
  const figure = ownFigure(division, tallies, measure, day);
  const now = entrantsOn(live, measure, day, figure);
  const then = entrantsOn(live, measure, previousDay, ownFigure(division, tallies, measure, previousDay));
  const ranked = new Set(now.map(({ row }) => row?.cityName));
  const others = live.filter(({ cityName }) => !ranked.has(cityName));
  return {
    asOf,
    measure,
    day,
    previousDay,
    cityName: division.name,
    own: figure,
    isBeforeData: !hasDataBy(tallies, cityCode, day),
    standings: standingsOf(now, then),
    unranked: firstOfEachCity(others, day).flatMap((row) => {
      const obstacle = obstacleOf(row, measure, day);
      return obstacle === null ? [] : [{ peer: toPeerView(row), obstacle }];
    }),
    rows: rows.map(toPeerView),
    mayEdit: mayGovern(grants, cityCode),
  };
};

function newestFirst(a: PeerRow, b: PeerRow): number {
  if (a.asOfDay !== b.asOfDay) return a.asOfDay < b.asOfDay ? 1 : -1;
  return b.enteredAt - a.enteredAt;
}

/** Before the data of the city begin there is no figure, not a zero (ST3). */
function ownFigure(
  division: StoredDocument<'divisions'>,
  tallies: ReadonlyMap<string, Tally>,
  measure: PeerMeasure,
  day: CivilDay,
): Figure {
  const figure = figureOn(measure, momentOf(division, tallies, day));
  return hasDataBy(tallies, division._id, day) ? figure : { ...figure, value: null };
}

/** Minutes become hours, as others publish them. */
function ownRange({ measure, value, numerator, denominator }: Figure): Range | null {
  if (value === null) return null;
  const per = measure.startsWith('averageHours.') ? 60 : 1;
  return rangeOf({ kind: 'fraction', numerator, denominator: (denominator ?? 1) * per });
}

/** The greatest first. */
function entrantsOn(live: readonly PeerRow[], measure: PeerMeasure, day: CivilDay, own: Figure): Entrant[] {
  const range = ownRange(own);
  const peers = comparableRows(live, measure, day).map((row) => ({ row, range: rangeOf(row.value) }));
  const all: Entrant[] = range === null ? peers : [{ row: null, range }, ...peers];
  return all.sort((a, b) => byGreatest(a.range, b.range));
}

const nameOf = ({ row }: Entrant): string => row?.cityName ?? '';

function standingsOf(now: readonly Entrant[], then: readonly Entrant[]) {
  const ranks = rankRanges(now.map(({ range }) => range));
  const both = new Set(then.map(nameOf).filter((name) => now.some((entrant) => nameOf(entrant) === name)));
  const before = exactRanks(then.filter((entrant) => both.has(nameOf(entrant))));
  const after = exactRanks(now.filter((entrant) => both.has(nameOf(entrant))));
  return now.map((entrant, index) => {
    const [from, to] = [before.get(nameOf(entrant)), after.get(nameOf(entrant))];
    return {
      peer: entrant.row === null ? null : toPeerView(entrant.row),
      rank: ranks[index] ?? { best: 1, worst: now.length },
      movement: from === undefined || to === undefined ? null : from - to,
    };
  });
}

/** Only ranks that no rounding leaves open. */
function exactRanks(entrants: readonly Entrant[]): Map<string, number> {
  const ranks = rankRanges(entrants.map(({ range }) => range));
  return new Map(
    entrants.flatMap((entrant, index) => {
      const rank = ranks[index];
      return rank === undefined || rank.best !== rank.worst ? [] : [[nameOf(entrant), rank.best] as const];
    }),
  );
}

/** The nearest to the day of each city: what one would look for first. */
function firstOfEachCity(rows: readonly PeerRow[], day: CivilDay): PeerRow[] {
  const distance = ({ asOfDay }: PeerRow): number => Math.abs(Date.parse(asOfDay) - Date.parse(day));
  const nearest = [...rows].sort((a, b) => distance(a) - distance(b));
  return nearest.filter((row, at) => nearest.findIndex(({ cityName }) => cityName === row.cityName) === at);
}

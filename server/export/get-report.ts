/** 统计报告 (EX7): three round trips – roles, divisions, tallies. */
import { rejected } from '@domain/kernel/result';
import { beforeDayOf } from '@domain/statistics/period';
import { civilDayOf } from '@domain/time/civil-day';
import { TREND_MEASURES } from '@contract/statistics.contract';
import { familyOf } from '../geography/division-lookup';
import { officeDivisions } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Handler } from '../kernel/procedure';
import { mayRead } from '../statistics/read-scope';
import { readTallyIds } from '../statistics/read-tallies';
import { refusalOfPeriod } from './check-period';
import { periodFiguresOf, periodTallyIds, trendPointsOf, trendTallyIds } from './period-figures';

export const getReport: Handler<'export.getReport'> = async (period, context) => {
  const { divisionCode, fromDay, toDay } = period;
  const refusal = refusalOfPeriod(period, civilDayOf(context.now));
  if (refusal !== null) return refusal;
  if (!mayRead(officeDivisions(await context.actor.grants()), divisionCode))
    return rejected('actor.forbidden');
  const family = await familyOf(context.ports, divisionCode);
  const division = family.find(({ _id }) => _id === divisionCode);
  if (division === undefined) return rejected('division.notFound');
  const { tallies, asOf } = await readTallyIds(context.ports, [
    ...family.flatMap(({ _id }) => periodTallyIds(_id, period)),
    ...trendTallyIds(divisionCode, period),
  ]);
  const pairsOf = (one: StoredDocument<'divisions'>) => {
    const { now, before } = periodFiguresOf(one, tallies, period);
    return now.map((figure, index) => ({ now: figure, before: before[index] ?? figure }));
  };
  const children = family.filter(({ _id }) => _id !== divisionCode);
  return {
    asOf,
    divisionCode,
    fromDay,
    toDay,
    beforeDay: beforeDayOf(period),
    divisionName: division.name,
    measures: [...TREND_MEASURES],
    figures: pairsOf(division),
    children: children.map((one) => ({ divisionCode: one._id, name: one.name, figures: pairsOf(one) })),
    points: trendPointsOf(division, tallies, period),
  };
};

/** 走势: three round trips for any measure – roles, division, tallies – and at most seven documents. */
import { trendDaysOf, trendTallyIds } from '@domain/statistics/trend';
import { rejected } from '@domain/kernel/result';
import { civilDayOf } from '@domain/time/civil-day';
import { officeDivisions } from '../kernel/actor';
import type { Handler } from '../kernel/procedure';
import { figureOn, momentOf } from './division-figures';
import { mayRead } from './read-scope';
import { readTallyIds } from './read-tallies';

export const getTrend: Handler<'statistics.getTrend'> = async (input, context) => {
  const { ports } = context;
  const { measure, grain } = input;
  const own = officeDivisions(await context.actor.grants());
  const divisionCode = input.divisionCode ?? own[0];
  if (divisionCode === undefined || !mayRead(own, divisionCode)) return rejected('actor.forbidden');
  const today = civilDayOf(context.now);
  const day = input.day ?? today;
  if (day > today) return rejected('request.malformed', { path: 'day', issue: 'future' });
  const division = await ports.database.get('divisions', divisionCode);
  if (division === null) return rejected('division.notFound');
  const { tallies, asOf } = await readTallyIds(ports, trendTallyIds(divisionCode, grain, day));
  const points = trendDaysOf(grain, day).map((point) => {
    const precision = grain === 'month' && point !== day ? 'monthEnd' : 'day';
    return { day: point, figure: figureOn(measure, momentOf(division, tallies, point, precision)) };
  });
  return { asOf, divisionName: division.name, points };
};

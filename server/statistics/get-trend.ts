/**
 * 走势: three round trips for any measure – roles, division, tallies – and at most seven documents; a fourth
 * beside the second for a measure that has targets.
 */
import { lineageOf } from '@domain/geography/division';
import { hasDataBy } from '@domain/statistics/data-begin';
import { TARGET_INDICATORS, targetInForce } from '@domain/statistics/target';
import { trendDaysOf, trendTallyIds } from '@domain/statistics/trend';
import { rejected } from '@domain/kernel/result';
import type { Handler } from '../kernel/procedure';
import { askedDivision } from './asked-division';
import { firstDayOfData, refusalBeforeData } from './data-begin';
import { figureOn, momentOf } from './division-figures';
import { readTallyIds } from './read-tallies';
import { targetsOfLineage, type TargetDocument } from './targets';

export const getTrend: Handler<'statistics.getTrend'> = async (input, context) => {
  const { ports } = context;
  const { measure, grain } = input;
  const asked = await askedDivision(context, input);
  if (asked.kind === 'rejected') return asked;
  const { divisionCode, day } = asked;
  const indicator = TARGET_INDICATORS.find((known) => known === measure);
  const [division, rows] = await Promise.all([
    ports.database.get('divisions', divisionCode),
    indicator === undefined ? [] : targetsOfLineage(ports, divisionCode),
  ]);
  if (division === null) return rejected('division.notFound');
  const city = lineageOf(divisionCode)[0] ?? divisionCode;
  const ids = [divisionCode, city].flatMap((code) => trendTallyIds(code, grain, day));
  const { tallies, asOf } = await readTallyIds(ports, ids);
  const refusal = await refusalBeforeData(ports, tallies, divisionCode, day);
  if (refusal !== null) return refusal;
  const points = trendDaysOf(grain, day).map((point) => {
    const precision = grain === 'month' && point !== day ? 'monthEnd' : 'day';
    const figure = figureOn(measure, momentOf(division, tallies, point, precision));
    const target =
      indicator === undefined ? null : targetInForce(rows, indicator, lineageOf(divisionCode), point);
    return {
      day: point,
      figure: hasDataBy(tallies, divisionCode, point, precision) ? figure : { ...figure, value: null },
      targetId: target?._id ?? null,
    };
  });
  const shown = rows.filter(({ _id }) => points.some(({ targetId }) => targetId === _id));
  const [first] = points;
  const isBefore = first !== undefined && !hasDataBy(tallies, divisionCode, first.day);
  const dataFrom = isBefore ? await firstDayOfData(ports, divisionCode) : null;
  return { asOf, divisionName: division.name, points, dataFrom, targets: shown.map(toTrendTarget) };
};

/** Who set and withdrew it is for the list of targets. */
function toTrendTarget(target: TargetDocument) {
  const { _id, valueBasisPoints, divisionName, fromDay, toDay, document, withdrawnDay } = target;
  return { targetId: _id, valueBasisPoints, divisionName, fromDay, toDay, document, withdrawnDay };
}

/**
 * 规划: at most five round trips whatever the number of volunteers – roles, the division with its children, its
 * siblings (not for a city), targets, tallies. Everything on it is as of one moment.
 */
import { lineageOf, parentOf } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { rejected } from '@domain/kernel/result';
import { standingOf } from '@domain/statistics/overtaking';
import { completeWeeksBefore, paceOf } from '@domain/statistics/pace';
import {
  gapOf,
  idleAllowanceOf,
  quotasOf,
  registeredGoalOf,
  type PlanStocks,
} from '@domain/statistics/planner';
import type { Quantity } from '@domain/statistics/measure';
import { changeOver, monthTallyIdsOf } from '@domain/statistics/tally';
import { TARGET_INDICATORS, targetInForce, type TargetIndicator } from '@domain/statistics/target';
import { civilDayOf, endOfPreviousMonth, type CivilDay } from '@domain/time/civil-day';
import type { ViewOf } from '@contract/procedures';
import { officeDivisions } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import type { Handler } from '../kernel/procedure';
import { familyOf } from '../geography/division-lookup';
import { ratioOn, readingOf, toFigures, type DivisionReading } from './division-figures';
import { mayRead } from './read-scope';
import { readTallies, type TallyReading } from './read-tallies';
import { targetsOfLineage, toTargetView, type TargetDocument } from './targets';

type PlanView = ViewOf<'statistics.getPlan'>;
type DivisionDocument = StoredDocument<'divisions'>;

/** What the parts of a plan are worked out from. */
interface Basis {
  readonly day: CivilDay;
  readonly own: DivisionReading;
  readonly children: readonly DivisionReading[];
  readonly stocks: PlanStocks;
  /** net changes of the eight weeks, oldest first */
  readonly weekly: (quantity: Quantity) => number[];
  readonly activityTarget: TargetDocument | null;
  readonly registrationTarget: TargetDocument | null;
}

export const getPlan: Handler<'statistics.getPlan'> = async (input, context) => {
  const offices = officeDivisions(await context.actor.grants());
  const divisionCode = input.divisionCode ?? offices[0];
  if (divisionCode === undefined || !mayRead(offices, divisionCode)) return rejected('actor.forbidden');
  const today = civilDayOf(context.now);
  const day = input.day ?? today;
  if (day > today) return rejected('request.malformed', { path: 'day', issue: 'future' });
  const [family, siblings, targets] = await Promise.all([
    familyOf(context.ports, divisionCode),
    siblingsOf(context.ports, divisionCode),
    targetsOfLineage(context.ports, divisionCode),
  ]);
  const division = family.find(({ _id }) => _id === divisionCode);
  if (division === undefined) return rejected('division.notFound');
  const weeks = completeWeeksBefore(day);
  const from = weeks[0]?.fromDay ?? day;
  const to = weeks.at(-1)?.toDay ?? day;
  const codes = [...new Set([...family, ...siblings].map(({ _id }) => _id))];
  const reading = await readTallies(context.ports, codes, day, monthTallyIdsOf(divisionCode, from, to));
  const read = (document: DivisionDocument): DivisionReading => readingAt(document, reading, day);
  const own = read(division);
  const children = family.filter(({ _id }) => _id !== divisionCode).map(read);
  const weekly = (quantity: Quantity): number[] =>
    weeks.map((week) => changeOver(reading.tallies, divisionCode, quantity, week.fromDay, week.toDay));
  const basis = { day, own, children, stocks: stocksOf(own), weekly, ...inForce(targets, divisionCode, day) };
  const figures = toFigures(own);
  return {
    asOf: reading.asOf,
    day,
    division: { divisionCode, name: division.name },
    lineage: [...division.ancestors, { divisionCode, name: division.name }],
    registered: figures.registered,
    active: figures.activeCum,
    activityRate: figures.activityRateCum,
    registrationRatio: figures.registrationRatio,
    paceFromDay: from,
    paceToDay: to,
    activity: activityPlan(basis),
    registration: registrationPlan(basis),
    own: standings(siblings.map(read), [divisionCode]),
    children: standings(
      children,
      children.map((child) => child.divisionCode),
    ).map((standing) => ({ ...standing, ahead: standing.ahead.slice(0, 1) })),
  };
};

function readingAt(document: DivisionDocument, { tallies }: TallyReading, day: CivilDay): DivisionReading {
  return readingOf(document, tallies, day, endOfPreviousMonth(day));
}

/** The children of the parent, the division among them; none for a city. */
async function siblingsOf(ports: Ports, divisionCode: DivisionCode): Promise<DivisionDocument[]> {
  const parent = parentOf(divisionCode);
  if (parent === null) return [];
  return (await familyOf(ports, parent)).filter(({ _id }) => _id !== parent);
}

function inForce(targets: readonly TargetDocument[], divisionCode: DivisionCode, day: CivilDay) {
  const find = (indicator: TargetIndicator): TargetDocument | null =>
    targetInForce(targets, indicator, lineageOf(divisionCode), day);
  return { activityTarget: find('activityRate.CUM'), registrationTarget: find('registrationRatio') };
}

function stocksOf({ now: { stocks, population } }: DivisionReading): PlanStocks {
  return {
    registered: stocks.registered,
    active: stocks.activeCum,
    residents: population?.residents ?? null,
  };
}

function activityPlan(basis: Basis): PlanView['activity'] {
  const { stocks, children, activityTarget, registrationTarget, day } = basis;
  if (activityTarget === null) return null;
  const { valueBasisPoints, toDay } = activityTarget;
  const gap = gapOf(stocks, valueBasisPoints, registrationTarget?.valueBasisPoints ?? null);
  const names = new Map(children.map((child) => [child.divisionCode, child.name]));
  const claims = children.map((child) => ({
    divisionCode: child.divisionCode,
    dormant: child.now.stocks.registered - child.now.stocks.activeCum,
  }));
  const { quotas, unplaced } = quotasOf(gap.joint, claims);
  const weekly = basis.weekly('activeCum');
  return {
    target: toTargetView(activityTarget),
    registeredGoal: gap.registeredGoal,
    activeGoal: gap.activeGoal,
    naiveGap: gap.naive,
    jointGap: gap.joint,
    idleAllowance: idleAllowanceOf(stocks.active, stocks.registered, valueBasisPoints),
    pace: paceOf(gap.joint, weekly, day, toDay),
    weekly,
    quotas: quotas.map((row) => ({ ...row, name: names.get(row.divisionCode) ?? '' })),
    unplaced,
  };
}

function registrationPlan(basis: Basis): PlanView['registration'] {
  const { stocks, registrationTarget, day } = basis;
  if (registrationTarget === null) return null;
  const target = toTargetView(registrationTarget);
  if (stocks.residents === null) return { target, goal: null, gap: null, pace: null };
  const goal = registeredGoalOf(stocks, registrationTarget.valueBasisPoints);
  const gap = goal - stocks.registered;
  return { target, goal, gap, pace: paceOf(gap, basis.weekly('registered'), day, target.toDay) };
}

/** Those asked for, in each ranking, among all the contestants. */
function standings(
  contestants: readonly DivisionReading[],
  asked: readonly DivisionCode[],
): PlanView['children'] {
  const byCode = new Map(contestants.map((reading) => [reading.divisionCode, reading]));
  return TARGET_INDICATORS.flatMap((measure) => {
    const ratios = contestants.map(({ divisionCode, now }) => ({
      divisionCode,
      ratio: ratioOn(measure, now),
    }));
    return asked.flatMap((divisionCode) => {
      const reading = byCode.get(divisionCode);
      if (reading === undefined) return [];
      const { rank, rankedCount, ahead } = standingOf(ratios, divisionCode);
      const figures = toFigures(reading);
      return [
        {
          measure,
          divisionCode,
          name: reading.name,
          figure: measure === 'registrationRatio' ? figures.registrationRatio : figures.activityRateCum,
          rank,
          rankedCount,
          ahead: ahead.map((row) => ({ ...row, name: byCode.get(row.divisionCode)?.name ?? '' })),
        },
      ];
    });
  });
}

/**
 * 规划: at most five round trips whatever the number of volunteers – roles, the division with its children, its
 * siblings (not for a city), targets, tallies. Everything on it is as of one moment.
 */
import { lineageOf, parentOf } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { rejected } from '@domain/kernel/result';
import { cityTallyIdsOf } from '@domain/statistics/data-begin';
import { standingOf } from '@domain/statistics/overtaking';
import { completeWeeksBefore, paceOf, type Week } from '@domain/statistics/pace';
import {
  gapOf,
  idleAllowanceOf,
  quotasOf,
  registeredGoalOf,
  type PlanStocks,
} from '@domain/statistics/planner';
import { ACTIVITY_MEASURES } from '@domain/statistics/measure';
import { changeOver, monthTallyIdsOf } from '@domain/statistics/tally';
import { lapsingOf, lapsingTallyIds, begunIn } from '@domain/statistics/lapsing';
import {
  TARGET_WINDOWS,
  targetInForce,
  type TargetIndicator,
  type TargetWindow,
} from '@domain/statistics/target';
import { endOfPreviousMonth, type CivilDay } from '@domain/time/civil-day';
import type { ViewOf } from '@contract/procedures';
import type { RankingId } from '@contract/statistics.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import type { Handler } from '../kernel/procedure';
import { familyOf } from '../geography/division-lookup';
import { askedDivision } from './asked-division';
import { refusalBeforeData } from './data-begin';
import { figureOn, ratioOn, readingOf, type DivisionReading } from './division-figures';
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
  readonly window: TargetWindow;
  readonly tallies: TallyReading['tallies'];
  /** the eight weeks before the day, oldest first */
  readonly weeks: readonly Week[];
  readonly activityTarget: TargetDocument | null;
  readonly registrationTarget: TargetDocument | null;
}

export const getPlan: Handler<'statistics.getPlan'> = async (input, context) => {
  const asked = await askedDivision(context, input);
  if (asked.kind === 'rejected') return asked;
  const { divisionCode, day } = asked;
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
  const { windows, window, activityTarget, registrationTarget } = inForce(
    targets,
    divisionCode,
    day,
    input.window,
  );
  const codes = [...new Set([...family, ...siblings].map(({ _id }) => _id))];
  const reading = await readTallies(context.ports, codes, day, [
    ...monthTallyIdsOf(divisionCode, from, to),
    ...lapsingTallyIds(divisionCode, window, day),
    ...cityTallyIdsOf(divisionCode, day),
  ]);
  const refusal = await refusalBeforeData(context.ports, reading.tallies, divisionCode, day);
  if (refusal !== null) return refusal;
  const read = (document: DivisionDocument): DivisionReading => readingAt(document, reading, day);
  const own = read(division);
  const children = family.filter(({ _id }) => _id !== divisionCode).map(read);
  const { tallies } = reading;
  const stocks = stocksOf(own, window);
  const basis = { day, own, children, stocks, window, tallies, weeks, activityTarget, registrationTarget };
  const measures = [`activityRate.${window}`, 'registrationRatio'] as const;
  return {
    asOf: reading.asOf,
    day,
    division: { divisionCode, name: division.name },
    lineage: [...division.ancestors, { divisionCode, name: division.name }],
    registered: figureOn('registered', own.now),
    active: figureOn(`active.${window}`, own.now),
    activityRate: figureOn(`activityRate.${window}`, own.now),
    registrationRatio: figureOn('registrationRatio', own.now),
    paceFromDay: from,
    paceToDay: to,
    windows,
    window,
    activity: activityPlan(basis),
    registration: registrationPlan(basis),
    own: standings(measures, siblings.map(read), [divisionCode]),
    children: standings(
      measures,
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

/** The targets in force, and the window a plan is for: the one asked for if it has a target. */
function inForce(
  targets: readonly TargetDocument[],
  divisionCode: DivisionCode,
  day: CivilDay,
  asked: TargetWindow | null,
) {
  const find = (indicator: TargetIndicator): TargetDocument | null =>
    targetInForce(targets, indicator, lineageOf(divisionCode), day);
  const windows = TARGET_WINDOWS.filter((one) => find(`activityRate.${one}`) !== null);
  const window = windows.find((one) => one === asked) ?? windows[0] ?? 'CUM';
  return {
    windows,
    window,
    activityTarget: find(`activityRate.${window}`),
    registrationTarget: find('registrationRatio'),
  };
}

function stocksOf({ now: { stocks, population } }: DivisionReading, window: TargetWindow): PlanStocks {
  return {
    registered: stocks.registered,
    active: stocks[ACTIVITY_MEASURES[window]],
    residents: population?.residents ?? null,
  };
}

function activityPlan(basis: Basis): PlanView['activity'] {
  const { own, stocks, children, window, tallies, weeks, activityTarget, registrationTarget, day } = basis;
  if (activityTarget === null) return null;
  const { valueBasisPoints, toDay } = activityTarget;
  const gap = gapOf(stocks, valueBasisPoints, registrationTarget?.valueBasisPoints ?? null);
  const names = new Map(children.map((child) => [child.divisionCode, child.name]));
  const claims = children.map((child) => ({
    divisionCode: child.divisionCode,
    dormant: child.now.stocks.registered - child.now.stocks[ACTIVITY_MEASURES[window]],
  }));
  const { quotas, unplaced } = quotasOf(gap.joint, claims);
  const weekly = weeks.map((week) => begunIn(tallies, own.divisionCode, window, week));
  const lapsing = lapsingOf(tallies, own.divisionCode, window, stocks.active, day, toDay);
  return {
    target: toTargetView(activityTarget),
    registeredGoal: gap.registeredGoal,
    activeGoal: gap.activeGoal,
    naiveGap: gap.naive,
    jointGap: gap.joint,
    idleAllowance: idleAllowanceOf(stocks.active, stocks.registered, valueBasisPoints),
    pace: paceOf(gap.activeGoal - stocks.active, weekly, day, toDay, lapsing),
    weekly,
    quotas: quotas.map((row) => ({ ...row, name: names.get(row.divisionCode) ?? '' })),
    unplaced,
  };
}

function registrationPlan(basis: Basis): PlanView['registration'] {
  const { own, stocks, tallies, weeks, registrationTarget, day } = basis;
  if (registrationTarget === null) return null;
  const target = toTargetView(registrationTarget);
  if (stocks.residents === null) return { target, goal: null, gap: null, pace: null };
  const goal = registeredGoalOf(stocks, registrationTarget.valueBasisPoints);
  const gap = goal - stocks.registered;
  const weekly = weeks.map((week) =>
    changeOver(tallies, own.divisionCode, 'registered', week.fromDay, week.toDay),
  );
  return { target, goal, gap, pace: paceOf(gap, weekly, day, target.toDay) };
}

/** Those asked for, in each ranking, among all the contestants. */
function standings(
  measures: readonly (TargetIndicator & RankingId)[],
  contestants: readonly DivisionReading[],
  asked: readonly DivisionCode[],
): PlanView['children'] {
  const byCode = new Map(contestants.map((reading) => [reading.divisionCode, reading]));
  return measures.flatMap((measure) => {
    const ratios = contestants.map(({ divisionCode, now }) => ({
      divisionCode,
      ratio: ratioOn(measure, now),
    }));
    return asked.flatMap((divisionCode) => {
      const reading = byCode.get(divisionCode);
      if (reading === undefined) return [];
      const { rank, rankedCount, ahead } = standingOf(ratios, divisionCode);
      return [
        {
          measure,
          divisionCode,
          name: reading.name,
          figure: figureOn(measure, reading.now),
          rank,
          rankedCount,
          ahead: ahead.map((row) => ({ ...row, name: byCode.get(row.divisionCode)?.name ?? '' })),
        },
      ];
    });
  });
}

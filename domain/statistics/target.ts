/** 指标 (ST34): a target is a row with a document and a period, never a constant. */
import type { DivisionCode, TargetId } from '../kernel/identifiers';
import { rejected, type Rejection } from '../kernel/result';
import { addDays, civilDayOf, type CivilDay } from '../time/civil-day';
import { WHOLE_BASIS_POINTS } from './planner';

/** Measures that a target can be set for. */
export const TARGET_INDICATORS = [
  'activityRate.CUM',
  'activityRate.YEAR',
  'activityRate.R12',
  'registrationRatio',
] as const;
/** The windows an activity target may look at, in the order a plan prefers them. */
export const TARGET_WINDOWS = ['CUM', 'YEAR', 'R12'] as const;
export type TargetWindow = (typeof TARGET_WINDOWS)[number];
export type TargetIndicator = (typeof TARGET_INDICATORS)[number];

/** Days, first and last included. */
export interface Period {
  readonly fromDay: CivilDay;
  readonly toDay: CivilDay;
}

export interface TargetProposal extends Period {
  readonly valueBasisPoints: number;
  readonly document: string;
}

export interface Target extends TargetProposal {
  readonly targetId: TargetId;
  readonly indicator: TargetIndicator;
  readonly divisionCode: DivisionCode;
  /** epoch ms */
  readonly setAt: number;
  /** the first day it no longer counts */
  readonly withdrawnDay: CivilDay | null;
}

export type TargetRefusal = Rejection<
  'target.valueInvalid' | 'target.documentMissing' | 'target.periodInvalid' | 'target.overlap'
>;

/** Null when it may be added beside `taken`, the periods of the same indicator in the same division. */
export function refusalOfTarget(proposal: TargetProposal, taken: readonly Period[]): TargetRefusal | null {
  const { valueBasisPoints, document, fromDay, toDay } = proposal;
  if (valueBasisPoints < 1 || valueBasisPoints > WHOLE_BASIS_POINTS) return rejected('target.valueInvalid');
  if (document === '') return rejected('target.documentMissing');
  if (fromDay > toDay) return rejected('target.periodInvalid');
  const clash = taken.find((period) => period.fromDay <= toDay && fromDay <= period.toDay);
  return clash === undefined
    ? null
    : rejected('target.overlap', { fromDay: clash.fromDay, toDay: clash.toDay });
}

type Life = Pick<Target, 'fromDay' | 'toDay' | 'setAt' | 'withdrawnDay'>;

/**
 * The days it counts on. A withdrawal ends it on the day before; one withdrawn on the day it was set was a
 * slip and never counted: null.
 */
export function periodInForce({ fromDay, toDay, setAt, withdrawnDay }: Life): Period | null {
  if (withdrawnDay === null) return { fromDay, toDay };
  const before = addDays(withdrawnDay, -1);
  const last = before < toDay ? before : toDay;
  return withdrawnDay === civilDayOf(setAt) || last < fromDay ? null : { fromDay, toDay: last };
}

/** The target of an indicator on a day: the division's own, else the nearest above it; null without any. */
export function targetInForce<Row extends Omit<Target, 'targetId'>>(
  targets: readonly Row[],
  indicator: TargetIndicator,
  lineage: readonly DivisionCode[],
  day: CivilDay,
): Row | null {
  for (const divisionCode of [...lineage].reverse()) {
    const found = targets.find((target) => {
      const period = periodInForce(target);
      const isHere = target.divisionCode === divisionCode && target.indicator === indicator;
      return isHere && period !== null && period.fromDay <= day && day <= period.toDay;
    });
    if (found !== undefined) return found;
  }
  return null;
}

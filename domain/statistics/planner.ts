/**
 * 规划 (ST30–ST33): how many people a target still wants, how fast, and from where. Whole people and basis
 * points only; every ceiling is taken in integers, so a plan and its recount never differ by one.
 */
import type { DivisionCode } from '../kernel/identifiers';
import type { Ratio } from './ratio';

/** 100 % in basis points. */
export const WHOLE_BASIS_POINTS = 10_000;

export interface PlanStocks {
  readonly registered: number;
  readonly active: number;
  /** 常住人口; null: none published */
  readonly residents: number | null;
}

export interface Gap {
  /** R*: the registered a registration target wants, never fewer than there are */
  readonly registeredGoal: number;
  /** the active that the activity target wants among R* */
  readonly activeGoal: number;
  /** G: against the registered of today */
  readonly naive: number;
  /** G*: when the registration target is met as well */
  readonly joint: number;
}

/** `a / b` rounded up, exact for safe integers and b > 0. */
export function ceilDivide(a: number, b: number): number {
  const rest = a % b;
  return rest === 0 ? a / b : (a - rest) / b + 1;
}

/** `a / b` rounded down, exact for safe integers, a ≥ 0 and b > 0. */
export function floorDivide(a: number, b: number): number {
  return (a - (a % b)) / b;
}

/** ST30. The least number of people that is at least this share of `base`. */
export function leastPeople(basisPoints: number, base: number): number {
  return ceilDivide(basisPoints * base, WHOLE_BASIS_POINTS);
}

/** R*; without a target or without residents, the registered of today. */
export function registeredGoalOf(stocks: PlanStocks, registrationTarget: number | null): number {
  if (registrationTarget === null || stocks.residents === null) return stocks.registered;
  return Math.max(stocks.registered, leastPeople(registrationTarget, stocks.residents));
}

/** ST30. Targets in basis points. */
export function gapOf(stocks: PlanStocks, activityTarget: number, registrationTarget: number | null): Gap {
  const registeredGoal = registeredGoalOf(stocks, registrationTarget);
  const activeGoal = leastPeople(activityTarget, registeredGoal);
  const naive = Math.max(0, leastPeople(activityTarget, stocks.registered) - stocks.active);
  return { registeredGoal, activeGoal, naive, joint: Math.max(0, activeGoal - stocks.active) };
}

/**
 * ST31. The rate when `idle` more people register and none of them serves; null when nobody is registered.
 */
export function dilutedRatio(active: number, registered: number, idle: number): Ratio | null {
  const denominator = registered + idle;
  return denominator <= 0 ? null : { numerator: active, denominator };
}

/**
 * ST31. The most idle registrants that keep the rate at or above the target (1 to 10,000 basis points); null
 * when it is below already.
 */
export function idleAllowanceOf(active: number, registered: number, activityTarget: number): number | null {
  const most = floorDivide(active * WHOLE_BASIS_POINTS, activityTarget);
  return most < registered ? null : most - registered;
}

export interface QuotaClaim {
  readonly divisionCode: DivisionCode;
  /** registered without a qualifying record */
  readonly dormant: number;
}
export interface Quota extends QuotaClaim {
  readonly quota: number;
}
export interface QuotaPlan {
  /** in the order of the claims */
  readonly quotas: readonly Quota[];
  /** what no dormant volunteer can fill: people who have yet to register */
  readonly unplaced: number;
}

/**
 * ST33. Shares a gap among divisions in proportion to their dormant volunteers by largest remainder, equal
 * remainders in the order of division codes. Quotas and `unplaced` sum to the gap exactly; no quota exceeds
 * its dormant.
 */
export function quotasOf(gap: number, claims: readonly QuotaClaim[]): QuotaPlan {
  const dormant = claims.reduce((sum, claim) => sum + claim.dormant, 0);
  const placed = Math.min(gap, dormant);
  if (placed === 0) return { quotas: claims.map((claim) => ({ ...claim, quota: 0 })), unplaced: gap };
  const shares = claims.map((claim) => ({
    claim,
    whole: floorDivide(placed * claim.dormant, dormant),
    rest: (placed * claim.dormant) % dormant,
  }));
  const left = placed - shares.reduce((sum, share) => sum + share.whole, 0);
  const first = [...shares]
    .sort((a, b) => b.rest - a.rest || (a.claim.divisionCode < b.claim.divisionCode ? -1 : 1))
    .slice(0, left);
  const quotas = shares.map((share) => ({
    ...share.claim,
    quota: share.whole + (first.includes(share) ? 1 : 0),
  }));
  return { quotas, unplaced: gap - placed };
}

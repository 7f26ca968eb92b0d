/**
 * 增量 (WK8): the share that served among the invited less the share among the hold-out, with its 95 % interval
 * by Newcombe's hybrid of two Wilson scores (R. G. Newcombe, Interval estimation for the difference between
 * independent proportions, Statistics in Medicine 17 (1998) 873–890, method 10). Everybody assigned counts,
 * whether a message reached them or not: the arms were drawn by lot, who is reached was not.
 */
export interface ArmResult {
  readonly assigned: number;
  readonly served: number;
}

/** In hundredths of a percent. */
export interface Uplift {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** Of the smaller arm; below it one person more or less says more than the invitation. */
export const MINIMUM_ARM = 30;
const BASIS_POINTS = 10_000;
/** 97.5 % of the normal distribution lies below. */
const Z = 1.959_963_984_540_054;

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson's score interval of one proportion, as fractions. */
export function wilsonOf({ served, assigned }: ArmResult): Interval {
  const share = served / assigned;
  const square = Z * Z;
  const centre = share + square / (2 * assigned);
  const spread = Z * Math.sqrt((share * (1 - share)) / assigned + square / (4 * assigned * assigned));
  const scale = 1 + square / assigned;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

/** The difference and its interval, whatever the sizes; throws where there is nobody, or more than all. */
export function differenceOf(invited: ArmResult, holdOut: ArmResult): Uplift {
  for (const { assigned, served } of [invited, holdOut])
    if (assigned < 1 || served < 0 || served > assigned) throw new RangeError('not a share of an arm');
  const [one, other] = [invited.served / invited.assigned, holdOut.served / holdOut.assigned];
  const [first, second] = [wilsonOf(invited), wilsonOf(holdOut)];
  const below = Math.sqrt((one - first.low) ** 2 + (second.high - other) ** 2);
  const above = Math.sqrt((first.high - one) ** 2 + (other - second.low) ** 2);
  const difference = one - other;
  return {
    difference: rounded(difference),
    low: rounded(Math.max(-1, difference - below)),
    high: rounded(Math.min(1, difference + above)),
  };
}

/** Half away from zero. */
function rounded(share: number): number {
  const size = Math.round(Math.abs(share) * BASIS_POINTS);
  return share < 0 && size > 0 ? -size : size;
}

/** Null: too few to say. */
export function upliftOf(invited: ArmResult, holdOut: ArmResult): Uplift | null {
  if (Math.min(invited.assigned, holdOut.assigned) < MINIMUM_ARM) return null;
  return differenceOf(invited, holdOut);
}

/** 同比、环比 (ST16): a stock grows by a share of what it was, a rate by percentage points. */
import type { Ratio } from './ratio';

/** Percentage points from `then` to `now`, in hundredths, rounded half up once; null without both rates. */
export function pointsBetween(now: Ratio | null, then: Ratio | null): number | null {
  if (now === null || then === null) return null;
  const [a, b] = [BigInt(now.numerator), BigInt(now.denominator)];
  const [c, d] = [BigInt(then.numerator), BigInt(then.denominator)];
  return roundedHalfUp((a * d - c * b) * BigInt(10_000), b * d);
}

/** (now − then) ÷ then in hundredths of a percent, rounded half up once; null when there was nothing. */
export function growthBetween(now: number, then: number): number | null {
  return then <= 0 ? null : roundedHalfUp(BigInt(now - then) * BigInt(10_000), BigInt(then));
}

/**
 * Half up towards plus infinity; the denominator is positive. `BigInt(2)` and not `2n`: WeChat's scripts are
 * ES2019, and this runs on phones.
 */
function roundedHalfUp(numerator: bigint, denominator: bigint): number {
  const doubled = numerator * BigInt(2) + denominator;
  const divisor = denominator * BigInt(2);
  const quotient = doubled / divisor;
  return Number(doubled < BigInt(0) && doubled % divisor !== BigInt(0) ? quotient - BigInt(1) : quotient);
}

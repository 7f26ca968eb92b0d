/** Exact figures (ST2, ST3): a ratio is two integers until the last line of a view. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** ST3: without a positive denominator there is no ratio. */
export function ratioOf(numerator: number, denominator: number | null): Ratio | null {
  return denominator === null || denominator <= 0 ? null : { numerator, denominator };
}

/** Compares a/b with c/d exactly; null is smaller than everything (ST17). */
export function compareRatios(a: Ratio | null, b: Ratio | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  const left = BigInt(a.numerator) * BigInt(b.denominator);
  const right = BigInt(b.numerator) * BigInt(a.denominator);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Ten-thousandths, rounded half up, for display only (ST2). Plain integers are exact up to 10¹¹ persons. */
export function basisPointsOf(ratio: Ratio): number {
  return partsOf(ratio, 10_000);
}

/** So many parts of a whole, rounded half up. */
function partsOf({ numerator, denominator }: Ratio, whole: number): number {
  return Math.floor((numerator * 2 * whole + denominator) / (denominator * 2));
}

/** Hundredths, rounded half up, for display only; exact beyond 2^53 too. */
export function hundredthsOf({ numerator, denominator }: Ratio): number {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  return Number((n * BigInt(200) + d) / (d * BigInt(2)));
}

/** `35.00%`, or `—` where there is no ratio. */
export function formatRatio(ratio: Ratio | null): string {
  return ratio === null ? '—' : `${formatBasisPoints(basisPointsOf(ratio))}%`;
}

/** `-0.25` for -25 basis points. */
export function formatBasisPoints(basisPoints: number): string {
  const absolute = Math.abs(basisPoints);
  const sign = basisPoints < 0 ? '-' : '';
  return `${sign}${String(Math.floor(absolute / 100))}.${String(absolute % 100).padStart(2, '0')}`;
}

/** `12.5%`, rounded once to a tenth of a percent; null without a base (ST3, VI6). */
export function shareText(numerator: number, base: number): string | null {
  const ratio = ratioOf(numerator, base);
  if (ratio === null) return null;
  const thousandths = partsOf(ratio, 1_000);
  return `${String(Math.floor(thousandths / 10))}.${String(thousandths % 10)}%`;
}

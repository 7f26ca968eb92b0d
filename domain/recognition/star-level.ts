/**
 * 星级 (AT12): which star a number of confirmed minutes earns, and how far the next one is. The levels are rows
 * that somebody with a document may change; nothing here knows how many there are or what they ask for.
 */
import type { CivilDay } from '../time/civil-day';

export interface StarLevel {
  readonly name: string;
  /** confirmed minutes since registration that earn it; above 0 */
  readonly minutes: number;
}

/** One version of the rules, in force from a day on. */
export interface StarScheme {
  readonly version: number;
  readonly fromDay: CivilDay;
  readonly document: string;
  /** the lowest first, each asking for more than the one before */
  readonly levels: readonly StarLevel[];
}

export interface StarProgress {
  /** stars earned; 0: none yet */
  readonly stars: number;
  /** null: none yet */
  readonly current: StarLevel | null;
  /** null: the highest is reached */
  readonly next: { readonly level: StarLevel; readonly missingMinutes: number } | null;
}

/** The latest version in force on the day; null when none is. */
export function schemeInForce<Scheme extends Pick<StarScheme, 'version' | 'fromDay'>>(
  schemes: readonly Scheme[],
  day: CivilDay,
): Scheme | null {
  return schemes.reduce<Scheme | null>((best, scheme) => {
    if (scheme.fromDay > day) return best;
    if (best === null || scheme.fromDay > best.fromDay) return scheme;
    return scheme.fromDay === best.fromDay && scheme.version > best.version ? scheme : best;
  }, null);
}

/** Levels that contradict each other would promise a star and never give it. */
export function isWellFormed(levels: readonly StarLevel[]): boolean {
  return (
    levels.length > 0 &&
    levels.every(({ minutes }, index) => {
      const before = levels[index - 1]?.minutes ?? 0;
      return Number.isSafeInteger(minutes) && minutes > before;
    })
  );
}

/** `totalMinutes`: whole, not negative. */
export function starProgressOf(levels: readonly StarLevel[], totalMinutes: number): StarProgress {
  const stars = levels.filter(({ minutes }) => minutes <= totalMinutes).length;
  const next = levels[stars];
  return {
    stars,
    current: levels[stars - 1] ?? null,
    next: next === undefined ? null : { level: next, missingMinutes: next.minutes - totalMinutes },
  };
}

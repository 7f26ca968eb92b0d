/** 常住人口 (ST11): the newest publication whose reference day is not after the as-of day. */
import type { CivilDay } from '../time/civil-day';

export interface PopulationFigure {
  readonly residents: number;
  readonly referenceDay: CivilDay;
  readonly document: string;
}

/** 城乡常住人口 (ST20), published together. */
export interface SettlementPopulation {
  readonly ruralResidents: number;
  readonly urbanResidents: number;
  readonly referenceDay: CivilDay;
  readonly document: string;
}

export function populationOn<Publication extends { readonly referenceDay: CivilDay }>(
  published: readonly Publication[],
  day: CivilDay,
): Publication | null {
  return published.reduce<Publication | null>(
    (best, figure) =>
      figure.referenceDay <= day && (best === null || figure.referenceDay > best.referenceDay)
        ? figure
        : best,
    null,
  );
}

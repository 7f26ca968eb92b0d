/** 常住人口 (ST11): the newest publication whose reference day is not after the as-of day. */
import type { CivilDay } from '../time/civil-day';

export interface PopulationFigure {
  readonly residents: number;
  readonly referenceDay: CivilDay;
  readonly document: string;
}

export function populationOn(published: readonly PopulationFigure[], day: CivilDay): PopulationFigure | null {
  return published.reduce<PopulationFigure | null>(
    (best, figure) =>
      figure.referenceDay <= day && (best === null || figure.referenceDay > best.referenceDay)
        ? figure
        : best,
    null,
  );
}

import type { ProjectId } from '../kernel/identifiers';
import { tallyIdsOf, type Tally } from '../statistics/tally';
import { monthOf, sameDayLastYear, type CivilDay } from '../time/civil-day';

/** The tallies of a project that its stage is judged by: those of today and the year before. */
export function stageTallyIdsOf(projectId: ProjectId, day: CivilDay): string[] {
  const [, lastYear] = tallyIdsOf(projectId, sameDayLastYear(day));
  return [...tallyIdsOf(projectId, day), ...(lastYear === undefined ? [] : [lastYear])];
}

/** Of the last twelve months, this one included, those with a shift held. */
export function heldMonthsOf(
  tallies: ReadonlyMap<string, Tally>,
  projectId: ProjectId,
  day: CivilDay,
): number {
  const after = monthOf(sameDayLastYear(day));
  const years = [...new Set([day, sameDayLastYear(day)].map((one) => tallyIdsOf(projectId, one)[1] ?? ''))];
  return years
    .flatMap((tallyId) => Object.entries(tallies.get(tallyId)?.cells ?? {}))
    .filter(([month, amounts]) => after < month && month <= monthOf(day) && (amounts.heldShifts ?? 0) > 0)
    .length;
}

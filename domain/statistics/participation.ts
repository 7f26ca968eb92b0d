/**
 * 参与者 (ST19): a project's participants are distinct persons, each counted from the first qualifying day on.
 */
import { NO_PROJECT } from '../import/imported-record';
import type { ProjectId } from '../kernel/identifiers';
import type { CivilDay } from '../time/civil-day';
import type { VolunteerFacts } from './contribution';
import { MINIMUM_QUALIFYING_MINUTES } from './measure';

export interface Participation {
  readonly projectId: ProjectId;
  readonly firstDay: CivilDay;
}

/** In the order of project ids; none for a person who was merged into another. */
export function participationsOf({ standing, records }: VolunteerFacts): Participation[] {
  if (standing.status === 'merged') return [];
  const firstDays = new Map<ProjectId, CivilDay>();
  for (const { projectId, serviceDay, minutes } of records) {
    // An imported record is of no project of ours (IM11).
    if (projectId === NO_PROJECT) continue;
    const known = firstDays.get(projectId);
    if (minutes < MINIMUM_QUALIFYING_MINUTES || (known !== undefined && known <= serviceDay)) continue;
    firstDays.set(projectId, serviceDay);
  }
  return [...firstDays]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([projectId, firstDay]) => ({ projectId, firstDay }));
}

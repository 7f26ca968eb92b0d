/**
 * 参与者 (ST19): a project's participants are distinct persons, each counted from the first qualifying day on;
 * whose records lie on a second day came again (BP13), and is counted as such from that day on.
 */
import { NO_PROJECT } from '../import/imported-record';
import type { ProjectId } from '../kernel/identifiers';
import type { CivilDay } from '../time/civil-day';
import type { ServiceFact, VolunteerFacts } from './contribution';
import { MINIMUM_QUALIFYING_MINUTES } from './measure';
import type { ProjectChange } from './tally';

export interface Participation {
  readonly projectId: ProjectId;
  readonly firstDay: CivilDay;
  /** of the second record that is not of the first one's day; null: there is none */
  readonly secondDay: CivilDay | null;
}

/** In the order of project ids; none for a person who was merged into another. */
export function participationsOf({ standing, records }: VolunteerFacts): Participation[] {
  if (standing.status === 'merged') return [];
  const recordsOf = new Map<ProjectId, ServiceFact[]>();
  for (const record of records) {
    // An imported record is of no project of ours (IM11).
    if (record.projectId === NO_PROJECT || record.minutes < MINIMUM_QUALIFYING_MINUTES) continue;
    recordsOf.set(record.projectId, [...(recordsOf.get(record.projectId) ?? []), record]);
  }
  return [...recordsOf]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([projectId, own]) => {
      const [firstDay] = daysOf(own);
      // A night shift is one visit, however many days it lies on.
      const [, secondDay = null] = daysOf(own.filter(({ isPart }) => isPart !== true));
      return firstDay === undefined ? [] : [{ projectId, firstDay, secondDay }];
    });
}

const daysOf = (records: readonly ServiceFact[]): CivilDay[] =>
  [...new Set(records.map(({ serviceDay }) => serviceDay))].sort();

/** What these add to the books of their projects; `amount` -1 takes it off again. */
export function participationChangesOf(
  participations: readonly Participation[],
  amount: 1 | -1 = 1,
): ProjectChange[] {
  return participations.flatMap(({ projectId, firstDay, secondDay }) => [
    { projectId, day: firstDay, quantity: 'projectVolunteers' as const, amount },
    ...(secondDay === null
      ? []
      : [{ projectId, day: secondDay, quantity: 'projectReturners' as const, amount }]),
  ]);
}

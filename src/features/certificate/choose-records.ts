/** What is on the paper: of the records of a period, those of one organisation, minus what was taken off. */
import type { CertificateCandidate } from '@contract/certificate.contract';
import { addDays, parseCivilDay, yearOf, type CivilDay } from '@domain/time/civil-day';

export type PeriodChoice = 'thisYear' | 'lastYear' | 'year' | 'own';
export interface Period {
  readonly fromDay: CivilDay;
  readonly toDay: CivilDay;
}

/** `year`: the 365 days up to today. */
export function periodOfChoice(choice: Exclude<PeriodChoice, 'own'>, today: CivilDay): Period {
  const year = yearOf(today);
  if (choice === 'thisYear') return { fromDay: parseCivilDay(`${year}-01-01`), toDay: today };
  if (choice === 'year') return { fromDay: addDays(today, -364), toDay: today };
  const before = String(Number(year) - 1);
  return { fromDay: parseCivilDay(`${before}-01-01`), toDay: parseCivilDay(`${before}-12-31`) };
}

export interface Choice {
  /** null: the organisation with the most records */
  readonly teamId: string | null;
  /** null: all of its projects */
  readonly projectId: string | null;
  /** shift ids taken off the paper */
  readonly leftOut: readonly string[];
}

export const EVERYTHING: Choice = { teamId: null, projectId: null, leftOut: [] };

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

function groupsOf(
  records: readonly CertificateCandidate[],
  keyOf: (record: CertificateCandidate) => readonly [string, string],
): Group[] {
  const groups = new Map<string, Group>();
  for (const record of records) {
    const [id, name] = keyOf(record);
    groups.set(id, { id, name, count: (groups.get(id)?.count ?? 0) + 1 });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

export interface Offer {
  readonly teams: readonly Group[];
  readonly teamId: string;
  readonly projects: readonly Group[];
  /** of the team and project chosen, in the order of the list */
  readonly shown: readonly CertificateCandidate[];
  /** what goes on the paper */
  readonly chosen: readonly CertificateCandidate[];
}

export function offerOf(records: readonly CertificateCandidate[], choice: Choice): Offer {
  const teams = groupsOf(records, ({ teamId, teamName }) => [teamId, teamName]);
  const teamId = teams.find(({ id }) => id === choice.teamId)?.id ?? teams[0]?.id ?? '';
  const own = records.filter((record) => record.teamId === teamId);
  const projects = groupsOf(own, ({ projectId, projectTitle }) => [projectId, projectTitle]);
  const isProject = projects.some(({ id }) => id === choice.projectId);
  const shown = isProject ? own.filter(({ projectId }) => projectId === choice.projectId) : own;
  const chosen = shown.filter(({ shiftId }) => !choice.leftOut.includes(shiftId));
  return { teams, teamId, projects, shown, chosen };
}

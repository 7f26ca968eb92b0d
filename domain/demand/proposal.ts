/** 匹配 (DM3): which teams to ask first, each with the numbers that say why. */
import { distanceMeters, type Position } from '../geography/distance';
import type { TeamId } from '../kernel/identifiers';
import type { ServiceField } from '../project/project';
import type { Wish } from './order';

/** A project of a team: what it does, and where it usually does it. */
export interface TeamProject {
  readonly teamId: TeamId;
  readonly teamName: string;
  readonly field: ServiceField;
  readonly position: Position | null;
}
export interface Busy {
  readonly teamId: TeamId;
  readonly startsAt: number;
  readonly endsAt: number;
}
export interface Wanted {
  readonly field: ServiceField;
  /** null: nothing says where it is */
  readonly position: Position | null;
  readonly wishes: readonly Wish[];
}
export interface Proposal {
  readonly teamId: TeamId;
  readonly teamName: string;
  readonly projectCount: number;
  /** of them, those of the field asked for: what the team can do */
  readonly fieldProjectCount: number;
  /** to the nearest usual place of its projects; null: one of the two is not known */
  readonly distanceMeters: number | null;
  /** wished times that no shift of the team lies in */
  readonly freeWishCount: number;
  readonly wishCount: number;
}

/** Teams by what they do and where, without their times: every wish counts as free. */
export function candidatesOf(projects: readonly TeamProject[], wanted: Wanted): Proposal[] {
  const teams = new Map<TeamId, TeamProject[]>();
  for (const project of projects) teams.set(project.teamId, [...(teams.get(project.teamId) ?? []), project]);
  const wishCount = wanted.wishes.length;
  return inOrder(
    [...teams].map(([teamId, own]) => ({
      teamId,
      teamName: own[0]?.teamName ?? '',
      projectCount: own.length,
      fieldProjectCount: own.filter(({ field }) => field === wanted.field).length,
      distanceMeters: nearest(own, wanted.position),
      freeWishCount: wishCount,
      wishCount,
    })),
  );
}

function nearest(projects: readonly TeamProject[], position: Position | null): number | null {
  if (position === null) return null;
  const all = projects.flatMap((project) =>
    project.position === null ? [] : [distanceMeters(project.position, position)],
  );
  return all.length === 0 ? null : Math.min(...all);
}

/** The same with the times that the teams have given away already. */
export function withTimes(
  proposals: readonly Proposal[],
  busy: readonly Busy[],
  wishes: readonly Wish[],
): Proposal[] {
  return inOrder(
    proposals.map((proposal) => {
      const own = busy.filter(({ teamId }) => teamId === proposal.teamId);
      const free = wishes.filter(
        ({ from, to }) => !own.some(({ startsAt, endsAt }) => startsAt < to && from < endsAt),
      );
      return { ...proposal, freeWishCount: free.length };
    }),
  );
}

/** Who can do it, then who has time, then who is near; what is not known comes last. */
function inOrder(proposals: readonly Proposal[]): Proposal[] {
  return [...proposals].sort(
    (a, b) =>
      Number(b.fieldProjectCount > 0) - Number(a.fieldProjectCount > 0) ||
      Number(b.freeWishCount > 0) - Number(a.freeWishCount > 0) ||
      (a.distanceMeters ?? Infinity) - (b.distanceMeters ?? Infinity) ||
      b.fieldProjectCount - a.fieldProjectCount ||
      (a.teamId < b.teamId ? -1 : 1),
  );
}

/** 匹配 (DM3): which teams to ask first, each with the numbers that say why. */
import { distanceMeters, type Position } from '../geography/distance';
import type { TeamId } from '../kernel/identifiers';
import type { ServiceField } from '../project/project';
import { toldCount, type Skill } from '../volunteer/profile';
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
  /** of each skill that is asked for; null: fewer members than are told (PF4) */
  readonly skillCounts: readonly { readonly skill: Skill; readonly memberCount: number | null }[];
  /** of all its ratings; null: nobody has rated yet */
  readonly rating: Rating | null;
}
export interface Rating {
  readonly starSum: number;
  readonly ratingCount: number;
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
      skillCounts: [],
      rating: null,
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

/** The same with how many members say they have each skill that is asked for. */
export function withSkills(
  proposals: readonly Proposal[],
  asked: readonly Skill[],
  countOf: (teamId: TeamId, skill: Skill) => number,
): Proposal[] {
  return inOrder(
    proposals.map((proposal) => ({
      ...proposal,
      skillCounts: asked.map((skill) => ({
        skill,
        memberCount: toldCount(countOf(proposal.teamId, skill)),
      })),
    })),
  );
}

/** The same with what the teams were rated. */
export function withRatings(
  proposals: readonly Proposal[],
  ratingOf: (teamId: TeamId) => Rating | null,
): Proposal[] {
  return inOrder(proposals.map((proposal) => ({ ...proposal, rating: ratingOf(proposal.teamId) })));
}

/** By what is told, so that the order says no more than the numbers beside it. */
function metSkills({ skillCounts }: Proposal): number {
  return skillCounts.filter(({ memberCount }) => memberCount !== null).length;
}

/** Negative: the first has the better mean; two integers each. */
function byMean(a: Rating | null, b: Rating | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b.starSum * a.ratingCount - a.starSum * b.ratingCount;
}

/** Who does such things, has time, has the skills, is near, is well rated; what is not known comes last. */
function inOrder(proposals: readonly Proposal[]): Proposal[] {
  return [...proposals].sort(
    (a, b) =>
      Number(b.fieldProjectCount > 0) - Number(a.fieldProjectCount > 0) ||
      Number(b.freeWishCount > 0) - Number(a.freeWishCount > 0) ||
      metSkills(b) - metSkills(a) ||
      (a.distanceMeters ?? Infinity) - (b.distanceMeters ?? Infinity) ||
      byMean(a.rating, b.rating) ||
      b.fieldProjectCount - a.fieldProjectCount ||
      (a.teamId < b.teamId ? -1 : 1),
  );
}

/**
 * 匹配 (DM3): teams of the county by what their projects do, when and where. Round trips: order, roles and
 * account, own teams; projects and stations; where skills are asked for, the members who have each, counted
 * by index; then teams, ratings, activities and shifts of the first dozen – at most ten, whatever the county
 * has.
 */
import {
  candidatesOf,
  withRatings,
  withSkills,
  withTimes,
  type Busy,
  type Proposal,
} from '@domain/demand/proposal';
import { rejected } from '@domain/kernel/result';
import type { Ports } from '../kernel/ports';
import type { Handler } from '../kernel/procedure';
import { viewerOf, type OrderDocument } from './order-access';
import { orderNotFound } from './order-document';

/** A county has some dozens. */
const MAXIMUM_PROJECTS = 300;
/** More than anybody compares. */
const MAXIMUM_PROPOSALS = 12;
/** Whose members are counted: the likeliest. */
const MAXIMUM_CANDIDATES = 60;
/** Of a dozen teams, within sixty days. */
const MAXIMUM_ACTIVITIES = 300;
const MAXIMUM_SHIFTS = 500;
/** sorts after every digit */
const AFTER_DIGITS = '~';

export const listProposals: Handler<'demand.listProposals'> = async ({ orderId }, context) => {
  const { ports } = context;
  const order = await ports.database.get('orders', orderId);
  const viewer = order === null ? null : await viewerOf(context, order);
  if (order === null || viewer === null) return orderNotFound();
  if (!viewer.isOffice) return rejected('actor.forbidden');
  const [projects, station] = await Promise.all([projectsAround(ports, order), stationOf(ports, order)]);
  const position = order.position ?? station;
  const wanted = { field: order.field, position, wishes: order.wishes };
  const known = projects.slice(0, MAXIMUM_PROJECTS).map(({ teamId, teamName, field, usualPlace }) => ({
    ...{ teamId, teamName, field },
    position: usualPlace?.position ?? null,
  }));
  const likely = candidatesOf(known, wanted).slice(0, MAXIMUM_CANDIDATES);
  const first = (await withMembers(ports, likely, order)).slice(0, MAXIMUM_PROPOSALS);
  const teamIds = first.map(({ teamId }) => teamId);
  const [teams, ratings, busy] = await Promise.all([
    ports.database.getMany('teams', teamIds),
    ports.database.getMany('teamRatings', teamIds),
    busyTimes(ports, first, order),
  ]);
  const active = new Map(teams.filter(({ state }) => state === 'active').map((team) => [team._id, team]));
  const ratingOf = new Map(
    ratings.map(({ _id, starSum, ratingCount }) => [_id, { starSum, ratingCount }] as const),
  );
  const rated = withRatings(first, (teamId) => ratingOf.get(teamId) ?? null);
  return {
    proposals: withTimes(rated, busy, order.wishes)
      .filter(({ teamId }) => active.has(teamId))
      .map(({ skillCounts, ...proposal }) => ({
        ...proposal,
        skillCounts: [...skillCounts],
        teamName: active.get(proposal.teamId)?.name ?? proposal.teamName,
      })),
    measuredFrom: order.position !== null ? 'place' : station !== null ? 'station' : 'nothing',
    isCut: projects.length > MAXIMUM_PROJECTS,
  };
};

/** One round trip for each skill, together; none where none is asked for. */
async function withMembers(
  { database }: Ports,
  proposals: readonly Proposal[],
  { skills = [] }: OrderDocument,
): Promise<Proposal[]> {
  if (skills.length === 0 || proposals.length === 0) return [...proposals];
  const teamIds = proposals.map(({ teamId }) => teamId);
  const sums = await Promise.all(
    skills.map((skill) =>
      database.sumBy('memberships', {
        where: { teamId: { in: teamIds }, state: 'member', skills: skill },
        ...{ by: 'teamId', field: null, limit: MAXIMUM_CANDIDATES },
      }),
    ),
  );
  const counts = new Map(
    skills.map((skill, index) => [skill, new Map((sums[index] ?? []).map(({ key, count }) => [key, count]))]),
  );
  return withSkills(proposals, skills, (teamId, skill) => counts.get(skill)?.get(teamId) ?? 0);
}

function projectsAround({ database }: Ports, { officeKeys }: OrderDocument) {
  const county = officeKeys[1] ?? '';
  return database.find('projects', {
    where: { divisionCode: { atLeast: county, below: `${county}${AFTER_DIGITS}` } },
    orderBy: [
      ['divisionCode', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MAXIMUM_PROJECTS + 1,
  });
}

/** Of the community's 实践站, else of the township's 实践所. */
async function stationOf({ database }: Ports, { officeKeys }: OrderDocument) {
  const around = officeKeys.slice(2);
  const found = await database.find('stations', {
    where: { divisionCode: { in: around }, state: 'open' },
    limit: MAXIMUM_PROPOSALS,
  });
  const located = found.filter(({ position }) => position !== null);
  located.sort((a, b) => b.divisionCode.length - a.divisionCode.length);
  return located[0]?.position ?? null;
}

async function busyTimes(
  { database }: Ports,
  proposals: readonly Proposal[],
  { wishes, expiresAt }: OrderDocument,
): Promise<Busy[]> {
  if (proposals.length === 0) return [];
  const from = Math.min(...wishes.map((wish) => wish.from));
  const activities = await database.find('activities', {
    where: {
      teamId: { in: proposals.map(({ teamId }) => teamId) },
      state: 'published',
      lastEndsAt: { above: from },
    },
    orderBy: [['lastEndsAt', 'asc']],
    limit: MAXIMUM_ACTIVITIES,
  });
  const relevant = activities.filter(({ firstStartsAt }) => firstStartsAt < expiresAt);
  if (relevant.length === 0) return [];
  const shifts = await database.find('shifts', {
    where: { activityId: { in: relevant.map(({ _id }) => _id) }, startsAt: { below: expiresAt } },
    orderBy: [['startsAt', 'desc']],
    limit: MAXIMUM_SHIFTS,
  });
  return shifts.flatMap(({ teamId, startsAt, endsAt, state }) =>
    state === 'open' ? [{ teamId, startsAt, endsAt }] : [],
  );
}

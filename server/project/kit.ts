/**
 * 复制 (BP9). Reading takes two waves: project, grants, counties, outcome and teams at once, then the clones
 * there may be. Copying takes project, county, outcome and the team, and one transaction: the clone by the id
 * of project and county, its team where it is new, and what is counted.
 */
import { countyOf, levelOf } from '@domain/geography/division';
import { parseTeamId } from '@domain/kernel/identifiers';
import { isBrandProject } from '@domain/project/project';
import { rejected, type Rejection } from '@domain/kernel/result';
import { civilDayOf } from '@domain/time/civil-day';
import type { ErrorCode } from '@contract/error-codes';
import type { ParsedInputOf } from '@contract/procedures';
import { mayGovern } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { cloneIdOf, toOrigin } from './clones';
import { newTeam } from '../team/new-team';

type Project = StoredDocument<'projects'>;
type Team = StoredDocument<'teams'>;
type Input = ParsedInputOf<'kit.clone'>;

/** More than any city has. */
const MAXIMUM_COUNTIES = 100;
const SHOWN_TEAMS = 100;

export const getKit: Handler<'kit.getKit'> = async ({ projectId, countyCode }, context) => {
  const { ports, actor, now } = context;
  const [project, grants, divisions, outcome, teams] = await Promise.all([
    ports.database.get('projects', projectId),
    actor.grants(),
    ports.database.find('divisions', {
      where: { level: 'county' },
      orderBy: [['_id', 'asc']],
      limit: MAXIMUM_COUNTIES,
    }),
    ports.database.get('outcomes', projectId),
    countyCode === null ? [] : teamsIn(context, countyCode),
  ]);
  if (project === null) return rejected('project.notFound');
  const counties = divisions.filter(
    ({ _id }) => mayGovern(grants, _id) && _id !== countyOf(project.divisionCode),
  );
  const cloneIds = counties.map(({ _id }) => cloneIdOf(ports, projectId, _id));
  const clones = cloneIds.length === 0 ? [] : await ports.database.getMany('projects', cloneIds);
  const known = new Set(clones.map(({ _id }) => _id));
  const mayAsk = countyCode !== null && mayGovern(grants, countyCode);
  return {
    origin: toOrigin(project),
    isBrand: isBrandProject(project, civilDayOf(now)),
    goal: project.goal,
    field: project.field,
    safeguards: project.safeguards,
    outcomeName: project.outcomeName,
    words: outcome === null ? null : wordsOf(outcome),
    counties: counties.map(({ _id, name }, index) => {
      const cloneId = cloneIds[index] ?? null;
      return { divisionCode: _id, name, cloneId: cloneId !== null && known.has(cloneId) ? cloneId : null };
    }),
    teams: mayAsk ? teams.map(({ _id, name }) => ({ teamId: _id, name })) : [],
  };
};

function teamsIn({ ports }: RequestContext, countyCode: string): Promise<Team[]> {
  return ports.database.find('teams', {
    where: { divisionCode: { atLeast: countyCode, below: `${countyCode}~` } },
    orderBy: [
      ['divisionCode', 'asc'],
      ['_id', 'asc'],
    ],
    limit: SHOWN_TEAMS,
  });
}

function wordsOf({ countedWord, unitWord, doneWord, missedWord }: StoredDocument<'outcomes'>) {
  return { countedWord, unitWord, doneWord, missedWord };
}

export const cloneProject: Handler<'kit.clone'> = async (input, context) => {
  const { ports, actor, now } = context;
  const { projectId, countyCode } = input;
  if (!mayGovern(await actor.grants(), countyCode)) return rejected('actor.forbidden');
  if (levelOf(countyCode) !== 'county') return rejected('kit.noCounty');
  const [origin, county, outcome] = await Promise.all([
    ports.database.get('projects', projectId),
    ports.database.get('divisions', countyCode),
    ports.database.get('outcomes', projectId),
  ]);
  if (origin === null) return rejected('project.notFound');
  if (county === null) return rejected('kit.noCounty');
  if (countyOf(origin.divisionCode) === countyCode) return rejected('kit.sameCounty');
  if (!isBrandProject(origin, civilDayOf(now))) return rejected('kit.notBrand');
  const team = await teamOf(context, input);
  if ('kind' in team) return team;
  const cloneId = cloneIdOf(ports, projectId, countyCode);
  const clone = cloneOf(origin, team, { _id: cloneId, divisionCode: countyCode, divisionName: county.name });
  await ports.database.transaction(async (transaction) => {
    if ((await transaction.get('projects', cloneId)) !== null) return;
    if (input.team.kind === 'new') await transaction.put('teams', team);
    await transaction.add('projects', clone);
    if (outcome === null) return;
    const definedBy = requireOpenId(context);
    await transaction.put('outcomes', { ...outcome, _id: cloneId, definedBy, definedAt: now, points: [] });
  });
  return { projectId: cloneId };
};

async function teamOf(context: RequestContext, input: Input): Promise<Team | Rejection<ErrorCode>> {
  const { now, ports } = context;
  const { database, platform, secrets } = ports;
  const { team, countyCode, projectId } = input;
  if (team.kind === 'new') {
    const verdict = await platform.checkContent(requireOpenId(context), team.name);
    if (verdict !== 'pass') return rejected('activity.contentRefused');
    const _id = parseTeamId(secrets.shortId('cloneTeam', `${projectId}:${countyCode}`));
    return newTeam({ _id, name: team.name, divisionCode: countyCode, form: 'registered', createdAt: now });
  }
  const known = await database.get('teams', team.teamId);
  return known === null || !known.divisionCode.startsWith(countyCode) ? rejected('kit.teamNotThere') : known;
}

type Place = Pick<Project, '_id' | 'divisionCode' | 'divisionName'>;

/** The way of doing it; not the people, not the numbers, not the story, which is another one there. */
function cloneOf(origin: Project, team: Team, place: Place): Project {
  const { title, goal, field, safeguards, outcomeName, pictureFileId } = origin;
  return {
    ...place,
    title,
    goal,
    field,
    safeguards,
    outcomeName,
    pictureFileId,
    story: [],
    stage: 'incubating',
    accreditation: null,
    teamId: team._id,
    teamName: team.name,
    hostLevel: 'centre',
    usualPlace: null,
    brandRank: null,
    clonedFrom: toOrigin(origin),
  };
}

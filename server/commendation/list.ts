/** 表彰 as offices, as everybody and as whose they are see them (CM4, CM5). */
import { parseVolunteerId, type ProjectId, type VolunteerId } from '@domain/kernel/identifiers';
import { isInForce } from '@domain/volunteer/consent';
import { CONSENT_VERSIONS } from '@contract/consent.contract';
import type { ViewOf } from '@contract/procedures';
import { mayGovern, officeDivisions } from '../kernel/actor';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { requireAccount, requireOpenId, type Handler } from '../kernel/procedure';
import { toCommendationView, toHonour } from './commendation-view';

type Commendation = StoredDocument<'commendations'>;
type Volunteer = StoredDocument<'volunteers'>;

const PAGE = 20;
/** A life of honours. */
const OWN_LIMIT = 100;
/** A merge of a merge of a merge: more is a mistake. */
const MERGES_FOLLOWED = 3;

export const listCommendations: Handler<'commendation.list'> = async (input, context) => {
  const grants = await context.actor.grants();
  const divisions = officeDivisions(grants).filter((code) => mayGovern(grants, code));
  const found = await context.ports.database.find('commendations', {
    where: { officeKeys: { in: divisions }, state: input.state },
    orderBy: [
      ['madeAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(input.cursor),
    limit: PAGE + 1,
  });
  const page = pageOf(found, PAGE, (row) => [row.madeAt, row._id]);
  const openId = requireOpenId(context);
  return {
    commendations: page.rows.map((one) => toCommendationView(one, openId)),
    nextCursor: page.nextCursor,
  };
};

/** Those of registrations that were merged into this one are its own. Round trips: account, person, 1. */
export const listMyCommendations: Handler<'commendation.listMine'> = async (_input, context) => {
  const { volunteerId, mergedIds = [] } = await requireAccount(context);
  const { database } = context.ports;
  const [volunteer, commendations] = await Promise.all([
    database.get('volunteers', volunteerId),
    ownHonours(context.ports, [volunteerId, ...mergedIds]),
  ]);
  return { commendations, isPublic: volunteer !== null && agrees(volunteer) };
};

/** One round trip. */
export async function ownHonours(
  { database }: Pick<Ports, 'database'>,
  subjectIds: readonly VolunteerId[],
): Promise<ViewOf<'commendation.listMine'>['commendations']> {
  const found = await database.find('commendations', {
    where: { subjectId: { in: subjectIds }, state: { in: ['inForce', 'revoked'] } },
    orderBy: [
      ['checkedAt', 'desc'],
      ['_id', 'asc'],
    ],
    limit: OWN_LIMIT,
  });
  return found.map((one) => ({
    ...toHonour(one),
    isInForce: one.state === 'inForce',
    endReason: one.endReason,
  }));
}

function agrees({ status, consents }: Volunteer): boolean {
  return status === 'active' && isInForce(consents, 'publicity', CONSENT_VERSIONS.publicity);
}

/**
 * A page may hold fewer than it read: who does not agree is left out. Round trips: project, 1, the people.
 */
export const listHonours: Handler<'commendation.listHonours'> = async (input, { ports }) => {
  const subjectIds = input.projectId === null ? null : await subjectsOf(ports, input.projectId);
  const found = await ports.database.find('commendations', {
    where: {
      state: 'inForce',
      ...(subjectIds === null ? {} : { subjectId: { in: subjectIds } }),
    },
    orderBy: [
      ['checkedAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(input.cursor),
    limit: PAGE + 1,
  });
  const page = pageOf(found, PAGE, (row) => [row.checkedAt ?? 0, row._id]);
  const isPublic = await publicOnes(ports, page.rows);
  return { honours: page.rows.filter(isPublic).map(toHonour), nextCursor: page.nextCursor };
};

async function subjectsOf({ database }: Ports, projectId: ProjectId): Promise<string[]> {
  const project = await database.get('projects', projectId);
  return project === null ? [projectId] : [projectId, project.teamId];
}

/** CO1: a volunteer's stands in public while the volunteer agrees to it; who was merged is the survivor. */
async function publicOnes(
  { database }: Ports,
  rows: readonly Commendation[],
): Promise<(row: Commendation) => boolean> {
  const people = new Map<string, Volunteer>();
  let asked = rows.filter(({ kind }) => kind === 'volunteer').map(({ subjectId }) => subjectId);
  for (let turn = 0; turn <= MERGES_FOLLOWED && asked.length > 0; turn += 1) {
    const found = await database.getMany('volunteers', [...new Set(asked)].map(parseVolunteerId));
    for (const one of found) people.set(one._id, one);
    asked = found.flatMap(({ mergedInto }) => (mergedInto === undefined ? [] : [mergedInto]));
  }
  return ({ kind, subjectId }) => {
    if (kind !== 'volunteer') return true;
    let person = people.get(subjectId);
    for (let turn = 0; turn < MERGES_FOLLOWED && person?.mergedInto !== undefined; turn += 1)
      person = people.get(person.mergedInto);
    return person !== undefined && agrees(person);
  };
}

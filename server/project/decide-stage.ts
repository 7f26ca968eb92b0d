/**
 * What offices decide about a project (BP7, BP8). Each decision is one transaction: the decision by the id of
 * its request – sent again it is found made –, the project, and for an accreditation the mark by which the
 * fold counts the project's shifts anew. Before it: project, grants and account at once; for a move its
 * standing.
 */
import {
  MAXIMUM_ACCREDITED_DAYS,
  READINESS_LIST,
  readinessOf,
  refusalOfMove,
  renewed,
  withdrawnOn,
} from '@domain/project/stage';
import type { ProjectId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { civilDayOf, daysBetween } from '@domain/time/civil-day';
import type { ErrorCode } from '@contract/error-codes';
import type { DecisionView } from '@contract/stage.contract';
import { mayGovern } from '../kernel/actor';
import { pageOf, parseCursor } from '../kernel/cursor';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import type { Transaction } from '../kernel/ports';
import { managedProject, type ManagedProject } from './managed-project';
import { idsOf, levelsOf, loadStanding, type ProjectDocument } from './standing';

const PAGE = 20;
type Refusal = Rejection<ErrorCode>;
interface Decided {
  readonly project: ProjectDocument;
  readonly decision: DecisionView;
}
/** On the project as it is inside the transaction. */
type Decide = (project: ProjectDocument) => Decided | Refusal;

async function governed(context: RequestContext, projectId: ProjectId): Promise<ManagedProject | Refusal> {
  const managed = await managedProject(context, projectId);
  if ('kind' in managed) return managed;
  const grants = await context.actor.grants();
  const grant = grants.find((one) => mayGovern([one], managed.project.divisionCode));
  return grant === undefined
    ? rejected('actor.forbidden')
    : { project: managed.project, actorName: grant.scopeName };
}

/** The project afterwards, also when the same request had decided before. */
async function decideOnce(
  context: RequestContext,
  { requestId, projectId }: { readonly requestId: string; readonly projectId: ProjectId },
  decide: Decide,
): Promise<ProjectDocument | Refusal> {
  const { ports, now } = context;
  const openId = requireOpenId(context);
  const _id = ports.secrets.shortId('projectDecision', `${openId}:${requestId}`);
  return ports.database.transaction(async (transaction): Promise<ProjectDocument | Refusal> => {
    const project = await transaction.get('projects', projectId);
    if (project === null) return rejected('project.notFound');
    if ((await transaction.get('projectDecisions', _id)) !== null) return project;
    const decided = decide(project);
    if (isRefusal(decided)) return decided;
    await transaction.put('projects', decided.project);
    await transaction.add('projectDecisions', {
      _id,
      projectId,
      at: now,
      by: openId,
      decision: decided.decision,
    });
    if (decided.decision.kind !== 'moved') await markProject(transaction, context, projectId);
    return decided.project;
  });
}

function isRefusal(outcome: Decided | Refusal): outcome is Refusal {
  return 'code' in outcome;
}

/** ADR 0017: what is counted of a shift depends on the accreditation of its project. */
async function markProject(
  transaction: Transaction,
  { ports, now }: RequestContext,
  projectId: ProjectId,
): Promise<void> {
  const known = await transaction.get('dirtyProjects', projectId);
  await transaction.put('dirtyProjects', {
    _id: projectId,
    version: ports.randomId(),
    markedAt: Math.min(now, known?.markedAt ?? now),
    after: '',
  });
}

export const moveStage: Handler<'stage.moveStage'> = async (input, context) => {
  const { projectId, from, to, reason } = input;
  const office = await governed(context, projectId);
  if ('kind' in office) return office;
  const { facts, ticks } = await loadStanding(context, office.project);
  const readiness = to === 'incubating' ? [] : readinessOf(to, facts, idsOf(ticks));
  const counts = { metCount: readiness.filter(({ isMet }) => isMet).length, itemCount: readiness.length };
  const outcome = await decideOnce(context, input, (project) => {
    const refusal = refusalOfMove(project.stage, { from, to, reason, readiness });
    if (refusal !== null) return refusal;
    const made = { at: context.now, byName: office.actorName, reason, listVersion: READINESS_LIST.version };
    return { project: { ...project, stage: to }, decision: { kind: 'moved', ...made, ...counts, from, to } };
  });
  return 'kind' in outcome ? outcome : { stage: outcome.stage };
};

export const accredit: Handler<'stage.accredit'> = async (input, context) => {
  const { requestId, projectId, ...next } = input;
  const office = await governed(context, projectId);
  if ('kind' in office) return office;
  if (!levelsOf(await context.actor.grants(), office.project).includes(next.level))
    return rejected('accreditation.levelTooHigh');
  const days = daysBetween(next.validFromDay, next.validToDay);
  if (days < 0 || days > MAXIMUM_ACCREDITED_DAYS) return rejected('accreditation.periodInvalid');
  const outcome = await decideOnce(context, { requestId, projectId }, (project) => {
    const accreditation = renewed(project.accreditation, { ...next, office: office.actorName });
    const made = { at: context.now, byName: office.actorName, reason: '' };
    return {
      project: { ...project, accreditation, brandRank: project.brandRank ?? LATER_BRANDS },
      decision: { kind: 'accredited', ...made, accreditation },
    };
  });
  return 'kind' in outcome ? outcome : { accreditation: outcome.accreditation };
};

/** Behind those whose place on the list somebody has chosen; among themselves by id. */
const LATER_BRANDS = 1_000;

export const withdrawAccreditation: Handler<'stage.withdrawAccreditation'> = async (input, context) => {
  const { projectId, reason } = input;
  const office = await governed(context, projectId);
  if ('kind' in office) return office;
  const levels = levelsOf(await context.actor.grants(), office.project);
  const outcome = await decideOnce(context, input, (project) => {
    const known = project.accreditation;
    const today = civilDayOf(context.now);
    if (known === null || today > known.validToDay) return rejected('accreditation.none');
    if (!levels.includes(known.level)) return rejected('accreditation.levelTooHigh');
    const made = { at: context.now, byName: office.actorName, reason };
    return {
      project: { ...project, accreditation: withdrawnOn(known, today), brandRank: null },
      decision: { kind: 'withdrawn', ...made, accreditation: known },
    };
  });
  return 'kind' in outcome ? outcome : { accreditation: outcome.accreditation };
};

export const listDecisions: Handler<'stage.listDecisions'> = async ({ projectId, cursor }, context) => {
  const [managed, found] = await Promise.all([
    managedProject(context, projectId),
    context.ports.database.find('projectDecisions', {
      where: { projectId },
      orderBy: [
        ['at', 'desc'],
        ['_id', 'asc'],
      ],
      after: parseCursor(cursor),
      limit: PAGE + 1,
    }),
  ]);
  if ('kind' in managed) return managed;
  const page = pageOf(found, PAGE, ({ at, _id }) => [at, _id]);
  return { decisions: page.rows.map(({ decision }) => decision), nextCursor: page.nextCursor };
};

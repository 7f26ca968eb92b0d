/**
 * How far a project is (BP6). Round trips: project, grants and account, then tallies, outcome and ticks,
 * each three at once.
 */
import { outcomeShareOf } from '@domain/project/outcome';
import { heldMonthsOf, stageTallyIdsOf } from '@domain/project/held-months';
import { ACCREDITATION_LEVELS, isBrandProject, type AccreditationLevel } from '@domain/project/project';
import {
  accreditationStateOn,
  isReadinessItem,
  READINESS_LIST,
  readinessOf,
  stageAfter,
  type ItemStanding,
  type StageFacts,
} from '@domain/project/stage';
import { cityOf } from '@domain/geography/division';
import { rejected } from '@domain/kernel/result';
import { stocksOn } from '@domain/statistics/tally';
import { civilDayOf } from '@domain/time/civil-day';
import type { StandingView } from '@contract/stage.contract';
import { mayGovern, type RoleGrant } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { readTallyIds } from '../statistics/read-tallies';
import { managedProject } from './managed-project';

export type ProjectDocument = StoredDocument<'projects'>;
export type Ticks = StoredDocument<'readinessTicks'>['ticks'];

export interface KnownStanding {
  readonly facts: StageFacts;
  readonly ticks: Ticks;
  readonly asOf: number;
}

/** Three round trips at once. */
export async function loadStanding(
  { ports, now }: RequestContext,
  project: ProjectDocument,
): Promise<KnownStanding> {
  const day = civilDayOf(now);
  const [{ tallies, asOf }, outcome, known] = await Promise.all([
    readTallyIds(ports, stageTallyIdsOf(project._id, day)),
    ports.database.get('outcomes', project._id),
    ports.database.get('readinessTicks', project._id),
  ]);
  const stocks = stocksOn(tallies, project._id, day);
  const measured = (outcome?.points ?? []).filter(({ before, after }) =>
    [before, after].every((sums) => outcomeShareOf(sums).kind === 'share'),
  );
  const facts = {
    minutes: stocks.heldMinutes,
    volunteers: stocks.projectVolunteers,
    months: heldMonthsOf(tallies, project._id, day),
    measuredPoints: measured.length,
    accreditation: isBrandProject(project, day) ? 1 : 0,
  };
  return { facts, ticks: known?.ticks ?? [], asOf };
}

/** A county's office gives the county's level, the city's any. */
export function levelsOf(grants: readonly RoleGrant[], project: ProjectDocument): AccreditationLevel[] {
  if (!mayGovern(grants, project.divisionCode)) return [];
  return mayGovern(grants, cityOf(project.divisionCode)) ? [...ACCREDITATION_LEVELS] : ['county'];
}

export const getStanding: Handler<'stage.getStanding'> = async ({ projectId }, context) => {
  const managed = await managedProject(context, projectId);
  if ('kind' in managed) return managed;
  const { project } = managed;
  const { facts, ticks, asOf } = await loadStanding(context, project);
  const next = stageAfter(project.stage);
  const levels = levelsOf(await context.actor.grants(), project);
  return {
    projectTitle: project.title,
    stage: project.stage,
    accreditation: project.accreditation,
    accreditationState: accreditationStateOn(project.accreditation, civilDayOf(context.now)),
    next:
      next === null
        ? null
        : {
            stage: next,
            listVersion: READINESS_LIST.version,
            items: readinessOf(next, facts, idsOf(ticks)).map((one) => toItemView(one, ticks)),
          },
    asOf,
    mayDecide: levels.length > 0,
    levels,
  };
};

export function idsOf(ticks: Ticks): string[] {
  return ticks.map(({ itemId }) => itemId);
}

type ItemView = NonNullable<StandingView['next']>['items'][number];

function toItemView({ item, isMet, value }: ItemStanding, ticks: Ticks): ItemView {
  const { itemId } = item;
  if (item.kind === 'ticked') {
    const byName = ticks.find((tick) => tick.itemId === itemId)?.byName ?? null;
    return { itemId, isMet, fact: null, byName };
  }
  const fact = { name: item.fact, value: value ?? 0, atLeast: item.atLeast };
  return { itemId, isMet, fact, byName: null };
}

export const tickItem: Handler<'stage.tickItem'> = async (input, context) => {
  const { projectId, itemId, isDone } = input;
  const managed = await managedProject(context, projectId);
  if ('kind' in managed) return managed;
  if (!isReadinessItem(itemId)) return rejected('stage.itemUnknown');
  const tick = { itemId, at: context.now, by: requireOpenId(context), byName: managed.actorName };
  await context.ports.database.transaction(async (transaction) => {
    const known = (await transaction.get('readinessTicks', projectId))?.ticks ?? [];
    if (idsOf(known).includes(itemId) === isDone) return;
    const others = known.filter((one) => one.itemId !== itemId);
    const ticks = isDone ? [...others, tick] : others;
    await transaction.put('readinessTicks', { _id: projectId, ticks });
  });
  return { isDone };
};

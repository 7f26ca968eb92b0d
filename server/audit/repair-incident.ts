/**
 * 修复 (ST41, ST43): wrong volunteers are marked, so that the fold recomputes them from their facts; wrong
 * cells get the difference added. Nothing is overwritten: a repair adds what is missing, so folds beside it
 * do no harm, and the incident keeps what was wrong, who repaired it and why.
 */
import { firstDayTextOf } from '@domain/statistics/recount';
import { rejected, type Rejection } from '@domain/kernel/result';
import { isCivilDay, parseCivilDay, type CivilDay } from '@domain/time/civil-day';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { countBatch } from '../statistics/fold-batches';
import { cityOfficeOf } from './city-office';
import { restartRunningRecount } from './progress';

type Incident = StoredDocument<'incidents'>;
type Repair = NonNullable<Incident['repair']>;

/** Keeps a transaction far below the cloud's 30 s. */
const VOLUNTEERS_AT_ONCE = 15;
const CELLS_AT_ONCE = 15;
const BUDGET_MS = 8_000;

/**
 * Round trips: 2, and 5 to 23 for every 15 differences. Done again, or after the answer was lost, it changes
 * nothing: what is repaired says so in the same transaction.
 */
export const repairIncident: Handler<'audit.repairIncident'> = async (input, context) => {
  const office = await cityOfficeOf(context);
  if (office.kind === 'rejected') return office;
  if (!office.mayRepair) return rejected('actor.forbidden');
  const actor = { openId: requireOpenId(context), name: office.name };
  const repair = { at: context.now, actor, reason: input.reason };
  const deadlineAt = context.now + BUDGET_MS;
  for (;;) {
    const outcome = await repairSome(context, input.incidentId, repair);
    if (outcome.kind === 'rejected') return outcome;
    if (outcome.isFinished || context.ports.now() >= deadlineAt) return { isFinished: outcome.isFinished };
  }
};

type Outcome = { readonly kind: 'done'; readonly isFinished: boolean };

function repairSome(
  context: RequestContext,
  incidentId: string,
  repair: Repair,
): Promise<Outcome | Rejection<'incident.notFound' | 'incident.superseded'>> {
  return context.ports.database.transaction(async (transaction) => {
    const incident = await transaction.get('incidents', incidentId);
    if (incident === null) return rejected('incident.notFound');
    if (incident.state === 'superseded') return rejected('incident.superseded');
    if (incident.state === 'repaired') return { kind: 'done', isFinished: true };
    const volunteers = incident.volunteers.filter((one) => !one.isRepaired).slice(0, VOLUNTEERS_AT_ONCE);
    const cells = incident.cells.filter((one) => !one.isRepaired).slice(0, CELLS_AT_ONCE);
    const chosen = volunteers.length > 0 ? { volunteers, cells: [] } : { volunteers: [], cells };
    await markVolunteers(transaction, context, chosen.volunteers);
    await correctCells(transaction, chosen.cells);
    await restartRunningRecount(transaction);
    if (incident.repair === null) await noteRestatement(transaction, incident, repair);
    const next = withRepaired(incident, chosen, incident.repair ?? repair);
    await transaction.put('incidents', next);
    return { kind: 'done', isFinished: next.state === 'repaired' };
  });
}

type Chosen = Pick<Incident, 'volunteers' | 'cells'>;

function withRepaired(incident: Incident, chosen: Chosen, repair: Repair): Incident {
  const isDone = (one: Chosen['volunteers'][number] | Chosen['cells'][number]): boolean =>
    one.isRepaired || [...chosen.volunteers, ...chosen.cells].includes(one);
  const volunteers = incident.volunteers.map((one) => ({ ...one, isRepaired: isDone(one) }));
  const cells = incident.cells.map((one) => ({ ...one, isRepaired: isDone(one) }));
  const isFinished = [...volunteers, ...cells].every((one) => one.isRepaired);
  return { ...incident, volunteers, cells, repair, state: isFinished ? 'repaired' : 'open' };
}

async function markVolunteers(
  transaction: Transaction,
  { ports, now }: RequestContext,
  volunteers: Incident['volunteers'],
): Promise<void> {
  for (const { volunteerId } of volunteers) {
    const mark = { _id: volunteerId, version: ports.randomId(), markedAt: now };
    await transaction.put('dirtyVolunteers', mark);
  }
}

/** Takes the excess off; adding commutes with whatever a fold adds at the same time. */
async function correctCells(transaction: Transaction, cells: Incident['cells']): Promise<void> {
  const byTally = new Map<string, Record<string, number>>();
  for (const { divisionCode, period, cell, quantity, excess } of cells) {
    const tallyId = `${divisionCode}:${period}`;
    const amounts = byTally.get(tallyId) ?? {};
    amounts[`cells.${cell}.${quantity}`] = -excess;
    byTally.set(tallyId, amounts);
  }
  for (const [tallyId, amounts] of byTally) await transaction.increment('tallies', tallyId, amounts);
  const changed = cells.map(({ divisionCode }) => divisionCode);
  if (cells.length > 0) await countBatch(transaction, changed);
}

/** What was published of the days that were wrong is restated tonight, with this reason and this office. */
async function noteRestatement(transaction: Transaction, incident: Incident, repair: Repair): Promise<void> {
  const days: CivilDay[] = [
    ...incident.volunteers.flatMap(({ rows }) => rows.map(({ day }) => day)),
    ...incident.cells
      .map(({ cell }) => firstDayTextOf(cell))
      .filter(isCivilDay)
      .map(parseCivilDay),
  ];
  const [fromDay] = days.sort();
  if (fromDay === undefined) return;
  const reason = { cause: 'repair' as const, text: repair.reason, actor: repair.actor.name };
  const _id = `repair-${incident._id}`;
  await transaction.put('lateChanges', { _id, fromDay, at: repair.at, reason });
}

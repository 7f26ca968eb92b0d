/**
 * 修复 (ST41, ST43): wrong volunteers and shifts are marked, so that the fold recomputes them from the facts;
 * wrong cells get the difference added. Nothing is overwritten: a repair adds what is missing, so folds
 * beside it do no harm, and the incident keeps what was wrong, who repaired it and why.
 */
import { isDivisionCode, parseDivisionCode } from '@domain/geography/division';
import { firstDayTextOf } from '@domain/statistics/recount';
import { rejected, type Rejection } from '@domain/kernel/result';
import { isCivilDay, parseCivilDay, type CivilDay } from '@domain/time/civil-day';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { countBatch } from '../statistics/fold-batches';
import { markShift } from '../statistics/fold-volunteers';
import { markVolunteer } from '../statistics/mark';
import { cityOfficeOf } from './city-office';
import { restartRunningRecount } from './progress';

type Incident = StoredDocument<'incidents'>;
type Repair = NonNullable<Incident['repair']>;

/** Keeps a transaction far below the cloud's 30 s. */
const MARKS_AT_ONCE = 15;
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
    const chosen = nextToRepair(incident);
    for (const { volunteerId } of chosen.volunteers)
      await markVolunteer(transaction, context, volunteerId, null);
    for (const { shiftId } of chosen.shifts)
      await markShift(transaction, context.ports, shiftId, context.now);
    await correctCells(transaction, chosen.cells);
    await restartRunningRecount(transaction);
    if (incident.repair === null) await noteRestatement(transaction, incident, repair);
    const next = withRepaired(incident, chosen, incident.repair ?? repair);
    await transaction.put('incidents', next);
    return { kind: 'done', isFinished: next.state === 'repaired' };
  });
}

type Chosen = Pick<Incident, 'volunteers' | 'shifts' | 'cells'>;

/** One kind after the other. */
function nextToRepair(incident: Incident): Chosen {
  const nothing: Chosen = { volunteers: [], shifts: [], cells: [] };
  const volunteers = incident.volunteers.filter((one) => !one.isRepaired).slice(0, MARKS_AT_ONCE);
  if (volunteers.length > 0) return { ...nothing, volunteers };
  const shifts = incident.shifts.filter((one) => !one.isRepaired).slice(0, MARKS_AT_ONCE);
  if (shifts.length > 0) return { ...nothing, shifts };
  return { ...nothing, cells: incident.cells.filter((one) => !one.isRepaired).slice(0, CELLS_AT_ONCE) };
}

function withRepaired(incident: Incident, chosen: Chosen, repair: Repair): Incident {
  const done: readonly object[] = [...chosen.volunteers, ...chosen.shifts, ...chosen.cells];
  const withDone = <One extends { readonly isRepaired: boolean }>(rows: readonly One[]): One[] =>
    rows.map((one) => ({ ...one, isRepaired: one.isRepaired || done.includes(one) }));
  const [volunteers, shifts] = [withDone(incident.volunteers), withDone(incident.shifts)];
  const cells = withDone(incident.cells);
  const isFinished = [...volunteers, ...shifts, ...cells].every((one) => one.isRepaired);
  return { ...incident, volunteers, shifts, cells, repair, state: isFinished ? 'repaired' : 'open' };
}

/** Takes the excess off; adding commutes with whatever a fold adds at the same time. */
async function correctCells(transaction: Transaction, cells: Incident['cells']): Promise<void> {
  const byTally = new Map<string, Record<string, number>>();
  for (const { book, period, cell, quantity, excess } of cells) {
    const tallyId = `${book}:${period}`;
    const amounts = byTally.get(tallyId) ?? {};
    amounts[`cells.${cell}.${quantity}`] = -excess;
    byTally.set(tallyId, amounts);
  }
  for (const [tallyId, amounts] of byTally) await transaction.increment('tallies', tallyId, amounts);
  const changed = cells.flatMap(({ book }) => (isDivisionCode(book) ? [parseDivisionCode(book)] : []));
  if (cells.length > 0) await countBatch(transaction, changed);
}

/** What was published of the days that were wrong is restated tonight, with this reason and this office. */
async function noteRestatement(transaction: Transaction, incident: Incident, repair: Repair): Promise<void> {
  const days: CivilDay[] = [
    ...incident.volunteers.flatMap(({ rows }) => rows.map(({ day }) => day)),
    ...incident.shifts.map(({ day }) => day),
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

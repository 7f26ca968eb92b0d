/**
 * 立即核对: the same steps as at night, a few seconds of them a call. Round trips: 4 to begin, then the steps'
 * (see check-volunteers.ts and check-divisions.ts) until the time is over.
 */
import { rejected } from '@domain/kernel/result';
import type { Handler } from '../kernel/procedure';
import { toProgressView } from './audit-view';
import { cityOfficeOf } from './city-office';
import { beginRun } from './progress';
import { workOn } from './run-recount';

/** short enough for a person who waits, and far below the function's 20 s */
const BUDGET_MS = 3_000;

export const continueRecount: Handler<'audit.continueRecount'> = async (_input, context) => {
  const office = await cityOfficeOf(context);
  if (office.kind === 'rejected') return office;
  if (!office.mayRepair) return rejected('actor.forbidden');
  const begun = await beginRun(context.ports, office.name);
  return toProgressView(await workOn(context.ports, begun, context.now + BUDGET_MS));
};

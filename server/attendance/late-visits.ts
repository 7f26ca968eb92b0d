/** 补传待认 (AT5): late scans count, but not as STRICT (ST14), until an organiser of the shift says so. */
import { isWaiting, visitOf, type Proof } from '@domain/attendance/visit-proofs';
import { rejected } from '@domain/kernel/result';
import { pageOf, parseCursor } from '../kernel/cursor';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { proveVisit, type ProvingChange } from './prove-visit';
import { isOwn, numberTailsOf, toPerson, visitsOf } from './ticks';
import { managedShift } from './shift-screen';

const PAGE = 20;

/** The oldest first. Round trips: the shift, the roles, a page, its visits and numbers together. */
export const listLateVisits: Handler<'attendance.listLateVisits'> = async (input, context) => {
  const { shiftId, cursor } = input;
  const shift = await managedShift(context, shiftId);
  if ('kind' in shift) return shift;
  const found = await context.ports.database.find('visitProofs', {
    where: { shiftId, isWaiting: true },
    orderBy: [
      ['uploadedAt', 'asc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(cursor),
    limit: PAGE + 1,
  });
  const page = pageOf(found, PAGE, (row) => [row.uploadedAt, row._id]);
  const ids = page.rows.map(({ volunteerId }) => volunteerId);
  const [attendances, tails] = await Promise.all([
    visitsOf(context.ports, shiftId, ids),
    numberTailsOf(context.ports, ids),
  ]);
  const visits = page.rows.flatMap(({ _id, uploadedAt }) => {
    const row = attendances.find((attendance) => attendance._id === _id);
    if (row === undefined) return [];
    const waiting = (['checkIn', 'checkOut'] as const).filter((deed) => row[deed]?.late === 'waiting');
    return [{ ...toPerson(row, tails), waiting, uploadedAt, creditedMinutes: row.creditedMinutes }];
  });
  return { visits, nextCursor: page.nextCursor };
};

export const reviewLateVisit: Handler<'attendance.reviewLateVisit'> = async (input, context) => {
  const { shiftId, volunteerId, requestId, verdict } = input;
  const shift = await managedShift(context, shiftId);
  if ('kind' in shift) return shift;
  if (await isOwn(context, volunteerId)) return rejected('attendance.ownRecord');
  const actor = requireOpenId(context);
  const source = verdict === 'vouch' ? 'lateVouched' : 'lateRefused';
  const request = { shiftId, requestId, childIds: [], source };
  const result = await proveVisit(context, request, volunteerId, ({ proofs }) =>
    reviewed(proofs, verdict, actor),
  );
  if (result.kind === 'rejected') return result;
  const tails = await numberTailsOf(context.ports, [volunteerId]);
  return { person: toPerson(result.document, tails), outcome: result.isChanged ? 'reviewed' : 'already' };
};

/**
 * Vouching is for what waits; refusing takes out every late scan, also one that does not count now, but none
 * of a deed that somebody has vouched for. Null: nothing waits.
 */
function reviewed(proofs: readonly Proof[], verdict: 'vouch' | 'refuse', actor: string): ProvingChange {
  const visit = visitOf(proofs);
  if (!isWaiting(visit)) return null;
  return proofs.map((proof) => {
    const { deed, isLate, vouchedBy, isRefused } = proof;
    if (!isLate || vouchedBy !== null || isRefused) return proof;
    const late = visit[deed]?.late;
    if (verdict === 'vouch') return late === 'waiting' ? { ...proof, vouchedBy: actor } : proof;
    return late === 'vouched' ? proof : { ...proof, isRefused: true };
  });
}

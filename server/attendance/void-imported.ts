/**
 * Taking an imported record back (IM14, IM15): like any void its time is free again for the person's other
 * visits of
 * the day (AT8); no shift, no seat and no approval hangs on it. Round trips: one day, six for the record, and
 * those of each visit that regains.
 */
import { decideVoid } from '@domain/attendance/decide-approval';
import { assert, type Rejection } from '@domain/kernel/result';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { toAttendance } from './attendance-document';
import { recredit } from './recredit';
import { readDaysOf, writeServiceDays } from './service-days';
import { writeMove, type Clock } from './write-moves';

export interface VoidingCause {
  /** by an office, with its whole import, or by whose record it would be */
  readonly source: 'void' | 'importUndone' | 'objection';
  readonly requestId: string;
  readonly reason: string;
  readonly actor: string;
}

export async function voidImported(
  transaction: Transaction,
  clock: Clock,
  document: StoredDocument<'attendances'>,
  { actor, source, ...request }: VoidingCause,
): Promise<
  { recreditedCount: number; outcome: 'voided' } | Rejection<'record.notFound' | 'attendance.voided'>
> {
  const { imported } = document;
  assert(imported !== undefined, 'an imported record says where it comes from');
  const days = await readDaysOf(transaction, document.volunteerId, [imported.day]);
  const decision = decideVoid(toAttendance(document), days);
  if (decision.kind === 'rejected') return decision;
  const isUndone = source === 'importUndone' ? ({ isUndone: true } as const) : {};
  await writeMove(transaction, clock, {
    document: { ...document, imported: { ...imported, ...isUndone } },
    move: decision.attendance,
    request: { ...request, source },
    actor,
    shiftId: null,
  });
  await writeServiceDays(transaction, decision.days);
  for (const one of decision.recredited) await recredit(transaction, clock, one, request);
  return { recreditedCount: decision.recredited.length, outcome: 'voided' };
}

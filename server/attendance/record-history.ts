/**
 * 经过: the moves of one own record from the ledger, newest first, found by their numbers. Round trips:
 * account, record, one page of entries.
 */
import { attendanceIdOf } from '@domain/kernel/identifiers';
import { rejected } from '@domain/kernel/result';
import type { HistoryEntry } from '@contract/crediting.contract';
import type { StoredDocument } from '../kernel/documents';
import { requireAccount, type Handler } from '../kernel/procedure';

const PAGE = 20;

export const listRecordHistory: Handler<'attendance.listRecordHistory'> = async (input, context) => {
  const { volunteerId, _id: openId } = await requireAccount(context);
  const attendanceId = attendanceIdOf(input.shiftId, volunteerId);
  const attendance = await context.ports.database.get('attendances', attendanceId);
  if (attendance === null) return rejected('record.notFound');
  const { numbers, nextCursor } = numbersBelow(attendance.seq, input.cursor, PAGE);
  const ids = numbers.map((seq) => `${attendanceId}:${String(seq)}`);
  const entries = await context.ports.database.getMany('ledger', ids);
  return {
    entries: entries.sort((a, b) => b.seq - a.seq).map((entry) => toView(entry, openId)),
    nextCursor,
  };
};

/** Numbers from the last one down, a page of them; the cursor is the number to go on from. */
export function numbersBelow(last: number, cursor: string | null, size: number) {
  const from = cursor !== null && /^\d{1,9}$/.test(cursor) ? Math.min(Number(cursor), last) : last;
  const numbers = Array.from({ length: Math.min(size, from) }, (_none, index) => from - index);
  return { numbers, nextCursor: from > size ? String(from - size) : null };
}

function toView(entry: StoredDocument<'ledger'>, openId: string): HistoryEntry {
  const { seq, to, at, source, actor, creditedMinutes, reason } = entry;
  const by = actor === 'system' ? 'system' : actor === openId ? 'self' : 'staff';
  return { seq, to, at, source, by, creditedMinutes, reason: reason ?? null };
}

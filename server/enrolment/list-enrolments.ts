/** 报名与候补 for the organiser: names masked, paged by key. */
import { attendanceIdOf } from '@domain/kernel/identifiers';
import type { ViewOf } from '@contract/procedures';
import { managedShift } from '../attendance/shift-screen';
import { namesOf } from './my-place';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Handler, RequestContext } from '../kernel/procedure';

const PAGE = 20;

type Answer = ViewOf<'attendance.listEnrolments'>;

/** Grants, shift, then one round trip by index – for the line two: the document and a page of its people. */
export const listEnrolments: Handler<'attendance.listEnrolments'> = async (input, context) => {
  const shift = await managedShift(context, input.shiftId);
  if ('kind' in shift) return shift;
  if (input.group === 'waiting') return listWaiting(context, shift, input.cursor);
  const state = input.group === 'enrolled' ? 'enrolled' : 'enrolmentCancelled';
  const found = await context.ports.database.find('attendances', {
    where: { shiftId: shift._id, state },
    orderBy: [
      ['movedAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(input.cursor),
    limit: PAGE + 1,
  });
  const page = pageOf(found, PAGE, (row) => [row.movedAt, row._id]);
  return { people: page.rows.map((row) => toPerson(row, null, ownName(row))), nextCursor: page.nextCursor };
};

async function listWaiting(
  { ports }: RequestContext,
  shift: StoredDocument<'shifts'>,
  cursor: string | null,
): Promise<Answer> {
  const after = parseCursor(cursor)?.[0] ?? 0;
  const line = await ports.database.get('lines', shift._id);
  const parties = (line?.parties ?? []).filter(({ number }) => number > after);
  const page = pageOf(parties, PAGE, ({ number }) => [number, shift._id]);
  const places = page.rows.flatMap(({ number, volunteerIds, postIds }) => {
    const names = namesOf(shift, postIds);
    return volunteerIds.map((one) => ({ number, names, id: attendanceIdOf(shift._id, one) }));
  });
  if (places.length === 0) return { people: [], nextCursor: null };
  const ids = places.map(({ id }) => id);
  const documents = await ports.database.getMany('attendances', ids);
  const people = places.flatMap(({ number, names, id }) =>
    documents.filter(({ _id }) => _id === id).map((row) => toPerson(row, number, names)),
  );
  return { people, nextCursor: page.nextCursor };
}

function ownName({ enrolment }: StoredDocument<'attendances'>): string[] | undefined {
  return enrolment?.post === undefined ? undefined : [enrolment.post.name];
}

function toPerson(
  row: StoredDocument<'attendances'>,
  waitingNumber: number | null,
  postNames: string[] | undefined,
): Answer['people'][number] {
  return {
    maskedName: row.maskedName,
    at: row.movedAt,
    waitingNumber,
    isChild: (row.enrolment?.guardianId ?? null) !== null,
    isFromLine: (row.enrolment?.seatGivenAt ?? null) !== null,
    isLateCancelled: row.enrolment?.isLateCancelled ?? false,
    ...(postNames === undefined ? {} : { postNames }),
  };
}

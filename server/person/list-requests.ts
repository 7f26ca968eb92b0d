/** 等核准的和办过的, newest first: for the offices of a division around everybody concerned. */
import { mayGovern, officeDivisions } from '../kernel/actor';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Handler } from '../kernel/procedure';
import { logPeople, officerOf } from './office-scope';
import { isOwn, toDecidableView, toRequestView } from './request-view';

const PAGE = 20;

/**
 * An auditor reads the same and decides on nothing. Round trips: grants and account, one page by index, the
 * access log.
 */
export const listPersonRequests: Handler<'person.listRequests'> = async ({ isOpen, cursor }, context) => {
  const [grants, viewer] = await Promise.all([context.actor.grants(), officerOf(context)]);
  const divisions = officeDivisions(grants);
  const found = await context.ports.database.find('personRequests', {
    where: { officeKeys: { in: divisions }, isOpen },
    orderBy: [
      ['askedAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(cursor),
    limit: PAGE + 1,
  });
  const page = pageOf(found, PAGE, (row) => [row.askedAt, row._id]);
  const mayDecideOn = (request: StoredDocument<'personRequests'>) =>
    request.kind === 'identity' &&
    request.state === 'waiting' &&
    !isOwn(request, viewer) &&
    request.officeKeys.some((code) => mayGovern(grants, code));
  const shown = page.rows.filter(mayDecideOn).map(({ volunteerId }) => volunteerId);
  await logPeople(context, 'person.listRequests', shown);
  return {
    requests: page.rows.map((request) =>
      mayDecideOn(request) ? toDecidableView(context.ports, request, viewer) : toRequestView(request, viewer),
    ),
    mayDecide: divisions.some((code) => mayGovern(grants, code)),
    nextCursor: page.nextCursor,
  };
};

import { parseCertificateNumber, tidyTyped } from '@domain/certificate/certificate-code';
import { mayGovern, officeDivisions } from '../kernel/actor';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { Handler } from '../kernel/procedure';
import { toIssuedView } from './certificate-view';

const PAGE = 20;

/**
 * CE8: what organisations of the office's divisions issued, masked; by number, that one. Two round trips:
 * roles, rows.
 */
export const listIssuedCertificates: Handler<'certificate.listIssued'> = async (input, context) => {
  const grants = await context.actor.grants();
  const own = officeDivisions(grants);
  const mayRevoke = own.some((code) => mayGovern(grants, code));
  const number = input.number === null ? null : parseCertificateNumber(tidyTyped(input.number));
  if (input.number !== null && number === null) return { certificates: [], nextCursor: null, mayRevoke };
  const found = await context.ports.database.find('certificates', {
    where: { issuedIn: { in: own }, ...(number === null ? {} : { number }) },
    orderBy: [
      ['issuedAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(input.cursor),
    limit: PAGE + 1,
  });
  const page = pageOf(found, PAGE, (row) => [row.issuedAt, row._id]);
  return { certificates: page.rows.map(toIssuedView), nextCursor: page.nextCursor, mayRevoke };
};

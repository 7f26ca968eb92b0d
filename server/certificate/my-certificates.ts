/** The holder's own certificates. */
import { sceneOf } from '@domain/link/link';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { CertificateId, VolunteerId } from '@domain/kernel/identifiers';
import type { Account } from '../kernel/actor';
import { pageOf, parseCursor } from '../kernel/cursor';
import { requireAccount, type Handler, type RequestContext } from '../kernel/procedure';
import { cityOf } from '../system/city';
import { verificationLinkOf, type CertificateDocument } from './certificate-secrets';
import { toCertificateSummary, verdictOfNow } from './certificate-view';

const PAGE = 20;

/** Also what was issued to a registration that has become this one (RM5). */
function holderIdsOf({ volunteerId, mergedIds = [] }: Account): VolunteerId[] {
  return [volunteerId, ...mergedIds];
}

/** Two round trips. */
export const listMyCertificates: Handler<'certificate.listMine'> = async (input, context) => {
  const account = await context.actor.account();
  if (account === null) return { certificates: [], nextCursor: null };
  const found = await context.ports.database.find('certificates', {
    where: { volunteerId: { in: holderIdsOf(account) } },
    orderBy: [
      ['issuedAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(input.cursor),
    limit: PAGE + 1,
  });
  const page = pageOf(found, PAGE, (row) => [row.issuedAt, row._id]);
  return { certificates: page.rows.map(toCertificateSummary), nextCursor: page.nextCursor };
};

/** Somebody else's certificate and none at all are the same answer. One round trip beside the account. */
export async function ownCertificate(
  context: RequestContext,
  certificateId: CertificateId,
): Promise<CertificateDocument | Rejection<'certificate.notFound'>> {
  const account = await requireAccount(context);
  const certificate = await context.ports.database.get('certificates', certificateId);
  const isOwn = certificate !== null && holderIdsOf(account).includes(certificate.volunteerId);
  return isOwn ? certificate : rejected('certificate.notFound');
}

/** Three round trips, a fourth once a minute for the city. */
export const getCertificate: Handler<'certificate.get'> = async ({ certificateId }, context) => {
  const { ports } = context;
  const certificate = await ownCertificate(context, certificateId);
  if ('kind' in certificate) return certificate;
  const [verdict, { siteOrigin }] = await Promise.all([verdictOfNow(ports, certificate), cityOf(ports)]);
  return {
    certificate: toCertificateSummary(certificate),
    ...verdict,
    scene: sceneOf(verificationLinkOf(ports.secrets, certificate.number)),
    siteOrigin,
    name: certificate.shownName,
    maskedIdNumber: certificate.maskedIdNumber,
    records: certificate.records,
  };
};

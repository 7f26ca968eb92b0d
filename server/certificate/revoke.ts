/** 作废与撤销 (CE8): by the holder or by an office, once, for good; the document stays. */
import { rejected } from '@domain/kernel/result';
import type { CertificateId } from '@domain/kernel/identifiers';
import { mayGovern } from '../kernel/actor';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import type { CertificateDocument } from './certificate-secrets';
import { toCertificateSummary, toIssuedView } from './certificate-view';
import { ownCertificate } from './my-certificates';

type Revocation = NonNullable<CertificateDocument['revocation']>;

interface Outcome {
  readonly certificate: CertificateDocument;
  readonly outcome: 'revoked' | 'already';
}

/** The first revocation stays: a second one, by whomever, finds it. One transaction of two round trips. */
function revokeOnce(
  context: RequestContext,
  id: CertificateId,
  wish: Pick<Revocation, 'by' | 'reason'>,
): Promise<Outcome> {
  const revocation = { at: context.now, actor: requireOpenId(context), ...wish };
  return context.ports.database.transaction(async (transaction): Promise<Outcome> => {
    const certificate = await transaction.get('certificates', id);
    if (certificate === null) throw new Error('invariant broken: certificates are never deleted');
    if (certificate.revocation !== null) return { certificate, outcome: 'already' };
    const revoked = { ...certificate, revocation };
    await transaction.put('certificates', revoked);
    return { certificate: revoked, outcome: 'revoked' };
  });
}

export const revokeCertificate: Handler<'certificate.revoke'> = async ({ certificateId }, context) => {
  const own = await ownCertificate(context, certificateId);
  if ('kind' in own) return own;
  const { certificate, outcome } = await revokeOnce(context, own._id, { by: 'holder', reason: null });
  return { certificate: toCertificateSummary(certificate), outcome };
};

export const revokeIssuedCertificate: Handler<'certificate.revokeIssued'> = async (input, context) => {
  const grants = await context.actor.grants();
  const found = await context.ports.database.get('certificates', input.certificateId);
  if (found === null) return rejected('certificate.notFound');
  if (!found.issuedIn.some((code) => mayGovern(grants, code))) return rejected('actor.forbidden');
  const wish = { by: 'office', reason: input.reason } as const;
  const { certificate, outcome } = await revokeOnce(context, found._id, wish);
  return { certificate: toIssuedView(certificate), outcome };
};

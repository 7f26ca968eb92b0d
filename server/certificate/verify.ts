import { linkOfTyped } from '@domain/certificate/verification-link';
import { rejected } from '@domain/kernel/result';
import type { Handler } from '../kernel/procedure';
import { lookupIdOf } from './certificate-secrets';
import { verdictOfNow } from './certificate-view';

/**
 * 查验 (CE5, CE6): number and code are looked up together by their keyed hash, so whoever has only one learns
 * nothing, not even that it exists. Three round trips: code, certificate, its records; none for a slip.
 */
export const getVerification: Handler<'certificate.getVerification'> = async (input, { ports }) => {
  const link = linkOfTyped(input.number, input.code);
  if (link === null) return rejected('certificate.notFound');
  const known = await ports.database.get('certificateCodes', lookupIdOf(ports.secrets, link));
  const certificate = known && (await ports.database.get('certificates', known.certificateId));
  if (certificate === null) return rejected('certificate.notFound');
  const { maskedName, fromDay, toDay, minutes, issuerName } = certificate;
  return { ...(await verdictOfNow(ports, certificate)), maskedName, fromDay, toDay, minutes, issuerName };
};

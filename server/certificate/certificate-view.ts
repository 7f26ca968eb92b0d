/** What goes out of a certificate, to its holder and to offices. */
import { verdictOf, type Verdict } from '@domain/certificate/certificate';
import { civilDayOf } from '@domain/time/civil-day';
import type { CertificateSummary, IssuedCertificate } from '@contract/certificate.contract';
import type { Ports } from '../kernel/ports';
import { isIntact, type CertificateDocument } from './certificate-secrets';

export function toCertificateSummary(certificate: CertificateDocument): CertificateSummary {
  const { _id, number, issuedAt, issuerName, fromDay, toDay, minutes, records, revocation } = certificate;
  return {
    certificateId: _id,
    number,
    issuedAt,
    issuerName,
    fromDay,
    toDay,
    minutes,
    recordCount: records.length,
    revocation:
      revocation === null
        ? null
        : { day: civilDayOf(revocation.at), by: revocation.by, reason: revocation.reason },
  };
}

export function toIssuedView(certificate: CertificateDocument): IssuedCertificate {
  return { ...toCertificateSummary(certificate), maskedName: certificate.maskedName };
}

/** What it is worth now, against the facts (CE5). One round trip. */
export async function verdictOfNow(ports: Ports, certificate: CertificateDocument): Promise<Verdict> {
  const ids = certificate.records.map(({ attendanceId }) => attendanceId);
  const records = await ports.database.getMany('attendances', ids);
  return verdictOf(
    {
      isRevoked: certificate.revocation !== null,
      isIntact: isIntact(ports.secrets, certificate),
      records: certificate.records,
    },
    records.map(({ _id, state, creditedMinutes }) => ({ attendanceId: _id, state, creditedMinutes })),
  );
}

/** Certificates for tests: a person's certifiable records, and one certificate of an organisation's. */
import type { CertificateCandidate, CertificateView } from '@contract/certificate.contract';
import type { InputOf } from '@contract/procedures';
import { printedCodeOf } from '@domain/certificate/verification-link';
import { linkOfScene } from '@domain/link/link';
import { requestId, type TestProduct } from './product';

export const WHOLE_PERIOD = { fromDay: '2020-01-01', toDay: '2030-12-31' };

/** The records of the organisation that keeps most of this person's, all in the order of the list. */
export async function recordsOfOneIssuer(
  product: TestProduct,
  openId: string,
  divisionName?: string,
): Promise<CertificateCandidate[]> {
  const { records } = await product.must(openId, 'certificate.listCertifiable', WHOLE_PERIOD);
  const byTeam = new Map<string, CertificateCandidate[]>();
  for (const record of records) {
    if (divisionName !== undefined && !record.teamName.startsWith(divisionName)) continue;
    byTeam.set(record.teamId, [...(byTeam.get(record.teamId) ?? []), record]);
  }
  const [most] = [...byTeam.values()].sort((a, b) => b.length - a.length);
  if (most === undefined) throw new Error(`${openId} has no certifiable record`);
  return most;
}

export function issueInput(
  records: readonly Pick<CertificateCandidate, 'shiftId'>[],
  wishes: Partial<InputOf<'certificate.issue'>> = {},
): InputOf<'certificate.issue'> {
  return {
    requestId: requestId(),
    shiftIds: records.map(({ shiftId }) => shiftId),
    showsFullName: false,
    showsIdNumber: false,
    ...wishes,
  };
}

/** What one types off the paper. */
export function typedOf(view: Pick<CertificateView, 'scene' | 'certificate'>): {
  number: string;
  code: string;
} {
  const link = linkOfScene(view.scene);
  if (link?.kind !== 'certificate') throw new Error('no verification link');
  return { number: view.certificate.number, code: printedCodeOf(link) };
}

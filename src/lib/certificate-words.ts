/** How a certificate is spoken of, on every screen that shows one. */
import type { CertificateSummary } from '@contract/certificate.contract';
import { formatCertificateNumber } from '@domain/certificate/certificate-code';
import type { CivilDay } from '@domain/time/civil-day';
import type { TagTone } from '@/ui/layout';

import { formatDay } from './format';

export function formatDays(fromDay: CivilDay, toDay: CivilDay): string {
  return fromDay === toDay ? formatDay(fromDay) : `${formatDay(fromDay)}至${formatDay(toDay)}`;
}

export function numberText({ number }: Pick<CertificateSummary, 'number'>): string {
  return formatCertificateNumber(number);
}

export function stateTagOf({ revocation }: Pick<CertificateSummary, 'revocation'>): {
  text: string;
  tone: TagTone;
} {
  if (revocation === null) return { text: '已出具', tone: 'green' };
  return { text: revocation.by === 'holder' ? '已作废' : '已撤销', tone: 'amber' };
}

/** Who took it back, when, and why. */
export function revocationText(revocation: NonNullable<CertificateSummary['revocation']>): string {
  const who = revocation.by === 'holder' ? '持有人作废' : '办公室撤销';
  const why = revocation.reason === null ? '' : `，理由：${revocation.reason}`;
  return `${formatDay(revocation.day)}由${who}${why}`;
}

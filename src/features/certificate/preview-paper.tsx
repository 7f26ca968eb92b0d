import type { CertificateCandidate } from '@contract/certificate.contract';
import { layoutPaper } from '@domain/certificate/paper';

import { Section } from '@/ui/layout';

import type { Offer } from './choose-records';
import { PaperView } from './paper-view';
import type { ShownFields } from './use-certificate-form';

export interface PreviewPaperProps {
  readonly data: { readonly name: string; readonly maskedName: string; readonly maskedIdNumber: string };
  readonly offer: Offer;
  readonly fields: ShownFields;
}

/** On paper the oldest record comes first, and each has to be on it. */
function paperOrder(records: readonly CertificateCandidate[]): CertificateCandidate[] {
  return [...records].reverse();
}

export function PreviewPaper({ data, offer, fields }: PreviewPaperProps) {
  const [first] = offer.chosen;
  if (first === undefined) return null;
  const pages = layoutPaper({
    issued: null,
    issuerName: first.teamName,
    name: fields.showsFullName ? data.name : data.maskedName,
    idNumber: fields.showsIdNumber ? data.maskedIdNumber : null,
    records: paperOrder(offer.chosen),
  });
  return (
    <Section title="预览">
      <PaperView pages={pages} codeText={null} label="证明预览" />
    </Section>
  );
}

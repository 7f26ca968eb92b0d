/**
 * 证明的文件 (CE7): drawn at the first request, stored, then only looked up. Round trips: account, certificate,
 * address; the first time also an upload, one transaction of two, and the city once a minute.
 */
import { layoutPaper, type PaperPage } from '@domain/certificate/paper';
import { formatCertificateNumber } from '@domain/certificate/certificate-code';
import { printedCodeOf, type VerificationLink } from '@domain/certificate/verification-link';
import { rejected } from '@domain/kernel/result';
import { addressOf, sceneOf } from '@domain/link/link';
import { civilDayOf } from '@domain/time/civil-day';
import type { ParsedInputOf } from '@contract/procedures';
import type { Ports } from '../kernel/ports';
import type { Handler } from '../kernel/procedure';
import { cityOf } from '../system/city';
import { verificationLinkOf, type CertificateDocument } from './certificate-secrets';
import { drawPdf } from './draw-pdf';
import { drawPicture } from './draw-picture';
import { ownCertificate } from './my-certificates';
import { paperFont } from './paper-font';

type WantedFile = ParsedInputOf<'certificate.getFile'>['file'];

export const getCertificateFile: Handler<'certificate.getFile'> = async (
  { certificateId, file },
  context,
) => {
  const { ports } = context;
  const certificate = await ownCertificate(context, certificateId);
  if ('kind' in certificate) return certificate;
  if (certificate.revocation !== null) return rejected('certificate.revoked');
  const key = file.kind === 'pdf' ? 'pdf' : `page-${String(file.page)}`;
  const ending = file.kind === 'pdf' ? '.pdf' : `-${String(file.page)}.png`;
  const fileName = formatCertificateNumber(certificate.number) + ending;
  let fileId = certificate.files[key];
  if (fileId === undefined) {
    const content = await draw(ports, certificate, file);
    if (content === null) return rejected('certificate.notFound');
    fileId = await ports.platform.storeFile(`certificates/${certificate._id}/${fileName}`, content);
    await keepFile(ports, certificate, key, fileId);
  }
  const [url] = await ports.platform.fileUrls([fileId]);
  return { url: url ?? '', fileName };
};

/** Two requests at once draw the same bytes to the same path: the second does no harm. */
function keepFile(ports: Ports, { _id }: CertificateDocument, key: string, fileId: string): Promise<void> {
  return ports.database.transaction(async (transaction) => {
    const now = await transaction.get('certificates', _id);
    if (now === null) throw new Error('invariant broken: certificates are never deleted');
    await transaction.put('certificates', { ...now, files: { ...now.files, [key]: fileId } });
  });
}

/** Null for a page that is not there. */
async function draw(
  ports: Ports,
  certificate: CertificateDocument,
  file: WantedFile,
): Promise<Uint8Array | null> {
  const { siteOrigin } = await cityOf(ports);
  const link = verificationLinkOf(ports.secrets, certificate.number);
  const codeText = siteOrigin === null ? sceneOf(link) : addressOf(siteOrigin, link);
  const pages = pagesOf(certificate, link);
  if (file.kind === 'pdf') {
    const title = `志愿服务记录 ${formatCertificateNumber(certificate.number)}`;
    return drawPdf({ pages, codeText, title, issuedAt: certificate.issuedAt });
  }
  const page = pages[file.page - 1];
  if (page === undefined) return null;
  return drawPicture(page, codeText);
}

function pagesOf(
  { number, issuedAt, issuerName, shownName, maskedIdNumber, records }: CertificateDocument,
  link: VerificationLink,
): PaperPage[] {
  const issued = { number, printedCode: printedCodeOf(link), day: civilDayOf(issuedAt) };
  const content = { issued, issuerName, name: shownName, idNumber: maskedIdNumber, records };
  return layoutPaper(content, paperFont().canDraw);
}

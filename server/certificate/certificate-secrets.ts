/**
 * 编号和查验码 (CE3). Both come out of the master key, so a retry makes the same ones, and a copy of the
 * database alone holds neither the codes nor a way to them.
 */
import {
  CODE_CHARACTERS,
  NUMBER_RANDOM_CHARACTERS,
  parseCertificateNumber,
  parseVerificationCode,
  type CertificateNumber,
} from '@domain/certificate/certificate-code';
import type { VerificationLink } from '@domain/certificate/verification-link';
import { base32Of, type CertificateId } from '@domain/kernel/identifiers';
import { assert } from '@domain/kernel/result';
import type { CivilDay } from '@domain/time/civil-day';
import { canonicalJson } from '../audit/publication-chain';
import type { StoredDocument } from '../kernel/documents';
import type { Secrets } from '../kernel/ports';

export type CertificateDocument = StoredDocument<'certificates'>;
/** what a certificate says; files and revocation come later */
export type CertifiedContent = Omit<CertificateDocument, 'contentHash' | 'files' | 'revocation'>;

function charactersOf(hex: string, length: number): string {
  return base32Of(new Uint8Array(Buffer.from(hex, 'hex')), length);
}

export function certificateNumberOf(secrets: Secrets, id: CertificateId, day: CivilDay): CertificateNumber {
  const random = charactersOf(secrets.hash('certificateNumber', id), NUMBER_RANDOM_CHARACTERS);
  const number = parseCertificateNumber(day.replaceAll('-', '') + random);
  assert(number !== null, 'a certificate has a well-formed number');
  return number;
}

export function verificationLinkOf(secrets: Secrets, number: CertificateNumber): VerificationLink {
  const code = parseVerificationCode(charactersOf(secrets.hash('certificateCode', number), CODE_CHARACTERS));
  assert(code !== null, 'a certificate has a well-formed code');
  return { kind: 'certificate', number, code };
}

export function lookupIdOf(secrets: Secrets, { number, code }: VerificationLink): string {
  return secrets.hash('certificateLookup', `${number}:${code}`);
}

export function contentHashOf(secrets: Secrets, content: CertifiedContent): string {
  return secrets.hash('certificateContent', canonicalJson(content));
}

/** Is what is stored what was certified? */
export function isIntact(secrets: Secrets, certificate: CertificateDocument): boolean {
  const { contentHash, files: _files, revocation: _revocation, ...content } = certificate;
  return contentHash === contentHashOf(secrets, content);
}

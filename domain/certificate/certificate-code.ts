/**
 * 编号和查验码 (CE3): a number to name a certificate by, a code to prove that one holds it. Both are written in
 * an alphabet that survives being read aloud; two check characters catch a slip before anything is looked up.
 */
import { BASE32, type Brand } from '../kernel/identifiers';

/** The day of issue and 8 characters, `20261125K7MQ3F9X`: the same day's numbers are in no sequence. */
export type CertificateNumber = Brand<string, 'CertificateNumber'>;
/** 10 characters, 50 bits. */
export type VerificationCode = Brand<string, 'VerificationCode'>;

export const NUMBER_RANDOM_CHARACTERS = 8;
export const CODE_CHARACTERS = 10;
const NUMBER = new RegExp(`^\\d{8}[${BASE32}]{${String(NUMBER_RANDOM_CHARACTERS)}}$`);
const CODE = new RegExp(`^[${BASE32}]{${String(CODE_CHARACTERS)}}$`);

/** Null for anything else. */
export function parseCertificateNumber(text: string): CertificateNumber | null {
  return NUMBER.test(text) ? (text as CertificateNumber) : null;
}

export function parseVerificationCode(text: string): VerificationCode | null {
  return CODE.test(text) ? (text as VerificationCode) : null;
}

/** As typed off paper: any case, any separators, full-width, O for 0, I and L for 1. */
export function tidyTyped(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.·:：]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

function inGroups(text: string, lengths: readonly number[]): string {
  let from = 0;
  const groups = lengths.map((length) => text.slice(from, (from += length)));
  return groups.join('-');
}

/** `20261125-K7MQ-3F9X` */
export function formatCertificateNumber(number: CertificateNumber): string {
  return inGroups(number, [8, 4, 4]);
}

/** Code and check characters as printed: `ABCD-EFGH-JKCC`. */
export function formatPrintedCode(codeWithCheck: string): string {
  return inGroups(codeWithCheck, [4, 4, 4]);
}

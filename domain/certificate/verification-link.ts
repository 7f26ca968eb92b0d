/** Between what is printed on a certificate and the link that opens its verification (CE3, CE6). */
import { linkOfScene, sceneOf, type Link } from '../link/link';
import { CODE_CHARACTERS, formatPrintedCode, tidyTyped } from './certificate-code';

export type VerificationLink = Extract<Link, { kind: 'certificate' }>;

/** The code as printed, its two check characters at the end: `ABCD-EFGH-JKCC`. */
export function printedCodeOf(link: VerificationLink): string {
  return formatPrintedCode(link.code + sceneOf(link).slice(-2));
}

/** What somebody typed off a certificate; null when a character is wrong or missing. */
export function linkOfTyped(number: string, code: string): VerificationLink | null {
  const typed = tidyTyped(code);
  const body = `v.${tidyTyped(number)}.${typed.slice(0, CODE_CHARACTERS)}`;
  const link = linkOfScene(`${body}.${typed.slice(CODE_CHARACTERS)}`);
  return link?.kind === 'certificate' ? link : null;
}

import fc from 'fast-check';
import { BASE32, base32Of } from '../kernel/identifiers';
import { linkOfScene, sceneOf } from '../link/link';
import {
  formatCertificateNumber,
  parseCertificateNumber,
  parseVerificationCode,
  tidyTyped,
} from './certificate-code';
import { linkOfTyped, printedCodeOf, type VerificationLink } from './verification-link';

const anyCharacters = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from(BASE32)), minLength: length, maxLength: length });
const anyLink = fc.tuple(anyCharacters(8), anyCharacters(10)).map(([random, code]): VerificationLink => {
  const number = parseCertificateNumber(`20261125${random}`);
  const parsedCode = parseVerificationCode(code);
  if (number === null || parsedCode === null) throw new Error('well-formed by construction');
  return { kind: 'certificate', number, code: parsedCode };
});

test('[CE3] number and code read back as printed, and however they are typed', () => {
  const spoken = (text: string) => text.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
  fc.assert(
    fc.property(anyLink, (link) => {
      const [number, code] = [formatCertificateNumber(link.number), printedCodeOf(link)];
      expect(number).toMatch(/^\d{8}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      expect(linkOfTyped(number, code)).toEqual(link);
      expect(linkOfTyped(spoken(number), spoken(code))).toEqual(link);
      expect(linkOfTyped(wide(number), wide(code))).toEqual(link);
      const apart = ` ${number.replaceAll('-', ' ')} `;
      expect(linkOfTyped(apart, code.replaceAll('-', ''))).toEqual(link);
    }),
  );
});

test('[CE3] one wrong character of number or code is noticed before anything is looked up', () => {
  fc.assert(
    fc.property(anyLink, fc.nat(), fc.constantFrom(...Array.from(BASE32)), (link, pick, character) => {
      const number: string = link.number;
      const code = tidyTyped(printedCodeOf(link));
      const at = pick % (number.length + code.length);
      const all = number + code;
      fc.pre(all[at] !== character);
      const slip = all.slice(0, at) + character + all.slice(at + 1);
      expect(linkOfTyped(slip.slice(0, number.length), slip.slice(number.length))).toBeNull();
    }),
  );
});

test('[CE3] whatever else is typed is nobody’s code', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (number, code) => {
      expect(linkOfTyped(number, code)).toBeNull();
    }),
  );
  expect(linkOfTyped('', '')).toBeNull();
});

test('[CE3] the digits of a digest spread over the whole alphabet', () => {
  const seen = new Set(
    fc
      .sample(fc.uint8Array({ minLength: 16, maxLength: 16 }), 200)
      .flatMap((bytes) => Array.from(base32Of(bytes, 8))),
  );
  expect([...seen].sort().join('')).toBe(BASE32);
});

test('[CE3] printed paper lives for years: this text must never change', () => {
  const link = linkOfTyped('20261125-K7MQ-3F9X', printedCodeOf(fixed()));
  expect(link).toEqual(fixed());
  expect(sceneOf(fixed())).toBe('v.20261125K7MQ3F9X.ABCDEFGHJK.JZ');
  expect(linkOfScene(sceneOf(fixed()))).toEqual(fixed());
});

function fixed(): VerificationLink {
  const number = parseCertificateNumber('20261125K7MQ3F9X');
  const code = parseVerificationCode('ABCDEFGHJK');
  if (number === null || code === null) throw new Error('well-formed');
  return { kind: 'certificate', number, code };
}

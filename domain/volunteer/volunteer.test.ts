import fc from 'fast-check';
import { parseCivilDay } from '../time/civil-day';
import { checkCharacterOf } from './id-number';
import { redactIdNumber, redactName, redactPhone } from './redact';
import { decideIdentity } from './volunteer';

const TODAY = parseCivilDay('2026-11-23');
function idNumberBornOn(birthDay: string): string {
  const first17 = `513201${birthDay}003`;
  return first17 + checkCharacterOf(first17);
}

test('[RG6] at 14 one registers alone, the day before not, and the answer says both ages', () => {
  expect(decideIdentity(idNumberBornOn('20121123'), TODAY)).toMatchObject({ birthDay: '2012-11-23' });
  expect(decideIdentity(idNumberBornOn('20121124'), TODAY)).toEqual({
    kind: 'rejected',
    code: 'volunteer.tooYoung',
    params: { age: 13, minimumAge: 14 },
  });
});

test('[RG5] a wrong id number is refused with its fault', () => {
  expect(decideIdentity('110105194912310021', TODAY)).toEqual({
    kind: 'rejected',
    code: 'volunteer.idNumberInvalid',
    params: { fault: 'checkCharacter' },
  });
});

test('[RG8] a masked name keeps its first character only, whatever the script', () => {
  expect(['王', '王芳', '欧阳娜娜', '𠮷田', '扎西·尼玛次仁', ''].map(redactName)).toEqual([
    '*',
    '王*',
    '欧**',
    '𠮷*',
    '扎**',
    '*',
  ]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
      const masked = redactName(name);
      expect(Array.from(masked).length).toBeLessThanOrEqual(3);
      expect(
        Array.from(masked)
          .slice(1)
          .every((character) => character === '*'),
      ).toBe(true);
      expect(masked).not.toBe('');
    }),
  );
});

test('[RG8] a masked phone shows three and four digits, a short one nothing', () => {
  expect(redactIdNumber('51329919900101998X')).toBe('**************998X');
  expect(['13812345678', '138123', ''].map(redactPhone)).toEqual(['138****5678', '****', '****']);
});

import { parseCivilDay } from '@domain/time/civil-day';
import { checkCharacterOf } from '@domain/volunteer/id-number';

import { formFaults, idNumberFault, type RegistrationForm } from './check-form';

const TODAY = parseCivilDay('2026-11-23');
const idNumberBorn = (day: string) => {
  const first17 = `513221${day.replace(/-/g, '')}001`;
  return first17 + checkCharacterOf(first17);
};
const FORM: RegistrationForm = {
  name: '扎西·卓玛',
  idNumber: idNumberBorn('1990-01-01'),
  phone: { kind: 'typed', phoneNumber: '+86 138-1234-5678' },
  communityCode: '513221100001',
  hasConsented: true,
};

test('a complete form has no faults, with minority names and spaced numbers', () => {
  expect(formFaults(FORM, TODAY)).toEqual({});
});

test('every empty field is named', () => {
  const empty = formFaults(
    {
      name: ' ',
      idNumber: '',
      phone: { kind: 'typed', phoneNumber: '' },
      communityCode: '',
      hasConsented: false,
    },
    TODAY,
  );
  expect(Object.keys(empty)).toEqual(['name', 'idNumber', 'phone', 'community', 'consent']);
});

test('a half-typed id number is left in peace, a wrong one is explained at once', () => {
  expect(idNumberFault('51322119', TODAY, false)).toBeUndefined();
  const wrong = FORM.idNumber.slice(0, 17) + (FORM.idNumber.endsWith('1') ? '2' : '1');
  expect(idNumberFault(wrong, TODAY, false)).toContain('逐位核对');
  expect(idNumberFault('51322119', TODAY, true)).toContain('18 位');
});

test('under fourteen there is another way', () => {
  expect(idNumberFault(idNumberBorn('2012-11-24'), TODAY, false)).toContain('家长');
  expect(idNumberFault(idNumberBorn('2012-11-23'), TODAY, false)).toBeUndefined();
});

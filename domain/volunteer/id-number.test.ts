import fc from 'fast-check';
import { anyDay } from '../../tests/kit/arbitrary-facts';
import { addDays, parseCivilDay, type CivilDay } from '../time/civil-day';
import { ageOn, checkCharacterOf, readIdNumber } from './id-number';

const TODAY = parseCivilDay('2026-11-23');
const day = parseCivilDay;

const anyIdNumber = fc
  .record({
    area: fc.integer({ min: 100_000, max: 999_999 }),
    birthDay: anyDay('1900-01-01', 46_000),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ area, birthDay, order }) => {
    const first17 = `${String(area)}${birthDay.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
    return { text: first17 + checkCharacterOf(first17), birthDay, order };
  });

test('[RG5] the published example of the standard', () => {
  expect(checkCharacterOf('11010519491231002')).toBe('X');
  expect(readIdNumber('11010519491231002X', TODAY)).toEqual({
    kind: 'idNumber',
    text: '11010519491231002X',
    birthDay: '1949-12-31',
    sex: 'female',
  });
});

test('[RG5] a valid number reads back with its birth day and sex', () => {
  fc.assert(
    fc.property(anyIdNumber, ({ text, birthDay, order }) => {
      const sex = order % 2 === 1 ? 'male' : 'female';
      expect(readIdNumber(text, TODAY)).toEqual({ kind: 'idNumber', text, birthDay, sex });
    }),
  );
});

test('[RG5] every single wrong character is refused', () => {
  fc.assert(
    fc.property(anyIdNumber, ({ text }) => {
      for (let index = 0; index < text.length; index += 1) {
        for (const character of '0123456789X') {
          if (character === text[index]) continue;
          const slip = text.slice(0, index) + character + text.slice(index + 1);
          if (readIdNumber(slip, TODAY).kind !== 'fault') throw new Error(`${text} → ${slip} passed`);
        }
      }
    }),
  );
});

test('[RG5] two neighbouring characters swapped are refused', () => {
  fc.assert(
    fc.property(anyIdNumber, fc.nat({ max: 16 }), ({ text }, index) => {
      const swapped =
        text.slice(0, index) + text.charAt(index + 1) + text.charAt(index) + text.slice(index + 2);
      if (swapped !== text) expect(readIdNumber(swapped, TODAY).kind).toBe('fault');
    }),
  );
});

test('[RG5] full-width characters, spaces and a small x are forgiven', () => {
  const read = readIdNumber('１１０１０５ 19491231\t００２ｘ ', TODAY);
  expect(read).toMatchObject({ kind: 'idNumber', text: '11010519491231002X' });
});

test('[RG5] each fault has its name', () => {
  const faultOf = (text: string) => {
    const read = readIdNumber(text, TODAY);
    return read.kind === 'fault' ? read.fault : null;
  };
  expect(faultOf('')).toBe('length');
  expect(faultOf('110105491231002')).toBe('length');
  expect(faultOf('11010519491231002Y')).toBe('characters');
  expect(faultOf('01010519491231002X')).toBe('characters');
  expect(faultOf('110105194913310028')).toBe('birthDay');
  expect(faultOf('110105202702300020')).toBe('birthDay');
  expect(faultOf('110105194912310021')).toBe('checkCharacter');
});

test('[RG5] nobody is born after today', () => {
  const born = (birthDay: CivilDay) => {
    const first17 = `110105${birthDay.replaceAll('-', '')}002`;
    return readIdNumber(first17 + checkCharacterOf(first17), TODAY).kind;
  };
  expect([born(TODAY), born(addDays(TODAY, 1))]).toEqual(['idNumber', 'fault']);
});

test('[RG5] any text at all gets an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(['idNumber', 'fault']).toContain(readIdNumber(text, TODAY).kind);
    }),
  );
});

test('[RG6] a year of age is full on the birthday, 29 February on 1 March', () => {
  expect(ageOn(day('2012-11-23'), TODAY)).toBe(14);
  expect(ageOn(day('2012-11-24'), TODAY)).toBe(13);
  expect(ageOn(day('2012-02-29'), day('2026-02-28'))).toBe(13);
  expect(ageOn(day('2012-02-29'), day('2026-03-01'))).toBe(14);
  fc.assert(
    fc.property(anyDay('1950-01-01', 20_000), fc.nat({ max: 20_000 }), (birthDay, days) => {
      const on = addDays(birthDay, days);
      const age = ageOn(birthDay, on);
      expect(age).toBeGreaterThanOrEqual(0);
      expect([0, 1]).toContain(ageOn(birthDay, addDays(on, 1)) - age);
    }),
  );
});

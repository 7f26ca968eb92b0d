import fc from 'fast-check';
import { anyInstant } from '../../tests/kit/arbitrary-facts';
import { RISK_LEVELS, type RiskLevel } from '../activity/risk';
import { addDays, civilDayOf, parseCivilDay } from '../time/civil-day';
import { ageOn, checkCharacterOf } from '../volunteer/id-number';
import { decideWard } from '../volunteer/guardianship';
import { decideAdmission, type Person } from './admission';

const GUARDIANS = ['none', 'consented', 'accompanying'] as const;
const at = (day: string) => Date.parse(`${day}T09:00:00+08:00`);
const codeOf = (
  birthDay: string,
  guardian: Person['guardian'],
  day: string,
  riskLevel: RiskLevel = 'general',
) =>
  decideAdmission({ birthDay: parseCivilDay(birthDay), guardian }, { startsAt: at(day), riskLevel })?.code ??
  'admitted';

test('[AT13.4][AT13.5][AT13.6] the table of ages, guardians and risks', () => {
  fc.assert(
    fc.property(
      anyInstant,
      fc.nat({ max: 40 * 365 }),
      fc.constantFrom(...GUARDIANS),
      fc.constantFrom(...RISK_LEVELS),
      (startsAt, daysOld, guardian, riskLevel) => {
        const birthDay = addDays(civilDayOf(startsAt), -daysOld);
        const age = ageOn(birthDay, civilDayOf(startsAt));
        const refusal = decideAdmission({ birthDay, guardian }, { startsAt, riskLevel });
        const expected =
          age >= 18
            ? null
            : riskLevel === 'emergency'
              ? 'enrolment.minorRefused'
              : guardian === 'accompanying'
                ? null
                : age < 14
                  ? 'enrolment.childAlone'
                  : guardian === 'consented'
                    ? null
                    : 'enrolment.consentMissing';
        expect(refusal?.code ?? null).toBe(expected);
      },
    ),
  );
});

test('[AT13.6] the age is that of the day the shift starts, in Shanghai, from the birthday itself on', () => {
  expect(codeOf('2008-06-02', 'none', '2026-06-01')).toBe('enrolment.consentMissing');
  expect(codeOf('2008-06-02', 'none', '2026-06-02')).toBe('admitted');
  expect(codeOf('2012-06-02', 'consented', '2026-06-01')).toBe('enrolment.childAlone');
  expect(codeOf('2012-06-02', 'consented', '2026-06-02')).toBe('admitted');
  expect(codeOf('2008-02-29', 'consented', '2026-02-28', 'emergency')).toBe('enrolment.minorRefused');
  expect(codeOf('2008-02-29', 'none', '2026-03-01', 'emergency')).toBe('admitted');
});

function idNumberBorn(day: string): string {
  const first17 = `513299${day.replaceAll('-', '')}001`;
  return first17 + checkCharacterOf(first17);
}

test('[GU1][GU2][GU4] under 14 a profile, to 17 a consent, an adult neither', () => {
  const today = parseCivilDay('2026-06-01');
  const guardian = parseCivilDay('1990-01-01');
  const ward = (birthDay: string) => decideWard(guardian, idNumberBorn(birthDay), today);
  expect(ward('2012-06-02')).toMatchObject({ kind: 'ward', needsProfile: true });
  expect(ward('2012-06-01')).toMatchObject({ kind: 'ward', needsProfile: false });
  expect(ward('2008-06-02')).toMatchObject({ kind: 'ward', needsProfile: false });
  expect(ward('2008-06-01')).toMatchObject({ code: 'child.adult', params: { age: 18 } });
  expect(decideWard(guardian, '51329920200101001', today)).toMatchObject({
    code: 'volunteer.idNumberInvalid',
  });
  const young = decideWard(parseCivilDay('2008-06-02'), idNumberBorn('2020-01-01'), today);
  expect(young).toMatchObject({ code: 'child.guardianTooYoung', params: { minimumAge: 18 } });
});

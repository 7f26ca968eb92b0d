/** Who may take part in a shift, by age on the day it starts (AT13.4–AT13.6). */
import type { Shift } from '../activity/shift';
import { rejected, type Rejection } from '../kernel/result';
import { civilDayOf, type CivilDay } from '../time/civil-day';
import { ageOn } from '../volunteer/id-number';
import { MINIMUM_OWN_REGISTRATION_AGE } from '../volunteer/volunteer';

export const ADULT_AGE = 18;

export interface Person {
  readonly birthDay: CivilDay;
  /** `accompanying`: the guardian is enrolled with the child; `consented`: a recorded consent is in force */
  readonly guardian: 'none' | 'consented' | 'accompanying';
}

export type AdmissionRejection = Rejection<
  'enrolment.minorRefused' | 'enrolment.childAlone' | 'enrolment.consentMissing'
>;

/** Null: admitted. A birthday counts from its own day, in Shanghai. */
export function decideAdmission(
  person: Person,
  shift: Pick<Shift, 'startsAt' | 'riskLevel'>,
): AdmissionRejection | null {
  const age = ageOn(person.birthDay, civilDayOf(shift.startsAt));
  if (age >= ADULT_AGE) return null;
  if (shift.riskLevel === 'emergency') {
    return rejected('enrolment.minorRefused', { age, minimumAge: ADULT_AGE });
  }
  if (person.guardian === 'accompanying') return null;
  if (age < MINIMUM_OWN_REGISTRATION_AGE) {
    return rejected('enrolment.childAlone', { age, minimumAge: MINIMUM_OWN_REGISTRATION_AGE });
  }
  return person.guardian === 'consented' ? null : rejected('enrolment.consentMissing', { age });
}

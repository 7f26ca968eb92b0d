/** 监护 (GU1–GU4): an adult volunteer acts for a child, or consents to what a youth of 14 to 17 does. */
import { ADULT_AGE } from '../enrolment/admission';
import { rejected, type Rejection } from '../kernel/result';
import type { CivilDay } from '../time/civil-day';
import { ageOn, readIdNumber, type IdNumber } from './id-number';
import { MINIMUM_OWN_REGISTRATION_AGE } from './volunteer';

export const RELATIONS = ['parent', 'grandparent', 'otherGuardian'] as const;
export type Relation = (typeof RELATIONS)[number];

/** More children than a family has; a page of them is one answer. */
export const MAXIMUM_CHILDREN = 10;

export type WardDecision =
  | { readonly kind: 'ward'; readonly identity: IdNumber; readonly needsProfile: boolean }
  | Rejection<'volunteer.idNumberInvalid' | 'child.adult' | 'child.guardianTooYoung'>;

/** Under 14 the guardian keeps the child's profile; from 14 to 17 the youth registers and is consented to. */
export function decideWard(guardianBirthDay: CivilDay, idNumber: string, today: CivilDay): WardDecision {
  if (ageOn(guardianBirthDay, today) < ADULT_AGE) {
    return rejected('child.guardianTooYoung', { minimumAge: ADULT_AGE });
  }
  const read = readIdNumber(idNumber, today);
  if (read.kind === 'fault') return rejected('volunteer.idNumberInvalid', { fault: read.fault });
  const age = ageOn(read.birthDay, today);
  if (age >= ADULT_AGE) return rejected('child.adult', { age });
  return { kind: 'ward', identity: read, needsProfile: age < MINIMUM_OWN_REGISTRATION_AGE };
}

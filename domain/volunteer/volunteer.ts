import type { DivisionCode, VolunteerId } from '../kernel/identifiers';
import { rejected, type Rejection } from '../kernel/result';
import type { CivilDay } from '../time/civil-day';
import { ageOn, readIdNumber, type IdNumber } from './id-number';

/** 志愿者. Where a volunteer lived when decides which county a figure belongs to (ST15). */
export interface Residence {
  readonly divisionCode: DivisionCode;
  readonly fromDay: CivilDay;
}
/** `merging`: counts as before while its records go over one by one (RM3). */
export type VolunteerStatus = 'active' | 'cancelled' | 'merging' | 'merged' | 'deceased';
export interface VolunteerStanding {
  readonly volunteerId: VolunteerId;
  readonly status: VolunteerStatus;
  readonly registeredDay: CivilDay;
  /** the first day on which the person is no longer a registered volunteer */
  readonly leftDay: CivilDay | null;
  /** ascending by `fromDay`; the first starts on or before `registeredDay` */
  readonly residences: readonly Residence[];
}

/** Under 14 only as a guardian's child profile (未成年人保护). */
export const MINIMUM_OWN_REGISTRATION_AGE = 14;

export type IdentityRejection = Rejection<'volunteer.idNumberInvalid' | 'volunteer.tooYoung'>;

/** May this person register alone? The id number is the only source of birth day and sex. */
export function decideIdentity(idNumber: string, today: CivilDay): IdNumber | IdentityRejection {
  const read = readIdNumber(idNumber, today);
  if (read.kind === 'fault') return rejected('volunteer.idNumberInvalid', { fault: read.fault });
  const age = ageOn(read.birthDay, today);
  if (age < MINIMUM_OWN_REGISTRATION_AGE) {
    return rejected('volunteer.tooYoung', { age, minimumAge: MINIMUM_OWN_REGISTRATION_AGE });
  }
  return read;
}

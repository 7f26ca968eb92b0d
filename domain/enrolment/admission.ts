/** Who may take part in a shift: by age on the day it starts (AT13.4–AT13.6), and by training (TR3). */
import type { ShiftPost } from '../activity/post';
import type { Shift } from '../activity/shift';
import { rejected, type Rejection } from '../kernel/result';
import { civilDayOf, type CivilDay } from '../time/civil-day';
import { ageOn } from '../volunteer/id-number';
import { firstLacking, type Qualification } from '../training/qualification';
import type { Skill } from '../volunteer/profile';
import { MINIMUM_OWN_REGISTRATION_AGE } from '../volunteer/volunteer';

export const ADULT_AGE = 18;

export interface Person {
  readonly birthDay: CivilDay;
  /** `accompanying`: the guardian is enrolled with the child; `consented`: a recorded consent is in force */
  readonly guardian: 'none' | 'consented' | 'accompanying';
  /** of the courses that the shift requires; absent: none */
  readonly qualifications?: readonly Qualification[] | undefined;
  /** that the person says they have (PF6); absent: nobody asked for one */
  readonly skills?: readonly Skill[] | undefined;
}

export type AdmissionRejection = Rejection<
  | 'enrolment.minorRefused'
  | 'enrolment.childAlone'
  | 'enrolment.consentMissing'
  | 'enrolment.trainingMissing'
  | 'enrolment.trainingExpired'
  | 'post.tooYoung'
  | 'post.skillMissing'
>;

/** Null: admitted. A birthday counts from its own day, in Shanghai. */
export function decideAdmission(
  person: Person,
  shift: Pick<Shift, 'startsAt' | 'riskLevel' | 'requiredCourses'>,
): AdmissionRejection | null {
  return decideAge(person, shift) ?? decideTraining(person, shift);
}

/** AT15.1: what a post asks for besides; of everybody who takes a seat of it, children too. */
export function decidePostAdmission(
  person: Person,
  { name, minimumAge, requiredCourse, requiredSkill }: ShiftPost,
  { startsAt }: Pick<Shift, 'startsAt'>,
): AdmissionRejection | null {
  const age = ageOn(person.birthDay, civilDayOf(startsAt));
  if (minimumAge !== null && age < minimumAge) return rejected('post.tooYoung', { name, age, minimumAge });
  const training =
    requiredCourse === null ? null : decideTraining(person, { startsAt, requiredCourses: [requiredCourse] });
  return training ?? decideSkill(person, name, requiredSkill);
}

/** PF6: what one says of oneself decides; a child does its work beside its guardian. */
function decideSkill(
  { guardian, skills = [] }: Person,
  name: string,
  skill: Skill | undefined,
): AdmissionRejection | null {
  if (skill === undefined || guardian === 'accompanying' || skills.includes(skill)) return null;
  return rejected('post.skillMissing', { name, skill });
}

/** A child beside its guardian learns from the guardian, who must have learnt it. */
function decideTraining(
  { guardian, qualifications = [] }: Person,
  { startsAt, requiredCourses = [] }: Pick<Shift, 'startsAt' | 'requiredCourses'>,
): AdmissionRejection | null {
  if (guardian === 'accompanying') return null;
  const lacking = firstLacking(requiredCourses, qualifications, civilDayOf(startsAt));
  if (lacking === null) return null;
  const { course, standing } = lacking;
  const { courseId, title } = course;
  return standing.kind === 'expired'
    ? rejected('enrolment.trainingExpired', { courseId, title, expiredOn: standing.to })
    : rejected('enrolment.trainingMissing', { courseId, title });
}

function decideAge(person: Person, shift: Pick<Shift, 'startsAt' | 'riskLevel'>): AdmissionRejection | null {
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

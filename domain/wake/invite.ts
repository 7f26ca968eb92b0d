/** Whom one may invite (WK3), and the person's own word on it (WK6). */
import { ADULT_AGE } from '../enrolment/admission';
import { ageOn } from '../volunteer/id-number';
import { civilDayOf, DAY_MS, type CivilDay } from '../time/civil-day';

/** Nobody is in two wakes within so many days, whichever the arm: nor would a count of one be clean. */
export const INVITED_AGAIN_AFTER_MS = 30 * DAY_MS;
/** 这个月不再邀请 */
export const PAUSE_MS = 30 * DAY_MS;

export const PAUSES = ['none', 'month', 'always'] as const;
export type Pause = (typeof PAUSES)[number];

/** One document for a person, whatever the number of wakes. */
export interface InvitationStanding {
  /** epoch ms of the last assignment; null: none yet */
  readonly lastAt: number | null;
  readonly isOff: boolean;
  readonly pausedUntil: number | null;
}
export const NO_STANDING: InvitationStanding = { lastAt: null, isOff: false, pausedUntil: null };

export const EXCLUSIONS = ['inactive', 'noConsent', 'minor', 'paused', 'recent'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

export interface Invitee {
  readonly isActive: boolean;
  /** the basic consent is in force (CO1) */
  readonly hasConsent: boolean;
  readonly birthDay: CivilDay;
  readonly standing: InvitationStanding;
}

export function pauseOf({ isOff, pausedUntil }: InvitationStanding, now: number): Pause {
  if (isOff) return 'always';
  return pausedUntil !== null && now < pausedUntil ? 'month' : 'none';
}

export function afterPause(standing: InvitationStanding, pause: Pause, now: number): InvitationStanding {
  return { ...standing, isOff: pause === 'always', pausedUntil: pause === 'month' ? now + PAUSE_MS : null };
}

/** Null: may be assigned. Of several reasons the first. */
export function exclusionOf(invitee: Invitee, now: number): Exclusion | null {
  const { standing } = invitee;
  if (!invitee.isActive) return 'inactive';
  if (!invitee.hasConsent) return 'noConsent';
  if (ageOn(invitee.birthDay, civilDayOf(now)) < ADULT_AGE) return 'minor';
  if (pauseOf(standing, now) !== 'none') return 'paused';
  return standing.lastAt !== null && now < standing.lastAt + INVITED_AGAIN_AFTER_MS ? 'recent' : null;
}

/** Of two registrations of a person: the later assignment and the stricter word hold (RM5). */
export function mergedStanding(a: InvitationStanding, b: InvitationStanding): InvitationStanding {
  const later = (one: number | null, other: number | null): number | null =>
    one === null || other === null ? (one ?? other) : Math.max(one, other);
  return {
    lastAt: later(a.lastAt, b.lastAt),
    isOff: a.isOff || b.isOff,
    pausedUntil: later(a.pausedUntil, b.pausedUntil),
  };
}

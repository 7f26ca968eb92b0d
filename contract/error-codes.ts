/**
 * Every refusal that crosses the wire. The app has a Chinese sentence for each, checked complete by a type.
 */
export const ERROR_CODES = [
  'request.malformed',
  'request.unknownProcedure',
  'request.tooLarge',
  'actor.signInRequired',
  'actor.registrationRequired',
  'actor.forbidden',
  'system.busy',
  'system.internal',
  'division.notFound',
  'volunteer.idNumberInvalid',
  'volunteer.tooYoung',
  'volunteer.duplicatePerson',
  'volunteer.accountTaken',
  'volunteer.claimMismatch',
  'volunteer.phoneCodeInvalid',
  'volunteer.inactive',
  'project.notFound',
  'activity.notFound',
  'activity.contentRefused',
  'activity.shiftTimesInvalid',
  'shift.notFound',
  'enrolment.full',
  'enrolment.closed',
  'enrolment.alreadyServing',
  'attendance.shiftCancelled',
  'attendance.outsideWindow',
  'attendance.outsideGeofence',
  'attendance.codeInvalid',
  'attendance.codeExpired',
  'attendance.notCheckedIn',
  'attendance.checkOutClosed',
  'attendance.voided',
  'statistics.beforeData',
  'target.valueInvalid',
  'target.documentMissing',
  'target.periodInvalid',
  'target.overlap',
  'target.notFound',
  'incident.notFound',
  'incident.superseded',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Refusals worth sending again unchanged after a moment. */
export const RETRYABLE_CODES: readonly ErrorCode[] = ['system.busy', 'system.internal'];

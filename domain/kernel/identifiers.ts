/**
 * Branded ids: a shift id can never be passed where a volunteer id is wanted.
 * Every id that travels in a link is 10 base62 characters, so it fits a mini-program scene (32 characters).
 */
declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type VolunteerId = Brand<string, 'VolunteerId'>;
export type ProjectId = Brand<string, 'ProjectId'>;
export type ActivityId = Brand<string, 'ActivityId'>;
export type ShiftId = Brand<string, 'ShiftId'>;
export type TeamId = Brand<string, 'TeamId'>;
export type TargetId = Brand<string, 'TargetId'>;
export type CourseId = Brand<string, 'CourseId'>;
export type CommendationId = Brand<string, 'CommendationId'>;
export type PeerId = Brand<string, 'PeerId'>;
export type CertificateId = Brand<string, 'CertificateId'>;
export type TicketId = Brand<string, 'TicketId'>;
export type PlaceId = Brand<string, 'PlaceId'>;
export type SamplePointId = Brand<string, 'SamplePointId'>;
export type SampleId = Brand<string, 'SampleId'>;
export type WakeId = Brand<string, 'WakeId'>;
export type AttendanceId = Brand<string, 'AttendanceId'>;
export type DivisionCode = Brand<string, 'DivisionCode'>;
export type OpenId = Brand<string, 'OpenId'>;

export const SHORT_ID_LENGTH = 10;
const SHORT_ID = /^[0-9A-Za-z]{10}$/;
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Crockford's 32: no I, L, O and U, so that what is read aloud or off paper is not mistaken. */
export const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function isShortId(text: string): boolean {
  return SHORT_ID.test(text);
}

function parseShortId<Name extends string>(text: string, name: Name): Brand<string, Name> {
  if (!isShortId(text)) throw new RangeError(`${name} is not a short id`);
  return text as Brand<string, Name>;
}

export const parseVolunteerId = (text: string): VolunteerId => parseShortId(text, 'VolunteerId');
export const parseProjectId = (text: string): ProjectId => parseShortId(text, 'ProjectId');
export const parseActivityId = (text: string): ActivityId => parseShortId(text, 'ActivityId');
export const parseShiftId = (text: string): ShiftId => parseShortId(text, 'ShiftId');
export const parseTeamId = (text: string): TeamId => parseShortId(text, 'TeamId');
export const parseTicketId = (text: string): TicketId => parseShortId(text, 'TicketId');
export const parseCertificateId = (text: string): CertificateId => parseShortId(text, 'CertificateId');
export const parseTargetId = (text: string): TargetId => parseShortId(text, 'TargetId');
export const parsePlaceId = (text: string): PlaceId => parseShortId(text, 'PlaceId');
export const parseCourseId = (text: string): CourseId => parseShortId(text, 'CourseId');
export const parseCommendationId = (text: string): CommendationId => parseShortId(text, 'CommendationId');
export const parsePeerId = (text: string): PeerId => parseShortId(text, 'PeerId');
export const parseSamplePointId = (text: string): SamplePointId => parseShortId(text, 'SamplePointId');
export const parseSampleId = (text: string): SampleId => parseShortId(text, 'SampleId');
export const parseWakeId = (text: string): WakeId => parseShortId(text, 'WakeId');

/** One attendance per (shift, volunteer): the id is the uniqueness rule (AT1). */
export function attendanceIdOf(shiftId: ShiftId, volunteerId: VolunteerId): AttendanceId {
  return parseAttendanceId(`${shiftId}:${volunteerId}`);
}

export function parseAttendanceId(text: string): AttendanceId {
  const [shift, volunteer, rest] = text.split(':');
  if (rest !== undefined || !isShortId(shift ?? '') || !isShortId(volunteer ?? '')) {
    throw new RangeError('not an attendance id');
  }
  return text as AttendanceId;
}

export function parseOpenId(text: string): OpenId {
  if (text.length === 0 || text.length > 128) throw new RangeError('not an openid');
  return text as OpenId;
}

/** The lowest `length` base62 digits of a digest; 10 characters carry 59 bits. */
export function base62Of(bytes: Uint8Array, length: number): string {
  return digitsOf(bytes, 62, length)
    .map((digit) => BASE62[digit] ?? '')
    .join('');
}

/** The lowest `length` digits of a digest in `BASE32`; each carries 5 bits. */
export function base32Of(bytes: Uint8Array, length: number): string {
  return digitsOf(bytes, 32, length)
    .map((digit) => BASE32[digit] ?? '')
    .join('');
}

/**
 * The lowest digits of a big-endian number, lowest first, by long division. Without BigInt: this runs on
 * phones whose WebView does not know it.
 */
function digitsOf(bytes: Uint8Array, base: number, count: number): number[] {
  const rest = Array.from(bytes);
  return Array.from({ length: count }, () => {
    let remainder = 0;
    rest.forEach((byte, index) => {
      const value = remainder * 256 + byte;
      remainder = value % base;
      rest[index] = (value - remainder) / base;
    });
    return remainder;
  });
}

/** Schemas of single fields, used by every procedure: one rule for a name, an instant, a code. */
import { parseDivisionCode, isDivisionCode } from '@domain/geography/division';
import {
  parseActivityId,
  parsePeerId,
  parsePlaceId,
  parseCertificateId,
  parseCommendationId,
  parseCourseId,
  parseProjectId,
  parseSampleId,
  parseSamplePointId,
  parseShiftId,
  parseTargetId,
  parseTeamId,
  parseVolunteerId,
  parseWakeId,
} from '@domain/kernel/identifiers';
import { MAXIMUM_CODE_VERSION } from '@domain/attendance/signed-code';
import { SCENE_MAXIMUM_LENGTH } from '@domain/link/link';
import { placeBookOf } from '@domain/statistics/tally';
import { isCivilDay, parseCivilDay } from '@domain/time/civil-day';
import * as z from 'zod';
import './zod-config';

const shortId = z.string().regex(/^[0-9A-Za-z]{10}$/);
export const volunteerIdField = shortId.transform(parseVolunteerId);
export const projectIdField = shortId.transform(parseProjectId);
export const activityIdField = shortId.transform(parseActivityId);
export const shiftIdField = shortId.transform(parseShiftId);
export const teamIdField = shortId.transform(parseTeamId);
export const certificateIdField = shortId.transform(parseCertificateId);
export const targetIdField = shortId.transform(parseTargetId);
export const placeIdField = shortId.transform(parsePlaceId);
export const courseIdField = shortId.transform(parseCourseId);
export const commendationIdField = shortId.transform(parseCommendationId);
export const peerIdField = shortId.transform(parsePeerId);
export const samplePointIdField = shortId.transform(parseSamplePointId);
export const sampleIdField = shortId.transform(parseSampleId);
export const wakeIdField = shortId.transform(parseWakeId);

export const divisionCodeField = z
  .string()
  .regex(/^\d{4}(\d{2}(\d{3}(\d{3})?)?)?$/)
  .refine(isDivisionCode)
  .transform(parseDivisionCode);
export const communityCodeField = z
  .string()
  .regex(/^\d{12}$/)
  .transform(parseDivisionCode);
export const dayField = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isCivilDay)
  .transform(parseCivilDay);

/** The book of a project's place (BP14). */
export const placeBookField = z
  .string()
  .regex(/^[0-9A-Za-z]{10}@\d{12}$/)
  .transform((text) => placeBookOf(parseProjectId(text.slice(0, 10)), parseDivisionCode(text.slice(11))));

/** Made by the client, stored before sending, the same on every retry (AT1). */
export const requestIdField = z.string().regex(/^[0-9A-Za-z_-]{16,64}$/);
/** epoch ms between 2000 and 2100 */
export const instantField = z.number().int().min(946_684_800_000).max(4_102_444_800_000);

/**
 * Control characters but line feed and tab, line separators, directions, and what is not seen; emoji joiners
 * stay.
 */
const HIDDEN = new RegExp(
  '[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u200B\\u200C\\u200E\\u200F' +
    '\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]',
);
/** Text a person types: trimmed, NFC, without control or direction characters. */
export function textField(minimum: number, maximum: number) {
  return z
    .string()
    .max(maximum * 4)
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(minimum)
        .max(maximum)
        .refine((text) => !HIDDEN.test(text) && !/\p{Cs}/u.test(text), { error: 'controlCharacters' }),
    );
}

/** Text of one line, for titles and names: it ends up in lists, tables and messages. */
export function lineField(minimum: number, maximum: number) {
  return textField(minimum, maximum).pipe(z.string().regex(/^[^\n\t]*$/));
}

export const personNameField = textField(2, 30).pipe(z.string().regex(/^[\p{L}\p{M}·. '-]+$/u));
/** Mainland mobile number; spaces, dashes and a +86 are forgiven. */
export const phoneNumberField = z
  .string()
  .max(30)
  .transform((text) =>
    text
      .normalize('NFKC')
      .replace(/[\s-]/g, '')
      .replace(/^\+?86(?=1\d{10}$)/, ''),
  )
  .pipe(z.string().regex(/^1[3-9]\d{9}$/));
export const idNumberField = z
  .string()
  .max(40)
  .transform((text) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase());

export const latitudeField = z.number().min(-90).max(90);
export const longitudeField = z.number().min(-180).max(180);

/** A page of a list: `cursor` is what the page before gave. */
export const cursorField = z.string().max(120).nullable();
export const countField = z.number().int().min(0);
/** The text of a printed code, as scanned: judged by the domain, not by its shape. */
export const sceneField = z.string().max(SCENE_MAXIMUM_LENGTH);
/** Which printing of a code, and its proof (AT3.2, AT3.4). */
export const printedCodeFields = {
  version: z.number().int().min(1).max(MAXIMUM_CODE_VERSION),
  proof: shortId,
};

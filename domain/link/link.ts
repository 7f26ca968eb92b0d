/**
 * One link model: what a link means ↔ the text it travels as. The text fits a mini-program scene: at most 32
 * of the characters WeChat allows, two check characters at the end so a mistyped or cut link is refused
 * before any look-up.
 */
import { parseCertificateNumber, parseVerificationCode } from '../certificate/certificate-code';
import type { CertificateNumber, VerificationCode } from '../certificate/certificate-code';
import type { SignedCode } from '../attendance/signed-code';
import { BASE32, isShortId, parseActivityId, parseProjectId, parseShiftId } from '../kernel/identifiers';
import { parseCertificateId, parsePlaceId, parseVolunteerId } from '../kernel/identifiers';
import type { ActivityId, CertificateId, PlaceId, ProjectId, ShiftId } from '../kernel/identifiers';
import type { VolunteerId } from '../kernel/identifiers';

export type Link =
  | { readonly kind: 'project'; readonly projectId: ProjectId }
  | { readonly kind: 'activity'; readonly activityId: ActivityId }
  | { readonly kind: 'shift'; readonly shiftId: ShiftId }
  /** 查验: both together, or nothing is shown (CE6) */
  | {
      readonly kind: 'certificate';
      readonly number: CertificateNumber;
      readonly code: VerificationCode;
    }
  /** 我的证明: its holder's own screen, in messages (ME8); it opens to nobody else */
  | { readonly kind: 'ownCertificate'; readonly certificateId: CertificateId }
  /** 地点码, printed (AT3.2) */
  | ({ readonly kind: 'place' } & SignedCode<PlaceId>)
  /** 志愿者证 (AT3.4) */
  | ({ readonly kind: 'card' } & SignedCode<VolunteerId>)
  /** the rotating code: `code` is `<step>.<mac>` and carries its own proof */
  | { readonly kind: 'checkIn'; readonly shiftId: ShiftId; readonly code: string };

export const SCENE_MAXIMUM_LENGTH = 32;
/** Always as many: a doubled or lost character is never another version. */
const VERSION_CHARACTERS = 3;
export const LANDING_PATH = '/l';

/**
 * The largest prime that two characters of 32 can write: in a prime field no single slip and no swap is ever
 * 0.
 */
const CHECK_MODULUS = 1021;

/** Two characters over the text: catch every single wrong character and every swap of neighbours. */
function checkCharactersOf(text: string): string {
  let hash = 7;
  for (const character of text) hash = (hash * 131 + character.charCodeAt(0)) % CHECK_MODULUS;
  return `${BASE32[hash >> 5] ?? ''}${BASE32[hash & 31] ?? ''}`;
}

function withCheck(body: string): string {
  return `${body}.${checkCharactersOf(body)}`;
}

/** The scene of a link: also the `s` parameter of its H5 address. */
export function sceneOf(link: Link): string {
  switch (link.kind) {
    case 'project':
      return withCheck(`p.${link.projectId}`);
    case 'activity':
      return withCheck(`a.${link.activityId}`);
    case 'shift':
      return withCheck(`s.${link.shiftId}`);
    case 'ownCertificate':
      return withCheck(`o.${link.certificateId}`);
    case 'certificate':
      return withCheck(`v.${link.number}.${link.code}`);
    case 'place':
      return withCheck(`h.${signedBody(link)}`);
    case 'card':
      return withCheck(`k.${signedBody(link)}`);
    case 'checkIn':
      return `c.${link.shiftId}.${link.code}`;
  }
}

function signedBody({ id, version, proof }: SignedCode<string>): string {
  return `${id}.${version.toString(36).padStart(VERSION_CHARACTERS, '0')}.${proof}`;
}

/** Null when the text is not one of ours, was cut or mistyped. */
export function linkOfScene(scene: string): Link | null {
  if (scene.length > SCENE_MAXIMUM_LENGTH) return null;
  const checkIn = /^c\.([0-9A-Za-z]{10})\.([0-9a-z]{1,9}\.[0-9A-Za-z]{10})$/.exec(scene);
  if (checkIn !== null) {
    return { kind: 'checkIn', shiftId: parseShiftId(checkIn[1] ?? ''), code: checkIn[2] ?? '' };
  }
  const certificate = /^v\.(\d{8}[0-9A-Z]{8})\.([0-9A-Z]{10})\.([0-9A-Z]{2})$/.exec(scene);
  if (certificate !== null) return certificateOfScene(scene, certificate[1] ?? '', certificate[2] ?? '');
  const signed = /^([hk])\.([0-9A-Za-z]{10})\.([0-9a-z]{3})\.([0-9A-Za-z]{10})\.[0-9A-Z]{2}$/.exec(scene);
  if (signed !== null) return signedLinkOf(scene, signed);
  const parts = /^([paso])\.([0-9A-Za-z]{10})\.([0-9A-Z]{2})$/.exec(scene);
  if (parts === null || withCheck(`${parts[1] ?? ''}.${parts[2] ?? ''}`) !== scene) return null;
  const id = parts[2] ?? '';
  if (!isShortId(id)) return null;
  if (parts[1] === 'p') return { kind: 'project', projectId: parseProjectId(id) };
  if (parts[1] === 'o') return { kind: 'ownCertificate', certificateId: parseCertificateId(id) };
  if (parts[1] === 'a') return { kind: 'activity', activityId: parseActivityId(id) };
  return { kind: 'shift', shiftId: parseShiftId(id) };
}

function certificateOfScene(scene: string, numberText: string, codeText: string): Link | null {
  const number = parseCertificateNumber(numberText);
  const code = parseVerificationCode(codeText);
  if (number === null || code === null) return null;
  const link: Link = { kind: 'certificate', number, code };
  return sceneOf(link) === scene ? link : null;
}

function signedLinkOf(scene: string, [, kind, id = '', version = '', proof = '']: string[]): Link | null {
  const printed = { version: Number.parseInt(version, 36), proof };
  const link: Link =
    kind === 'h'
      ? { kind: 'place', id: parsePlaceId(id), ...printed }
      : { kind: 'card', id: parseVolunteerId(id), ...printed };
  return sceneOf(link) === scene ? link : null;
}

/** H5 address: what a printed or rotating QR holds, and what a public-account article links to. */
export function addressOf(origin: string, link: Link): string {
  return `${origin}${LANDING_PATH}?s=${encodeURIComponent(sceneOf(link))}`;
}

/** Mini-program path (no leading slash) for article cards and menus. */
export function miniProgramPathOf(link: Link): string {
  return `pages/landing/index?scene=${encodeURIComponent(sceneOf(link))}`;
}

/** Reads what a camera saw: one of our addresses, a mini-program path, or a bare scene. */
export function linkOfScannedText(text: string): Link | null {
  const match = /[?&](?:s|scene)=([^&#]+)/.exec(text);
  const raw = match?.[1] ?? text.trim();
  try {
    return linkOfScene(decodeURIComponent(raw));
  } catch {
    return null;
  }
}

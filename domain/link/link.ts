/**
 * One link model: what a link means ↔ the text it travels as. The text fits a mini-program scene: at most 32
 * of the characters WeChat allows, two check characters at the end so a mistyped or cut link is refused
 * before any look-up.
 */
import { parseCertificateNumber, parseVerificationCode } from '../certificate/certificate-code';
import type { CertificateNumber, VerificationCode } from '../certificate/certificate-code';
import type { SignedCode } from '../attendance/signed-code';
import { BASE32, parseActivityId, parseProjectId, parseShiftId } from '../kernel/identifiers';
import { parseCertificateId, parsePlaceId, parseVolunteerId } from '../kernel/identifiers';
import type { ActivityId, CertificateId, PlaceId, ProjectId, ShiftId } from '../kernel/identifiers';
import {
  parseTicketId,
  parseWakeId,
  type TicketId,
  type VolunteerId,
  type WakeId,
} from '../kernel/identifiers';
import { channelOfText, textOfChannel, type Channel } from './channel';

export type Link =
  | { readonly kind: 'project'; readonly projectId: ProjectId }
  | { readonly kind: 'activity'; readonly activityId: ActivityId }
  /** 公开统计 of the city */
  | { readonly kind: 'statistics' }
  | { readonly kind: 'shift'; readonly shiftId: ShiftId }
  /** 邀请 (WK5): names a wake and nobody; what it opens to says who opens it */
  | { readonly kind: 'invitation'; readonly wakeId: WakeId }
  /** 实践中心、所、站 */
  | { readonly kind: 'station'; readonly stationId: string }
  /** 查验: both together, or nothing is shown (CE6) */
  | {
      readonly kind: 'certificate';
      readonly number: CertificateNumber;
      readonly code: VerificationCode;
    }
  /** 我的证明: its holder's own screen, in messages (ME8); it opens to nobody else */
  | { readonly kind: 'ownCertificate'; readonly certificateId: CertificateId }
  /** 扫码登录: what a computer shows (CS1); it opens to whoever holds a role */
  | { readonly kind: 'console'; readonly ticketId: TicketId }
  /** 地点码, printed (AT3.2) */
  | ({ readonly kind: 'place' } & SignedCode<PlaceId>)
  /** 志愿者证 (AT3.4) */
  | ({ readonly kind: 'card' } & SignedCode<VolunteerId>)
  /** the rotating code: `code` is `<step>.<mac>` and carries its own proof */
  | { readonly kind: 'checkIn'; readonly shiftId: ShiftId; readonly code: string };

/** A link and the way it was found; whatever proves something itself has no room for a channel. */
export interface Arrival {
  readonly link: Link;
  readonly channel: Channel | null;
}

export const SCENE_MAXIMUM_LENGTH = 32;
/** Stands where the others have an id: all printed scenes are of two lengths, with and without a channel. */
const STATISTICS = 'statistics';
/** Always as many: a doubled or lost character is never another version. */
const VERSION_CHARACTERS = 3;
/** The value of a parameter, the parameter in an address, the address in `q`: each may encode. */
const MAXIMUM_ENCODINGS = 3;
/** Opens the app at what the link means. */
export const LANDING_PATH = '/l';
/** The small page for reading (PG1), of what has one. */
export const PAGE_PATH = '/p';
/** At the end of an address: its opening was counted where one came from (VI1). */
export const SEEN_MARK = '&v=1';
export const LANDING_PAGE = 'pages/landing/index';

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

/** The scene of a link: also the `s` parameter of its H5 address. A channel it cannot carry is left out. */
export function sceneOf(link: Link, channel: Channel | null = null): string {
  const via = channel === null ? '' : `.${textOfChannel(channel)}`;
  switch (link.kind) {
    case 'project':
      return withCheck(`p.${link.projectId}${via}`);
    case 'activity':
      return withCheck(`a.${link.activityId}${via}`);
    case 'shift':
      return withCheck(`s.${link.shiftId}${via}`);
    case 'invitation':
      return withCheck(`i.${link.wakeId}${via}`);
    case 'station':
      return withCheck(`w.${link.stationId}${via}`);
    case 'statistics':
      return withCheck(`t.${STATISTICS}${via}`);
    case 'ownCertificate':
      return withCheck(`o.${link.certificateId}`);
    case 'console':
      return withCheck(`d.${link.ticketId}`);
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
export function arrivalOfScene(scene: string): Arrival | null {
  if (scene.length > SCENE_MAXIMUM_LENGTH) return null;
  const plain = /^([paistw])\.([0-9A-Za-z]{10})(?:\.([a-z][0-9a-z]{2}))?\.[0-9A-Z]{2}$/.exec(scene);
  const link = plain === null ? provingLinkOf(scene) : plainLinkOf(scene, plain[1], plain[2]);
  return link === null ? null : { link, channel: channelOfText(plain?.[3] ?? '') };
}

/** A printed scene without its check characters, such as `a.` and an id. */
export function linkOfBody(body: string): Link | null {
  return linkOfScene(withCheck(body));
}

export function linkOfScene(scene: string): Link | null {
  return arrivalOfScene(scene)?.link ?? null;
}

function plainLinkOf(scene: string, kind: string | undefined, id = ''): Link | null {
  if (withCheck(scene.slice(0, scene.lastIndexOf('.'))) !== scene) return null;
  if (kind === 't') return id === STATISTICS ? { kind: 'statistics' } : null;
  if (kind === 'p') return { kind: 'project', projectId: parseProjectId(id) };
  if (kind === 'i') return { kind: 'invitation', wakeId: parseWakeId(id) };
  if (kind === 'w') return { kind: 'station', stationId: id };
  if (kind === 'a') return { kind: 'activity', activityId: parseActivityId(id) };
  return { kind: 'shift', shiftId: parseShiftId(id) };
}

/** What proves itself, or opens to its holder alone: these say nothing of a way. */
function provingLinkOf(scene: string): Link | null {
  const checkIn = /^c\.([0-9A-Za-z]{10})\.([0-9a-z]{1,9}\.[0-9A-Za-z]{10})$/.exec(scene);
  if (checkIn !== null) {
    return { kind: 'checkIn', shiftId: parseShiftId(checkIn[1] ?? ''), code: checkIn[2] ?? '' };
  }
  const certificate = /^v\.(\d{8}[0-9A-Z]{8})\.([0-9A-Z]{10})\.([0-9A-Z]{2})$/.exec(scene);
  if (certificate !== null) return certificateOfScene(scene, certificate[1] ?? '', certificate[2] ?? '');
  const signed = /^([hk])\.([0-9A-Za-z]{10})\.([0-9a-z]{3})\.([0-9A-Za-z]{10})\.[0-9A-Z]{2}$/.exec(scene);
  if (signed !== null) return signedLinkOf(scene, signed);
  const own = /^(([do])\.([0-9A-Za-z]{10}))\.[0-9A-Z]{2}$/.exec(scene);
  if (own === null || withCheck(own[1] ?? '') !== scene) return null;
  const id = own[3] ?? '';
  return own[2] === 'd'
    ? { kind: 'console', ticketId: parseTicketId(id) }
    : { kind: 'ownCertificate', certificateId: parseCertificateId(id) };
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

/** What anybody may read without the app (PG1). */
export function hasPage({ kind }: Link): boolean {
  return kind === 'project' || kind === 'activity' || kind === 'statistics' || kind === 'certificate';
}

/** A small page has counted the link (VI1): going on from there is no further opening. */
export const SEEN = '&seen=1';

export function isSeenAddress(address: string): boolean {
  return /[?&]seen=1(?:&|$)/.test(address);
}

/** H5 address: what a printed or rotating QR holds, and what a public-account article links to. */
export function addressOf(origin: string, link: Link, channel: Channel | null = null): string {
  const path = hasPage(link) ? PAGE_PATH : LANDING_PATH;
  return `${origin}${path}?s=${encodeURIComponent(sceneOf(link, channel))}`;
}

/** Mini-program path (no leading slash) for article cards and menus. */
export function miniProgramPathOf(link: Link, channel: Channel | null = null): string {
  return `${LANDING_PAGE}?scene=${encodeURIComponent(sceneOf(link, channel))}`;
}

/**
 * Reads what a camera saw or WeChat handed over: one of our addresses, a mini-program path, or a bare scene,
 * plain, or encoded once more by what carried it (`q`).
 */
export function arrivalOfText(text: string): Arrival | null {
  let tried = text;
  for (let layer = 0; layer <= MAXIMUM_ENCODINGS; layer += 1) {
    const arrival = arrivalOfScene(/[?&](?:s|scene)=([^&#]+)/.exec(tried)?.[1] ?? tried.trim());
    if (arrival !== null) return arrival;
    try {
      tried = decodeURIComponent(tried);
    } catch {
      return null;
    }
  }
  return null;
}

export function linkOfScannedText(text: string): Link | null {
  return arrivalOfText(text)?.link ?? null;
}

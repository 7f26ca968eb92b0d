/**
 * 来源 and 引来: how somebody came to register, and what came of it, as a pure function of that person's facts
 * (VI5). Both lie as one text beside what they belong to, equal when they are.
 */
import { isDivisionCode, parseDivisionCode } from '../geography/division';
import type { DivisionCode } from '../kernel/identifiers';
import { MINIMUM_QUALIFYING_MINUTES } from '../statistics/measure';
import type { VolunteerFacts } from '../statistics/contribution';
import { isCivilDay, parseCivilDay, type CivilDay } from '../time/civil-day';
import { channelOfText, textOfChannel, type Channel } from './channel';
import { contentOfText, textOfContent, type Content } from './content';

/** 来源: by which channel, to what, and the division of that; fixed when somebody registers. */
export interface Origin {
  /** null: by a link that named none */
  readonly channel: Channel | null;
  /** null: only the channel is known */
  readonly content: Content | null;
  /** the county of the content; the city for what is the city's, and without a content */
  readonly divisionCode: DivisionCode;
}

const NONE = '-';

/** Such as `a03 p-Abcdefghij 513201`. */
export function textOfOrigin({ channel, content, divisionCode }: Origin): string {
  const via = channel === null ? NONE : textOfChannel(channel);
  return `${via} ${content === null ? NONE : textOfContent(content)} ${divisionCode}`;
}

/** Null for what is none. */
export function originOfText(text: string): Origin | null {
  const [via = '', to = '', code = '', further] = text.split(' ');
  const channel = via === NONE ? null : channelOfText(via);
  const content = to === NONE ? null : contentOfText(to);
  const isWhole = (channel !== null || via === NONE) && (content !== null || to === NONE);
  if (!isWhole || further !== undefined || !isDivisionCode(code)) return null;
  if (channel === null && content === null) return null;
  return { channel, content, divisionCode: parseDivisionCode(code) };
}

/** 引来: a registration that a link led to, and the first service after it, if there was one. */
export interface Referral {
  readonly origin: Origin;
  readonly registeredDay: CivilDay;
  readonly firstServiceDay: CivilDay | null;
}

/** Null: nobody's link led here, or the registration has become another's (RM1). */
export function referralOf({
  standing,
  records,
  origin = null,
}: Pick<VolunteerFacts, 'standing' | 'records' | 'origin'>): Referral | null {
  if (origin === null || standing.status === 'merged') return null;
  const days = records
    .filter(({ minutes }) => minutes >= MINIMUM_QUALIFYING_MINUTES)
    .map(({ serviceDay }) => serviceDay)
    .sort();
  return { origin, registeredDay: standing.registeredDay, firstServiceDay: days[0] ?? null };
}

/** Such as `a03 p-Abcdefghij 513201 2026-11-03 2026-11-20`; empty for none. */
export function textOfReferral(referral: Referral | null): string {
  if (referral === null) return '';
  const { origin, registeredDay, firstServiceDay } = referral;
  return `${textOfOrigin(origin)} ${registeredDay} ${firstServiceDay ?? NONE}`;
}

/** What a stored text may look like; what it means is found when it is read. */
export const REFERRAL_TEXT = /^(?:\S+ \S+ \d{4,12} \d{4}-\d{2}-\d{2} (?:-|\d{4}-\d{2}-\d{2}))?$/;

/** Null for no referral, and for a text that is none of ours: the next fold stores what is right. */
export function referralOfText(text: string): Referral | null {
  const words = text.split(' ');
  const origin = originOfText(words.slice(0, 3).join(' '));
  const [registered = '', served = ''] = words.slice(3);
  if (origin === null || !isCivilDay(registered)) return null;
  const firstServiceDay = isCivilDay(served) ? parseCivilDay(served) : null;
  return { origin, registeredDay: parseCivilDay(registered), firstServiceDay };
}

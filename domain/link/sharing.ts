/** 转发: the ways a person passes a link on, and the words that go with it (LK10). */
import type { Channel } from './channel';

/** 发给朋友, 朋友圈, 收藏. Whether a chat is a group WeChat does not say, so it counts as a friend. */
export type SharingWay = 'friend' | 'timeline' | 'favourite';

export function channelOfSharing(kind: SharingWay): Channel {
  return { kind, number: 0 };
}

/** What a card shows of its title before it cuts, in characters of Chinese. */
export const CARD_TITLE_MAXIMUM = 20;

/** A character of Chinese takes the room of two others. */
function widthOf(character: string): number {
  return /[\u0000-\u00ff]/.test(character) ? 0.5 : 1;
}

/** Never longer than a card shows; what is cut ends in 「…」. */
export function cardTitleOf(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim());
  const total = characters.reduce((sum, one) => sum + widthOf(one), 0);
  if (total <= CARD_TITLE_MAXIMUM) return characters.join('');
  let room = CARD_TITLE_MAXIMUM - 1;
  const kept = characters.slice(
    0,
    characters.findIndex((one) => (room -= widthOf(one)) < 0),
  );
  return `${kept.join('').trimEnd()}…`;
}

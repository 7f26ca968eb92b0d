/**
 * 渠道: by which article, poster or message somebody came. A letter and a number: as much as fits beside an
 * id into a mini-program scene, and no text that somebody could write into a link.
 */

/** Letters travel in printed codes for years: one is never given to another kind. */
const LETTERS = {
  /** 公众号文章 */
  article: 'a',
  /** 公众号菜单 */
  menu: 'm',
  /** 海报、台卡 */
  poster: 'p',
  /** 短信、通知 */
  message: 'n',
  /** 群 */
  group: 'g',
  /** 朋友转发 */
  friend: 'f',
  /** 朋友圈 */
  timeline: 't',
  /** 收藏 */
  favourite: 'v',
} as const;

export type ChannelKind = keyof typeof LETTERS;
export const CHANNEL_KINDS = [
  'article',
  'menu',
  'poster',
  'message',
  'group',
  'friend',
  'timeline',
  'favourite',
] as const satisfies readonly ChannelKind[];

/** `number` says which article or poster it was, 0 where that does not matter. */
export interface Channel {
  readonly kind: ChannelKind;
  readonly number: number;
}

const NUMBER_CHARACTERS = 2;
export const CHANNEL_MAXIMUM_NUMBER = 36 ** NUMBER_CHARACTERS - 1;

/** Three characters, such as `a0k`. */
export function textOfChannel({ kind, number }: Channel): string {
  return `${LETTERS[kind]}${number.toString(36).padStart(NUMBER_CHARACTERS, '0')}`;
}

/** Null for anything else, also for a letter that only a later version knows. */
export function channelOfText(text: string): Channel | null {
  const parts = /^([a-z])([0-9a-z]{2})$/.exec(text);
  const kind = CHANNEL_KINDS.find((one) => LETTERS[one] === parts?.[1]);
  return parts === null || kind === undefined ? null : { kind, number: Number.parseInt(parts[2] ?? '', 36) };
}

/** How channels are called. */
import type { Channel, ChannelKind } from '@domain/link/channel';

export const CHANNEL_WORDS: Readonly<Record<ChannelKind, string>> = {
  article: '公众号文章',
  menu: '公众号菜单',
  poster: '海报、台卡',
  message: '短信、通知',
  group: '微信群',
  friend: '朋友转发',
  timeline: '朋友圈',
  favourite: '微信收藏',
};

/** What is counted of a kind; the others are numbered plainly. */
const UNITS: Readonly<Partial<Record<ChannelKind, string>>> = { article: '篇', poster: '张', message: '条' };

export const NO_CHANNEL_WORDS = '没有标明渠道的链接';

/** 公众号文章 第 3 篇; number 0 says nothing. */
export function channelName(channel: Channel | null): string {
  if (channel === null) return NO_CHANNEL_WORDS;
  const { kind, number } = channel;
  return number === 0
    ? CHANNEL_WORDS[kind]
    : `${CHANNEL_WORDS[kind]} 第 ${String(number)} ${UNITS[kind] ?? '个'}`;
}

/** How channels and snippets are called, and what each is for. */
import type { PlatformLinkForm } from '@contract/reach.contract';
import type { ChannelKind } from '@domain/link/channel';
import type { SnippetKind } from '@domain/link/snippets';

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

export const SNIPPET_WORDS: Readonly<Record<SnippetKind, string>> = {
  card: '小程序卡片（文章代码）',
  textLink: '文字链接（文章代码）',
  pictureLink: '图片链接（文章代码）',
  menu: '自定义菜单（接口代码）',
};

export const FORM_WORDS: Readonly<Record<PlatformLinkForm, string>> = {
  urlLink: '短信、网页里用的链接',
  urlScheme: '别的应用里用的链接',
  shortLink: '微信聊天里用的短链',
};

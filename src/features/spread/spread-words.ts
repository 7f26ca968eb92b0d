/** How snippets are called, and what each is for. */
import type { PlatformLinkForm } from '@contract/reach.contract';
import type { SnippetKind } from '@domain/link/snippets';

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

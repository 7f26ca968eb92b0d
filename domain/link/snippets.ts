/** 推广 (LK9): what an editor pastes into an article or a menu of a public account. */
import { escapeHtml } from '../kernel/escape-html';

export interface SnippetContent {
  /** of the mini-program; the account that pastes it must be bound to it */
  readonly appId: string;
  readonly title: string;
  /** empty: there is none */
  readonly pictureUrl: string;
  /** H5, for whoever cannot open the mini-program */
  readonly address: string;
  /** of the mini-program, no leading slash */
  readonly path: string;
}

export type SnippetKind = 'card' | 'textLink' | 'pictureLink' | 'menu';

/** WeChat refuses a longer name of an entry in a menu's first level; in characters of Chinese. */
const MENU_NAME_MAXIMUM = 4;

function attributes(content: SnippetContent): string {
  const { appId, path } = content;
  return `data-miniprogram-appid="${escapeHtml(appId)}" data-miniprogram-path="${escapeHtml(path)}"`;
}

function linkAround(inner: string, content: SnippetContent): string {
  return `<a ${attributes(content)} href="${escapeHtml(content.address)}">${inner}</a>`;
}

/** Null where there is nothing to make it of. */
export function snippetOf(kind: SnippetKind, content: SnippetContent): string | null {
  const { appId, title, pictureUrl, address, path } = content;
  const picture = escapeHtml(pictureUrl);
  switch (kind) {
    case 'card': {
      const named = `data-miniprogram-title="${escapeHtml(title)}"`;
      const shown = pictureUrl === '' ? '' : ` data-miniprogram-imageurl="${picture}"`;
      return `<mp-miniprogram ${attributes(content)} ${named}${shown}></mp-miniprogram>`;
    }
    case 'textLink':
      return linkAround(escapeHtml(title), content);
    case 'pictureLink':
      if (pictureUrl === '') return null;
      return linkAround(`<img src="${picture}" alt="${escapeHtml(title)}">`, content);
    case 'menu': {
      const name = Array.from(title).slice(0, MENU_NAME_MAXIMUM).join('');
      return JSON.stringify({ type: 'miniprogram', name, url: address, appid: appId, pagepath: path });
    }
  }
}

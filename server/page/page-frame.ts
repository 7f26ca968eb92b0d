/** The frame of every small page (PG1): readable without script, and there is none. */
import type { Channel } from '@domain/link/channel';
import { addressOf, LANDING_PATH, PAGE_PATH, sceneOf, SEEN, type Link } from '@domain/link/link';
import { html, type Html } from './html';
import { PAGE_STYLE } from './page-style';
import { qrSvg } from './qr-svg';

/** What the page is about, as its kind writes it. */
export interface PageContent {
  readonly title: string;
  /** of a line or two: what a forwarded link shows below its title */
  readonly description: string;
  readonly pictureUrl: string | null;
  readonly body: Html;
  /** words of the main button */
  readonly deed: string;
  /** where it leads; null: into the app at what the page is about */
  readonly deedHref: string | null;
}

export interface PageSetting {
  readonly cityName: string;
  readonly isDemonstration: boolean;
  /** null: there is no site's address to print */
  readonly siteOrigin: string | null;
  readonly link: Link;
  readonly channel: Channel | null;
  readonly isBig: boolean;
}

/** The way on, with the channel one came by; whoever follows it has been counted here (VI1). */
export function pageHref(link: Link, channel: Channel | null, isBig: boolean): string {
  return addressOf('', link, channel) + SEEN + (isBig ? '&big=1' : '');
}

/** A certificate opens for whoever holds it: it is neither found nor kept, and makes no link of WeChat's. */
export function isPrivate({ kind }: Link): boolean {
  return kind === 'certificate';
}

export function framePage(content: PageContent, setting: PageSetting): string {
  const { title, description, pictureUrl, body } = content;
  const { link, channel, isBig, siteOrigin } = setting;
  const address = siteOrigin === null ? null : addressOf(siteOrigin, link, channel);
  const meta = html`<meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:type" content="website" />
    ${pictureUrl === null ? null : html`<meta property="og:image" content="${pictureUrl}" />`}
    ${address === null ? null : html`<meta property="og:url" content="${address}" />`}
    ${isPrivate(link) ? html`<meta name="robots" content="noindex" />` : null}`;
  const other = pageHref(link, channel, !isBig);
  const otherSize = html`<a href="${other}">${isBig ? '普通字号' : '大字版'}</a>`;
  return frame(setting, { title, description, meta, otherSize }, [
    pictureUrl === null ? null : html`<img src="${pictureUrl}" alt="${title}" width="640" height="360" />`,
    html`<h1>${title}</h1>`,
    body,
    deeds(content, setting),
    address === null
      ? null
      : html`<div class="code">
          ${qrSvg(address, '二维码：用手机打开这一页')}
          <p>用手机扫一扫，在手机上继续。</p>
        </div>`,
  ]);
}

function deeds({ deed, deedHref }: PageContent, { link, channel }: PageSetting): Html {
  const scene = encodeURIComponent(sceneOf(link, channel));
  const forApp = `${PAGE_PATH}?s=${scene}&to=app`;
  return ways([
    [deedHref ?? `${LANDING_PATH}?s=${scene}${SEEN}`, deed],
    ...(isPrivate(link) ? [] : [[forApp, '在微信小程序里打开'] as const]),
  ]);
}

type Way = readonly [href: string, words: string];

/** The first is the main one. */
function ways(all: readonly Way[]): Html {
  return html`<nav class="deeds" aria-label="接着做">
    ${all.map(
      ([href, words], index) =>
        html`<a class="deed ${index === 0 ? 'main' : ''}" href="${href}">${words}</a>`,
    )}
  </nav>`;
}

interface Head {
  readonly title: string;
  readonly description: string;
  readonly meta: Html | null;
  /** the same page in the other size of type; null: this is no page */
  readonly otherSize: Html | null;
}

function frame(setting: PageSetting, head: Head, main: readonly (Html | null)[]): string {
  const { cityName, isDemonstration, isBig, channel } = setting;
  return html`<!doctype html>
    <html lang="zh-CN" class="${isBig ? 'big' : ''}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="format-detection" content="telephone=no,address=no" />
        <title>${head.title}</title>
        <meta name="description" content="${head.description}" />
        ${head.meta}
        <link rel="icon" href="data:," />
        <style>
          ${PAGE_STYLE}
        </style>
      </head>
      <body>
        ${isDemonstration ? html`<p class="demo">演示数据</p>` : null}
        <header>
          <span><span class="brand">向锋</span> ${cityName}志愿服务</span>
          ${head.otherSize}
        </header>
        <main>${main}</main>
        <footer class="soft">
          <a href="${pageHref({ kind: 'statistics' }, channel, isBig)}">公开统计</a>
          <a href="/home">向锋首页</a>
        </footer>
      </body>
    </html>`.text.replace(/>\s+</g, '><');
}

/** Where the app asks for number and code of a certificate. */
export const VERIFY_PATH = '/verify';

/** What stands where a page would: why, and the ways on. */
export function frameNotice(title: string, text: string, setting: PageSetting): string {
  const first: Way = isPrivate(setting.link)
    ? [VERIFY_PATH, '输入编号和查验码']
    : ['/projects', '看看品牌项目'];
  const meta = html`<meta name="robots" content="noindex" />`;
  return frame(setting, { title, description: text, meta, otherSize: null }, [
    html`<h1>${title}</h1>`,
    html`<p>${text}</p>`,
    ways([first, ['/home', '回首页']]),
  ]);
}

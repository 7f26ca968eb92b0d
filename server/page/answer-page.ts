/**
 * A request of the site's address `/p` as the cloud's HTTP access hands it to a function, and the answer it
 * sends on (PG1–PG5). Never rejects: whoever opened a link reads something.
 */
import { arrivalOfText, hasPage, LANDING_PATH, sceneOf, SEEN, type Arrival } from '@domain/link/link';
import { printedCodeOf } from '@domain/certificate/verification-link';
import * as z from 'zod';
import '@contract/zod-config';
import type { Ports } from '../kernel/ports';
import { platformLinkOf } from '../reach/platform-links';
import { cityOf } from '../system/city';
import { countPageOpening, locatePage } from './count-page-opening';
import { KEPT_MS } from './kept-for-a-minute';
import { pageAnswer } from './page-answers';
import { frameNotice, framePage, isPrivate, type PageContent, type PageSetting } from './page-frame';
import { renderActivity } from './render-activity';
import { renderProject } from './render-project';
import { renderStatistics } from './render-statistics';
import { renderVerification } from './render-verification';

/** What the platform sends on as an HTTP answer. */
export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const value = z.string().max(1_024).catch('').default('');
const requestSchema = z.object({
  httpMethod: z.string(),
  queryStringParameters: z.object({ s: value, scene: value, to: value, big: value, seen: value }).catch({
    ...{ s: '', scene: '', to: '', big: '', seen: '' },
  }),
});

/** Beyond so many articles or posters a link of WeChat's tells their kind only: each is made and stored. */
const TOLD_NUMBERS = 100;

const GUARD = {
  'content-type': 'text/html; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // No script at all, no form, nobody's frame: what a title might smuggle in would not run.
  'content-security-policy':
    "default-src 'none'; img-src * data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; " +
    "frame-ancestors 'none'",
} as const;

function page(statusCode: number, body: string, cacheControl = 'no-store'): HttpAnswer {
  return { statusCode, headers: { ...GUARD, 'cache-control': cacheControl }, body };
}

function redirect(location: string): HttpAnswer {
  return { statusCode: 302, headers: { location, 'cache-control': 'no-store' }, body: '' };
}

/** Round trips: the city and those of what is shown, once a minute; and one for the opening. */
export async function answerPage(ports: Ports, event: unknown): Promise<HttpAnswer> {
  const request = requestSchema.safeParse(event);
  const method = request.success ? request.data.httpMethod : '';
  if (!request.success || (method !== 'GET' && method !== 'HEAD'))
    return { statusCode: 405, headers: { allow: 'GET, HEAD' }, body: '' };
  const { s, scene, to, big, seen } = request.data.queryStringParameters;
  const arrival = arrivalOfText(s === '' ? scene : s);
  try {
    const { cityName, isDemonstration, siteOrigin } = await cityOf(ports);
    const here = arrival ?? { link: { kind: 'statistics' }, channel: null };
    const setting = { cityName, isDemonstration, siteOrigin, ...here, isBig: big === '1' };
    if (arrival === null) return notice(404, UNREADABLE, setting);
    if (!hasPage(arrival.link)) return redirect(appAddressOf(arrival));
    const isFirst = method === 'GET' && seen !== '1' && to !== 'app';
    return await show(ports, setting, { isForApp: to === 'app', isFirst });
  } catch (error) {
    const text = error instanceof Error ? error.message : 'not an Error';
    ports.log({ function: 'page', error: text.slice(0, 300) });
    // The app has words for every trouble, and asks again by itself.
    return arrival === null ? redirect('/home') : redirect(appAddressOf(arrival));
  }
}

function appAddressOf({ link, channel }: Arrival): string {
  return `${LANDING_PATH}?s=${encodeURIComponent(sceneOf(link, channel))}`;
}

const UNREADABLE = [
  '这个链接打不开',
  '它可能没有复制完整，或者不是向锋的码。请重新扫一次，或从下面继续。',
] as const;
const GONE = [
  '这里没有可以看的内容',
  '它可能已经撤下，或者编号和查验码不对。请核对后再试，或从下面继续。',
] as const;

function notice(status: number, [title, text]: readonly [string, string], setting: PageSetting): HttpAnswer {
  return page(status, frameNotice(title, text, setting));
}

interface Wish {
  readonly isForApp: boolean;
  /** this is where the link is opened (VI1) */
  readonly isFirst: boolean;
}

async function show(ports: Ports, setting: PageSetting, wish: Wish): Promise<HttpAnswer> {
  const [content, located] = await Promise.all([
    contentOf(ports, setting),
    wish.isFirst ? locatePage(ports, setting.link) : null,
  ]);
  if (content === 'busy') return redirect(appAddressOf(setting));
  if (content === null) return notice(404, GONE, setting);
  if (wish.isForApp && !isPrivate(setting.link)) return redirect(await miniProgramAddressOf(ports, setting));
  // Awaited, for the instance freezes with the answer.
  if (located !== null) await countPageOpening(ports, located, setting.channel);
  const seconds = String(KEPT_MS / 1_000);
  return page(
    200,
    framePage(content, setting),
    isPrivate(setting.link) ? 'no-store' : `public, max-age=${seconds}`,
  );
}

/** WeChat's own link into the mini-program; the app in the browser when WeChat gives none. */
async function miniProgramAddressOf(ports: Ports, { link, channel }: PageSetting): Promise<string> {
  const told = channel === null || channel.number < TOLD_NUMBERS ? channel : { ...channel, number: 0 };
  try {
    const wanted = { link, channel: told, isSeen: true };
    return (await platformLinkOf(ports, ports.now(), 'urlLink', wanted)).text;
  } catch (error) {
    const text = error instanceof Error ? error.message : 'not an Error';
    ports.log({ function: 'page', urlLink: text.slice(0, 300) });
    return appAddressOf({ link, channel }) + SEEN;
  }
}

/** Null: nobody may see it, or it is not there; busy: it may be there in a moment. */
async function contentOf(ports: Ports, setting: PageSetting): Promise<PageContent | 'busy' | null> {
  const { link, channel, isBig } = setting;
  switch (link.kind) {
    case 'project': {
      const { projectId } = link;
      const answer = await pageAnswer(ports, 'project.getProject', { projectId }, true);
      return answer.ok ? renderProject(answer.value, { channel, isBig }) : gapOf(answer.code);
    }
    case 'activity': {
      const { activityId } = link;
      const answer = await pageAnswer(ports, 'activity.getActivity', { activityId }, true);
      const way = { channel, isBig, now: ports.now() };
      return answer.ok ? renderActivity(answer.value, way) : gapOf(answer.code);
    }
    case 'statistics': {
      const answer = await pageAnswer(ports, 'statistics.getPublicBoard', {}, true);
      return answer.ok ? renderStatistics(answer.value) : gapOf(answer.code);
    }
    case 'certificate': {
      const input = { number: link.number, code: printedCodeOf(link) };
      const answer = await pageAnswer(ports, 'certificate.getVerification', input, false);
      return answer.ok ? renderVerification(answer.value, link.number) : gapOf(answer.code);
    }
    case 'shift':
    case 'invitation':
    case 'station':
    case 'ownCertificate':
    case 'console':
    case 'place':
    case 'card':
    case 'checkIn':
      return null;
  }
}

function gapOf(code: string): 'busy' | null {
  return code.startsWith('system.') ? 'busy' : null;
}

import { isJsonObject, stringOf, type JsonObject, type JsonValue } from '../host/json';
import {
  accepted,
  refused,
  type OpenApiAnswer,
  type OpenApiCall,
  type OpenApiContext,
} from './open-api-types';

const MAX_QUERY_LENGTH = 1024;
/** WeChat gives no link that lives longer. */
const MAX_EXPIRE_DAYS = 30;

/** The H5 address of the page a link opens: locally it can be opened itself. */
function pageAddressOf(target: JsonObject, context: OpenApiContext): string | OpenApiAnswer {
  const path = stringOf(target['path'] ?? '');
  const query = stringOf(target['query'] ?? '');
  if (path === undefined || path.includes('?')) return refused(40165, 'invalid weapp pagepath');
  if (query === undefined || query.length > MAX_QUERY_LENGTH) return refused(40212, 'invalid query');
  const page = path.replace(/^\//, '');
  if (page !== '' && context.pages !== undefined && !context.pages.includes(page)) {
    return refused(40165, 'invalid weapp pagepath');
  }
  return `${context.siteUrl()}/${page}${query === '' ? '' : `?${query}`}`;
}

function isDaysRefused(days: JsonValue | undefined): boolean {
  return typeof days === 'number' && (days < 1 || days > MAX_EXPIRE_DAYS);
}

/** `urllink.generate`: locally the link is the H5 address of the same page, so that it can be opened. */
export function generateUrlLink(call: OpenApiCall, context: OpenApiContext): OpenApiAnswer {
  if (isDaysRefused(call.parameters['expire_interval'])) return refused(85401, 'invalid expire time');
  const address = pageAddressOf(call.parameters, context);
  return typeof address === 'string' ? accepted({ url_link: address }) : address;
}

/** `urlscheme.generate`: another app hands `weixin://…` to WeChat; locally it names the H5 address. */
export function generateUrlScheme(call: OpenApiCall, context: OpenApiContext): OpenApiAnswer {
  const target = call.parameters['jump_wxa'] ?? {};
  if (!isJsonObject(target)) return refused(40165, 'invalid weapp pagepath');
  if (isDaysRefused(call.parameters['expire_interval'])) return refused(85401, 'invalid expire time');
  const address = pageAddressOf(target, context);
  if (typeof address !== 'string') return address;
  return accepted({ openlink: `weixin://dl/business/?t=${encodeURIComponent(address)}` });
}

/** `shortlink.generate`: text that WeChat's chats turn into a link; locally it names the H5 address. */
export function generateShortLink(call: OpenApiCall, context: OpenApiContext): OpenApiAnswer {
  const [path = '', query = ''] = (stringOf(call.parameters['page_url'] ?? '') ?? '').split('?');
  if (path === '') return refused(40066, 'invalid url');
  const address = pageAddressOf({ path, query }, context);
  if (typeof address !== 'string') return refused(40066, 'invalid url');
  return accepted({ link: `#小程序://本机/${encodeURIComponent(address)}` });
}

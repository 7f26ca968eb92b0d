import { stringOf } from '../host/json';
import {
  accepted,
  refused,
  type OpenApiAnswer,
  type OpenApiCall,
  type OpenApiContext,
} from './open-api-types';

const MAX_QUERY_LENGTH = 1024;

/** `urllink.generate`: locally the link is the H5 address of the same page, so that it can be opened. */
export function generateUrlLink(call: OpenApiCall, context: OpenApiContext): OpenApiAnswer {
  const path = stringOf(call.parameters['path'] ?? '');
  const query = stringOf(call.parameters['query'] ?? '');
  if (path === undefined || path.includes('?')) return refused(40165, 'invalid weapp pagepath');
  if (query === undefined || query.length > MAX_QUERY_LENGTH) return refused(40212, 'invalid query');
  const page = path.replace(/^\//, '');
  if (page !== '' && context.pages !== undefined && !context.pages.includes(page)) {
    return refused(40165, 'invalid weapp pagepath');
  }
  return accepted({ url_link: `${context.siteUrl()}/${page}${query === '' ? '' : `?${query}`}` });
}

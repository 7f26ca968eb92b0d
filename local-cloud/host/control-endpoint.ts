import { readFile } from 'node:fs/promises';
import { controlRoutes } from './control-routes';
import type { ControlRoute } from './control-types';
import type { ControlledCloud } from './controlled-cloud';
import { HttpError } from './http-error';
import type { HttpAnswer, HttpRequest } from './http-types';
import { inspectRoutes } from './inspect-routes';
import { findInspectorPage } from '../inspector/find-inspector-page';
import { parseJsonObject, type JsonObject } from './json';
import { isOwnOrigin } from './loopback';

const MAX_BODY_BYTES = 1024 * 1024;
const PREFIX = '/__local/';
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
].join('; ');

/** `/__local/…`: looking inside and steering, as docs/local-cloud.md describes it. */
export class ControlEndpoint {
  private readonly routes: ControlRoute[];

  constructor(cloud: ControlledCloud) {
    this.routes = [...controlRoutes(cloud), ...inspectRoutes(cloud)];
  }

  async handle(request: HttpRequest): Promise<HttpAnswer> {
    const { headers, method } = request;
    if (!isOwnOrigin(headers.origin, headers.host)) {
      throw new HttpError(403, 'FOREIGN_ORIGIN', 'only pages of this server may use the control interface');
    }
    if (request.path === '/__local') return { status: 302, headers: { location: PREFIX } };
    if (request.path === PREFIX && method === 'GET') return inspectorPage();
    const path = request.path.slice(PREFIX.length);
    const candidates = this.routes.filter((route) => parameterOf(route.path, path) !== undefined);
    const wanted = method === 'HEAD' ? 'GET' : method;
    const route = candidates.find((candidate) => candidate.method === wanted);
    if (route === undefined) {
      const known = candidates.length > 0;
      throw known
        ? new HttpError(405, 'METHOD_NOT_ALLOWED', `${method} is not possible here`)
        : new HttpError(404, 'NOT_FOUND', `there is no control address ${request.path}`);
    }
    return route.handle({
      request,
      parameter: parameterOf(route.path, path) ?? '',
      body: await readBody(request),
    });
  }
}

/** The variable part of `path` when it fits `pattern`; undefined when it does not fit. */
function parameterOf(pattern: string, path: string): string | undefined {
  if (!pattern.includes('*')) return pattern === path ? '' : undefined;
  const [before = '', after = ''] = pattern.split('*');
  if (!path.startsWith(before) || !path.endsWith(after)) return undefined;
  const part = path.slice(before.length, path.length - after.length);
  if (part === '' || part.includes('/') || path.length < before.length + after.length) return undefined;
  return decodeURIComponent(part);
}

async function readBody(request: HttpRequest): Promise<JsonObject> {
  const bytes = await request.body(MAX_BODY_BYTES);
  try {
    return parseJsonObject(bytes.toString('utf8'));
  } catch {
    throw new HttpError(400, 'INVALID_JSON', 'the body must be a JSON object');
  }
}

async function inspectorPage(): Promise<HttpAnswer> {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': PAGE_POLICY,
  };
  return { status: 200, headers, body: await readFile(findInspectorPage()) };
}

import type { FunctionHost } from '../functions/function-host';
import { HttpError } from './http-error';
import type { HttpAnswer, HttpRequest } from './http-types';
import type { Identity } from './identity';
import { isJsonObject, parseJson, stringOf, type JsonObject } from './json';

const MAX_BODY_BYTES = 100 * 1024;
/** Nobody signs in on this way. */
const VISITOR: Identity = { openid: '', source: 'wx_http', clientIp: '127.0.0.1' };

/** HTTP access of the cloud: certain paths of the site are answered by a function instead of a file. */
export class HttpAccess {
  constructor(
    private readonly functions: FunctionHost,
    private readonly paths: Readonly<Record<string, string>>,
  ) {}

  /** The function behind a path, and behind everything below it. */
  functionOf(path: string): string | undefined {
    const found = Object.keys(this.paths).find((known) => path === known || path.startsWith(`${known}/`));
    return found === undefined ? undefined : this.paths[found];
  }

  async handle(request: HttpRequest, functionName: string): Promise<HttpAnswer> {
    const event = await eventOf(request);
    const { result } = await this.functions.invoke({
      functionName,
      event,
      identity: VISITOR,
      trigger: 'gateway',
    });
    if (!result.ok) throw new HttpError(500, result.code, result.message);
    return answerOf(result.text);
  }
}

/** The request as a function gets it (集成请求). */
async function eventOf(request: HttpRequest): Promise<JsonObject> {
  const { path, method, query, headers, requestId } = request;
  const single = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const body = method === 'GET' || method === 'HEAD' ? '' : (await request.body(MAX_BODY_BYTES)).toString();
  return {
    path,
    httpMethod: method,
    headers: Object.fromEntries(single),
    queryStringParameters: Object.fromEntries(query),
    requestContext: { requestId },
    body,
    isBase64Encoded: false,
  };
}

/** An answer with a status (集成响应) is sent as it says; anything else is text or JSON of its own. */
function answerOf(text: string): HttpAnswer {
  const value = parseJson(text);
  if (typeof value === 'string') return { status: 200, headers: PLAIN, body: value };
  if (!isJsonObject(value) || typeof value['statusCode'] !== 'number') {
    return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: text };
  }
  const { statusCode, headers, body, isBase64Encoded } = value;
  const sent = isJsonObject(headers ?? null) ? Object.entries(parseHeaders(headers)) : [];
  const content = stringOf(body ?? '') ?? '';
  return {
    status: statusCode,
    headers: Object.fromEntries(sent),
    body: isBase64Encoded === true ? Buffer.from(content, 'base64') : content,
  };
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' } as const;

function parseHeaders(headers: unknown): Record<string, string> {
  return headers as Record<string, string>;
}

import { readFile } from 'node:fs/promises';
import type { FaultInjector } from '../faults/fault-injector';
import type { FunctionHost } from '../functions/function-host';
import { HttpError } from './http-error';
import {
  errorAnswer,
  jsonTextAnswer,
  type HttpAnswer,
  type HttpOutcome,
  type HttpRequest,
} from './http-types';
import { identityOfAuthorization } from './identity';
import { parseJsonObject, type JsonObject } from './json';
import { isLoopbackOrigin } from './loopback';

export interface GatewayOptions {
  readonly functions: FunctionHost;
  readonly faults: FaultInjector;
  readonly contractFile: string | undefined;
}

const MAX_EVENT_BYTES = 100 * 1024;
const STATUS_OF_CODE: Record<string, number> = {
  FUNCTION_NOT_FOUND: 404,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 504,
};

/** The HTTP shape of the production gateway, so that H5 and any program use one client for both. */
export class Gateway {
  constructor(private readonly options: GatewayOptions) {}

  /** Handles everything under `/v1/`. */
  async handle(request: HttpRequest): Promise<HttpOutcome> {
    const { origin } = request.headers;
    if (origin !== undefined && !isLoopbackOrigin(origin)) {
      throw new HttpError(403, 'FOREIGN_ORIGIN', 'pages of other machines may not call the local cloud');
    }
    const outcome = await this.route(request).catch((error: unknown) => {
      if (!(error instanceof HttpError)) throw error;
      return errorAnswer(error.status, error.code, error.message, request.requestId);
    });
    if (outcome === 'drop' || origin === undefined) return outcome;
    return { ...outcome, headers: { ...outcome.headers, ...corsHeaders(request, origin) } };
  }

  private async route(request: HttpRequest): Promise<HttpOutcome> {
    if (request.method === 'OPTIONS') return { status: 204 };
    if (request.path === '/v1/contract') return this.contract(request);
    const name = /^\/v1\/functions\/([^/]+)$/.exec(request.path)?.[1];
    if (name === undefined)
      throw new HttpError(404, 'NOT_FOUND', 'use POST /v1/functions/<name> or GET /v1/contract');
    if (request.method !== 'POST') throw new HttpError(405, 'METHOD_NOT_ALLOWED', 'POST only');
    return this.invoke(request, name);
  }

  private async invoke(request: HttpRequest, functionName: string): Promise<HttpOutcome> {
    const identity = identityOfAuthorization(request.headers.authorization, request.clientIp);
    const event = parseEvent(await request.body(MAX_EVENT_BYTES));
    const { faults } = this.options;
    const subject = `gateway:${functionName}`;
    const delayMs = faults.latencyMs(subject);
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    const refusal = faults.fire('error', subject)[0];
    if (refusal !== undefined) throw new HttpError(503, refusal.code, refusal.message);
    const { id, result } = await this.options.functions.invoke({
      functionName,
      event,
      identity,
      trigger: 'gateway',
    });
    if (faults.fire('dropAnswer', subject).length > 0) return 'drop';
    if (result.ok) return withHeader(jsonTextAnswer(result.text), 'x-request-id', id);
    return errorAnswer(STATUS_OF_CODE[result.code] ?? 500, result.code, result.message, id);
  }

  private async contract(request: HttpRequest): Promise<HttpAnswer> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new HttpError(405, 'METHOD_NOT_ALLOWED', 'GET only');
    }
    const file = this.options.contractFile;
    if (file === undefined) throw new HttpError(404, 'NOT_FOUND', 'no contract is served here');
    return jsonTextAnswer(await readFile(file, 'utf8'));
  }
}

function parseEvent(body: Buffer): JsonObject {
  try {
    return parseJsonObject(body.toString('utf8'));
  } catch {
    throw new HttpError(400, 'INVALID_JSON', 'the body must be a JSON object: the event of the function');
  }
}

function corsHeaders(request: HttpRequest, origin: string): Record<string, string> {
  const requested = request.headers['access-control-request-headers'];
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': typeof requested === 'string' ? requested : 'authorization, content-type',
    'access-control-expose-headers': 'x-request-id',
    'access-control-max-age': '600',
    vary: 'origin, access-control-request-headers',
  };
}

function withHeader(answer: HttpAnswer, name: string, value: string): HttpAnswer {
  return { ...answer, headers: { ...answer.headers, [name]: value } };
}

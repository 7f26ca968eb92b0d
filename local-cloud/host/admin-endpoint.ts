import type { LocalDatabase } from '../database/database';
import type { FaultInjector } from '../faults/fault-injector';
import type { FunctionHost } from '../functions/function-host';
import { addAdminCall, type InvocationRecord } from '../functions/invocation-record';
import { decodeCommonApiRequest, encodeCommonApiResponse } from '../open-api/protobuf';
import type { OpenApi } from '../open-api/open-api';
import type { StorageActions } from '../storage/storage-actions';
import { HttpError, NotImplementedError } from './http-error';
import { jsonAnswer, type HttpAnswer, type HttpOutcome, type HttpRequest } from './http-types';
import { identityOfApiToken } from './identity';
import { messageOf, parseJsonObject, stringOf, type JsonObject } from './json';
import { parseMultipart, textPart } from './multipart';

export interface AdminEndpointOptions {
  readonly database: LocalDatabase;
  readonly functions: FunctionHost;
  readonly storage: StorageActions;
  readonly openApi: OpenApi;
  readonly faults: FaultInjector;
}

/** One request of the SDK, whichever way it was encoded. */
interface AdminCall {
  readonly action: string;
  /** Collection, function, interface or path: what the action is about. */
  readonly subject: string;
  readonly body: JsonObject;
  /** The protobuf of `wx.openApi`. */
  readonly payload: Buffer | null;
  readonly invocation: InvocationRecord | undefined;
}

const MAX_BODY_BYTES = 16 * 1024 * 1024;
const CONFLICT = {
  code: 'DATABASE_TRANSACTION_CONFLICT',
  message: '[ResourceUnavailable.TransactionConflict] Transaction is conflict (fault)',
};

/** The `/admin` wire that the unmodified wx-server-sdk talks: always status 200, failures carry a `code`. */
export class AdminEndpoint {
  constructor(private readonly options: AdminEndpointOptions) {}

  async handle(request: HttpRequest, invocationId: string | undefined): Promise<HttpOutcome> {
    // The SDK is a program: a request with an Origin comes from some web page.
    if (request.headers.origin !== undefined)
      throw new HttpError(403, 'FOREIGN_ORIGIN', '/admin is not for pages');
    if (request.method !== 'POST') throw new HttpError(405, 'METHOD_NOT_ALLOWED', 'POST only');
    const started = performance.now();
    const call = await this.read(request, invocationId);
    const number = (call.invocation?.adminCallCount ?? 0) + 1;
    if (call.invocation !== undefined) call.invocation.adminCallCount = number;
    if (this.isKilled(call, number, false)) return 'drop';
    const outcome = await this.perform(call, request.requestId);
    if (call.invocation !== undefined) {
      const durationMs = Math.round((performance.now() - started) * 10) / 10;
      addAdminCall(call.invocation, {
        action: call.action,
        subject: call.subject,
        durationMs,
        code: outcome.code,
      });
    }
    if (this.isKilled(call, number, true)) return 'drop';
    return this.options.faults.fire('dropAnswer', faultSubject(call)).length > 0 ? 'drop' : outcome.answer;
  }

  private async read(request: HttpRequest, invocationId: string | undefined): Promise<AdminCall> {
    const bytes = await request.body(MAX_BODY_BYTES);
    const contentType = request.headers['content-type'] ?? '';
    const invocation = invocationId === undefined ? undefined : this.options.functions.record(invocationId);
    if (!contentType.startsWith('multipart/')) {
      const body = parseJsonObject(bytes.toString('utf8'));
      return {
        action: stringOf(body['action']) ?? '',
        subject: subjectOf(body),
        body,
        payload: null,
        invocation,
      };
    }
    const parts = parseMultipart(contentType, bytes);
    const body: JsonObject = {};
    for (const name of ['action', 'apiName', 'wxCloudApiToken']) body[name] = textPart(parts, name) ?? '';
    const payload = parts.find((part) => part.name === 'requestData')?.content ?? Buffer.alloc(0);
    return { action: stringOf(body['action']) ?? '', subject: subjectOf(body), body, payload, invocation };
  }

  private async perform(
    call: AdminCall,
    requestId: string,
  ): Promise<{ answer: HttpAnswer; code: string | null }> {
    try {
      const delayMs = this.options.faults.latencyMs(faultSubject(call));
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      const refusal = this.options.faults.fire('error', faultSubject(call))[0];
      if (refusal !== undefined) return failure(refusal.code, refusal.message, requestId);
      if (call.action === 'wx.openApi') return { answer: this.openApi(call), code: null };
      const result = await this.route(call);
      const code = stringOf(result['code']) ?? null;
      return { answer: jsonAnswer({ requestId, ...result }), code };
    } catch (error) {
      return failure(codeOf(error), messageOf(error), requestId);
    }
  }

  private async route(call: AdminCall): Promise<Record<string, unknown>> {
    const { action, body } = call;
    const { database, faults, storage } = this.options;
    if (action === 'database.commitTransaction' && faults.fire('conflict', action).length > 0) {
      await database.handle('database.abortTransaction', body);
      return CONFLICT;
    }
    if (action.startsWith('database.')) return database.handle(action, body);
    if (action.startsWith('storage.')) return storage.handle(action, body);
    if (action === 'functions.invokeFunction') return this.invokeFunction(call);
    if (action === 'wx.api') return this.plainOpenApi(call);
    throw new NotImplementedError(action === 'wx.wxPayApi' ? `cloudPay.${call.subject}` : `action ${action}`);
  }

  private async invokeFunction(call: AdminCall): Promise<JsonObject> {
    const functionName = stringOf(call.body['function_name']) ?? '';
    const identity = identityOfApiToken(call.body['wxCloudApiToken']);
    const event = parseJsonObject(stringOf(call.body['request_data']) ?? '');
    const parentId = call.invocation?.id;
    const { result } = await this.options.functions.invoke({
      functionName,
      event,
      identity,
      trigger: 'nested',
      parentId,
    });
    if (!result.ok) return { code: result.code, message: result.message };
    return { data: { response_data: result.text } };
  }

  /** `cloud.callOpenAPI`, the older door to the same interfaces. */
  private plainOpenApi(call: AdminCall): JsonObject {
    const parameters = parseJsonObject(stringOf(call.body['requestData']) ?? '');
    const answer = this.options.openApi.call({ name: call.subject, parameters, openid: callerOf(call) });
    if (answer.kind === 'file')
      throw new NotImplementedError(`callOpenAPI ${call.subject} with a file as its answer`);
    return { data: { responseData: JSON.stringify(answer.body) } };
  }

  private openApi(call: AdminCall): HttpAnswer {
    const request = decodeCommonApiRequest(call.payload ?? Buffer.alloc(0));
    if (request.kind === 'svrkit') throw new NotImplementedError(request.apiName);
    if (request.kind === 'other') throw new NotImplementedError(`wx.openApi type ${request.apiType}`);
    const { parameters } = request;
    const answer = this.options.openApi.call({ name: call.subject, parameters, openid: callerOf(call) });
    const response =
      answer.kind === 'file'
        ? { contentType: answer.contentType, data: answer.bytes }
        : { contentType: 'application/json; charset=utf-8', data: Buffer.from(JSON.stringify(answer.body)) };
    const headers = { 'content-type': 'application/octet-stream' };
    return { status: 200, headers, body: encodeCommonApiResponse(response) };
  }

  private isKilled(call: AdminCall, number: number, after: boolean): boolean {
    const { invocation } = call;
    if (invocation === undefined) return false;
    const accepts = (rule: { atCall: number; after: boolean }): boolean =>
      rule.atCall === number && rule.after === after;
    if (this.options.faults.fire('killWorker', invocation.functionName, accepts).length === 0) return false;
    this.options.functions.kill(invocation.id);
    return true;
  }
}

function subjectOf(body: JsonObject): string {
  for (const name of ['collectionName', 'function_name', 'apiName', 'path']) {
    const value = body[name];
    if (typeof value === 'string') return value;
  }
  return '';
}

function faultSubject(call: AdminCall): string {
  return call.subject === '' ? call.action : `${call.action}:${call.subject}`;
}

function callerOf(call: AdminCall): string {
  return identityOfApiToken(call.body['wxCloudApiToken']).openid;
}

function failure(code: string, message: string, requestId: string): { answer: HttpAnswer; code: string } {
  return { answer: jsonAnswer({ code, message, requestId }), code };
}

function codeOf(error: unknown): string {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? stringOf(error.code) : undefined;
  return code ?? (error instanceof SyntaxError ? 'INVALID_PARAM' : 'SYS_ERR');
}

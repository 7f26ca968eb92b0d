import type { HttpRequest, HttpResult, RequestJson } from './http-types';

export type * from './http-types';

function headersOf(request: HttpRequest): Record<string, string> {
  return {
    ...(request.body ? { 'content-type': 'application/json' } : {}),
    ...(request.token ? { authorization: `Bearer ${request.token}` } : {}),
  };
}

async function answerOf(response: Response): Promise<HttpResult> {
  const text = await response.text();
  try {
    return { ok: true, status: response.status, body: JSON.parse(text) };
  } catch {
    return { ok: false, reason: 'badAnswer' };
  }
}

export const requestJson: RequestJson = async (request) => {
  const abort = new AbortController();
  const timer = setTimeout(() => {
    abort.abort();
  }, request.timeoutMs);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: headersOf(request),
      ...(request.body ? { body: JSON.stringify(request.body) } : {}),
      signal: abort.signal,
      cache: 'no-store',
    });
    return await answerOf(response);
  } catch {
    return { ok: false, reason: abort.signal.aborted ? 'timeout' : 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
};

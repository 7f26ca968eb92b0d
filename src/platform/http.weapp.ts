import Taro from '@tarojs/taro';

import type { RequestJson } from './http-types';

export type * from './http-types';

function parseFailureText(error: unknown): string {
  return String((error as { errMsg?: unknown } | undefined)?.errMsg ?? error);
}

export const requestJson: RequestJson = async ({ method, url, body, token, timeoutMs }) => {
  try {
    const { statusCode, data } = await Taro.request<unknown, Readonly<Record<string, unknown>>>({
      method,
      url,
      timeout: timeoutMs,
      header: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { data: body } : {}),
    });
    // WeChat hands over the text itself when it is not JSON.
    if (typeof data === 'string') return { ok: false, reason: 'badAnswer' };
    return { ok: true, status: statusCode, body: data };
  } catch (error) {
    return { ok: false, reason: parseFailureText(error).includes('timeout') ? 'timeout' : 'unreachable' };
  }
};

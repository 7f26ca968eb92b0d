import Taro from '@tarojs/taro';

import { ANSWERS, type Answer } from '@domain/message/agreement';

import type { SubscribeResult } from './subscribe-types';

export type * from './subscribe-types';

/** The main switch of this app's messages is off. */
const SWITCHED_OFF = 20_004;

export function canSubscribe(): Promise<boolean> {
  return Promise.resolve(true);
}

function parseAnswers(result: unknown, templateIds: readonly string[]): Record<string, Answer> {
  const given = (result ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    templateIds.flatMap((id) => {
      const answer = ANSWERS.find((one) => one === given[id]);
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
}

function parseErrorCode(error: unknown): number | null {
  const { errCode } = (error ?? {}) as { errCode?: unknown };
  return typeof errCode === 'number' ? errCode : null;
}

/** Only from a tap, and at most three at once. Never rejects. */
export async function askSubscriptions(templateIds: readonly string[]): Promise<SubscribeResult> {
  try {
    // Alipay's parameter is required by Taro's types and ignored by WeChat.
    const options = { tmplIds: [...templateIds], entityIds: [] };
    const result: unknown = await Taro.requestSubscribeMessage(options);
    return { ok: true, answers: parseAnswers(result, templateIds) };
  } catch (error) {
    return { ok: false, reason: parseErrorCode(error) === SWITCHED_OFF ? 'off' : 'unavailable' };
  }
}

/** WeChat's own page: 总是拒绝 is taken back there only. */
export const hasSubscribeSettings: boolean = true;
export async function openSubscribeSettings(): Promise<boolean> {
  try {
    await Taro.openSetting({ withSubscriptions: true });
    return true;
  } catch {
    return false;
  }
}

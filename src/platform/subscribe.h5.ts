import Taro from '@tarojs/taro';

import { requestJson } from './http';
import { getLocalOpenid } from './identity';
import { getRuntimeConfig } from './runtime-config';
import type { SubscribeResult } from './subscribe-types';

export type * from './subscribe-types';

const timeoutMs = 8_000;

/** A browser has no such messages; on a local cloud its control interface stands for WeChat. */
export async function canSubscribe(): Promise<boolean> {
  return (await getRuntimeConfig()).isLocal;
}

/** Only from a tap, and at most three at once. Never rejects. */
export async function askSubscriptions(templateIds: readonly string[]): Promise<SubscribeResult> {
  const { gateway, isLocal } = await getRuntimeConfig();
  if (!isLocal) return { ok: false, reason: 'unavailable' };
  const { confirm } = await Taro.showModal({
    title: '接收消息（本机演示）',
    content: `这里代替微信的订阅弹窗：允许后，${String(templateIds.length)} 种消息各可以收到一条。`,
    confirmText: '允许',
    cancelText: '拒绝',
  });
  const answer = confirm ? 'accept' : 'reject';
  if (confirm) {
    const url = `${gateway}/__local/subscriptions/accept`;
    const body = { openid: getLocalOpenid(), templateIds: [...templateIds] };
    const result = await requestJson({ method: 'POST', url, body, timeoutMs });
    if (!result.ok || result.status !== 200) return { ok: false, reason: 'unavailable' };
  }
  return { ok: true, answers: Object.fromEntries(templateIds.map((id) => [id, answer])) };
}

/** There are no settings of messages in a browser. */
export const hasSubscribeSettings: boolean = false;
export function openSubscribeSettings(): Promise<boolean> {
  return Promise.resolve(false);
}

import type { NoAnswerReason } from './http-types';

/** `answer` is what the function returned, not yet checked. Never rejects. */
export type CloudCallResult = { ok: true; answer: unknown } | { ok: false; reason: NoAnswerReason };

export type CallFunction = (
  name: string,
  event: Readonly<Record<string, unknown>>,
  timeoutMs: number,
) => Promise<CloudCallResult>;

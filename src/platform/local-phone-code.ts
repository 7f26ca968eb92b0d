/** On a local cloud anyone may have any number: the control interface stands for WeChat's "allow". */
import { requestJson } from './http';
import type { PhoneCodeResult } from './phone-types';
import { getRuntimeConfig } from './runtime-config';

const timeoutMs = 8_000;

function parseCode(body: unknown): string | undefined {
  const { code } = (body ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

export async function mintLocalPhoneCode(phoneNumber: string): Promise<PhoneCodeResult> {
  const { gateway, isLocal } = await getRuntimeConfig();
  if (!isLocal) return { ok: false, reason: 'unavailable' };
  const url = `${gateway}/__local/phone-code`;
  const result = await requestJson({ method: 'POST', url, body: { phoneNumber }, timeoutMs });
  if (!result.ok) return { ok: false, reason: 'unreachable' };
  const code = result.status === 200 ? parseCode(result.body) : undefined;
  return code === undefined ? { ok: false, reason: 'invalidNumber' } : { ok: true, code };
}

import Taro from '@tarojs/taro';

import type { ScanResult } from './scan-types';

export type * from './scan-types';

/** True: WeChat brings its own full-screen scanner. */
export const hasSystemScanner: boolean = true;

function parseRefusal(error: unknown): ScanResult {
  const text = String((error as { errMsg?: unknown } | undefined)?.errMsg ?? error);
  if (/cancel/i.test(text)) return { ok: false, reason: 'cancelled' };
  return { ok: false, reason: /auth|deny|privacy/i.test(text) ? 'permissionDenied' : 'unavailable' };
}

async function scan(onlyFromCamera: boolean): Promise<ScanResult> {
  try {
    const { result, path } = await Taro.scanCode({ onlyFromCamera });
    // A mini-program code has no text but the page it opens.
    const text = result || path;
    return text ? { ok: true, text } : { ok: false, reason: 'noCodeFound' };
  } catch (error) {
    return parseRefusal(error);
  }
}

/** Opens WeChat's scanner. */
export function scanWithSystem(): Promise<ScanResult> {
  return scan(true);
}

/** WeChat's scanner also reads pictures from the album. */
export function scanPicture(): Promise<ScanResult> {
  return scan(false);
}

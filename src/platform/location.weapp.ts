import Taro from '@tarojs/taro';

import type { LocationReading, ReadLocation } from './location-types';

export type * from './location-types';

/** WeChat wants at least 3 s to measure with high accuracy. */
const highAccuracyMs = 8_000;

function parseRefusal(error: unknown): LocationReading {
  const text = String((error as { errMsg?: unknown } | undefined)?.errMsg ?? error);
  if (/auth|deny|denied|privacy/i.test(text)) return { ok: false, reason: 'permissionDenied' };
  return { ok: false, reason: /timeout/i.test(text) ? 'timeout' : 'unavailable' };
}

export const readLocation: ReadLocation = async () => {
  try {
    const { latitude, longitude, accuracy } = await Taro.getLocation({
      type: 'gcj02',
      isHighAccuracy: true,
      highAccuracyExpireTime: highAccuracyMs,
    });
    return { ok: true, latitude, longitude, accuracyMeters: accuracy };
  } catch (error) {
    return parseRefusal(error);
  }
};

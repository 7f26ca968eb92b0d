import Taro from '@tarojs/taro';

import type { DeviceStorage } from './storage-types';

export type * from './storage-types';

const prefix = 'xiangfeng.';

export const deviceStorage: DeviceStorage = {
  get: (name) => {
    try {
      const text: unknown = Taro.getStorageSync(prefix + name);
      const value: unknown = typeof text === 'string' && text !== '' ? JSON.parse(text) : undefined;
      return value;
    } catch {
      return undefined;
    }
  },
  set: (name, value) => {
    try {
      Taro.setStorageSync(prefix + name, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
  remove: (name) => {
    Taro.removeStorageSync(prefix + name);
  },
};

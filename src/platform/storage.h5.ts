import type { DeviceStorage } from './storage-types';

export type * from './storage-types';

const prefix = 'xiangfeng.';

export const deviceStorage: DeviceStorage = {
  get: (name) => {
    try {
      const text = window.localStorage.getItem(prefix + name);
      const value: unknown = text === null ? undefined : JSON.parse(text);
      return value;
    } catch {
      return undefined;
    }
  },
  set: (name, value) => {
    try {
      window.localStorage.setItem(prefix + name, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
  remove: (name) => {
    try {
      window.localStorage.removeItem(prefix + name);
    } catch {
      // A browser without storage has nothing to remove.
    }
  },
};

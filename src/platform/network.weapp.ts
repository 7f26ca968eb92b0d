import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

import type { UseOnline } from './network-types';

export type * from './network-types';

let isOnline = true;
let isWatching = false;
const listeners = new Set<(isOnline: boolean) => void>();

function become(next: boolean): void {
  if (next === isOnline) return;
  isOnline = next;
  for (const listener of listeners) listener(isOnline);
}

function watch(): void {
  if (isWatching) return;
  isWatching = true;
  Taro.onNetworkStatusChange((status) => {
    become(status.isConnected);
  });
  void Taro.getNetworkType().then((status) => {
    become(status.networkType !== 'none');
  });
}

/** Runs the callback whenever the network comes or goes; returns how to stop. */
export function onNetworkChange(callback: (isOnline: boolean) => void): () => void {
  watch();
  listeners.add(callback);
  return () => {
    listeners.delete(callback);
  };
}

export const useOnline: UseOnline = () =>
  useSyncExternalStore(
    onNetworkChange,
    () => isOnline,
    () => true,
  );

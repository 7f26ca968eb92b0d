import { useSyncExternalStore } from 'react';

import type { UseOnline } from './network-types';

export type * from './network-types';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

/** Runs the callback whenever the network comes or goes; returns how to stop. */
export function onNetworkChange(callback: (isOnline: boolean) => void): () => void {
  return subscribe(() => {
    callback(navigator.onLine);
  });
}

export const useOnline: UseOnline = () =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );

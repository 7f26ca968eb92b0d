import Taro from '@tarojs/taro';
import { useEffect } from 'react';

/** A short word that goes away by itself; never for something the person must know. */
export function showToast(text: string): void {
  void Taro.showToast({ title: text, icon: 'none', duration: 2_500 });
}

/** A short tap under the thumb, where the device can. */
export function vibrate(): void {
  if ('vibrate' in navigator) navigator.vibrate(30);
}

/** Keeps the screen from going dark while the page is shown. */
export function useScreenKeptOn(isOn = true): void {
  useEffect(() => {
    if (!isOn || !('wakeLock' in navigator)) return undefined;
    const lock = navigator.wakeLock.request('screen').catch(() => undefined);
    return () => {
      void lock.then((held) => held?.release());
    };
  }, [isOn]);
}

/** A browser cannot change the screen's brightness: nothing happens. */
export function useFullBrightness(_isOn = true): void {
  // Only WeChat can.
}

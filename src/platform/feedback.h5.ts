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

/** Hz and seconds: a short high tone for yes, a long low one for no, told apart without looking. */
const TONES = { good: [880, 0.12], bad: [220, 0.4] } as const;
let audio: AudioContext | undefined;

/** A tone after a scan; where the device has no sound, nothing happens. */
export function playTone(kind: keyof typeof TONES): void {
  const [frequency, seconds] = TONES[kind];
  try {
    audio ??= new AudioContext();
    const tone = audio.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + seconds);
  } catch {
    // Silence: what happened is on the screen as well.
  }
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

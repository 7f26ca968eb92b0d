import Taro from '@tarojs/taro';
import { useEffect } from 'react';

/** A short word that goes away by itself; never for something the person must know. */
export function showToast(text: string): void {
  void Taro.showToast({ title: text, icon: 'none', duration: 2_500 });
}

/** A short tap under the thumb, where the device can. */
export function vibrate(): void {
  Taro.vibrateShort({ type: 'light' }).catch(() => undefined);
}

/** Hz and seconds: a short high tone for yes, a long low one for no, told apart without looking. */
const TONES = { good: [880, 0.12], bad: [220, 0.4] } as const;
let audio: AudioContext | undefined;

/** WeChat's has the members that are used here; Taro's types mix the two up. */
function parseAudio(context: unknown): AudioContext {
  return context as AudioContext;
}

/** A tone after a scan; where the device has no sound, nothing happens. */
export function playTone(kind: keyof typeof TONES): void {
  const [frequency, seconds] = TONES[kind];
  try {
    audio ??= parseAudio(Taro.createWebAudioContext());
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
    if (!isOn) return undefined;
    Taro.setKeepScreenOn({ keepScreenOn: true }).catch(() => undefined);
    return () => {
      Taro.setKeepScreenOn({ keepScreenOn: false }).catch(() => undefined);
    };
  }, [isOn]);
}

/** Turns the brightness up while the page is shown, so that others can scan from the screen. */
export function useFullBrightness(isOn = true): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const before = Taro.getScreenBrightness()
      .then(({ value }) => value)
      .catch(() => undefined);
    Taro.setScreenBrightness({ value: 1 }).catch(() => undefined);
    return () => {
      void before.then((value) => {
        if (value !== undefined) Taro.setScreenBrightness({ value }).catch(() => undefined);
      });
    };
  }, [isOn]);
}

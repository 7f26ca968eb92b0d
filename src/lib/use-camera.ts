/** The text of a code by whatever the device can: WeChat's scanner, the browser's camera, or a picture. */
import { useCallback, useState } from 'react';

import {
  hasSystemScanner,
  scanPicture,
  scanWithSystem,
  type CameraProblem,
  type ScanResult,
} from '@/platform/scan';

export interface Camera<Wrong> {
  /** the browser's camera view is open */
  readonly isCameraOpen: boolean;
  /** it was tried and does not come: trying again would hide what is said about a picture */
  readonly isCameraBroken: boolean;
  readonly problem: CameraProblem | 'noCodeFound' | Wrong | null;
  readonly start: () => void;
  readonly fromPicture: () => void;
  readonly close: () => void;
  readonly onText: (text: string) => void;
  readonly onProblem: (problem: CameraProblem) => void;
}

/** WeChat's scanner covers the page: long enough to read what came of one code before the next. */
const RESULT_SHOWN_MS = 1_500;

/**
 * `read` answers what is wrong with a text, or null. After a good one a camera for one code closes; for many
 * it stays, and WeChat's scanner opens again when `read` is through.
 */
export function useCamera<Wrong extends string>(
  codes: 'one' | 'many',
  read: (text: string) => Wrong | null | Promise<Wrong | null>,
): Camera<Wrong> {
  const [isCameraOpen, setCameraOpen] = useState(false);
  const [isCameraBroken, setCameraBroken] = useState(false);
  const [problem, setProblem] = useState<Camera<Wrong>['problem']>(null);

  const readText = useCallback(
    async (text: string): Promise<boolean> => {
      const wrong = await read(text);
      setProblem(wrong);
      if (wrong === null && codes === 'one') setCameraOpen(false);
      return wrong === null;
    },
    [codes, read],
  );

  const take = useCallback(
    async (result: ScanResult): Promise<boolean> => {
      if (result.ok) return readText(result.text);
      setProblem(result.reason === 'cancelled' ? null : result.reason);
      return false;
    },
    [readText],
  );

  const scanOn = useCallback(async (): Promise<void> => {
    // Until the person closes the scanner, or it saw something else.
    if (!(await take(await scanWithSystem())) || codes === 'one') return;
    await new Promise((resolve) => setTimeout(resolve, RESULT_SHOWN_MS));
    await scanOn();
  }, [codes, take]);

  return {
    isCameraOpen,
    isCameraBroken,
    problem,
    start: useCallback(() => {
      setProblem(null);
      setCameraBroken(false);
      if (hasSystemScanner) void scanOn();
      else setCameraOpen(true);
    }, [scanOn]),
    fromPicture: useCallback(() => void scanPicture().then(take), [take]),
    close: useCallback(() => setCameraOpen(false), []),
    onText: useCallback((text: string) => void readText(text), [readText]),
    onProblem: useCallback((found: CameraProblem) => {
      setCameraBroken(true);
      setProblem(found);
    }, []),
  };
}

/** Scanning, whichever way the device can: WeChat's scanner, the browser's camera, or a picture. */
import { useCallback, useState } from 'react';

import { linkOfScannedText } from '@domain/link/link';
import { openRoute } from '@/lib/open-route';
import { routeOfLink } from '@/lib/routes';
import {
  hasSystemScanner,
  scanPicture,
  scanWithSystem,
  type CameraProblem,
  type ScanResult,
} from '@/platform/scan';

export type ScanProblem = CameraProblem | 'noCodeFound' | 'notOurs';

export interface Scan {
  /** the browser's camera view is open */
  readonly isCameraOpen: boolean;
  /** it was tried and does not come: trying again would hide what is said about a picture */
  readonly isCameraBroken: boolean;
  readonly problem: ScanProblem | null;
  readonly start: () => void;
  readonly fromPicture: () => void;
  readonly close: () => void;
  readonly onText: (text: string) => void;
  readonly onProblem: (problem: CameraProblem) => void;
}

/** A readable code opens its page at once. */
export function useScan(): Scan {
  const [isCameraOpen, setCameraOpen] = useState(false);
  const [isCameraBroken, setCameraBroken] = useState(false);
  const [problem, setProblem] = useState<ScanProblem | null>(null);

  const onText = useCallback((text: string) => {
    const link = linkOfScannedText(text);
    if (link === null) {
      setProblem('notOurs');
      return;
    }
    setProblem(null);
    setCameraOpen(false);
    openRoute(routeOfLink(link));
  }, []);

  const take = useCallback(
    (result: ScanResult) => {
      if (result.ok) onText(result.text);
      else setProblem(result.reason === 'cancelled' ? null : result.reason);
    },
    [onText],
  );

  const start = useCallback(() => {
    setProblem(null);
    setCameraBroken(false);
    if (hasSystemScanner) void scanWithSystem().then(take);
    else setCameraOpen(true);
  }, [take]);

  return {
    isCameraOpen,
    isCameraBroken,
    problem,
    start,
    fromPicture: useCallback(() => void scanPicture().then(take), [take]),
    close: useCallback(() => setCameraOpen(false), []),
    onText,
    onProblem: useCallback((found: CameraProblem) => {
      setCameraBroken(true);
      setProblem(found);
    }, []),
  };
}

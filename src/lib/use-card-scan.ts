/**
 * Cards, one after another, by whatever the device can: WeChat's scanner, a camera, a picture, a desk
 * scanner.
 */
import { useCallback, useState } from 'react';

import type { HelpedInput } from '@contract/assist.contract';
import { linkOfScannedText } from '@domain/link/link';
import { playTone } from '@/platform/feedback';
import {
  hasSystemScanner,
  scanPicture,
  scanWithSystem,
  type CameraProblem,
  type ScanResult,
} from '@/platform/scan';

export type CardProblem = CameraProblem | 'noCodeFound' | 'notCard';

export interface CardScan {
  readonly isCameraOpen: boolean;
  readonly isCameraBroken: boolean;
  readonly problem: CardProblem | null;
  readonly start: () => void;
  readonly close: () => void;
  readonly fromPicture: () => void;
  readonly onText: (text: string) => void;
  readonly onProblem: (problem: CameraProblem) => void;
}

/** WeChat's scanner covers the page: long enough to read who it was before the next card. */
const RESULT_SHOWN_MS = 1_500;

/** `onCard` may take its time: WeChat's scanner opens again when it is through. */
export function useCardScan(onCard: (card: HelpedInput) => Promise<void>): CardScan {
  const [isCameraOpen, setCameraOpen] = useState(false);
  const [isCameraBroken, setCameraBroken] = useState(false);
  const [problem, setProblem] = useState<CardProblem | null>(null);

  const read = useCallback(
    async (text: string): Promise<boolean> => {
      const link = linkOfScannedText(text);
      if (link?.kind !== 'card') {
        setProblem('notCard');
        playTone('bad');
        return false;
      }
      setProblem(null);
      await onCard({ volunteerId: link.id, card: { version: link.version, proof: link.proof } });
      return true;
    },
    [onCard],
  );

  const take = useCallback(
    async (result: ScanResult): Promise<boolean> => {
      if (result.ok) return read(result.text);
      setProblem(result.reason === 'cancelled' ? null : result.reason);
      return false;
    },
    [read],
  );

  const start = useCallback(() => {
    setProblem(null);
    setCameraBroken(false);
    if (!hasSystemScanner) {
      setCameraOpen(true);
      return;
    }
    const next = async (): Promise<void> => {
      // Until the person closes the scanner, or it saw something else.
      if (!(await take(await scanWithSystem()))) return;
      await new Promise((resolve) => setTimeout(resolve, RESULT_SHOWN_MS));
      await next();
    };
    void next();
  }, [take]);

  return {
    isCameraOpen,
    isCameraBroken,
    problem,
    start,
    close: useCallback(() => setCameraOpen(false), []),
    fromPicture: useCallback(() => void scanPicture().then(take), [take]),
    onText: useCallback((text: string) => void read(text), [read]),
    onProblem: useCallback((found: CameraProblem) => {
      setCameraBroken(true);
      setProblem(found);
    }, []),
  };
}

/** Cards, one after another, by whatever the device can. */
import { useCallback } from 'react';

import type { HelpedInput } from '@contract/assist.contract';
import { linkOfScannedText } from '@domain/link/link';
import { playTone } from '@/platform/feedback';

import { useCamera, type Camera } from './use-camera';

export type CardScan = Camera<'notCard'>;
export type CardProblem = NonNullable<CardScan['problem']>;

/** `onCard` may take its time: WeChat's scanner opens again when it is through. */
export function useCardScan(onCard: (card: HelpedInput) => Promise<void>): CardScan {
  const read = useCallback(
    async (text: string) => {
      const link = linkOfScannedText(text);
      if (link?.kind !== 'card') {
        playTone('bad');
        return 'notCard' as const;
      }
      await onCard({ volunteerId: link.id, card: { version: link.version, proof: link.proof } });
      return null;
    },
    [onCard],
  );
  return useCamera('many', read);
}

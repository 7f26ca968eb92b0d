/**
 * Sends a picture in parts that a call of the cloud carries; a part that is lost is sent again, harmlessly.
 */
import { useState } from 'react';

import { PICTURE_MAXIMUM_PARTS, PICTURE_PART_CHARACTERS } from '@contract/picture.contract';
import type { InputOf } from '@contract/procedures';
import { callProcedure } from '@/lib/api';
import type { Message } from '@/lib/message-kit';
import { messageOf, messageOfCode } from '@/lib/messages.zh-CN';
import { PICTURE_TOO_LARGE } from '@/lib/picture-messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { chooseEvidence, type ChosenEvidence } from '@/platform/choose-evidence';

type Owner = InputOf<'picture.addPart'>['owner'];

/** base64 carries three bytes in four characters */
const MAXIMUM_BYTES = (PICTURE_PART_CHARACTERS / 4) * 3 * PICTURE_MAXIMUM_PARTS;

async function sendPicture(owner: Owner, alt: string, { base64 }: ChosenEvidence): Promise<void> {
  const requestId = newRequestId();
  const partCount = Math.max(1, Math.ceil(base64.length / PICTURE_PART_CHARACTERS));
  for (let part = 0; part < partCount; part += 1) {
    const from = part * PICTURE_PART_CHARACTERS;
    const content = base64.slice(from, from + PICTURE_PART_CHARACTERS);
    await callProcedure('picture.addPart', { requestId, owner, alt, part, partCount, content });
  }
}

export function useSendPicture(owner: Owner, onSent: () => void) {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Message | null>(null);
  const send = async (alt: string): Promise<void> => {
    setProblem(null);
    const choice = await chooseEvidence('picture', MAXIMUM_BYTES);
    if (!choice.ok) {
      if (choice.reason === 'cancelled') return;
      setProblem(choice.reason === 'tooLarge' ? PICTURE_TOO_LARGE : messageOfCode('picture.unreadable'));
      return;
    }
    setSending(true);
    try {
      await sendPicture(owner, alt, choice.file);
      onSent();
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setSending(false);
    }
  };
  return { isSending, problem, send };
}

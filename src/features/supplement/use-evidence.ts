/** Sends files in parts that a call of the cloud carries; a part that is lost is sent again, harmlessly. */
import { useState } from 'react';

import { EVIDENCE_MAXIMUM_PARTS, EVIDENCE_PART_CHARACTERS } from '@contract/supplement.contract';
import { callProcedure } from '@/lib/api';
import { messageOf, messageOfCode } from '@/lib/messages.zh-CN';
import type { Message } from '@/lib/message-kit';
import { EVIDENCE_TOO_LARGE } from '@/lib/supplement-messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { chooseEvidence, type ChosenEvidence } from '@/platform/choose-evidence';

export interface SentEvidence {
  readonly evidenceId: string;
  readonly name: string;
}
/** base64 carries three bytes in four characters */
const MAXIMUM_BYTES = (EVIDENCE_PART_CHARACTERS / 4) * 3 * EVIDENCE_MAXIMUM_PARTS;

async function sendFile(shiftId: string, { base64 }: ChosenEvidence): Promise<string | null> {
  const requestId = newRequestId();
  const partCount = Math.max(1, Math.ceil(base64.length / EVIDENCE_PART_CHARACTERS));
  let evidenceId: string | null = null;
  for (let part = 0; part < partCount; part += 1) {
    const from = part * EVIDENCE_PART_CHARACTERS;
    const content = base64.slice(from, from + EVIDENCE_PART_CHARACTERS);
    const input = { requestId, shiftId, part, partCount, content };
    ({ evidenceId } = await callProcedure('supplement.addEvidencePart', input));
  }
  return evidenceId;
}

export function useEvidence(shiftId: string) {
  const [sent, setSent] = useState<readonly SentEvidence[]>([]);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Message | null>(null);
  const add = async (kind: 'picture' | 'paper'): Promise<void> => {
    setProblem(null);
    const choice = await chooseEvidence(kind, MAXIMUM_BYTES);
    if (!choice.ok) {
      if (choice.reason !== 'cancelled') {
        const isLarge = choice.reason === 'tooLarge';
        setProblem(isLarge ? EVIDENCE_TOO_LARGE : messageOfCode('supplement.evidenceInvalid'));
      }
      return;
    }
    setSending(true);
    try {
      const evidenceId = await sendFile(shiftId, choice.file);
      if (evidenceId !== null) {
        setSent((before) => [...before, { evidenceId, name: choice.file.name }]);
      }
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setSending(false);
    }
  };
  return {
    sent,
    isSending,
    problem,
    add,
    remove: (evidenceId: string) => {
      setSent((before) => before.filter((one) => one.evidenceId !== evidenceId));
    },
    clear: () => {
      setSent([]);
    },
  };
}

/** Sends a table in parts that a call of the cloud carries; a part that is lost is sent again, harmlessly. */
import { useState } from 'react';

import { IMPORT_MAXIMUM_PARTS, IMPORT_PART_CHARACTERS } from '@contract/import.contract';
import { callProcedure } from '@/lib/api';
import { toApiError } from '@/lib/api-error';
import type { Message } from '@/lib/message-kit';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { chooseEvidence, type ChosenEvidence } from '@/platform/choose-evidence';

import { FILE_TOO_LARGE, FILE_UNREADABLE } from './import-words';

/** base64 carries three bytes in four characters */
const MAXIMUM_BYTES = (IMPORT_PART_CHARACTERS / 4) * 3 * IMPORT_MAXIMUM_PARTS;
const NAME_CHARACTERS = 80;
/** A network that fails three times running needs a person. */
const ATTEMPTS = 3;

async function sendPart(importId: string, part: number, content: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await callProcedure('import.addImportPart', { importId, part, content });
      return;
    } catch (error) {
      if (attempt >= ATTEMPTS || !toApiError(error).isUndecided) throw error;
    }
  }
}

export interface Upload {
  /** 0 … 1; null: nothing is being sent */
  readonly progress: number | null;
  readonly problem: Message | null;
  /** Lets the person choose a file and sends it; resolves to the import, or null. */
  readonly start: (divisionCode: string) => Promise<string | null>;
}

export function useUpload(): Upload {
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState<Message | null>(null);
  const send = async (divisionCode: string, { name, base64 }: ChosenEvidence): Promise<string> => {
    const partCount = Math.max(1, Math.ceil(base64.length / IMPORT_PART_CHARACTERS));
    const requestId = newRequestId();
    const fileName = name.slice(-NAME_CHARACTERS);
    const begun = { requestId, divisionCode, fileName, partCount };
    const { importId } = await callProcedure('import.beginImport', begun);
    for (let part = 0; part < partCount; part += 1) {
      const from = part * IMPORT_PART_CHARACTERS;
      await sendPart(importId, part, base64.slice(from, from + IMPORT_PART_CHARACTERS));
      setProgress((part + 1) / partCount);
    }
    await callProcedure('import.startReading', { importId, requestId: newRequestId() });
    return importId;
  };
  const start = async (divisionCode: string): Promise<string | null> => {
    setProblem(null);
    const choice = await chooseEvidence('table', MAXIMUM_BYTES);
    if (!choice.ok) {
      if (choice.reason !== 'cancelled')
        setProblem(choice.reason === 'tooLarge' ? FILE_TOO_LARGE : FILE_UNREADABLE);
      return null;
    }
    setProgress(0);
    try {
      return await send(divisionCode, choice.file);
    } catch (error) {
      setProblem(messageOf(error));
      return null;
    } finally {
      setProgress(null);
    }
  };
  return { progress, problem, start };
}

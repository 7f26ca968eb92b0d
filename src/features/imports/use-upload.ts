/** Sends a table in parts that a call of the cloud carries; a part that is lost is sent again, harmlessly. */
import { useState } from 'react';

import { IMPORT_MAXIMUM_PARTS, IMPORT_PART_CHARACTERS } from '@contract/import.contract';
import type { ImportKind } from '@domain/import/columns';
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

/** How far a file has come: the next part to send, of an import that has begun. */
interface Sending {
  readonly importId: string;
  readonly base64: string;
  readonly part: number;
}
const partCountOf = (base64: string): number =>
  Math.max(1, Math.ceil(base64.length / IMPORT_PART_CHARACTERS));

async function begin(
  divisionCode: string,
  rowKind: ImportKind,
  { name, base64 }: ChosenEvidence,
): Promise<Sending> {
  const fileName = name.slice(-NAME_CHARACTERS);
  const begun = {
    requestId: newRequestId(),
    rowKind,
    divisionCode,
    fileName,
    partCount: partCountOf(base64),
  };
  const { importId } = await callProcedure('import.beginImport', begun);
  return { importId, base64, part: 0 };
}

export interface Upload {
  /** 0 … 1; null: nothing is being sent */
  readonly progress: number | null;
  readonly problem: Message | null;
  /** the network failed on the way: it can go on from there */
  readonly isPaused: boolean;
  /** Lets the person choose a file and sends it; resolves to the import, or null. */
  readonly start: (divisionCode: string, rowKind: ImportKind) => Promise<string | null>;
  readonly goOn: () => Promise<string | null>;
}

export function useUpload(): Upload {
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState<Message | null>(null);
  const [paused, setPaused] = useState<Sending | null>(null);
  const send = async (from: Sending): Promise<string | null> => {
    const { importId, base64 } = from;
    const partCount = partCountOf(base64);
    let { part } = from;
    try {
      for (; part < partCount; part += 1) {
        setProgress(part / partCount);
        const at = part * IMPORT_PART_CHARACTERS;
        await sendPart(importId, part, base64.slice(at, at + IMPORT_PART_CHARACTERS));
      }
      setProgress(1);
      await callProcedure('import.startReading', { importId, requestId: newRequestId() });
      return importId;
    } catch (error) {
      setProblem(messageOf(error));
      // Parts are kept for a day.
      const isGone = toApiError(error).code === 'import.partsMissing';
      setPaused({ importId, base64, part: isGone ? 0 : part });
      return null;
    } finally {
      setProgress(null);
    }
  };
  const start = async (divisionCode: string, rowKind: ImportKind): Promise<string | null> => {
    setProblem(null);
    const choice = await chooseEvidence('table', MAXIMUM_BYTES);
    if (!choice.ok) {
      if (choice.reason !== 'cancelled')
        setProblem(choice.reason === 'tooLarge' ? FILE_TOO_LARGE : FILE_UNREADABLE);
      return null;
    }
    if (choice.file.bytes === 0) {
      setProblem(FILE_UNREADABLE);
      return null;
    }
    setPaused(null);
    setProgress(0);
    try {
      return await send(await begin(divisionCode, rowKind, choice.file));
    } catch (error) {
      setProblem(messageOf(error));
      setProgress(null);
      return null;
    }
  };
  const goOn = (): Promise<string | null> => {
    setProblem(null);
    setPaused(null);
    return paused === null ? Promise.resolve(null) : send(paused);
  };
  return { progress, problem, isPaused: paused !== null, start, goOn };
}

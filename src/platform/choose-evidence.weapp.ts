import Taro from '@tarojs/taro';

import type { ChooseEvidence, EvidenceChoice } from './choose-evidence-types';

export type * from './choose-evidence-types';

/** Enough to read a roster off a photograph. */
const LONGEST_SIDE = 1280;
const QUALITIES = [80, 60, 40];

function isCancelled(error: unknown): boolean {
  return /cancel/i.test(String(parseRefusal(error).errMsg));
}

function parseRefusal(error: unknown): { errMsg?: unknown } {
  return typeof error === 'object' && error !== null ? error : {};
}

function readBase64(filePath: string): Promise<string> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => {
        if (typeof data === 'string') resolve(data);
        else reject(new Error('base64 was asked for'));
      },
      fail: ({ errMsg }) => {
        reject(new Error(errMsg));
      },
    });
  });
}

async function choiceOf(name: string, filePath: string, maximumBytes: number): Promise<EvidenceChoice> {
  const base64 = await readBase64(filePath);
  const bytes = Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
  return bytes > maximumBytes
    ? { ok: false, reason: 'tooLarge' }
    : { ok: true, file: { name, base64, bytes } };
}

async function choosePicture(maximumBytes: number): Promise<EvidenceChoice> {
  const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] });
  const [picture] = tempFiles;
  if (picture === undefined) return { ok: false, reason: 'cancelled' };
  let choice: EvidenceChoice = { ok: false, reason: 'tooLarge' };
  for (const quality of QUALITIES) {
    const { tempFilePath } = await Taro.compressImage({
      src: picture.tempFilePath,
      quality,
      compressedWidth: LONGEST_SIDE,
    });
    choice = await choiceOf('照片', tempFilePath, maximumBytes);
    if (choice.ok) break;
  }
  return choice;
}

const EXTENSIONS = { paper: ['pdf'], table: ['xlsx', 'xls', 'csv', 'txt'] };

/** WeChat reads files out of a conversation only: one sends them to oneself first. */
async function chooseFile(kind: 'paper' | 'table', maximumBytes: number): Promise<EvidenceChoice> {
  const extension = EXTENSIONS[kind];
  const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension });
  const [paper] = tempFiles;
  if (paper === undefined) return { ok: false, reason: 'cancelled' };
  if (paper.size > maximumBytes) return { ok: false, reason: 'tooLarge' };
  return choiceOf(paper.name, paper.path, maximumBytes);
}

/** Lets the person take or choose a picture, or choose another file out of a conversation. Never rejects. */
export const chooseEvidence: ChooseEvidence = async (kind, maximumBytes) => {
  try {
    return await (kind === 'picture' ? choosePicture(maximumBytes) : chooseFile(kind, maximumBytes));
  } catch (error) {
    return { ok: false, reason: isCancelled(error) ? 'cancelled' : 'unreadable' };
  }
};

import Taro from '@tarojs/taro';

import type { SaveFile, SaveOutcome } from './save-file-types';

export type * from './save-file-types';

function parseFailure(error: unknown): SaveOutcome {
  const text = String((error as { errMsg?: unknown } | undefined)?.errMsg ?? error);
  return /auth|deny|denied|privacy/i.test(text) ? 'denied' : 'failed';
}

/** Into the app's own folder, so that the file keeps its name when passed on. Rejects without a network. */
async function fetchFile(url: string, fileName: string): Promise<string> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${fileName}`;
  const { statusCode } = await Taro.downloadFile({ url, filePath });
  if (statusCode !== 200) throw new Error(`the file was answered with ${String(statusCode)}`);
  return filePath;
}

/** Shows it; WeChat's own menu there sends it on or prints it. */
export const openDocument: SaveFile = async (url, fileName) => {
  try {
    const filePath = await fetchFile(url, fileName);
    await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true });
    return 'opened';
  } catch (error) {
    return parseFailure(error);
  }
};

/** Into the photo album. */
export const savePicture: SaveFile = async (url, fileName) => {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: await fetchFile(url, fileName) });
    return 'saved';
  } catch (error) {
    return parseFailure(error);
  }
};

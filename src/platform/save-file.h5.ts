import type { SaveFile } from './save-file-types';

export type * from './save-file-types';

/** As a download under its own name, wherever the file lies. */
const download: SaveFile = async (url, fileName) => {
  try {
    const response = await fetch(url);
    if (!response.ok) return 'failed';
    const address = URL.createObjectURL(await response.blob());
    const anchor = document.createElement('a');
    anchor.href = address;
    anchor.download = fileName;
    anchor.click();
    // The browser has begun to read it by then; at once would be too early for some.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return 'saved';
  } catch {
    return 'failed';
  }
};

export const openDocument: SaveFile = download;
export const savePicture: SaveFile = download;

import Taro from '@tarojs/taro';

/** Resolves to whether the text is now on the clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
}

import Taro from '@tarojs/taro';

/**
 * Hands a text that the app made to the person as a file: WeChat keeps no files of mini-programs, so it goes
 * to a chat, the own one among them. WeChat wants a tap for it. False: it could not, or the person went back.
 */
export async function saveText(text: string, fileName: string): Promise<boolean> {
  try {
    const filePath = `${String(Taro.env.USER_DATA_PATH)}/${fileName}`;
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
    await Taro.shareFileMessage({ filePath, fileName });
    return true;
  } catch {
    return false;
  }
}

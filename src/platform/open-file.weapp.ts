import Taro from '@tarojs/taro';

/**
 * Hands a stored file to the person: WeChat fetches and shows it, and its menu sends it on or saves it.
 * Resolves to whether it is shown. The address must be of a declared download domain.
 */
export async function openFile(url: string, name: string): Promise<boolean> {
  try {
    const filePath = `${String(Taro.env.USER_DATA_PATH)}/${name}`;
    const { statusCode } = await Taro.downloadFile({ url, filePath });
    if (statusCode !== 200) return false;
    if (name.endsWith('.jpg')) {
      await Taro.previewImage({ urls: [filePath] });
      return true;
    }
    const fileType = name.endsWith('.pdf') ? 'pdf' : 'xlsx';
    await Taro.openDocument({ filePath, fileType, showMenu: true });
    return true;
  } catch {
    return false;
  }
}

import Taro from '@tarojs/taro';

/** True: WeChat keeps the 用户隐私保护指引 of the mini-program and shows it. */
export const hasPrivacyContract: boolean = true;

/** Resolves to whether it is shown. */
export function openPrivacyContract(): Promise<boolean> {
  return new Promise((resolve) => {
    Taro.openPrivacyContract({
      success: () => {
        resolve(true);
      },
      fail: () => {
        resolve(false);
      },
    });
  });
}

import Taro from '@tarojs/taro';
import { useEffect } from 'react';

/** Writes the title into WeChat's own header. */
export function useScreenTitle(title: string): void {
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title });
  }, [title]);
}

/** WeChat draws the header and the tab bar. */
export const hasNativeHeader: boolean = true;

import Taro from '@tarojs/taro';

const roomAbovePx = 120;

/** Brings the first element of the class on the present page into view. */
export function scrollToFirst(className: string): void {
  Taro.pageScrollTo({ selector: `.${className}`, offsetTop: -roomAbovePx, duration: 200 }).catch(
    () => undefined,
  );
}

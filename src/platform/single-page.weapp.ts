import Taro from '@tarojs/taro';

/** A page of the timeline, shown alone; 前往小程序 under it opens the same page in the app. */
const SCENE_OF_SINGLE_PAGE = 1154;

/**
 * True: nobody is signed in, no page leads to another, and what is stored is not the app's. An instance of
 * its own, so it never changes while the code runs.
 */
export function isSinglePage(): boolean {
  return Taro.getLaunchOptionsSync().scene === SCENE_OF_SINGLE_PAGE;
}

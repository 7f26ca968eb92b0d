/**
 * Moving between pages: the same on both targets, since Taro's router keeps a page stack in the browser too.
 */
import Taro, { useDidHide, useDidShow, useRouter } from '@tarojs/taro';
import { useMemo } from 'react';

import { isTabPage, pageOf, type PagePath } from './pages';
import { isSinglePage } from './single-page';

/** What a page is opened with. Values are already decoded. */
export type PageParams = Readonly<Record<string, string>>;

function withParams(path: string, params: PageParams): string {
  const query = Object.entries(params)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return query === '' ? path : `${path}?${query}`;
}

const FAILED = '没能打开，请检查网络后再试';
const ALONE = '请点下方“前往小程序”';

function say(title: string): void {
  Taro.showToast({ title, icon: 'none', duration: 2_500 }).catch(() => undefined);
}

/**
 * Resolves to whether the way is open now: the package of a page may not come over a weak network, and a
 * page of the timeline leads nowhere.
 */
async function go(way: () => Promise<unknown>): Promise<boolean> {
  if (isSinglePage()) {
    say(ALONE);
    return false;
  }
  try {
    await way();
    return true;
  } catch {
    say(FAILED);
    return false;
  }
}

/** Opens a page above the present one; a tab is switched to instead, and then takes no params. */
export function openPage(path: PagePath, params: PageParams = {}): void {
  // WeChat keeps at most ten pages: beyond that the present page makes room.
  const isFull = Taro.getCurrentPages().length >= 10;
  const url = withParams(path, params);
  if (isTabPage(path)) void go(() => Taro.switchTab({ url: path }));
  else void go(() => (isFull ? Taro.redirectTo({ url }) : Taro.navigateTo({ url })));
}

/** Opens a page in place of the present one. */
export function replacePage(path: PagePath, params: PageParams = {}): void {
  void tryReplacePage(path, params);
}

/** Resolves to whether it is open. */
export function tryReplacePage(path: PagePath, params: PageParams = {}): Promise<boolean> {
  return go(() =>
    isTabPage(path) ? Taro.switchTab({ url: path }) : Taro.redirectTo({ url: withParams(path, params) }),
  );
}

/** Forgets all pages and opens this one. */
export function relaunch(path: PagePath, params: PageParams = {}): void {
  void go(() => Taro.reLaunch({ url: withParams(path, params) }));
}

/** To the page before, or home when there is none: somebody who came by a link has no page before. */
export function goBack(): void {
  const hasBefore = Taro.getCurrentPages().length > 1;
  void go(() => (hasBefore ? Taro.navigateBack() : Taro.switchTab({ url: '/pages/home/index' })));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/**
 * The params the present page was opened with. A scanned mini-program code arrives as `scene`, a link as `q`.
 */
export function usePageParams(): PageParams {
  const { params } = useRouter();
  return useMemo(
    () =>
      Object.fromEntries(
        Object.entries(params).flatMap(([name, value]) =>
          typeof value === 'string' && !name.startsWith('$') && name !== 'stamp'
            ? [[name, decoded(value)]]
            : [],
        ),
      ),
    [params],
  );
}

/** The present page's path, e.g. `/pages/home/index`. */
export function useCurrentPath(): string {
  return pageOf(useRouter().path);
}

/** Runs each time the page comes to the front, the first time included. */
export function useOnShow(callback: () => void): void {
  useDidShow(callback);
}

/** Runs each time another page covers this one or the app goes to the back. */
export function useOnHide(callback: () => void): void {
  useDidHide(callback);
}

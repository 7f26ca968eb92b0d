/**
 * Moving between pages: the same on both targets, since Taro's router keeps a page stack in the browser too.
 */
import Taro, { useDidHide, useDidShow, useRouter } from '@tarojs/taro';
import { useMemo } from 'react';

import { isTabPage, pageOf, type PagePath } from './pages';

/** What a page is opened with. Values are already decoded. */
export type PageParams = Readonly<Record<string, string>>;

function withParams(path: string, params: PageParams): string {
  const query = Object.entries(params)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return query === '' ? path : `${path}?${query}`;
}

/** Opens a page above the present one; a tab is switched to instead, and then takes no params. */
export function openPage(path: PagePath, params: PageParams = {}): void {
  if (isTabPage(path)) {
    void Taro.switchTab({ url: path });
    return;
  }
  // WeChat keeps at most ten pages: beyond that the present page makes room.
  const isFull = Taro.getCurrentPages().length >= 10;
  const url = withParams(path, params);
  void (isFull ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }));
}

/** Opens a page in place of the present one. */
export function replacePage(path: PagePath, params: PageParams = {}): void {
  if (isTabPage(path)) void Taro.switchTab({ url: path });
  else void Taro.redirectTo({ url: withParams(path, params) });
}

/** Forgets all pages and opens this one. */
export function relaunch(path: PagePath, params: PageParams = {}): void {
  void Taro.reLaunch({ url: withParams(path, params) });
}

/** To the page before, or home when there is none: somebody who came by a link has no page before. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: '/pages/home/index' });
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

import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';

import type { SharedPage } from './share-types';

export type * from './share-types';

function queryOf(page: SharedPage): string {
  return Object.entries(page.params)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
}

/** What WeChat sends when the person shares this page; its page config must enable sharing. */
export function useShare(page: SharedPage | undefined): void {
  const picture = page?.imageUrl ? { imageUrl: page.imageUrl } : {};
  useShareAppMessage(() =>
    page ? { title: page.title, path: `${page.path}?${queryOf(page)}`, ...picture } : {},
  );
  useShareTimeline(() => (page ? { title: page.title, query: queryOf(page), ...picture } : {}));
}

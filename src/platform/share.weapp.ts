import Taro, { useAddToFavorites, useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useEffect } from 'react';

import type { ShareCard } from './share-types';

export type * from './share-types';

/** True: the menu at the top right has 转发给朋友, 分享到朋友圈 and 收藏. */
export const hasShareMenu: boolean = true;

/** WeChat shows what it can load itself: an address of the network. */
function pictureOf({ pictureUrl }: ShareCard): { imageUrl?: string } {
  return /^https?:/.test(pictureUrl) ? { imageUrl: pictureUrl } : {};
}

/**
 * What WeChat sends when the person shares this page. Its page config must say `enableShareAppMessage` and
 * `enableShareTimeline`. Undefined: there is nothing to pass on yet, or to nobody else, and the menu says so.
 */
export function useShare(card: ShareCard | undefined): void {
  const isShareable = card !== undefined;
  useEffect(() => {
    // Taro's types know no menus; without them WeChat takes the timeline off.
    const menus = { menus: ['shareAppMessage', 'shareTimeline'] };
    const done = isShareable
      ? Taro.showShareMenu({ ...menus, withShareTicket: false })
      : Taro.hideShareMenu(menus);
    done.catch(() => undefined);
  }, [isShareable]);
  useShareAppMessage(() => (card ? { title: card.title, path: card.path, ...pictureOf(card) } : {}));
  useShareTimeline(() => (card ? { title: card.title, query: card.timelineQuery, ...pictureOf(card) } : {}));
  useAddToFavorites(() =>
    card ? { title: card.title, query: card.favouriteQuery, ...pictureOf(card) } : {},
  );
}

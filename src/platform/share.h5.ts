import { useEffect } from 'react';

import type { ShareCard } from './share-types';

export type * from './share-types';

/** False: a browser has no menu that sends the page to a friend. */
export const hasShareMenu: boolean = false;

/** In a browser the address is the link: title and description are what a chat shows of it. */
export function useShare(card: ShareCard | undefined): void {
  const title = card?.title;
  useEffect(() => {
    if (title === undefined) return;
    document.title = title;
    document.querySelector('meta[name="description"]')?.setAttribute('content', title);
  }, [title]);
}

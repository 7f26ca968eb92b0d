import { useEffect } from 'react';

import type { SharedPage } from './share-types';

export type * from './share-types';

/** In a browser the address is the link: title and description are what a chat shows of it. */
export function useShare(page: SharedPage | undefined): void {
  const title = page?.title;
  useEffect(() => {
    if (title === undefined) return;
    document.title = title;
    document.querySelector('meta[name="description"]')?.setAttribute('content', title);
  }, [title]);
}

import { openPage, replacePage, tryReplacePage } from '@/platform/navigation';

import type { Route } from './routes';

export function openRoute({ path, params }: Route): void {
  openPage(path, params);
}

/** In place of the present page: going back does not lead through it again. */
export function replaceByRoute({ path, params }: Route): void {
  replacePage(path, params);
}

/** Resolves to whether it is open: over a weak network the page may not come. */
export function tryReplaceByRoute({ path, params }: Route): Promise<boolean> {
  return tryReplacePage(path, params);
}

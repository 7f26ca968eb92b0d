/** Sharing a screen is sharing a link: every card carries the way it is passed on by (LK10). */
import { miniProgramPathOf, sceneOf, type Link } from '@domain/link/link';
import { cardTitleOf, channelOfSharing, type SharingWay } from '@domain/link/sharing';
import { useShare, type ShareCard } from '@/platform/share';

import { routeOfLink } from './routes';

export interface SharedLink {
  readonly link: Link;
  readonly title: string;
  readonly pictureUrl?: string | undefined;
}

/** The page's own parameters, and beside them the link with its channel, for the page to read. */
function queryOf(link: Link, way: SharingWay): string {
  const params = { ...routeOfLink(link).params, s: sceneOf(link, channelOfSharing(way)) };
  return Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}

export function cardOfLink({ link, title, pictureUrl = '' }: SharedLink): ShareCard {
  return {
    title: cardTitleOf(title),
    path: miniProgramPathOf(link, channelOfSharing('friend')),
    timelineQuery: queryOf(link, 'timeline'),
    favouriteQuery: queryOf(link, 'favourite'),
    pictureUrl,
  };
}

/** Undefined while nothing is known yet: then WeChat passes on the page as it stands. */
export function useShareLink(shared: SharedLink | undefined): void {
  useShare(shared === undefined ? undefined : cardOfLink(shared));
}

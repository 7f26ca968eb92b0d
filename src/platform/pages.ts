/**
 * Every page of the app by its path, so that a link to nowhere does not compile. page-routes.json has the
 * short H5 address of each, as a poster or a message carries it; the build gives them to the router.
 */
import pageRoutes from './page-routes.json';

export const tabPages = [
  '/pages/home/index',
  '/pages/projects/index',
  '/pages/check-in-hub/index',
  '/pages/mine/index',
] as const;

export type TabPage = (typeof tabPages)[number];

export type PagePath = keyof typeof pageRoutes;

export function isTabPage(path: string): path is TabPage {
  return tabPages.some((page) => page === path);
}

const pageByRoute = new Map<string, string>(Object.entries(pageRoutes).map(([page, route]) => [route, page]));

/**
 * The page behind a path as the router gives it: with or without query, a page's own path or its H5 address.
 */
export function pageOf(routerPath: string): string {
  const path = routerPath.split('?')[0] ?? '';
  const absolute = path.startsWith('/') ? path : `/${path}`;
  return pageByRoute.get(absolute) ?? absolute;
}

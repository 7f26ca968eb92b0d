/** The address a browser opens the app with, before the router looks at it. */
import type { PageParams } from './navigation';
import pageRoutes from './page-routes.json';
import type { PagePath } from './pages';

/** Path and query; empty where an app is not opened by an address. */
export function firstAddress(): string {
  return location.pathname + location.search;
}

/** The app opens this page instead. */
export function replaceFirstAddress(path: PagePath, params: PageParams): void {
  history.replaceState(null, '', `${pageRoutes[path]}?${new URLSearchParams(params).toString()}`);
}

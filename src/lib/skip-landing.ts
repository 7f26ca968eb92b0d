/**
 * A scanned link in a browser begins at the page it means, so the landing page is neither loaded nor drawn:
 * some 0.3 s less from scan to 签到成功 on a slow phone (docs/measurements/main-job.md).
 */
import { arrivalOfText, isSeenAddress, LANDING_PAGE, LANDING_PATH, PAGE_PATH } from '@domain/link/link';
import { firstAddress, replaceFirstAddress } from '@/platform/first-address';

import { noteArrival } from './arrival';
import { routeOfLink } from './routes';

/**
 * The app's own way in, the address of the small page where a site is served without it, and the page as a
 * URL Link names it.
 */
const ENTRANCES = [LANDING_PATH, PAGE_PATH, `/${LANDING_PAGE}`];

/** Before the router starts. What cannot be read goes to the landing page, which says what is wrong. */
export function skipLanding(): void {
  const address = firstAddress();
  const [path = '', query = ''] = address.split('?');
  if (!ENTRANCES.includes(path) || query === '') return;
  const arrival = arrivalOfText(address);
  if (arrival === null) {
    if (path !== LANDING_PATH) replaceFirstAddress('/pages/landing/index', { s: query });
    return;
  }
  noteArrival(arrival, isSeenAddress(address));
  const { path: page, params } = routeOfLink(arrival.link);
  replaceFirstAddress(page, params);
}

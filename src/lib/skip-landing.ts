/**
 * A scanned link in a browser begins at the page it means, so the landing page is neither loaded nor drawn:
 * some 0.3 s less from scan to 签到成功 on a slow phone (docs/measurements/main-job.md).
 */
import { LANDING_PATH, linkOfScannedText } from '@domain/link/link';
import { firstAddress, replaceFirstAddress } from '@/platform/first-address';

import { routeOfLink } from './routes';

/** Before the router starts. What cannot be read goes to the landing page, which says what is wrong. */
export function skipLanding(): void {
  const address = firstAddress();
  const link = address.startsWith(`${LANDING_PATH}?`) ? linkOfScannedText(address) : null;
  if (link === null) return;
  const { path, params } = routeOfLink(link);
  replaceFirstAddress(path, params);
}

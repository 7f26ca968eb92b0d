/** Addresses of the site that a cloud function answers, by path; every other is a file of the built app. */
import { PAGE_PATH } from '@domain/link/link';

/** Where a signed-in computer calls: the only address at which its key counts (CS5). */
export const CONSOLE_PATH = '/console-call';

export const HTTP_PATHS: Readonly<Record<string, string>> = {
  [PAGE_PATH]: 'page',
  [CONSOLE_PATH]: 'console',
};

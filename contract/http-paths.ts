/** Addresses of the site that a cloud function answers, by path; every other is a file of the built app. */
import { PAGE_PATH } from '@domain/link/link';

export const HTTP_PATHS: Readonly<Record<string, string>> = { [PAGE_PATH]: 'page' };

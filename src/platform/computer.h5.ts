import type { Computer } from './computer-types';

export type * from './computer-types';

/** The first that fits: each later one names the earlier ones too. */
const BROWSERS = [
  ['edge', /Edg\//],
  ['firefox', /Firefox\//],
  ['chrome', /Chrome\//],
  ['safari', /Safari\//],
] as const;
const SYSTEMS = [
  ['windows', /Windows/],
  ['mac', /Mac OS X|Macintosh/],
  ['linux', /Linux|X11/],
] as const;

/** What this browser calls itself; null where there is none. */
export function thisComputer(): Computer | null {
  const { userAgent } = navigator;
  return {
    browser: BROWSERS.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'other',
    system: SYSTEMS.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'other',
  };
}

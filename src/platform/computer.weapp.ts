import type { Computer } from './computer-types';

export type * from './computer-types';

/** What this browser calls itself; null where there is none. */
export function thisComputer(): Computer | null {
  return null;
}

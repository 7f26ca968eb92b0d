import type { BatchBarProps } from './batch-types';

/** Several are chosen in the tables of computers only. */
export function BatchBar(_props: BatchBarProps) {
  return null;
}

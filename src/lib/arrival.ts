/** Somebody has come by a link: the way is remembered for a registration, and the opening counted (VI1). */
import { isCounted } from '@domain/link/content';
import { sceneOf, type Arrival } from '@domain/link/link';

import { callProcedure } from './api';
import { rememberArrival } from './arrival-channel';
import { newRequestId } from './request-id';

/**
 * `isSeen`: it was counted where it was opened first. Nobody waits for this, and a phone without a network
 * counts nothing: an opening is worth no second try.
 */
export function noteArrival(arrival: Arrival, isSeen: boolean): void {
  if (!isCounted(arrival.link)) return;
  rememberArrival(arrival, Date.now());
  if (isSeen) return;
  const scene = sceneOf(arrival.link, arrival.channel);
  void callProcedure('reach.recordOpening', { requestId: newRequestId(), scene }).catch(() => undefined);
}

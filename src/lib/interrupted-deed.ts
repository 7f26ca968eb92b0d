/**
 * What somebody was about to do when they were led to register (LK13). It outlives the app: a registration
 * taken up again later still leads back to it.
 */
import * as z from 'zod';
import '@contract/zod-config';
import { DAY_MS } from '@domain/time/civil-day';
import { getLocalOpenid } from '@/platform/identity';
import { isTabPage } from '@/platform/pages';
import { deviceStorage } from '@/platform/storage';

import { routeOfText, textOfRoute, type Route } from './routes';

const keptSchema = z.object({ route: z.string().max(300), at: z.number() });

const keyOfDeed = () => `interrupted-deed:${getLocalOpenid()}`;

/**
 * Where a registration that was opened from `back` leads. A tab, or nothing, is no deed: then it is the one
 * before, for a day.
 */
export function deedAfterRegistering(back: Route | null, now: number): Route | null {
  if (back !== null && !isTabPage(back.path)) {
    deviceStorage.set(keyOfDeed(), { route: textOfRoute(back), at: now });
    return back;
  }
  const kept = keptSchema.safeParse(deviceStorage.get(keyOfDeed()));
  if (!kept.success || kept.data.at > now || now - kept.data.at > DAY_MS) return back;
  return routeOfText(kept.data.route) ?? back;
}

export function forgetInterruptedDeed(): void {
  deviceStorage.remove(keyOfDeed());
}

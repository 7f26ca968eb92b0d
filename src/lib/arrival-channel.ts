/**
 * 渠道 (LK7): by which link somebody came last, kept on the device until they register or a week has passed.
 * It names an article or a poster, never a person.
 */
import * as z from 'zod';
import '@contract/zod-config';
import { channelOfText, textOfChannel, type Channel } from '@domain/link/channel';
import { DAY_MS } from '@domain/time/civil-day';
import { deviceStorage } from '@/platform/storage';

const KEY = 'arrival-channel';
/** Who registers later came by themselves. */
const KEPT_MS = 7 * DAY_MS;
const keptSchema = z.object({ text: z.string(), at: z.number() });

export function rememberChannel(channel: Channel | null, now: number): void {
  if (channel !== null) deviceStorage.set(KEY, { text: textOfChannel(channel), at: now });
}

/** As a registration stores it; null when nothing led here. */
export function arrivalChannel(now: number): string | null {
  const kept = keptSchema.safeParse(deviceStorage.get(KEY));
  if (!kept.success || now - kept.data.at > KEPT_MS || kept.data.at > now) return null;
  return channelOfText(kept.data.text) === null ? null : kept.data.text;
}

/**
 * 渠道 and 来源 (LK7, VI4): by which link somebody came last, kept on the device until they register or a week
 * has passed. It names an article or a poster and what that was about, never a person.
 */
import * as z from 'zod';
import '@contract/zod-config';
import { channelOfText, textOfChannel } from '@domain/link/channel';
import { arrivalOfScene, sceneOf, type Arrival } from '@domain/link/link';
import { DAY_MS } from '@domain/time/civil-day';
import { deviceStorage } from '@/platform/storage';

const KEY = 'arrival-channel';
/** Who registers later came by themselves. */
const KEPT_MS = 7 * DAY_MS;
/** `text` is the channel, empty for a link that named none. */
const keptSchema = z.object({ text: z.string(), at: z.number(), scene: z.string().nullable().default(null) });
type Kept = z.output<typeof keptSchema>;

/** A link that says nothing of its way leaves the one before, if that did. */
export function rememberArrival({ link, channel }: Arrival, now: number): void {
  if (channel === null && (keptAt(now)?.text ?? '') !== '') return;
  const text = channel === null ? '' : textOfChannel(channel);
  deviceStorage.set(KEY, { text, at: now, scene: sceneOf(link, channel) });
}

function keptAt(now: number): Kept | null {
  const kept = keptSchema.safeParse(deviceStorage.get(KEY));
  return !kept.success || now - kept.data.at > KEPT_MS || kept.data.at > now ? null : kept.data;
}

/** As a registration stores it; null when nothing led here, or a link that named no channel. */
export function arrivalChannel(now: number): string | null {
  const text = keptAt(now)?.text ?? '';
  return channelOfText(text) === null ? null : text;
}

/** The whole link, for the server to look up what it leads to; null when nothing led here. */
export function arrivalScene(now: number): string | null {
  const scene = keptAt(now)?.scene ?? null;
  return scene === null || arrivalOfScene(scene) === null ? null : scene;
}

/**
 * What WeChat makes of a link for thirty days (LK8): made when it is first asked for, stored, and made anew
 * when less than a week is left of it – whoever copies it now sends it today.
 */
import type { PlatformLinkForm } from '@contract/reach.contract';
import { rejected } from '@domain/kernel/result';
import type { Channel } from '@domain/link/channel';
import { LANDING_PAGE, sceneOf, SEEN, type Link } from '@domain/link/link';
import { DAY_MS } from '@domain/time/civil-day';
import type { Platform, Ports } from '../kernel/ports';
import type { Handler } from '../kernel/procedure';
import { documentOf } from './target-of';

/** the most WeChat gives */
const VALID_DAYS = 30;
const RENEWED_BEFORE_MS = 7 * DAY_MS;

interface PlatformLink {
  readonly text: string;
  readonly expiresAt: number;
}

/** Round trips: 1; when one must be made, WeChat's answer and 1 more. Throws what WeChat refuses with. */
export async function platformLinkOf(
  { database, platform }: Pick<Ports, 'database' | 'platform'>,
  now: number,
  form: PlatformLinkForm,
  wanted: { readonly link: Link; readonly channel: Channel | null; readonly isSeen?: boolean },
): Promise<PlatformLink> {
  const scene = sceneOf(wanted.link, wanted.channel);
  const mark = wanted.isSeen === true ? SEEN : '';
  const id = `${form}:${scene}${mark}`;
  const known = await database.get('platformLinks', id);
  if (known !== null && known.expiresAt - now > RENEWED_BEFORE_MS) return known;
  const text = await make(platform, form, `scene=${encodeURIComponent(scene)}${mark}`);
  const made = { _id: id, text, madeAt: now, expiresAt: now + VALID_DAYS * DAY_MS };
  await database.put('platformLinks', made);
  return made;
}

function make(platform: Platform, form: PlatformLinkForm, query: string): Promise<string> {
  return platform.makeLink(form, LANDING_PAGE, query, VALID_DAYS);
}

/** Round trips: 2, and those of making it. */
export const getPlatformLink: Handler<'reach.getPlatformLink'> = async (input, { ports, now }) => {
  const { target, channel, form } = input;
  if ((await ports.database.get(...documentOf(target))) === null) return rejected('project.notFound');
  const { text, expiresAt } = await platformLinkOf(ports, now, form, { link: target, channel });
  return { text, expiresAt };
};

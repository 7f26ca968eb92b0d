/**
 * 打开 (VI1) of a small page: one write beside the answer. Where its content belongs is kept in the instance
 * for a minute, as the answer is. A page is shown whether its opening could be written or not.
 */
import type { Channel } from '@domain/link/channel';
import { isCounted, type CountedLink } from '@domain/link/content';
import { sceneOf, type Link } from '@domain/link/link';
import type { Ports } from '../kernel/ports';
import { locateContent, type Located } from '../reach/content-origin';
import { openingOf } from '../reach/record-opening';
import { KEPT_ANSWERS, KEPT_MS } from './page-answers';

interface Kept {
  readonly located: Located;
  readonly readAt: number;
}
const kept = new WeakMap<Ports['database'], Map<string, Kept>>();

/** To be asked beside what the page shows. Null: nothing is counted. Never rejects. */
export async function locatePage(ports: Ports, link: Link): Promise<Located | null> {
  try {
    return isCounted(link) ? await locate(ports, link) : null;
  } catch (error) {
    return logged(ports, error);
  }
}

/** One round trip. Never rejects. */
export async function countPageOpening(ports: Ports, located: Located, channel: Channel | null) {
  try {
    const _id = ports.secrets.shortId('opening', `page:${ports.randomId()}`);
    await ports.database.put('openings', openingOf({ channel, ...located }, _id, ports.now()));
  } catch (error) {
    logged(ports, error);
  }
}

function logged(ports: Ports, error: unknown): null {
  const text = error instanceof Error ? error.message : 'not an Error';
  ports.log({ function: 'page', opening: text.slice(0, 300) });
  return null;
}

async function locate(ports: Ports, link: CountedLink): Promise<Located | null> {
  const known = kept.get(ports.database) ?? new Map<string, Kept>();
  kept.set(ports.database, known);
  const key = sceneOf(link);
  const one = known.get(key);
  if (one !== undefined && Math.abs(ports.now() - one.readAt) < KEPT_MS) return one.located;
  const located = await locateContent(ports, link);
  if (known.size >= KEPT_ANSWERS) known.clear();
  if (located !== null) known.set(key, { located, readAt: ports.now() });
  return located;
}

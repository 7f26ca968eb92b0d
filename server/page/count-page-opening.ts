/**
 * 打开 (VI1) of a small page: one write beside the answer. Where its content belongs is kept in the instance
 * for a minute, as the answer is. A page is shown whether its opening could be written or not.
 */
import type { Channel } from '@domain/link/channel';
import { sceneOf, type Link } from '@domain/link/link';
import type { Ports } from '../kernel/ports';
import { locateContent, type Located } from '../reach/content-origin';
import { openingOf } from '../reach/record-opening';
import { KeptForAMinute } from './kept-for-a-minute';

const kept = new KeptForAMinute<Located>();

/** To be asked beside what the page shows. Null: nothing is counted. Never rejects. */
export async function locatePage(ports: Ports, link: Link): Promise<Located | null> {
  try {
    return await locate(ports, link);
  } catch (error) {
    return logged(ports, error);
  }
}

/** One round trip. Never rejects. */
export async function countPageOpening(ports: Ports, located: Located, channel: Channel | null) {
  try {
    const _id = ports.secrets.shortId('opening', `page:${ports.randomId()}`);
    await ports.database.put('channelSums', openingOf({ channel, ...located }, _id, ports.now()));
  } catch (error) {
    logged(ports, error);
  }
}

function logged(ports: Ports, error: unknown): null {
  const text = error instanceof Error ? error.message : 'not an Error';
  ports.log({ function: 'page', opening: text.slice(0, 300) });
  return null;
}

async function locate(ports: Ports, link: Link): Promise<Located | null> {
  const key = sceneOf(link);
  const known = kept.get(ports, key);
  if (known !== null) return known;
  const located = await locateContent(ports, link);
  if (located !== null) kept.put(ports, key, located);
  return located;
}

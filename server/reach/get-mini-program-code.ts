import type { Channel } from '@domain/link/channel';
import { LANDING_PAGE, sceneOf, type Link } from '@domain/link/link';
import { rejected } from '@domain/kernel/result';
import type { Ports } from '../kernel/ports';
import type { Handler } from '../kernel/procedure';
import { documentOf } from './target-of';

/** 小程序码: made once, stored, then only looked up – the platform counts generations. */
export const getMiniProgramCode: Handler<'reach.getMiniProgramCode'> = async (input, { ports, now }) => {
  if ((await ports.database.get(...documentOf(input.target))) === null) return rejected('project.notFound');
  const { scene, fileId } = await miniProgramCodeOf(ports, now, input.target, input.channel);
  const [imageUrl] = await ports.platform.fileUrls([fileId]);
  return { scene, imageUrl: imageUrl ?? '' };
};

/**
 * Round trips: 1; when it must be made, WeChat's answer, an upload and 1 more. Throws what WeChat refuses
 * with.
 */
export async function miniProgramCodeOf(
  { database, platform }: Pick<Ports, 'database' | 'platform'>,
  now: number,
  link: Link,
  channel: Channel | null,
): Promise<{ readonly scene: string; readonly fileId: string }> {
  const scene = sceneOf(link, channel);
  const known = await database.get('miniProgramCodes', scene);
  if (known !== null) return { scene, fileId: known.fileId };
  const image = await platform.miniProgramCode(scene, LANDING_PAGE);
  const fileId = await platform.storeFile(`codes/${scene}.png`, image);
  await database.put('miniProgramCodes', { _id: scene, fileId, madeAt: now });
  return { scene, fileId };
}

import { LANDING_PAGE, sceneOf } from '@domain/link/link';
import { rejected } from '@domain/kernel/result';
import type { Handler } from '../kernel/procedure';
import { documentOf } from './target-of';

/** 小程序码: made once, stored, then only looked up – the platform counts generations. */
export const getMiniProgramCode: Handler<'reach.getMiniProgramCode'> = async (input, context) => {
  const { database, platform } = context.ports;
  const scene = sceneOf(input.target, input.channel);
  const [known, target] = await Promise.all([
    database.get('miniProgramCodes', scene),
    database.get(...documentOf(input.target)),
  ]);
  if (target === null) return rejected('project.notFound');
  let fileId = known?.fileId;
  if (fileId === undefined) {
    const image = await platform.miniProgramCode(scene, LANDING_PAGE);
    fileId = await platform.storeFile(`codes/${scene}.png`, image);
    await database.put('miniProgramCodes', { _id: scene, fileId, madeAt: context.now });
  }
  const [imageUrl] = await platform.fileUrls([fileId]);
  return { scene, imageUrl: imageUrl ?? '' };
};

/** Order, words and removal of pictures at once (PT3). */
import { rejected } from '@domain/kernel/result';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { changePictures, managedOwner, toPictureViews, type Picture } from './owner';

/** Sent again it finds the list as it wants it. Files are removed after the list no longer names them. */
export const arrangePictures: Handler<'picture.arrange'> = async ({ owner, knownIds, pictures }, context) => {
  const { ports } = context;
  const managed = await managedOwner(context, owner);
  if ('code' in managed) return managed;
  const words = pictures.map(({ alt }) => alt).join('\n');
  if (words !== '' && (await ports.platform.checkContent(requireOpenId(context), words)) !== 'pass') {
    return rejected('activity.contentRefused');
  }
  let removed: Picture[] = [];
  const changed = await changePictures(ports, owner, (stored) => {
    const wanted = pictures.flatMap(({ pictureId, alt }) => {
      const known = stored.find((one) => one.pictureId === pictureId);
      return known === undefined ? [] : [{ ...known, alt }];
    });
    removed = stored.filter((one) => wanted.every(({ pictureId }) => pictureId !== one.pictureId));
    const isKnown = ({ pictureId }: Picture): boolean => knownIds.includes(pictureId);
    return stored.every(isKnown) ? wanted : rejected('picture.changedMeanwhile');
  });
  if ('code' in changed) return changed;
  for (const { fileId, thumbnailFileId } of removed) {
    await ports.platform.removeFile(fileId);
    await ports.platform.removeFile(thumbnailFileId);
  }
  return { pictures: await toPictureViews(ports, changed.pictures) };
};

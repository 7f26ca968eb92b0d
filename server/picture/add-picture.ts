/**
 * 照片 in parts small enough for a call of the cloud (PT1–PT3). The last one that arrives makes the picture.
 * The same parts again change nothing.
 */
import { rejected, type Rejection } from '@domain/kernel/result';
import { MAXIMUM_PICTURES, type PictureOwner } from '@contract/picture.contract';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { storePart, wholeFileOf } from './file-parts';
import { changePictures, managedOwner, ownerKeyOf, picturesOf, type Picture } from './owner';
import { reencode } from './re-encode';

const TOO_MANY = rejected('picture.tooMany', { maximum: MAXIMUM_PICTURES });

/**
 * Round trips: owner and roles; one for the part; with the last also all parts, checks, files and a
 * transaction.
 */
export const addPicturePart: Handler<'picture.addPart'> = async (input, context) => {
  const { ports } = context;
  const { owner, part, partCount, content } = input;
  const managed = await managedOwner(context, owner);
  if ('code' in managed) return managed;
  if (part >= partCount) return rejected('picture.unreadable');
  const key = `${requireOpenId(context)}:${ownerKeyOf(owner)}:${input.requestId}`;
  const pictureId = ports.secrets.shortId('picture', key);
  const known = picturesOf(managed);
  if (known.some((one) => one.pictureId === pictureId)) return { pictureId };
  if (known.length >= MAXIMUM_PICTURES) return TOO_MANY;
  await storePart(context, pictureId, part, content);
  const bytes = await wholeFileOf(ports, pictureId, partCount);
  if (bytes === null) return { pictureId: null };
  const made = await makePicture(context, owner, pictureId, bytes, input.alt);
  if ('code' in made) return made;
  const changed = await changePictures(ports, owner, (pictures) => withPicture(pictures, made));
  if ('code' in changed) {
    await ports.platform.removeFile(made.fileId);
    await ports.platform.removeFile(made.thumbnailFileId);
    return changed;
  }
  return { pictureId };
};

function withPicture(pictures: readonly Picture[], made: Picture) {
  if (pictures.some(({ pictureId }) => pictureId === made.pictureId)) return pictures;
  return pictures.length >= MAXIMUM_PICTURES ? TOO_MANY : [...pictures, made];
}

/** Checked before anything of it is stored. */
async function makePicture(
  context: RequestContext,
  owner: PictureOwner,
  pictureId: string,
  bytes: Uint8Array,
  alt: string,
): Promise<
  | Picture
  | Rejection<'picture.unreadable' | 'picture.tooSmall' | 'picture.refused' | 'activity.contentRefused'>
> {
  const { platform } = context.ports;
  if ((await platform.checkContent(requireOpenId(context), alt)) !== 'pass') {
    return rejected('activity.contentRefused');
  }
  const drawn = reencode(bytes);
  if (drawn === 'unreadable') return rejected('picture.unreadable');
  if (drawn === 'tooSmall') return rejected('picture.tooSmall');
  if ((await platform.checkPicture(drawn.thumbnail)) !== 'pass') return rejected('picture.refused');
  const path = `pictures/${ownerKeyOf(owner)}/${pictureId}`;
  const [fileId, thumbnailFileId] = await Promise.all([
    platform.storeFile(`${path}.jpg`, drawn.picture),
    platform.storeFile(`${path}-small.jpg`, drawn.thumbnail),
  ]);
  return { pictureId, fileId, thumbnailFileId, width: drawn.width, height: drawn.height, alt };
}

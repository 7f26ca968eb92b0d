/**
 * 照片 of an activity or a story: the first one large, the others in rows; loaded when they come into view
 * (PT4).
 */
import type { PictureView } from '@contract/picture.contract';
import { Image, View } from '@/ui/primitives';

import './pictures.scss';

export function PictureFrame({ picture, isFirst = false }: { picture: PictureView; isFirst?: boolean }) {
  return (
    <View className={`xf-pictures__frame ${isFirst ? 'xf-pictures__frame--first' : ''}`}>
      <Image
        className="xf-pictures__picture"
        src={isFirst ? picture.url : picture.thumbnailUrl}
        alt={picture.alt}
      />
    </View>
  );
}

export function Pictures({ pictures }: { pictures: readonly PictureView[] }) {
  if (pictures.length === 0) return null;
  return (
    <View className="xf-pictures">
      {pictures.map((picture, index) => (
        <PictureFrame key={picture.pictureId} picture={picture} isFirst={index === 0} />
      ))}
    </View>
  );
}

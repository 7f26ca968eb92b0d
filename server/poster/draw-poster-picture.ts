/** A poster as a picture to post: apart from the PDF, so that who draws only that loads no rasteriser. */
import { POSTER_MEASURES, type PosterItem } from '@domain/poster/poster';
import type { PosterForm } from '@domain/poster/poster-form';
import { framedSvg, moduleSquares, outlineOf, rasterise, rectangle } from '../certificate/draw-picture';
import { COLOURS, imageKindOf, type DrawnPoster } from './draw-poster';

/** As wide as the screens it is looked at on. */
const PICTURE_WIDTH = 1080;

/** PNG */
export function posterPicture(form: PosterForm, poster: DrawnPoster): Promise<Uint8Array> {
  const body = poster.items.map((item) => shapeOf(item, poster)).join('');
  return rasterise(framedSvg(POSTER_MEASURES[form], body), PICTURE_WIDTH);
}

function shapeOf(item: PosterItem, { code, picture }: DrawnPoster): string {
  switch (item.kind) {
    case 'text':
      return outlineOf(item, COLOURS[item.tone]);
    case 'fill':
      return rectangle(item.x, item.y, item.width, item.height, COLOURS[item.tone]);
    case 'picture':
      return picture === null ? '' : imageShape(picture, item);
    case 'code':
      if (code.kind === 'text') return moduleSquares(code.text, item);
      return imageShape(code.bytes, { ...item, width: item.side, height: item.side });
  }
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Cut to the area, its middle shown. */
function imageShape(bytes: Uint8Array, { x, y, width, height }: Area): string {
  const kind = imageKindOf(bytes);
  if (kind === null) return '';
  const place = Object.entries({ x, y, width, height }).map(
    ([name, value]) => `${name}="${value.toFixed(2)}"`,
  );
  const source = `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`;
  return `<image ${place.join(' ')} preserveAspectRatio="xMidYMid slice" href="${source}"/>`;
}

/** Pictures for tests, and sending them in parts. */
import { encode } from 'jpeg-js';
import { PICTURE_PART_CHARACTERS, type PictureOwner } from '@contract/picture.contract';
import { requestId, type TestProduct } from './product';

/** In one colour, a little shaded, so that no two rows are equal. */
export function pictureOf(colour: readonly [number, number, number], width = 400, height = 300): Buffer {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < width * height; at += 1) data.set(colour, at * 4);
  return encode({ width, height, data }, 80).data;
}
export const GREEN = [40, 160, 60] as const;
/** The local check takes it for risky. */
export const MAGENTA = [255, 0, 255] as const;

/** Part after part; the answer to the last. */
export async function sendPicture(
  product: TestProduct,
  openId: string,
  owner: PictureOwner,
  file: Buffer,
  wishes: { readonly alt?: string; readonly requestId?: string } = {},
) {
  const { alt = '测试照片', requestId: id = requestId() } = wishes;
  const text = file.toString('base64');
  const partCount = Math.max(1, Math.ceil(text.length / PICTURE_PART_CHARACTERS));
  const send = (part: number) =>
    product.call(openId, 'picture.addPart', {
      ...{ requestId: id, owner, alt, part, partCount },
      content: text.slice(part * PICTURE_PART_CHARACTERS, (part + 1) * PICTURE_PART_CHARACTERS),
    });
  for (let part = 0; part < partCount - 1; part += 1) {
    const answer = await send(part);
    if (!answer.ok) return answer;
  }
  return send(partCount - 1);
}

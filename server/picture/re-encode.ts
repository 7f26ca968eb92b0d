/**
 * A photograph drawn anew (PT1): decoded, turned upright, scaled and encoded, so that nothing of the file
 * that came is kept but what is to be seen – no place, no phone, no hidden data.
 */
import { decode, encode } from 'jpeg-js';
import { orientationOf } from './orientation';

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** red, green, blue and opacity, row by row */
  readonly data: Uint8Array;
}

/** Decoding takes some 10 bytes a pixel: what a function of 256 MB decodes beside its other work. */
const MAXIMUM_MEGAPIXELS = 6;
const MAXIMUM_MEMORY_MB = 160;
/** A smaller one shows nothing. */
const SHORTEST_SIDE = 200;
/** As wide as the widest page shows it on a phone of three pixels a point. */
const PICTURE_SIDE = 1_280;
/** Also what is checked: WeChat takes 750 × 1,334 pixels. */
const THUMBNAIL_SIDE = 640;
const QUALITY = 80;

export interface Reencoded {
  readonly picture: Uint8Array;
  readonly thumbnail: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** JPEG by its first bytes, whatever it is called; nothing else is decoded. */
export function reencode(bytes: Uint8Array): Reencoded | 'unreadable' | 'tooSmall' {
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  const decoded = isJpeg ? decodeJpeg(bytes) : null;
  if (decoded === null) return 'unreadable';
  if (Math.min(decoded.width, decoded.height) < SHORTEST_SIDE) return 'tooSmall';
  const upright = turned(decoded, orientationOf(bytes));
  const picture = scaledTo(upright, PICTURE_SIDE);
  const { width, height } = picture;
  return { picture: jpegOf(picture), thumbnail: jpegOf(scaledTo(picture, THUMBNAIL_SIDE)), width, height };
}

function decodeJpeg(bytes: Uint8Array): Pixels | null {
  try {
    return decode(bytes, {
      useTArray: true,
      tolerantDecoding: false,
      maxResolutionInMP: MAXIMUM_MEGAPIXELS,
      maxMemoryUsageInMB: MAXIMUM_MEMORY_MB,
    });
  } catch {
    // Cut, forged or too large: the decoder throws for each.
    return null;
  }
}

function jpegOf({ width, height, data }: Pixels): Uint8Array {
  return encode({ width, height, data }, QUALITY).data;
}

/** Upright as EXIF says: 1 is upright, 2 to 8 are mirrored, turned, or both. */
function turned(from: Pixels, orientation: number): Pixels {
  if (orientation < 2 || orientation > 8) return from;
  const isSideways = orientation >= 5;
  const width = isSideways ? from.height : from.width;
  const height = isSideways ? from.width : from.height;
  const source = new Uint32Array(from.data.slice().buffer);
  const target = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [a, b] = isSideways ? [y, x] : [x, y];
      const column = [2, 3, 7, 8].includes(orientation) ? from.width - 1 - a : a;
      const row = [3, 4, 6, 7].includes(orientation) ? from.height - 1 - b : b;
      target[y * width + x] = source[row * from.width + column] ?? 0;
    }
  }
  return { width, height, data: new Uint8Array(target.buffer) };
}

/** Each new pixel is the mean of those it covers; never larger than it was. */
function scaledTo(from: Pixels, longestSide: number): Pixels {
  const scale = Math.min(1, longestSide / Math.max(from.width, from.height));
  if (scale === 1) return from;
  const width = Math.max(1, Math.round(from.width * scale));
  const height = Math.max(1, Math.round(from.height * scale));
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = spanOf(y, height, from.height);
    for (let x = 0; x < width; x += 1) {
      const [left, right] = spanOf(x, width, from.width);
      for (let channel = 0; channel < 3; channel += 1) {
        let sum = 0;
        for (let row = top; row < bottom; row += 1) {
          for (let column = left; column < right; column += 1) {
            sum += from.data[4 * (row * from.width + column) + channel] ?? 0;
          }
        }
        data[4 * (y * width + x) + channel] = Math.round(sum / ((bottom - top) * (right - left)));
      }
    }
  }
  return { width, height, data };
}

/** The old pixels under a new one: from the first, to before the last. */
function spanOf(index: number, length: number, oldLength: number): [number, number] {
  const first = Math.floor((index * oldLength) / length);
  return [first, Math.max(first + 1, Math.floor(((index + 1) * oldLength) / length))];
}

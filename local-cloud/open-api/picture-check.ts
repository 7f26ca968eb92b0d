import { decode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { isJsonObject, stringOf } from '../host/json';
import { accepted, refused, type OpenApiAnswer, type OpenApiCall } from './open-api-types';

const MAXIMUM_BYTES = 1024 * 1024;
const MAXIMUM_WIDTH = 750;
const MAXIMUM_HEIGHT = 1334;
/** How far from magenta still is magenta: a JPEG blurs. */
const TOLERANCE = 40;

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * `security.imgSecCheck`. The real check is WeChat's; here a picture is risky when its middle is magenta
 * (255, 0, 255), which no photograph is.
 */
export function checkPicture(call: OpenApiCall): OpenApiAnswer {
  const media = call.parameters['media'];
  const content = isJsonObject(media) ? stringOf(media['base64']) : undefined;
  if (content === undefined || content === '') return refused(41005, 'media data missing');
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length > MAXIMUM_BYTES) return refused(40006, 'invalid media size');
  const pixels = pixelsOf(bytes);
  if (pixels === null) return refused(40005, 'invalid file type');
  if (pixels.width > MAXIMUM_WIDTH || pixels.height > MAXIMUM_HEIGHT) {
    return refused(40006, 'invalid media size');
  }
  return isMagentaInTheMiddle(pixels) ? refused(87014, 'risky content') : accepted();
}

function pixelsOf(bytes: Buffer): Pixels | null {
  try {
    return bytes[0] === 0x89 ? PNG.sync.read(bytes) : decode(bytes, { useTArray: true });
  } catch {
    return null;
  }
}

function isMagentaInTheMiddle({ width, height, data }: Pixels): boolean {
  const at = 4 * (Math.floor(height / 2) * width + Math.floor(width / 2));
  const [red = 0, green = 255, blue = 0] = data.subarray(at, at + 3);
  return red >= 255 - TOLERANCE && green <= TOLERANCE && blue >= 255 - TOLERANCE;
}

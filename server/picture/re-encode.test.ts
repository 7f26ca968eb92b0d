import { decode, encode } from 'jpeg-js';
import { orientationOf } from './orientation';
import { reencode, type Reencoded } from './re-encode';

const SIZE = { width: 300, height: 200 };
const LARGE = { width: 900, height: 600 };
/** Left half red, right half blue. */
function twoHalves({ width, height } = SIZE): Buffer {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < width * height; at += 1) {
    data.set(at % width < width / 2 ? [255, 0, 0] : [0, 0, 255], at * 4);
  }
  return encode({ width, height, data }, 90).data;
}

/** As a camera writes it: EXIF with an orientation, and a place as text. */
function withExif(jpeg: Buffer, orientation: number, isLittle: boolean): Buffer {
  const body = Buffer.alloc(60);
  body.write('Exif\0\0', 'latin1');
  body.write(isLittle ? 'II' : 'MM', 6, 'latin1');
  const short = (value: number, at: number) =>
    isLittle ? body.writeUInt16LE(value, at) : body.writeUInt16BE(value, at);
  short(42, 8);
  if (isLittle) body.writeUInt32LE(8, 10);
  else body.writeUInt32BE(8, 10);
  short(1, 14);
  short(0x0112, 16);
  short(3, 18);
  short(orientation, 24);
  body.write('GPS 31.9N 102.2E', 40, 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, body.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

function drawn(bytes: Uint8Array): Reencoded {
  const result = reencode(bytes);
  if (typeof result === 'string') throw new Error(result);
  return result;
}
function colourAt(jpeg: Uint8Array, x: number, y: number): string {
  const { width, height, data } = decode(jpeg, { useTArray: true });
  const at = 4 * (Math.floor(y * height) * width + Math.floor(x * width));
  return (data[at] ?? 0) > (data[at + 2] ?? 0) ? 'red' : 'blue';
}

test('[PT1] drawn anew: no byte of what a camera adds is left, and it looks as it did', () => {
  const result = drawn(withExif(twoHalves(LARGE), 1, true));
  for (const file of [result.picture, result.thumbnail]) {
    const text = Buffer.from(file).toString('latin1');
    expect([text.includes('GPS'), text.includes('Exif')]).toEqual([false, false]);
    expect([colourAt(file, 0.2, 0.5), colourAt(file, 0.8, 0.5)]).toEqual(['red', 'blue']);
  }
  expect([result.width, result.height]).toEqual([900, 600]);
  const small = decode(result.thumbnail, { useTArray: true });
  expect([small.width, small.height]).toEqual([640, 427]);
});

test('[PT1] larger than a page shows it, it is made smaller; its shape stays', () => {
  const { width, height } = drawn(twoHalves({ width: 1600, height: 400 }));
  expect([width, height]).toEqual([1280, 320]);
});

test('[PT1] upright, however the camera was held, in either order of bytes', () => {
  const shown = (orientation: number, isLittle: boolean) => {
    const { picture, width, height } = drawn(withExif(twoHalves(), orientation, isLittle));
    const at = (x: number, y: number) => colourAt(picture, x, y);
    return [width > height ? 'wide' : 'high', at(0.2, 0.2), at(0.8, 0.2), at(0.2, 0.8), at(0.8, 0.8)];
  };
  const [red, blue] = ['red', 'blue'] as const;
  for (const isLittle of [true, false]) {
    expect(shown(1, isLittle)).toEqual(['wide', red, blue, red, blue]);
    expect(shown(2, isLittle)).toEqual(['wide', blue, red, blue, red]);
    expect(shown(3, isLittle)).toEqual(['wide', blue, red, blue, red]);
    expect(shown(4, isLittle)).toEqual(['wide', red, blue, red, blue]);
    expect(shown(6, isLittle)).toEqual(['high', red, red, blue, blue]);
    expect(shown(8, isLittle)).toEqual(['high', blue, blue, red, red]);
  }
});

test('[PT1] what is no JPEG, is cut, too large to decode or too small is refused', () => {
  const jpeg = twoHalves();
  expect(reencode(Buffer.from('%PDF-1.4 …'))).toBe('unreadable');
  expect(reencode(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe('unreadable');
  expect(reencode(Buffer.concat([jpeg.subarray(0, 3), Buffer.from('<script>')]))).toBe('unreadable');
  expect(reencode(twoHalves({ width: 300, height: 150 }))).toBe('tooSmall');
  // A bomb: a small file that says it is 60,000 by 60,000.
  const bomb = Buffer.from(jpeg);
  const frame = bomb.indexOf(Buffer.from([0xff, 0xc0]));
  bomb.writeUInt16BE(60_000, frame + 5);
  bomb.writeUInt16BE(60_000, frame + 7);
  expect(reencode(bomb)).toBe('unreadable');
});

test('[PT1] an orientation that cannot be read is upright', () => {
  const cut = withExif(twoHalves(), 6, true).subarray(0, 26);
  expect([orientationOf(cut), orientationOf(new Uint8Array(2)), orientationOf(twoHalves())]).toEqual([
    1, 1, 1,
  ]);
});

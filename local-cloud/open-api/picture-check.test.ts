import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { checkPicture } from './picture-check';

type Colour = readonly [number, number, number];
const GREEN: Colour = [40, 160, 60];
const MAGENTA: Colour = [255, 0, 255];

function pixels([red, green, blue]: Colour, width: number, height: number): Buffer {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < data.length; at += 4) data.set([red, green, blue], at);
  return data;
}
const jpegOf = (colour: Colour, width = 40, height = 30): Buffer =>
  encode({ width, height, data: pixels(colour, width, height) }, 80).data;
function codeOf(media: { fileName: string; base64: string } | null): unknown {
  const parameters = media === null ? {} : { media };
  const answer = checkPicture({ name: 'security.imgSecCheck', parameters, openid: '' });
  return answer.kind === 'json' ? answer.body['errcode'] : null;
}
const sent = (bytes: Buffer) => codeOf({ fileName: 'media.jpeg', base64: bytes.toString('base64') });

test('a picture passes, unless its middle is magenta', () => {
  expect([sent(jpegOf(GREEN)), sent(jpegOf(MAGENTA))]).toEqual([0, 87014]);
  const png = new PNG({ width: 40, height: 30 });
  png.data = pixels(MAGENTA, 40, 30);
  expect(sent(PNG.sync.write(png))).toBe(87014);
});

test('what is missing, unreadable or too large is refused as WeChat refuses it', () => {
  expect(codeOf(null)).toBe(41005);
  expect(sent(Buffer.from('no picture'))).toBe(40005);
  expect([sent(jpegOf(GREEN, 751, 10)), sent(jpegOf(GREEN, 10, 1335))]).toEqual([40006, 40006]);
  expect(sent(Buffer.alloc(1024 * 1024 + 1))).toBe(40006);
});

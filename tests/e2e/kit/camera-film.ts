/** A film for a browser that plays a file as its camera: a still QR code, uncompressed (YUV4MPEG2). */
import qrcode from 'qrcode-generator';

const WIDTH = 640;
const HEIGHT = 480;
/** The code fills the picture, as when a phone is held close. */
const QUIET_MODULES = 4;
const FRAMES = 3;
const [WHITE, BLACK, NO_COLOUR] = [235, 16, 128];

function brightnessOf(text: string): Buffer {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = Math.floor(HEIGHT / (code.getModuleCount() + 2 * QUIET_MODULES));
  const left = Math.floor((WIDTH - size * code.getModuleCount()) / 2);
  const top = Math.floor((HEIGHT - size * code.getModuleCount()) / 2);
  const isDark = (x: number, y: number): boolean => {
    const [column, row] = [Math.floor((x - left) / size), Math.floor((y - top) / size)];
    const isInside = Math.min(column, row) >= 0 && Math.max(column, row) < code.getModuleCount();
    return isInside && code.isDark(row, column);
  };
  return Buffer.from(
    Array.from({ length: WIDTH * HEIGHT }, (_none, index) =>
      isDark(index % WIDTH, Math.floor(index / WIDTH)) ? BLACK : WHITE,
    ),
  );
}

export function filmOfCode(text: string): Buffer {
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, NO_COLOUR);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), brightnessOf(text), colour]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]);
}

import { PNG } from 'pngjs';
import qrcode from 'qrcode-generator';

const QUIET_ZONE_MODULES = 4;

/** A black-on-white PNG of a QR code that holds `text`, `widthPixels` on each side. */
export function renderQrImage(text: string, widthPixels: number): Buffer {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const modules = code.getModuleCount();
  const scale = Math.max(1, Math.floor(widthPixels / (modules + 2 * QUIET_ZONE_MODULES)));
  const width = Math.max(widthPixels, scale * (modules + 2 * QUIET_ZONE_MODULES));
  const margin = Math.floor((width - scale * modules) / 2);
  const image = new PNG({ width, height: width, colorType: 0 });
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const row = Math.floor((y - margin) / scale);
      const column = Math.floor((x - margin) / scale);
      const isInside = row >= 0 && column >= 0 && row < modules && column < modules;
      const shade = isInside && code.isDark(row, column) ? 0 : 255;
      image.data.fill(shade, (y * width + x) * 4, (y * width + x) * 4 + 3);
      image.data[(y * width + x) * 4 + 3] = 255;
    }
  }
  return PNG.sync.write(image, { colorType: 0 });
}

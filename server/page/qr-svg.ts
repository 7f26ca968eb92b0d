/** A QR code as one path, a rectangle for every run of dark modules. */
import qrcode from 'qrcode-generator';
import { html, type Html } from './html';

const QUIET_MODULES = 4;

export function qrSvg(text: string, label: string): Html {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const runs: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      let length = 0;
      while (column + length < count && code.isDark(row, column + length)) length += 1;
      if (length === 0) continue;
      const place = `M${String(column + QUIET_MODULES)} ${String(row + QUIET_MODULES)}`;
      runs.push(`${place}h${String(length)}v1h-${String(length)}z`);
      column += length;
    }
  }
  const side = count + 2 * QUIET_MODULES;
  const box = `0 0 ${String(side)} ${String(side)}`;
  return html`<svg role="img" aria-label="${label}" viewBox="${box}" shape-rendering="crispEdges">
    <rect width="${side}" height="${side}" fill="#fff" />
    <path d="${runs.join('')}" />
  </svg>`;
}

/** What the two printing hands share: colours, the modules of the code, where a text begins. */
import qrcode from 'qrcode-generator';
import type { PaperTone } from '@domain/certificate/paper';

export const INK: Readonly<Record<PaperTone, string>> = { ink: '#1f1b16', soft: '#565047', red: '#c8161d' };
export const BOX_INK = '#8d857a';
/** Bold is drawn by an outline of this part of the size: one typeface file instead of two. */
export const BOLD_STROKE = 0.035;
/** White around a code, in modules: what lies around it on the paper is white too. */
const QUIET_MODULES = 2;

export interface CodeModule {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** The dark modules of a QR code of the text within a square. Error correction M: paper gets folded. */
export function modulesOf(text: string, square: CodeModule): CodeModule[] {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const side = square.side / (count + 2 * QUIET_MODULES);
  return Array.from({ length: count * count }, (_none, index) => [index % count, Math.floor(index / count)])
    .filter(([column = 0, row = 0]) => code.isDark(row, column))
    .map(([column = 0, row = 0]) => ({
      x: square.x + (column + QUIET_MODULES) * side,
      y: square.y + (row + QUIET_MODULES) * side,
      side,
    }));
}

const ALIGN_SHARE = { start: 0, middle: 0.5, end: 1 } as const;

export function leftOf(item: { x: number; align: keyof typeof ALIGN_SHARE }, width: number): number {
  return item.x - width * ALIGN_SHARE[item.align];
}

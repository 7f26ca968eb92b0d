/** Breaking text into lines without a font at hand: widths are those of the widest common typeface. */

/** 〓 stands for a character that is missing from the typeface, as printers have always set it. */
export const missingSign = '〓';
const NARROW = 0.62;
/** These must not begin a line. */
const CLOSERS = '，。、；：！？）》」』】”’,.;:!?)';

/** These must not end one. */
const OPENERS = /[（《「『【“‘([]+$/;

/** Latin letters, digits and the like take about half of a Chinese character. */
export function widthOf(text: string, size: number): number {
  return Array.from(text).reduce((sum, character) => sum + (isNarrow(character) ? NARROW : 1) * size, 0);
}

function isNarrow(character: string): boolean {
  return (character.codePointAt(0) ?? 0) < 0x0250;
}

/** Words of Latin letters stay whole unless one is longer than a line; at least one line. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[!-~\u00a1-\u024f]+|[\s\S]/gu) ?? []) {
    for (const part of widthOf(piece, size) > width ? Array.from(piece) : [piece]) {
      if (line !== '' && widthOf(line + part, size) > width && !CLOSERS.includes(part)) {
        const carried = OPENERS.exec(line)?.[0] ?? '';
        const kept = carried.length < line.length ? carried : '';
        lines.push(line.slice(0, line.length - kept.length).trimEnd());
        line = kept + part.trimStart();
      } else line += part;
    }
  }
  return [...lines, line.trimEnd()];
}

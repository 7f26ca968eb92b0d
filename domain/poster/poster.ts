/**
 * 海报、台卡的版面 (PO1): one description, from which the PDF and the picture are drawn. Lengths are points
 * (1/72 inch) from the top left; a text's `y` is its base line. Nothing of a text is left out: long titles
 * become smaller and wrap, and the picture gives way.
 */
import { widthOf, wrapText } from '../certificate/paper-text';
import type { PosterForm } from './poster-form';

export type PosterTone = 'ink' | 'soft' | 'red' | 'white';

export interface PosterText {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  readonly align: 'start' | 'middle' | 'end';
  readonly tone: PosterTone;
  readonly isBold: boolean;
}
interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export type PosterItem =
  | PosterText
  | ({ readonly kind: 'fill'; readonly tone: PosterTone } & Area)
  /** the picture, cut to the area */
  | ({ readonly kind: 'picture' } & Area)
  | { readonly kind: 'code'; readonly x: number; readonly y: number; readonly side: number };

export interface PosterContent {
  /** what it is, e.g. 志愿服务活动 */
  readonly label: string;
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
  /** what scanning leads to, e.g. 扫码报名 */
  readonly call: string;
  /** how to scan it */
  readonly hint: string;
  readonly foot: string;
  readonly hasPicture: boolean;
}

interface Measures {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly gap: number;
  /** the largest that takes few lines is chosen */
  readonly titleSizes: readonly number[];
  readonly rowSize: number;
  readonly labelSize: number;
  /** 10 cm on the wall is scanned from two metres, 5 cm on a table from half a metre */
  readonly codeSide: number;
  readonly callSize: number;
  readonly hintSize: number;
  readonly footSize: number;
  readonly leastPicture: number;
  readonly mostPicture: number;
  readonly mostBand: number;
}

export const POSTER_MEASURES: Readonly<Record<PosterForm, Measures>> = {
  sheet: {
    ...{ width: 595, height: 842, margin: 42, gap: 22 },
    ...{ titleSizes: [50, 44, 38, 32], rowSize: 17, labelSize: 17, codeSide: 284 },
    ...{ callSize: 34, hintSize: 15, footSize: 11, leastPicture: 120, mostPicture: 300, mostBand: 150 },
  },
  card: {
    ...{ width: 298, height: 420, margin: 20, gap: 11 },
    ...{ titleSizes: [27, 23, 20, 17], rowSize: 10.5, labelSize: 10, codeSide: 146 },
    ...{ callSize: 19, hintSize: 9, footSize: 7.5, leastPicture: 55, mostPicture: 150, mostBand: 75 },
  },
};

/** Few lines of a large title are read from afar; a third line costs less than a smaller size. */
const TITLE_LINES = [2, 3] as const;
const TITLE_LEADING = 1.24;
const ROW_LEADING = 1.5;
/** A mark that may not begin a line may hang so far into the margin; a row of them begins one after all. */
const HANGING = 0.5;
/** How far a character reaches above its base line, as a part of its size. */
const ASCENT = 0.88;

interface Line {
  readonly items: readonly PosterText[];
  readonly height: number;
}

export function layoutPoster(form: PosterForm, content: PosterContent): PosterItem[] {
  const measures = POSTER_MEASURES[form];
  const { width, height, margin, gap, footSize, codeSide } = measures;
  const codeTop = height - margin - footSize * 2 - codeSide;
  const title = titleLines(content.title, measures);
  const rows = content.rows.flatMap((row) => rowLines(row, measures));
  const textsHeight = heightOf([...title, ...rows]) + gap / 2;
  const labelHeight = measures.labelSize * ROW_LEADING;
  const room = codeTop - gap * 3 - textsHeight;
  const pictureHeight = Math.min(room - labelHeight, measures.mostPicture);
  const isPictured = content.hasPicture && pictureHeight >= measures.leastPicture;
  const headHeight = isPictured
    ? pictureHeight
    : Math.max(labelHeight * 2, Math.min(room, measures.mostBand));
  const head = isPictured
    ? pictureHead(content.label, pictureHeight, measures)
    : bandHead(content.label, headHeight, measures);
  const top = headHeight + (isPictured ? labelHeight : 0) + gap;
  // What is left over goes between head, texts and code.
  const spare = Math.max(0, codeTop - gap * 2 - textsHeight - top) / 2;
  const titleTop = top + Math.min(spare, gap);
  const rowsTop = titleTop + heightOf(title) + gap / 2;
  return [
    ...head,
    ...placed(title, titleTop),
    ...placed(rows, rowsTop + Math.min(spare, gap)),
    { kind: 'fill', tone: 'red', x: margin, y: codeTop - gap, width: width - 2 * margin, height: gap / 12 },
    { kind: 'code', x: margin, y: codeTop, side: codeSide },
    ...besideCode(content, codeTop, measures),
    text(width / 2, height - margin * 0.6, footSize, content.foot, { align: 'middle', tone: 'soft' }),
  ];
}

/** The lines of a text in the width from `left` to the margin. */
function linesIn(words: string, size: number, left: number, { width, margin }: Measures): string[] {
  const inner = width - margin - left;
  return wrapText(words, size, inner).flatMap((line) => {
    const parts = [''];
    for (const character of Array.from(line)) {
      const grown = (parts[parts.length - 1] ?? '') + character;
      if (widthOf(grown, size) > inner + margin * HANGING) parts.push(character);
      else parts[parts.length - 1] = grown;
    }
    return parts;
  });
}

type Look = Partial<Pick<PosterText, 'align' | 'tone' | 'isBold'>>;

function text(x: number, y: number, size: number, words: string, look: Look = {}): PosterText {
  return { kind: 'text', x, y, size, text: words, align: 'start', tone: 'ink', isBold: false, ...look };
}

function pictureHead(label: string, height: number, { width, margin, labelSize }: Measures): PosterItem[] {
  const y = height + labelSize * ROW_LEADING;
  return [
    { kind: 'picture', x: 0, y: 0, width, height },
    text(margin, y, labelSize, label, { tone: 'red', isBold: true }),
  ];
}

/** Without a picture a band of the one red carries the label. */
function bandHead(label: string, height: number, { width, margin, callSize }: Measures): PosterItem[] {
  const fitting = (width - 2 * margin) / Math.max(1, widthOf(label, 1));
  const size = Math.min(callSize, height * 0.5, fitting);
  return [
    { kind: 'fill', tone: 'red', x: 0, y: 0, width, height },
    text(margin, height / 2 + size * 0.36, size, label, { tone: 'white', isBold: true }),
  ];
}

function titleLines(title: string, measures: Measures): Line[] {
  const { titleSizes, margin } = measures;
  const smallest = titleSizes[titleSizes.length - 1] ?? 1;
  const fits = (most: number) =>
    titleSizes.find((size) => linesIn(title, size, margin, measures).length <= most);
  const size = TITLE_LINES.map(fits).find((found) => found !== undefined) ?? smallest;
  return linesIn(title, size, margin, measures).map((line) => ({
    items: [text(margin, size * ASCENT, size, line, { isBold: true })],
    height: size * TITLE_LEADING,
  }));
}

function rowLines({ label, text: words }: PosterContent['rows'][number], measures: Measures): Line[] {
  const { rowSize, margin } = measures;
  const left = margin + widthOf(label, rowSize) + rowSize;
  return linesIn(words, rowSize, left, measures).map((line, index) => ({
    items: [
      ...(index === 0 ? [text(margin, rowSize * ASCENT, rowSize, label, { tone: 'soft' })] : []),
      text(left, rowSize * ASCENT, rowSize, line),
    ],
    height: rowSize * ROW_LEADING,
  }));
}

/** What scanning does and how, in the middle of the height of the code. */
function besideCode({ call, hint }: PosterContent, codeTop: number, measures: Measures): PosterItem[] {
  const { margin, gap, codeSide, callSize, hintSize } = measures;
  const left = margin + codeSide + gap;
  const linesOf = (words: string, size: number, look: Look): Line[] =>
    linesIn(words, size, left, measures).map((line) => ({
      items: [text(left, size * ASCENT, size, line, look)],
      height: size * ROW_LEADING,
    }));
  const calls = linesOf(call, callSize, { tone: 'red', isBold: true });
  const hints = linesOf(hint, hintSize, { tone: 'soft' });
  const top = codeTop + (codeSide - heightOf(calls) - heightOf(hints) - gap / 2) / 2;
  return [...placed(calls, top), ...placed(hints, top + heightOf(calls) + gap / 2)];
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { height }) => sum + height, 0);
}

function placed(lines: readonly Line[], top: number): PosterText[] {
  let y = top;
  return lines.flatMap(({ items, height }) => {
    const here = y;
    y += height;
    return items.map((item) => ({ ...item, y: item.y + here }));
  });
}

/**
 * 证明的版面 (CE7): one description of the paper, from which the screen's preview, the PDF and the picture are
 * drawn. Lengths are points (1/72 inch) on A4 portrait, from the top left; a text's `y` is its base line.
 */
import { formatCertificateNumber } from './certificate-code';
import type { CertificateNumber } from './certificate-code';
import type { CertifiedRecord } from './certificate';
import { totalMinutesOf, periodOf } from './certificate';
import { missingSign, wrapText } from './paper-text';
import type { CivilDay } from '../time/civil-day';

export const PAPER = { width: 595, height: 842, margin: 56 } as const;

export type PaperTone = 'ink' | 'soft' | 'red';
export type PaperItem =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly text: string;
      readonly align: 'start' | 'middle' | 'end';
      readonly tone: PaperTone;
      readonly isBold: boolean;
    }
  | {
      readonly kind: 'rule';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly thickness: number;
      readonly tone: PaperTone;
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  /** the QR code of the verification link */
  | { readonly kind: 'code'; readonly x: number; readonly y: number; readonly side: number };

export interface PaperPage {
  readonly items: readonly PaperItem[];
}

export interface PaperContent {
  /** null: a preview, nothing is issued yet */
  readonly issued: {
    readonly number: CertificateNumber;
    readonly printedCode: string;
    readonly day: CivilDay;
  } | null;
  readonly issuerName: string;
  /** as the holder wants it shown */
  readonly name: string;
  /** already masked; null: not shown */
  readonly idNumber: string | null;
  readonly records: readonly PaperRecord[];
}

export type PaperRecord = Omit<CertifiedRecord, 'attendanceId'>;

/** May this character be drawn? The screen can draw all, a font file not quite. */
export type CanDraw = (character: string) => boolean;

const RIGHT = PAPER.width - PAPER.margin;
const INNER = PAPER.width - 2 * PAPER.margin;
const FOOT = 806;
const TABLE_END = 778;
const LINE = 14;
const ROW_PADDING = 6;
const CLOSING_HEIGHT = 196;
/** as many as one line holds */
const NAMED_MISSING = 5;
const CODE = { x: RIGHT - 96, y: 168, side: 96 } as const;
const TABLE = { day: PAPER.margin, title: 122, place: 326, end: RIGHT, size: 9.5 } as const;
const TITLE_WIDTH = TABLE.place - TABLE.title - 12;
const PLACE_WIDTH = TABLE.end - 70 - TABLE.place;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `12 小时 05 分` */
export function paperMinutes(minutes: number): string {
  const rest = minutes % 60;
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${String(rest)} 分钟`;
  return rest === 0 ? `${String(hours)} 小时` : `${String(hours)} 小时 ${twoDigits(rest)} 分`;
}

/** `2026年1月3日` */
export function paperDay(day: CivilDay): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${String(Number(month))}月${String(Number(date))}日`;
}

type TextStyle = Partial<Pick<Extract<PaperItem, { kind: 'text' }>, 'align' | 'tone' | 'isBold'>>;

function text(x: number, y: number, size: number, words: string, style: TextStyle = {}): PaperItem {
  return { kind: 'text', x, y, size, text: words, align: 'start', tone: 'ink', isBold: false, ...style };
}

function rule(y: number, thickness = 0.5, tone: PaperTone = 'soft'): PaperItem {
  return { kind: 'rule', x: PAPER.margin, y, width: INNER, thickness, tone };
}

function head({ issued }: PaperContent): PaperItem[] {
  const number = issued === null ? '出具后生成' : formatCertificateNumber(issued.number);
  const day = issued === null ? '出具当天' : paperDay(issued.day);
  const middle = PAPER.width / 2;
  return [
    text(middle, 92, 26, '志愿服务记录', { align: 'middle', isBold: true }),
    text(middle, 116, 11, '平台服务记录 · 供记录单位核对盖章', { align: 'middle', tone: 'soft' }),
    { kind: 'rule', x: PAPER.margin, y: 130, width: INNER, thickness: 1.5, tone: 'red' },
    text(PAPER.margin, 150, 10, `编号 ${number}`),
    text(RIGHT, 150, 10, `出具日期 ${day}`, { align: 'end' }),
  ];
}

function verification({ issued }: PaperContent): PaperItem[] {
  const middle = CODE.x + CODE.side / 2;
  if (issued === null) {
    return [
      { kind: 'box', x: CODE.x, y: CODE.y, width: CODE.side, height: CODE.side },
      text(middle, CODE.y + 52, 10, '查验二维码', { align: 'middle', tone: 'soft' }),
    ];
  }
  return [
    { kind: 'code', ...CODE },
    text(middle, CODE.y + CODE.side + 13, 9, '扫码查验，或输入查验码', { align: 'middle', tone: 'soft' }),
    text(middle, CODE.y + CODE.side + 27, 10, issued.printedCode, { align: 'middle', isBold: true }),
  ];
}

/** The labelled lines beside the code, and where they end. */
function summary(content: PaperContent): { items: PaperItem[]; endsAt: number } {
  const { records } = content;
  const { fromDay, toDay } = periodOf(records);
  const minutes = totalMinutesOf(records);
  const inMinutes = minutes < 60 ? '' : `${String(minutes)} 分钟，`;
  const projects = [...new Set(records.map(({ projectTitle }) => projectTitle))];
  const lines: readonly (readonly [string, string])[] = [
    ['姓名', content.name],
    ...(content.idNumber === null ? [] : [['证件号码', content.idNumber] as const]),
    ['服务期间', fromDay === toDay ? paperDay(fromDay) : `${paperDay(fromDay)}至${paperDay(toDay)}`],
    ['服务时长', `${paperMinutes(minutes)}（${inMinutes}${String(records.length)} 次）`],
    ['服务项目', projects.join('、')],
    ['记录单位', content.issuerName],
  ];
  const items: PaperItem[] = [];
  let y = 184;
  for (const [label, value] of lines) {
    items.push(text(PAPER.margin, y, 10.5, label, { tone: 'soft' }));
    for (const line of wrapText(value, 12, CODE.x - 24 - 122)) {
      items.push(text(122, y, 12, line, { isBold: label === '姓名' || label === '服务时长' }));
      y += 18;
    }
    y += 6;
  }
  return { items, endsAt: Math.max(y, CODE.y + CODE.side + 46) };
}

function tableHead(y: number): PaperItem[] {
  const style = { tone: 'soft' } as const;
  return [
    rule(y),
    text(TABLE.day, y + 17, TABLE.size, '日期', style),
    text(TABLE.title, y + 17, TABLE.size, '服务内容', style),
    text(TABLE.place, y + 17, TABLE.size, '地点', style),
    text(TABLE.end, y + 17, TABLE.size, '时长', { ...style, align: 'end' }),
    rule(y + 25),
  ];
}

interface Row {
  readonly height: number;
  readonly itemsAt: (y: number) => PaperItem[];
}

function rowOf(record: PaperRecord): Row {
  const title = wrapText(record.title, TABLE.size, TITLE_WIDTH);
  const place = wrapText(record.placeName, TABLE.size, PLACE_WIDTH);
  const height = Math.max(title.length, place.length) * LINE + ROW_PADDING;
  const column = (x: number, y: number, lines: readonly string[]) =>
    lines.map((line, index) => text(x, y + 12 + index * LINE, TABLE.size, line));
  return {
    height,
    itemsAt: (y) => [
      text(TABLE.day, y + 12, TABLE.size, record.day),
      ...column(TABLE.title, y, title),
      ...column(TABLE.place, y, place),
      text(TABLE.end, y + 12, TABLE.size, paperMinutes(record.minutes), { align: 'end' }),
    ],
  };
}

const STATEMENT = [
  '以上服务由记录单位在平台如实记录并确认。开具免费。',
  '本件是平台服务记录，经记录单位核对盖章后使用；不是全国志愿服务信息系统出具的证明。',
  '查验页只显示是否有效、脱敏姓名、服务期间、时长和记录单位。',
] as const;

function closing(y: number, issuerName: string, missing: readonly string[]): PaperItem[] {
  const statement = [...STATEMENT, ...(missing.length === 0 ? [] : [missingNote(missing)])];
  const seal = { x: RIGHT - 120, y: y + 64, side: 120 } as const;
  const issuer = wrapText(`记录单位：${issuerName}`, 10.5, seal.x - PAPER.margin - 16);
  return [
    rule(y),
    ...statement.map((line, index) => text(PAPER.margin, y + 18 + index * 13, 8.5, line, { tone: 'soft' })),
    { kind: 'box', x: seal.x, y: seal.y, width: seal.side, height: seal.side },
    text(seal.x + seal.side / 2, seal.y + 64, 10, '盖章处', { align: 'middle', tone: 'soft' }),
    ...issuer.map((line, index) => text(PAPER.margin, seal.y + 28 + index * 16, 10.5, line)),
    text(PAPER.margin, seal.y + 76, 10.5, '经办人：'),
    text(PAPER.margin, seal.y + 106, 10.5, '日期：　　　　年　　月　　日'),
  ];
}

function missingNote(missing: readonly string[]): string {
  const codes = missing
    .slice(0, NAMED_MISSING)
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
  return `${missingSign}：字库没有这个字（${codes.join('、')}${missing.length > NAMED_MISSING ? ' 等' : ''}），请手写补上。`;
}

/** The content with every character that cannot be drawn replaced, and those characters. */
function drawable(content: PaperContent, canDraw: CanDraw): { content: PaperContent; missing: string[] } {
  const missing: string[] = [];
  const clean = (words: string): string =>
    Array.from(words, (character) => {
      if (canDraw(character)) return character;
      missing.push(character);
      return missingSign;
    }).join('');
  return {
    content: {
      ...content,
      name: clean(content.name),
      issuerName: clean(content.issuerName),
      records: content.records.map((record) => ({
        ...record,
        title: clean(record.title),
        projectTitle: clean(record.projectTitle),
        placeName: clean(record.placeName),
      })),
    },
    missing: [...new Set(missing)],
  };
}

/** The records of a certificate are at least one; they are listed in the order given. */
export function layoutPaper(given: PaperContent, canDraw: CanDraw = () => true): PaperPage[] {
  const { content, missing } = drawable(given, canDraw);
  const { items, endsAt } = summary(content);
  const pages: PaperItem[][] = [];
  let page: PaperItem[] = [...head(content), ...verification(content), ...items];
  let y = endsAt;
  const turn = (): void => {
    pages.push(page);
    page = [];
    y = PAPER.margin;
  };
  const beginTable = (): void => {
    page.push(...tableHead(y));
    y += 30;
  };
  beginTable();
  for (const row of content.records.map(rowOf)) {
    if (y + row.height > TABLE_END) {
      turn();
      beginTable();
    }
    page.push(...row.itemsAt(y));
    y += row.height;
  }
  if (y + CLOSING_HEIGHT > TABLE_END) turn();
  page.push(...closing(y + 4, content.issuerName, missing));
  pages.push(page);
  const name = content.issued === null ? '预览' : `编号 ${formatCertificateNumber(content.issued.number)}`;
  return pages.map((own, index) => ({ items: [...own, foot(name, index + 1, pages.length)] }));
}

function foot(name: string, number: number, count: number): PaperItem {
  const words = `${name} · 第 ${String(number)} / ${String(count)} 页`;
  return text(PAPER.width / 2, FOOT, 8.5, words, { align: 'middle', tone: 'soft' });
}

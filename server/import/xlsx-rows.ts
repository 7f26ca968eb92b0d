/** The rows of the first sheet of a workbook, one after another: in memory are a row and the shared texts. */
import { IMPORT_MAXIMUM_COLUMNS } from '@contract/import.contract';
import type { Sheet, SheetRow } from './sheet-rows';
import { UnreadableFile } from './unreadable-file';
import { ZipFile } from './zip-entries';

/** Ten different texts in each of 100,000 rows; what a bomb of strings would exceed. */
const MAXIMUM_TEXTS = 2_000_000;
/** Sixty cells of the longest text a spreadsheet takes. */
const LONGEST_ELEMENT = 2_000_000;
const LONGEST_TAG = 2_000;
/** Integers that a spreadsheet keeps to the last digit. */
const EXACT_BELOW = 1e15;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Throws UnreadableFile for what is a zip and no workbook. */
export function openWorkbook(bytes: Uint8Array): Sheet {
  const zip = new ZipFile(bytes);
  const workbook = zip.textOf('xl/workbook.xml');
  // Its days are counted from another beginning, and a cell does not say that it holds a day.
  if (/\sdate1904="(1|true)"/.test(workbook)) throw new UnreadableFile('days1904');
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].map(([, tag = '']) => ({
    name: attributeOf(tag, 'name'),
    relation: attributeOf(tag, 'r:id') || attributeOf(tag, '\\w+:id'),
    isHidden: /hidden/i.test(attributeOf(tag, 'state')),
  }));
  const sheet = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
  if (sheet === undefined) throw new UnreadableFile('notATable');
  const targets = relationsOf(zip);
  const path = targets.get(sheet.relation) ?? 'xl/worksheets/sheet1.xml';
  const textsPath = [...targets.values()].find((target) => /sharedStrings/i.test(target));
  const texts = textsPath !== undefined && zip.has(textsPath) ? sharedTexts(zip, textsPath) : [];
  return { name: sheet.name, otherCount: sheets.length - 1, rows: rowsOf(zip, path, texts) };
}

function relationsOf(zip: ZipFile): Map<string, string> {
  const xml = zip.textOf('xl/_rels/workbook.xml.rels');
  return new Map(
    [...xml.matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)].map(([, tag = '']) => {
      const target = attributeOf(tag, 'Target');
      return [attributeOf(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    }),
  );
}

function attributeOf(tag: string, name: string): string {
  return decoded(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function decoded(xml: string): string {
  if (!xml.includes('&')) return xml;
  return xml.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (all, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? all;
    const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

interface Element {
  readonly tag: string;
  readonly inner: string;
}
interface ElementPattern {
  readonly opening: RegExp;
  readonly closing: RegExp;
}

/** With any prefix: `<row>`, `<x:row>`. */
function patternOf(name: string): ElementPattern {
  return {
    opening: new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(/)?>`, 'g'),
    closing: new RegExp(`</(?:\\w+:)?${name}>`, 'g'),
  };
}

const [TEXT, ROW, CELL] = [patternOf('si'), patternOf('row'), patternOf('c')];

/** Every element in a stream of pieces: its attributes and what is in it; not for those within their kind. */
function* elementsOf(pieces: Iterable<string>, { opening, closing }: ElementPattern): Generator<Element> {
  let buffer = '';
  for (const piece of pieces) {
    buffer += piece;
    let from = 0;
    closing.lastIndex = 0;
    for (let end = closing.exec(buffer); end !== null; end = closing.exec(buffer)) {
      const next = closing.lastIndex;
      yield* openedIn(buffer.slice(from, end.index), opening);
      closing.lastIndex = from = next;
    }
    buffer = buffer.slice(from);
    if (buffer.length < LONGEST_ELEMENT) continue;
    if (buffer.search(opening) >= 0) throw new UnreadableFile('tooLarge');
    // What comes after the rows has no end for us; only a tag that is cut in two matters.
    buffer = buffer.slice(-LONGEST_TAG);
  }
}

/** Up to a closing tag: the element it closes, and the empty ones (`<row/>`) before it. */
function* openedIn(text: string, opening: RegExp): Generator<Element> {
  for (const match of text.matchAll(opening)) {
    const [whole, tag = '', slash] = match;
    yield { tag, inner: slash === undefined ? text.slice(match.index + whole.length) : '' };
  }
}

/** Runs of rich text joined; what is written above Chinese characters to be read aloud left out. */
function plainText(inner: string): string {
  const spoken = inner.includes('rPh')
    ? inner.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '')
    : inner;
  let text = '';
  for (const [, part = ''] of spoken.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\//g)) text += decoded(part);
  return text;
}

function sharedTexts(zip: ZipFile, path: string): string[] {
  const texts: string[] = [];
  for (const { inner } of elementsOf(zip.texts(path), TEXT)) {
    if (texts.length >= MAXIMUM_TEXTS) throw new UnreadableFile('tooLarge');
    texts.push(plainText(inner));
  }
  return texts;
}

function* rowsOf(zip: ZipFile, path: string, texts: readonly string[]): Generator<SheetRow> {
  let number = 0;
  for (const { tag, inner } of elementsOf(zip.texts(path), ROW)) {
    number = Number(attributeOf(tag, 'r')) || number + 1;
    yield { number, cells: cellsOf(inner, texts) };
  }
}

function cellsOf(row: string, texts: readonly string[]): string[] {
  const cells: string[] = [];
  let column = -1;
  for (const { tag, inner } of elementsOf([row], CELL)) {
    const address = /\sr="([A-Z]+)/.exec(tag)?.[1];
    column = address === undefined ? column + 1 : columnOf(address);
    if (column >= IMPORT_MAXIMUM_COLUMNS) break;
    while (cells.length < column) cells.push('');
    cells[column] = valueOf(tag, inner, texts);
  }
  return cells;
}

function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}

/** Of a formula what it gave when the file was saved; the formula itself is never read (IM8). */
function valueOf(tag: string, inner: string, texts: readonly string[]): string {
  const type = /\st="(\w+)"/.exec(tag)?.[1] ?? 'n';
  if (type === 'inlineStr') return plainText(inner);
  const value = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</.exec(inner)?.[1] ?? '';
  if (type === 's') return texts[Number(value)] ?? '';
  if (type === 'e') return '';
  return type === 'n' ? numberText(value) : decoded(value);
}

/** `1.3800138E10`, as some programs write it, is 13800138000; what has lost digits stays as it is. */
function numberText(value: string): string {
  // Its last digits are not what was typed.
  if (/^\d{16,}$/.test(value))
    return `${value.slice(0, 1)}.${value.slice(1, 6)}E+${String(value.length - 1)}`;
  if (!/e/i.test(value)) return value;
  const number = Number(value);
  return Number.isInteger(number) && Math.abs(number) < EXACT_BELOW ? String(number) : value;
}

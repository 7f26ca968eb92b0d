/** The rows of a text file: comma, tab or semicolon, quoted or not, in UTF-8, UTF-16 or GB 18030. */
import { IMPORT_MAXIMUM_COLUMNS } from '@contract/import.contract';
import type { Sheet, SheetRow } from './sheet-rows';
import { UnreadableFile } from './unreadable-file';

const DELIMITERS = [',', '\t', ';', '，'] as const;
const SNIFFED_CHARACTERS = 4_000;
/** A quote that never closes must not make the rest of the file one cell. */
const CELL_LIMIT = 2_000;

export function openText(bytes: Uint8Array): Sheet {
  const text = decodedText(bytes);
  if (text.includes('\u0000')) throw new UnreadableFile('notATable');
  // Many systems give out a page or the XML of Excel 2003 under the name of a workbook.
  if (/^\s*<(\?xml|!doctype|html|head|meta|table)/i.test(text)) throw new UnreadableFile('oldExcel');
  return { name: '', otherCount: 0, rows: rowsOf(text, delimiterOf(text.slice(0, SNIFFED_CHARACTERS))) };
}

/** Spreadsheets in China save CSV as GB 18030 unless told otherwise. */
function decodedText(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (isWide) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function delimiterOf(head: string): string {
  const countOf = (delimiter: string): number => head.split(delimiter).length;
  return [...DELIMITERS].sort((one, other) => countOf(other) - countOf(one))[0] ?? ',';
}

/** `number` counts rows of the table, as a spreadsheet that opens the file does. */
function* rowsOf(text: string, delimiter: string): Generator<SheetRow> {
  let at = 0;
  for (let number = 1; at < text.length; number += 1) {
    const cells: string[] = [];
    for (let isOpen = true; isOpen;) {
      const cell = text[at] === '"' ? quotedCell(text, at + 1, delimiter) : plainCell(text, at, delimiter);
      if (cells.length < IMPORT_MAXIMUM_COLUMNS) cells.push(cell.text);
      isOpen = text[cell.end] === delimiter;
      at = cell.end + 1;
      if (text[cell.end] === '\r' && text[at] === '\n') at += 1;
    }
    yield { number, cells };
  }
}

interface ReadCell {
  readonly text: string;
  /** where the delimiter or the line end is */
  readonly end: number;
}

function plainCell(text: string, from: number, delimiter: string): ReadCell {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { text: text.slice(from, end), end };
}

/** What follows the closing quote up to the delimiter is left out. */
function quotedCell(text: string, from: number, delimiter: string): ReadCell {
  let cell = '';
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || cell.length > CELL_LIMIT) throw new UnreadableFile('notATable');
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      return { text: cell, end: plainCell(text, quote + 1, delimiter).end };
    }
    cell += '"';
    at = quote + 2;
  }
}

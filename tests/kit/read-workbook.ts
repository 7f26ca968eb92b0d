/** Reads an .xlsx without the library that wrote it: unzip, then the parts of the XML a spreadsheet reads. */
import { strFromU8, unzipSync } from 'fflate';

export type ReadCell = string | number | null;
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly ReadCell[])[];
  readonly xml: string;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(xml: string): string {
  return xml.replace(/&(#x?[0-9a-f]+|\w+);/gi, (_all, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? '';
    const isHex = name.startsWith('#x');
    return String.fromCodePoint(parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10));
  });
}

const attributeOf = (tag: string, name: string): string =>
  decoded(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

function columnOf(address: string): number {
  const letters = /^[A-Z]+/.exec(address)?.[0] ?? 'A';
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellsOf(row: string, strings: readonly string[]): ReadCell[] {
  const cells: ReadCell[] = [];
  for (const [, tag = '', inner = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1];
    const column = columnOf(attributeOf(tag, 'r'));
    while (cells.length <= column) cells.push(null);
    if (value === undefined) continue;
    cells[column] = attributeOf(tag, 't') === 's' ? (strings[Number(value)] ?? '') : Number(value);
  }
  return cells;
}

/** Throws when the file is no workbook. */
export function readWorkbook(file: Uint8Array): ReadSheet[] {
  const parts = unzipSync(file);
  const partOf = (path: string): string => {
    const part = parts[path];
    if (part === undefined) throw new Error(`the file has no ${path}`);
    return strFromU8(part);
  };
  const strings = [...partOf('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner = '']) =>
    [...inner.matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => decoded(text)).join(''),
  );
  const names = [...partOf('xl/workbook.xml').matchAll(/<sheet\b([^>]*)>/g)].map(([, tag = '']) =>
    attributeOf(tag, 'name'),
  );
  return names.map((name, index) => {
    const xml = partOf(`xl/worksheets/sheet${String(index + 1)}.xml`);
    const rows = [...xml.matchAll(/<row\b([^>]*?)(?:\/>|>(.*?)<\/row>)/gs)];
    const read: ReadCell[][] = [];
    for (const [, tag = '', inner = ''] of rows) {
      const place = Number(attributeOf(tag, 'r')) - 1;
      while (read.length < place) read.push([]);
      read[place] = cellsOf(inner, strings);
    }
    return { name, rows: read, xml };
  });
}

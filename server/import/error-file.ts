/**
 * 错误清单: every refused row with its reason, as a workbook. Written by hand, because a library keeps every
 * cell of up to 100,000 rows in memory; all cells are texts, and none is a formula (IM8).
 */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { COLUMN_WORDS, FAULT_WORDS } from '@domain/import/fault-words';
import type { StoredDocument } from '../kernel/documents';
import { cellText } from '../export/cell-text';

type Fault = StoredDocument<'importFaults'>['faults'][number];

const HEAD = ['行号', '姓名', '哪一列', '原来的内容', '问题', '怎么改'];
const WIDTHS = [8, 14, 16, 26, 26, 46];
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const FRAME: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  '_rels/.rels':
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" ` +
    `Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" ` +
    `Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/workbook.xml':
    `<workbook xmlns="${SHEET}" xmlns:r="${DOCUMENT}"><sheets>` +
    '<sheet name="没有导入的行" sheetId="1" r:id="rId1"/></sheets></workbook>',
};

/** Written page by page: `add` the faults in order, then `end` once for the file. */
export class ErrorFile {
  private readonly pieces: Uint8Array[] = [];
  private readonly zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    this.pieces.push(piece);
  });
  private readonly sheet = new ZipDeflate('xl/worksheets/sheet1.xml');

  constructor() {
    for (const [name, xml] of Object.entries(FRAME)) {
      const part = new ZipDeflate(name);
      this.zip.add(part);
      part.push(strToU8(DECLARATION + xml), true);
    }
    this.zip.add(this.sheet);
    const widths = WIDTHS.map((width, index) => {
      const column = String(index + 1);
      return `<col min="${column}" max="${column}" width="${String(width)}" customWidth="1"/>`;
    });
    const pane =
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/>' +
      '</sheetView></sheetViews>';
    const opening = `<worksheet xmlns="${SHEET}">${pane}<cols>${widths.join('')}</cols><sheetData>`;
    this.sheet.push(strToU8(DECLARATION + opening + rowXml(HEAD)));
  }

  add(faults: readonly Fault[]): void {
    this.sheet.push(strToU8(faults.map((fault) => rowXml(cellsOf(fault))).join('')));
  }

  end(): Uint8Array {
    this.sheet.push(strToU8('</sheetData></worksheet>'), true);
    this.zip.end();
    return Buffer.concat(this.pieces);
  }
}

function cellsOf({ row, name, column, value, fault }: Fault): string[] {
  const { title, nextStep } = FAULT_WORDS[fault];
  return [String(row), name, COLUMN_WORDS[column], value, title, nextStep];
}

function rowXml(cells: readonly string[]): string {
  const inner = cells.map(
    (cell) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
  );
  return `<row>${inner.join('')}</row>`;
}

/** Cells are clean of what XML cannot hold since they were read. */
function escaped(cell: string): string {
  return cellText(cell).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

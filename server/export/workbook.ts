/** From sheets of cells to the bytes of an .xlsx: the only place that knows the library (ADR 0015). */
import writeExcelFile, {
  type CellObject,
  type Feature,
  type Image,
  type Sheet as FileSheet,
} from 'write-excel-file/node';
import { cellText } from './cell-text';
import type { Cell } from './cells';
import type { Sheet } from './sheet-model';

type FileContent = Image['content'];

const BORDER = { borderColor: '#D9D4CE', borderStyle: 'thin' } as const;
const HEAD = {
  ...BORDER,
  backgroundColor: '#F6E3E3',
  fontWeight: 'bold',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
} as const;
const MIDDLE = { ...BORDER, alignVertical: 'center' } as const;
const MINUTES_PER_HOUR = 60;

function text(words: string, look: CellObject = MIDDLE): CellObject {
  return { ...look, type: String, value: cellText(words), format: '@' };
}

function number(value: number, format: string): CellObject {
  return { ...MIDDLE, type: Number, value, format };
}

function toFileCell(cell: Cell): CellObject | null {
  if (cell === null) return null;
  switch (cell.kind) {
    case 'title':
      return text(cell.text, { fontWeight: 'bold', fontSize: 14 });
    case 'head':
      return text(
        cell.text,
        cell.span === undefined || cell.span < 2 ? HEAD : { ...HEAD, columnSpan: cell.span },
      );
    case 'label':
      return text(cell.text, { ...MIDDLE, fontWeight: 'bold' });
    case 'text':
      return text(cell.text, { alignVertical: 'center' });
    case 'long':
      return text(cell.text, { ...MIDDLE, wrap: true });
    case 'name':
      return text(cell.text, { ...MIDDLE, indent: cell.depth });
    case 'integer':
      return number(cell.value, '#,##0');
    case 'hours':
      return number(cell.minutes / MINUTES_PER_HOUR, '#,##0.0');
    case 'average':
      return number(cell.minutes / MINUTES_PER_HOUR / cell.persons, '#,##0.00');
    case 'multiple':
      return number(cell.numerator / cell.denominator, '0.00');
    case 'percent':
      return number(cell.numerator / cell.denominator, '0.00%');
    case 'points':
      return number(cell.hundredths / 100, '+0.00;-0.00;0.00');
    case 'none':
      return text('—', { ...MIDDLE, align: 'right' });
  }
}

/**
 * Printing: A4 across; narrow sheets fitted to one page's width, wide ones with their heads and names again
 * on every page. The library has no options for it, but lets one change the XML.
 */
function printing(sheets: readonly Sheet[]): Feature<FileContent> {
  const titles = sheets.flatMap(({ isWide, name, frozenRows, frozenColumns }, index) => {
    if (!isWide) return [];
    const columns = `'${name}'!$A:$${columnName(frozenColumns)}`;
    const rows = `'${name}'!$1:$${String(frozenRows)}`;
    const id = String(index);
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${id}">${columns},${rows}</definedName>`];
  });
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace('</sheets>', `</sheets><definedNames>${titles.join('')}</definedNames>`),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) =>
            sheets[sheetIndex]?.isWide === true ? xml : fittedToWidth(xml),
        },
      },
    },
  };
}

function columnName(count: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + count - 1);
}

function fittedToWidth(xml: string): string {
  return xml
    .replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/<pageSetup /, '<pageSetup fitToHeight="0" ');
}

/** Throws when the library refuses a cell: then no file is made. */
export async function toWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const fileSheets = sheets.map(
    ({ name, rows, widths, frozenRows, frozenColumns }): FileSheet<FileContent> => ({
      sheet: name,
      data: rows.map((row) => row.map(toFileCell)),
      columns: widths.map((width) => ({ width })),
      orientation: 'landscape',
      stickyRowsCount: frozenRows,
      stickyColumnsCount: frozenColumns,
    }),
  );
  const options = { fontFamily: '微软雅黑', fontSize: 10, features: [printing(sheets)] };
  return writeExcelFile(fileSheets, options).toBuffer();
}

/** Files as programs write them: workbooks of several makers, text in three encodings, and what is none. */
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { workbookOf, type RosterCell } from '../../tests/kit/rosters';
import { ErrorFile } from './error-file';
import { openSheet } from './sheet-rows';
import { UnreadableFile } from './unreadable-file';

/** Each file is zipped and unzipped: fewer than of pure functions. */
const FILES = 50;

const rowsOf = (file: Uint8Array) => [...openSheet(file).rows];
const cellsOf = (file: Uint8Array) => rowsOf(file).map(({ cells }) => cells);

function failureOf(file: Uint8Array): string {
  try {
    rowsOf(file);
    return 'none';
  } catch (error) {
    return error instanceof UnreadableFile ? error.failure : String(error);
  }
}

test('[IM3] texts, numbers, formulas and gaps of a workbook, by their row numbers', () => {
  const formula = { formula: 'HYPERLINK("http://x")', value: '美谷社区' };
  const file = workbookOf([['花名册'], [], ['张<三>&', 13800138000, null, formula], [null, 44197.5]]);
  expect(rowsOf(file)).toEqual([
    { number: 1, cells: ['花名册'] },
    { number: 2, cells: [] },
    { number: 3, cells: ['张<三>&', '13800138000', '', '美谷社区'] },
    { number: 4, cells: ['', '44197.5'] },
  ]);
});

test('[IM3] the first sheet that is not hidden, and how many others there are', () => {
  const sheet = openSheet(workbookOf([['姓名']], ['名单', '说明', '字典']));
  expect([sheet.name, sheet.otherCount]).toEqual(['名单', 2]);
});

test('[IM3] a workbook with prefixes, inline texts, rich texts and numbers in the short form', () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rich = '<x:is><x:r><x:t>张</x:t></x:r><x:r><x:t>三</x:t></x:r><x:rPh><x:t>zhang</x:t></x:rPh></x:is>';
  const numbers = ['1.3800138E10', '5.13229E17', '513229199001011000'].map(
    (value) => `<x:c><x:v>${value}</x:v></x:c>`,
  );
  const row = `<x:row><x:c t="inlineStr">${rich}</x:c>${numbers.join('')}</x:row>`;
  const file = zipSync({
    'xl/workbook.xml': strToU8(
      `<x:workbook xmlns:x="${main}"><x:sheets><x:sheet name="a" r:id="r1"/></x:sheets></x:workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Target="/xl/worksheets/s.xml"/></Relationships>',
    ),
    'xl/worksheets/s.xml': strToU8(
      `<x:worksheet xmlns:x="${main}"><x:sheetData>${row}</x:sheetData></x:worksheet>`,
    ),
  });
  expect(cellsOf(file)).toEqual([['张三', '13800138000', '5.13229E17', '5.13229E+17']]);
});

test('[IM3] a workbook stored without compression, with comments', () => {
  const parts = unzipSync(workbookOf([['姓名', '张三']]));
  const stored = zipSync(parts, { level: 0, comment: '导出自某系统' });
  expect(cellsOf(stored)).toEqual([['姓名', '张三']]);
});

test('[IM3] whatever the cells hold, a workbook comes back as it was', () => {
  const text = fc.string({
    unit: fc.constantFrom(...Array.from('张三李四=+-@"&<>\' 0123456789Xx，')),
    maxLength: 12,
  });
  const cell = fc.oneof(text, fc.integer({ min: 0, max: 999_999_999_999_999 }));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 12 }), { maxLength: 60 }), (rows) => {
      const table: RosterCell[][] = rows;
      expect(cellsOf(workbookOf(table))).toEqual(rows.map((cells) => cells.map(String)));
    }),
    { numRuns: FILES },
  );
});

test('[IM3] whatever the cells hold, a text file comes back as it was, with any delimiter', () => {
  const cell = fc.string({ unit: fc.constantFrom(...Array.from('张三,;\t"\n\r= 019')), maxLength: 8 });
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 30 });
  const head = ['姓名', '证件号码', '手机号'];
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', '\t', ';'),
      fc.constantFrom('\n', '\r\n'),
      (rows, delimiter, end) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const lines = [head, ...rows].map((cells) => cells.map(quoted).join(delimiter));
        // A delimiter that prevails in the cells would be taken for the one of the file.
        const plain = `${Array.from({ length: 400 }, () => '').join(delimiter)}${end}`;
        expect(cellsOf(strToU8(plain + lines.join(end) + end)).slice(1)).toEqual([head, ...rows]);
      },
    ),
    { numRuns: FILES },
  );
});

test('[IM3] text as spreadsheets in China save it: GB 18030, and UTF-16 with tabs', () => {
  // 姓名,电话 / 张三,138 in GB 18030
  const chinese = [
    0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0d, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x31,
  ];
  expect(cellsOf(Uint8Array.from(chinese))).toEqual([
    ['姓名', '电话'],
    ['张三', '1'],
  ]);
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('姓名\t电话\r\n', 'utf16le')]);
  expect(cellsOf(wide)).toEqual([['姓名', '电话']]);
});

test('[IM3] what is no table is refused by name', () => {
  const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  expect(failureOf(old)).toBe('oldExcel');
  expect(failureOf(strToU8('\ufeff<html><table><tr><td>姓名</td></tr></table></html>'))).toBe('oldExcel');
  expect(failureOf(Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('encrypted');
  expect(failureOf(zipSync({ 'word/document.xml': strToU8('<a/>') }))).toBe('notATable');
  expect(failureOf(workbookOf([['姓名']]).subarray(0, 200))).toBe('unreadable');
  expect(failureOf(strToU8('a\u0000b'))).toBe('notATable');
  expect(failureOf(strToU8('"never closed'))).toBe('notATable');
  const early = '<workbook><workbookPr date1904="1"/><sheets><sheet name="a"/></sheets></workbook>';
  expect(failureOf(zipSync({ 'xl/workbook.xml': strToU8(early) }))).toBe('days1904');
  const bomb = zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'),
    'xl/worksheets/sheet1.xml': new Uint8Array(420 * 1024 * 1024),
  });
  expect(failureOf(bomb)).toBe('tooLarge');
});

test('[IM8] whatever stands in a name or a cell, no cell of the file of errors is a formula', () => {
  const dangerous = fc.constantFrom('=', '+', '-', '@', '＝', '　＋', "'=", '');
  const text = fc.tuple(dangerous, fc.string({ maxLength: 20 })).map(([start, rest]) => start + rest);
  fc.assert(
    fc.property(text, text, (name, value) => {
      const file = new ErrorFile();
      file.add([{ row: 7, name, value, column: 'name', fault: 'nameInvalid' }]);
      const written = file.end();
      const xml = strFromU8(unzipSync(written)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
      expect(xml).not.toMatch(/<f[ >]|t="(str|s|n)"/);
      const cells = cellsOf(written).flat();
      expect(cells).toHaveLength(12);
      for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r]/);
    }),
    { numRuns: FILES },
  );
});

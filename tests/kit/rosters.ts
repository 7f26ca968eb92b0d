/** Rosters as other systems give them out, and an office that imports one, step by step. */
import { strToU8, zipSync } from 'fflate';
import { IMPORT_PART_CHARACTERS } from '@contract/import.contract';
import type { ImportKind } from '@domain/import/columns';
import type { InputOf, OutputOf } from '@contract/procedures';
import { addDays, parseCivilDay } from '@domain/time/civil-day';
import { idNumberOf, requestId, type TestProduct } from './product';

/** A text, a number as a spreadsheet keeps it, or a formula with what it gave. */
export type RosterCell = string | number | { readonly formula: string; readonly value: string } | null;

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** A workbook with shared strings, as spreadsheets write it. */
export function workbookOf(rows: readonly (readonly RosterCell[])[], sheetNames = ['花名册']): Uint8Array {
  const texts = new Map<string, number>();
  const textIndex = (text: string): number => {
    const index = texts.get(text) ?? texts.size;
    texts.set(text, index);
    return index;
  };
  const cellXml = (cell: RosterCell, address: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${address}"><v>${String(cell)}</v></c>`;
    if (typeof cell === 'string') return `<c r="${address}" t="s"><v>${String(textIndex(cell))}</v></c>`;
    const { formula, value } = cell;
    return `<c r="${address}" t="str"><f>${escaped(formula)}</f><v>${escaped(value)}</v></c>`;
  };
  const body = rows.map((cells, index) => {
    const number = String(index + 1);
    if (cells.length === 0) return `<row r="${number}"/>`;
    const inner = cells.map((cell, column) => cellXml(cell, columnName(column) + number));
    return `<row r="${number}" spans="1:9">${inner.join('')}</row>`;
  });
  const strings = [...texts.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  const sheets = sheetNames.map((name, index) => {
    const number = String(index + 1);
    return `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`;
  });
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = [
    relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    relation('rId9', 'sharedStrings', 'sharedStrings.xml'),
  ];
  const sheetOf = (inner: string): string =>
    `<worksheet xmlns="${SHEET}"><sheetData>${inner}</sheetData></worksheet>`;
  const namespaces = `xmlns="${SHEET}" xmlns:r="${RELATIONS}"`;
  const parts = {
    'xl/workbook.xml': `<workbook ${namespaces}><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheetOf(body.join('')),
    'xl/sharedStrings.xml': `<sst ${namespaces}>${strings.join('')}</sst>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

/** A roster as a county keeps it: its name above, titles in two rows of which the upper is merged. */
export const ROSTER_TITLES: readonly (readonly RosterCell[])[] = [
  ['马尔康市志愿者花名册'],
  [],
  ['序号', '基本信息', null, null, '联系方式', '所属社区', '注册时间'],
  [null, '姓名', '证件类型', '身份证号码', '手机号', null, null],
];
const FIRST_BIRTH_DAY = parseCivilDay('1970-01-01');

/** Of the n-th person of a roster: a valid id number of nobody, a thousand for each birth day. */
export function rosterIdNumber(number: number): string {
  const birthDay = addDays(FIRST_BIRTH_DAY, Math.floor(number / 1000));
  return idNumberOf(number % 1000, birthDay.replaceAll('-', ''));
}
export function rosterPhone(number: number): string {
  return `139${String(number).padStart(8, '0')}`;
}

export interface RosterWishes {
  readonly name?: string;
  readonly phone?: RosterCell;
  readonly place?: string;
}
export function rosterRow(number: number, wishes: RosterWishes = {}): RosterCell[] {
  const { name = '张三丰', phone = rosterPhone(number), place = '达萨社区' } = wishes;
  return [number, name, '居民身份证', rosterIdNumber(number), phone, place, '2024年3月5日'];
}
export function rosterOf(numbers: readonly number[]): Uint8Array {
  return workbookOf([...ROSTER_TITLES, ...numbers.map((number) => rosterRow(number))]);
}

type View = OutputOf<'import.getImport'>;

export class Importer {
  private constructor(
    readonly product: TestProduct,
    readonly openId: string,
    readonly importId: string,
  ) {}

  /** Sends the file and lets it be read. */
  static async upload(
    product: TestProduct,
    openId: string,
    file: Uint8Array,
    divisionCode = '513201',
    rowKind: ImportKind = 'roster',
  ): Promise<Importer> {
    const importer = await Importer.send(product, openId, file, divisionCode, rowKind);
    await importer.work();
    return importer;
  }

  /** Sends the file: the timer reads it. */
  static async send(
    product: TestProduct,
    openId: string,
    file: Uint8Array,
    divisionCode: string,
    rowKind: ImportKind = 'roster',
  ): Promise<Importer> {
    const content = Buffer.from(file).toString('base64');
    const partCount = Math.max(1, Math.ceil(content.length / IMPORT_PART_CHARACTERS));
    const { importId } = await product.must(openId, 'import.beginImport', {
      requestId: requestId(),
      ...{ rowKind, divisionCode, fileName: '花名册.xlsx', partCount },
    });
    for (let part = 0; part < partCount; part += 1) {
      const from = part * IMPORT_PART_CHARACTERS;
      const piece = content.slice(from, from + IMPORT_PART_CHARACTERS);
      await product.must(openId, 'import.addImportPart', { importId, part, content: piece });
    }
    const importer = new Importer(product, openId, importId);
    await importer.deed('import.startReading');
    return importer;
  }

  deed(name: 'import.startReading' | 'import.confirmImport' | 'import.cancelImport') {
    return this.product.must(this.openId, name, { importId: this.importId, requestId: requestId() });
  }

  async work(): Promise<View> {
    await this.product.cloud.runTimer('import');
    return this.view();
  }

  view(): Promise<View> {
    return this.product.must(this.openId, 'import.getImport', { importId: this.importId });
  }

  /** With the columns that were proposed unless told otherwise. */
  async chooseColumns(wishes: Partial<InputOf<'import.chooseColumns'>> = {}): Promise<void> {
    const { mapping } = await this.view();
    if (mapping === null) throw new Error('the file was not read');
    const input = { importId: this.importId, requestId: requestId(), mapping, usualCommunityCode: null };
    await this.product.must(this.openId, 'import.chooseColumns', { ...input, ...wishes });
  }

  async check(wishes: Partial<InputOf<'import.chooseColumns'>> = {}): Promise<View> {
    await this.chooseColumns(wishes);
    return this.work();
  }

  async confirm(): Promise<View> {
    await this.deed('import.confirmImport');
    // Writing gives way to the fold.
    await this.product.fold();
    return this.work();
  }

  async undo(reason = '导错了文件'): Promise<View> {
    const input = { importId: this.importId, requestId: requestId(), reason };
    await this.product.must(this.openId, 'import.undoImport', input);
    await this.product.fold();
    return this.work();
  }
}

/**
 * 导入 (ST17): a pasted table of published figures, read cell by cell. Cells come as people copy them –
 * full-width digits, 万, per cent signs, spaces – and every row that cannot be read says why.
 */
import { rejected, type Rejection } from '../kernel/result';
import { isCivilDay, parseCivilDay, type CivilDay } from '../time/civil-day';
import type { PeerDefinition, PeerIndicator, PublishedValue } from './peer';

export const PEER_COLUMNS = ['城市', '指标', '口径', '数值', '分子', '分母', '截至日', '依据'] as const;
export type PeerColumn = (typeof PEER_COLUMNS)[number];
/** Without these columns there is nothing to import; the others may be missing. */
const NEEDED_COLUMNS: readonly PeerColumn[] = ['城市', '指标', '截至日', '依据'];
export const IMPORT_MAXIMUM_ROWS = 200;

export type PeerCells = Readonly<Partial<Record<PeerColumn, string>>>;

export interface PeerFigure {
  readonly cityName: string;
  readonly indicator: PeerIndicator;
  readonly definition: PeerDefinition;
  readonly value: PublishedValue;
  readonly asOfDay: CivilDay;
  readonly document: string;
}

export type CellRefusal = Rejection<
  | 'peer.cityMissing'
  | 'peer.indicatorUnknown'
  | 'peer.definitionUnknown'
  | 'peer.valueInvalid'
  | 'peer.percentTooHigh'
  | 'peer.denominatorZero'
  | 'peer.dayInvalid'
  | 'peer.dayInFuture'
  | 'peer.documentMissing'
>;
export type TableRefusal = Rejection<'peer.columnsMissing' | 'peer.importEmpty' | 'peer.importTooLong'>;

const INDICATOR_WORDS: Readonly<Record<string, PeerIndicator>> = {
  注册志愿者: 'registered',
  注册人数: 'registered',
  注册率: 'registrationRatio',
  活跃度: 'activityRate',
  活跃率: 'activityRate',
  人均时长: 'averageHours',
  人均服务时长: 'averageHours',
};
const DEFINITION_WORDS: Readonly<Record<PeerIndicator, Readonly<Record<string, PeerDefinition>>>> = {
  registered: { 在册: 'registered', 累计: 'registered' },
  registrationRatio: { 常住人口: 'registrationRatio', 户籍人口: 'other' },
  activityRate: {
    累计: 'activityRate.CUM',
    本年: 'activityRate.YEAR',
    年度: 'activityRate.YEAR',
    近365天: 'activityRate.R12',
    近一年: 'activityRate.R12',
  },
  averageHours: {
    按注册人数: 'averageHours.registered',
    按活跃人数: 'averageHours.active',
  },
};
const MAXIMUM_LINE = 80;
const LARGEST = 1_000_000_000_000;

/** Full-width to plain; spaces and thousands separators away. */
const compact = (text: string | undefined): string => (text ?? '').normalize('NFKC').replace(/[\s,]/g, '');
const line = (text: string | undefined): string =>
  (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, MAXIMUM_LINE);

/** The figure of one row; `today` is the last day a figure can be of. */
export function readPeerCells(cells: PeerCells, today: CivilDay): PeerFigure | CellRefusal {
  const cityName = line(cells['城市']);
  if (cityName === '') return rejected('peer.cityMissing');
  const indicator = INDICATOR_WORDS[compact(cells['指标'])];
  if (indicator === undefined) return rejected('peer.indicatorUnknown', { text: line(cells['指标']) });
  const definition = definitionOf(compact(cells['口径']), indicator);
  if (definition === null) return rejected('peer.definitionUnknown', { text: line(cells['口径']) });
  const value = valueOf(cells, indicator);
  if (value.kind === 'rejected') return value;
  const asOfDay = dayOf(compact(cells['截至日']));
  if (asOfDay === null) return rejected('peer.dayInvalid', { text: line(cells['截至日']) });
  if (asOfDay > today) return rejected('peer.dayInFuture', { day: asOfDay });
  const document = line(cells['依据']);
  if (document === '') return rejected('peer.documentMissing');
  return { cityName, indicator, definition, value, asOfDay, document };
}

/** Words of ours, nothing for unstated; null for words that are neither. */
function definitionOf(text: string, indicator: PeerIndicator): PeerDefinition | null {
  if (text === '' || text === '未注明') return 'unstated';
  if (text === '其他') return 'other';
  return DEFINITION_WORDS[indicator][text.toUpperCase()] ?? null;
}

const isShare = (indicator: PeerIndicator): boolean =>
  indicator === 'registrationRatio' || indicator === 'activityRate';

/** The two integers where both are published, else the number as published. */
function valueOf(cells: PeerCells, indicator: PeerIndicator): PublishedValue | CellRefusal {
  const [above, below] = [compact(cells['分子']), compact(cells['分母'])];
  if ((above === '' && below === '') || indicator === 'registered') return numberOf(cells['数值'], indicator);
  const [numerator, denominator] = [wholeOf(above), wholeOf(below)];
  if (numerator === null || denominator === null) {
    return rejected('peer.valueInvalid', { text: `${above}/${below}` });
  }
  if (denominator === 0) return rejected('peer.denominatorZero');
  if (isShare(indicator) && numerator > denominator) return rejected('peer.percentTooHigh');
  return { kind: 'fraction', numerator, denominator };
}

/** A whole number of people or hours, 万 counted out; null for anything else. */
function wholeOf(text: string): number | null {
  const parts = decimalOf(text.replace(/[人时小]*$/, ''));
  if (parts === null) return null;
  const whole = parts.digits * 10 ** Math.max(0, parts.exponent);
  return parts.exponent < 0 || whole > LARGEST ? null : whole;
}

interface Decimal {
  readonly digits: number;
  readonly exponent: number;
}

/** `23.34万` → 2334 × 10²; null for what is no number above or at 0. */
function decimalOf(text: string): Decimal | null {
  const match = /^(\d{1,12})(?:\.(\d{1,4}))?([万亿]?)$/.exec(text);
  if (match === null) return null;
  const [, whole = '', part = '', unit = ''] = match;
  const digits = Number(whole + part);
  const exponent = (unit === '万' ? 4 : unit === '亿' ? 8 : 0) - part.length;
  return digits > LARGEST || exponent < -4 ? null : { digits, exponent };
}

function numberOf(cell: string | undefined, indicator: PeerIndicator): PublishedValue | CellRefusal {
  const text = compact(cell);
  const invalid = rejected('peer.valueInvalid', { text: line(cell) });
  const isAbove = /^(>|超过|大于|超)/.test(text);
  const bare = text.replace(/^(>|超过|大于|超)/, '').replace(/(人|小时)$/, '');
  if (isShare(indicator) !== bare.endsWith('%')) return invalid;
  const decimal = decimalOf(bare.replace(/%$/, ''));
  if (decimal === null) return invalid;
  const { digits } = decimal;
  const exponent = decimal.exponent - (isShare(indicator) ? 2 : 0);
  if (isShare(indicator) && digits > 10 ** Math.max(0, -exponent)) return rejected('peer.percentTooHigh');
  if (isAbove) return { kind: 'above', digits, exponent };
  return { kind: indicator === 'registered' && exponent === 0 ? 'whole' : 'rounded', digits, exponent };
}

/** `2023-12-31`, `2023/12/31`, `2023年12月31日`, `2023年底`; null for anything less definite. */
function dayOf(text: string): CivilDay | null {
  const yearEnd = /^(\d{4})年(?:年?[底末])$/.exec(text);
  if (yearEnd !== null) return parseDay(`${yearEnd[1] ?? ''}-12-31`);
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (match === null) return null;
  const [, year = '', month = '', day = ''] = match;
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function parseDay(text: string): CivilDay | null {
  return isCivilDay(text) ? parseCivilDay(text) : null;
}

/** The rows of a pasted table by the columns of its first line: tabs if it has any, else commas. */
export function readPeerTable(text: string): readonly PeerCells[] | TableRefusal {
  const lines = linesOf(text.replace(/^\uFEFF/, ''));
  const [head = [], ...rows] = lines;
  const columns = head.map((cell) => PEER_COLUMNS.find((column) => column === compact(cell)));
  const missing = NEEDED_COLUMNS.filter((column) => !columns.includes(column));
  const hasValue = columns.includes('数值') || (columns.includes('分子') && columns.includes('分母'));
  if (missing.length > 0 || !hasValue) {
    return rejected('peer.columnsMissing', {
      columns: [...missing, ...(hasValue ? [] : ['数值'])].join('、'),
    });
  }
  if (rows.length === 0) return rejected('peer.importEmpty');
  if (rows.length > IMPORT_MAXIMUM_ROWS) {
    return rejected('peer.importTooLong', { maximum: IMPORT_MAXIMUM_ROWS, rows: rows.length });
  }
  return rows.map((cells) =>
    Object.fromEntries(
      columns.flatMap((column, at) => (column === undefined ? [] : [[column, cells[at] ?? '']])),
    ),
  );
}

/** Lines with something in them, cut into cells; a cell in quotes may hold separators and lines. */
function linesOf(text: string): string[][] {
  const separator = (text.split('\n')[0] ?? '').includes('\t') ? '\t' : ',';
  const lines: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    lines[lines.length - 1]?.push(cell);
    cell = '';
  };
  for (const character of text.replaceAll('\r\n', '\n')) {
    if (isQuoted ? character === '"' : character === '"' && cell.trim() === '') isQuoted = !isQuoted;
    else if (!isQuoted && (character === separator || (separator === ',' && character === '，'))) endCell();
    else if (!isQuoted && character === '\n') {
      endCell();
      lines.push([]);
    } else cell += character;
  }
  endCell();
  return lines.filter((cells) => cells.some((one) => one.trim() !== ''));
}

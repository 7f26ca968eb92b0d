/** 花名册的一行: what it says of a person, or why it is not taken (IM4); the database is asked later. */
import { parseCivilDay, type CivilDay } from '../time/civil-day';
import { checkCharacterOf, type IdNumber } from '../volunteer/id-number';
import { decideIdentity } from '../volunteer/volunteer';
import { cleanCell, isRoundedColumn, isRoundedNumber, maskCell, shortened } from './cell';
import type { ColumnMapping, RosterColumn } from './columns';
import { readDay } from './day-text';
import type { KnownCommunity, PlaceFinder } from './place-finder';

export const ROW_FAULTS = [
  'nameMissing',
  'nameInvalid',
  'idTypeUnsupported',
  'idNumberMissing',
  'idNumberRounded',
  'idNumberInvalid',
  'tooYoung',
  'phoneRounded',
  'phoneInvalid',
  'communityMissing',
  'communityUnknown',
  'communityAmbiguous',
  'dayInvalid',
  'dayImpossible',
  'repeated',
  'nameDiffers',
  'left',
] as const;
export type RowFaultKind = (typeof ROW_FAULTS)[number];

export interface RowFault {
  readonly fault: RowFaultKind;
  readonly column: RosterColumn;
  /** what stood there, shortened, long numbers masked */
  readonly value: string;
}
export interface RosterPerson {
  readonly kind: 'person';
  readonly name: string;
  readonly identity: IdNumber;
  /** null: the roster has none */
  readonly phone: string | null;
  readonly community: KnownCommunity;
  readonly registeredDay: CivilDay;
}
export type JudgedRow = RosterPerson | ({ readonly kind: 'refused' } & RowFault) | { readonly kind: 'blank' };

export interface RosterContext {
  readonly mapping: ColumnMapping;
  readonly places: PlaceFinder;
  /** for rows that name no community; null: there is none */
  readonly usualCommunity: KnownCommunity | null;
  readonly today: CivilDay;
}

/** Of what stood in a cell: enough to find it. */
export const SHOWN_CHARACTERS = 40;

/** Names as registration takes them (BI5). */
const NAME = /^[\p{L}\p{M}·. '-]{2,30}$/u;
const PHONE = /^1[3-9]\d{9}$/;
/** Papers with an 18-digit number, by what their name holds; codes of other systems say nothing. */
const ID_TYPE = /身份证|居住证|户口|^\d*$/;

/** Before it no system kept volunteers; figures begin later still. */
export const EARLIEST_DAY = parseCivilDay('2000-01-01');

export type Read<Value, Fault = RowFaultKind> = { readonly value: Value } | { readonly fault: Fault };

/** Rows that stand together in a sheet, as many as there are: some faults show only beside each other. */
export function judgeRosterRows(
  rows: readonly (readonly string[])[],
  context: RosterContext,
): readonly JudgedRow[] {
  const index = context.mapping.idNumber;
  const idNumbers = index === null ? [] : rows.map((cells) => cleanCell(cells[index] ?? ''));
  const isRounded = isRoundedColumn(idNumbers);
  return rows.map((cells) => judgeRow(cells, context, isRounded));
}

function judgeRow(cells: readonly string[], context: RosterContext, isRounded: boolean): JudgedRow {
  const cellOf = (column: RosterColumn): string => {
    const index = context.mapping[column];
    return index === null ? '' : cleanCell(cells[index] ?? '');
  };
  if (cells.every((cell) => cleanCell(cell) === '')) return { kind: 'blank' };
  const refused = (column: RosterColumn, fault: RowFaultKind): JudgedRow => ({
    kind: 'refused',
    column,
    fault,
    value: shortened(maskCell(cellOf(column)), SHOWN_CHARACTERS),
  });
  const name = readName(cellOf('name'));
  if ('fault' in name) return refused('name', name.fault);
  if (!ID_TYPE.test(cellOf('idType'))) return refused('idType', 'idTypeUnsupported');
  const identity = readIdentity(cellOf('idNumber'), context.today, isRounded);
  if ('fault' in identity) return refused('idNumber', identity.fault);
  const phone = readPhone(cellOf('phone'));
  if ('fault' in phone) return refused('phone', phone.fault);
  const community = readCommunity(cellOf, context);
  if ('fault' in community) return refused('community', community.fault);
  const day = readRegisteredDay(cellOf('registeredDay'), identity.value, context.today);
  if ('fault' in day) return refused('registeredDay', day.fault);
  return {
    kind: 'person',
    name: name.value,
    identity: identity.value,
    phone: phone.value,
    community: community.value,
    registeredDay: day.value,
  };
}

/** 张  三 is 张三; 阿里·木 keeps its dot. */
export function readName(text: string): Read<string> {
  if (text === '') return { fault: 'nameMissing' };
  const isChinese = /^[\p{Script=Han}\s]+$/u.test(text);
  const name = (isChinese ? text.replace(/\s/g, '') : text).replace(/[•・‧∙]/g, '·');
  return NAME.test(name) ? { value: name } : { fault: 'nameInvalid' };
}

function readIdentity(text: string, today: CivilDay, isRounded: boolean): Read<IdNumber> {
  if (text === '') return { fault: 'idNumberMissing' };
  if (isRounded || isRoundedNumber(text)) return { fault: 'idNumberRounded' };
  const identity = decideIdentity(modernNumber(text.replace(/[\s-]/g, '')), today);
  if (identity.kind === 'idNumber') return { value: identity };
  return { fault: identity.code === 'volunteer.tooYoung' ? 'tooYoung' : 'idNumberInvalid' };
}

/** The 15 digits issued until 1999 are those of today without century and check character. */
export function modernNumber(text: string): string {
  if (!/^\d{15}$/.test(text)) return text;
  const first17 = `${text.slice(0, 6)}19${text.slice(6)}`;
  return first17 + checkCharacterOf(first17);
}

/** Of several numbers the first; a dash or 无 is none. */
export function readPhone(text: string): Read<string | null> {
  if (text === '' || /^([-—/]+|无|没有)$/.test(text)) return { value: null };
  if (isRoundedNumber(text)) return { fault: 'phoneRounded' };
  const [first = ''] = text.replace(/^\+?86[\s-]*(?=1)/, '').split(/[,;、/]|\s(?=1[3-9])/);
  const digits = first.replace(/[\s-]/g, '').replace(/\.0+$/, '');
  return PHONE.test(digits) ? { value: digits } : { fault: 'phoneInvalid' };
}

function readCommunity(
  cellOf: (column: RosterColumn) => string,
  { places, usualCommunity }: RosterContext,
): Read<KnownCommunity> {
  const written = { county: cellOf('county'), township: cellOf('township'), community: cellOf('community') };
  const found = places.find(written);
  switch (found.kind) {
    case 'found':
      return { value: found.community };
    case 'missing':
      return usualCommunity === null ? { fault: 'communityMissing' } : { value: usualCommunity };
    case 'unknown':
      return { fault: 'communityUnknown' };
    case 'ambiguous':
      return { fault: 'communityAmbiguous' };
  }
}

/** Without a day it is today; nobody registered before being born, or tomorrow. */
function readRegisteredDay(text: string, { birthDay }: IdNumber, today: CivilDay): Read<CivilDay> {
  if (text === '') return { value: today };
  const day = readDay(text);
  if (day === null) return { fault: 'dayInvalid' };
  const isPossible = day >= EARLIEST_DAY && day >= birthDay && day <= today;
  return isPossible ? { value: day } : { fault: 'dayImpossible' };
}

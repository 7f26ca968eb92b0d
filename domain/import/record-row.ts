/** 服务记录的一行: what it says of a service, or why it is not taken (IM10); the database is asked later. */
import type { CivilDay } from '../time/civil-day';
import { readIdNumber, type IdNumber } from '../volunteer/id-number';
import { cleanCell, isRoundedColumn, isRoundedNumber, maskCell, shortened } from './cell';
import type { ColumnMapping, ImportColumn, RecordColumn } from './columns';
import {
  EARLIEST_DAY,
  modernNumber,
  readName,
  readPhone,
  SHOWN_CHARACTERS,
  type Read,
  type RowFaultKind,
} from './roster-row';
import { DAY_MINUTES, readClock, readHours, readMinutes, readServiceDay } from './service-times';

/** Beside those of a roster's row. */
export const RECORD_FAULTS = [
  'personMissing',
  'personUnknown',
  'personAmbiguous',
  'ownRecord',
  'dayMissing',
  'serviceDayImpossible',
  'timesInvalid',
  'hoursMissing',
  'hoursInvalid',
  'titleMissing',
  'recordRepeated',
  'recordDiffers',
  'recordVoided',
  'timeTaken',
] as const;
export type RecordFaultKind = (typeof RECORD_FAULTS)[number];
export type AnyFault = RowFaultKind | RecordFaultKind;

export interface RecordFault {
  readonly fault: AnyFault;
  readonly column: ImportColumn;
  /** what stood there, shortened, long numbers masked */
  readonly value: string;
}

/** The surest that a row says: an id number before a volunteer's number before a phone. */
export type WrittenPerson =
  | { readonly by: 'idNumber'; readonly identity: IdNumber }
  | { readonly by: 'volunteerNumber'; readonly text: string }
  | { readonly by: 'phone'; readonly text: string };

/** Minutes of a local day. */
export interface DayTimes {
  readonly from: number;
  readonly to: number;
}

export interface ServiceRow {
  readonly kind: 'record';
  readonly name: string;
  readonly person: WrittenPerson;
  readonly day: CivilDay;
  /** null: the list has hours alone */
  readonly times: DayTimes | null;
  /** with times: no more than they hold */
  readonly minutes: number;
  readonly title: string;
  /** empty: the list has none */
  readonly organisation: string;
}
export type JudgedRecord =
  ServiceRow | ({ readonly kind: 'refused' } & RecordFault) | { readonly kind: 'blank' };

export interface RecordRowContext {
  readonly mapping: ColumnMapping;
  readonly today: CivilDay;
}

/** As titles of activities; what is longer is a story. */
const TITLE_CHARACTERS = 60;

type CellOf = (column: RecordColumn) => string;
type Found<Value> = Read<Value, AnyFault> & { readonly column: RecordColumn };

/** Rows that stand together in a sheet, as many as there are. */
export function judgeRecordRows(
  rows: readonly (readonly string[])[],
  context: RecordRowContext,
): readonly JudgedRecord[] {
  const index = context.mapping.idNumber;
  const idNumbers = index === null ? [] : rows.map((cells) => cleanCell(cells[index] ?? ''));
  const isRounded = isRoundedColumn(idNumbers);
  return rows.map((cells) => judgeRow(cells, context, isRounded));
}

function judgeRow(
  cells: readonly string[],
  { mapping, today }: RecordRowContext,
  isRounded: boolean,
): JudgedRecord {
  const cellOf: CellOf = (column) => {
    const index = mapping[column];
    return index === null ? '' : cleanCell(cells[index] ?? '');
  };
  if (cells.every((cell) => cleanCell(cell) === '')) return { kind: 'blank' };
  const refused = (column: RecordColumn, fault: AnyFault): JudgedRecord => ({
    ...{ kind: 'refused', column, fault },
    value: shortened(maskCell(cellOf(column)), SHOWN_CHARACTERS),
  });
  const name = readName(cellOf('name'));
  if ('fault' in name) return refused('name', name.fault);
  const person = readPerson(cellOf, today, isRounded);
  if ('fault' in person) return refused(person.column, person.fault);
  const day = readDayOf(cellOf('day'), person.value, today);
  if ('fault' in day) return refused('day', day.fault);
  const times = readTimes(cellOf, day.value);
  if ('fault' in times) return refused(times.column, times.fault);
  const minutes = readLength(cellOf, times.value);
  if ('fault' in minutes) return refused(minutes.column, minutes.fault);
  const title = shortened(cellOf('title'), TITLE_CHARACTERS);
  if (title === '') return refused('title', 'titleMissing');
  return {
    kind: 'record',
    name: name.value,
    person: person.value,
    day: day.value,
    times: times.value,
    minutes: minutes.value,
    title,
    organisation: shortened(cellOf('organisation'), TITLE_CHARACTERS),
  };
}

function readPerson(cellOf: CellOf, today: CivilDay, isRounded: boolean): Found<WrittenPerson> {
  const idText = cellOf('idNumber');
  if (idText !== '') {
    const column = 'idNumber';
    if (isRounded || isRoundedNumber(idText)) return { column, fault: 'idNumberRounded' };
    const identity = readIdNumber(modernNumber(idText.replace(/[\s-]/g, '')), today);
    return identity.kind === 'fault'
      ? { column, fault: 'idNumberInvalid' }
      : { column, value: { by: 'idNumber', identity } };
  }
  const number = cellOf('volunteerNumber');
  if (number !== '') return { column: 'volunteerNumber', value: { by: 'volunteerNumber', text: number } };
  const phone = readPhone(cellOf('phone'));
  if ('fault' in phone) return { column: 'phone', fault: phone.fault };
  if (phone.value === null) return { column: 'idNumber', fault: 'personMissing' };
  return { column: 'phone', value: { by: 'phone', text: phone.value } };
}

function readDayOf(text: string, person: WrittenPerson, today: CivilDay): Read<CivilDay, AnyFault> {
  if (text === '') return { fault: 'dayMissing' };
  const day = readServiceDay(text);
  if (day === null) return { fault: 'dayInvalid' };
  const isBorn = person.by !== 'idNumber' || day >= person.identity.birthDay;
  const isPossible = isBorn && day >= EARLIEST_DAY && day <= today;
  return isPossible ? { value: day } : { fault: 'serviceDayImpossible' };
}

/** Both or none, of this day, in order. */
function readTimes(cellOf: CellOf, day: CivilDay): Found<DayTimes | null> {
  const [from, to] = [cellOf('from'), cellOf('to')];
  if (from === '' && to === '') return { column: 'from', value: null };
  const [begin, end] = [readClock(from), readClock(to)];
  if (begin === null) return { column: 'from', fault: 'timesInvalid' };
  const isInOrder = end !== null && begin.minute < end.minute;
  if (!isInOrder) return { column: 'to', fault: 'timesInvalid' };
  const isThisDay = [begin.day, end.day].every((one) => one === null || one === day);
  if (!isThisDay) return { column: 'from', fault: 'timesInvalid' };
  return { column: 'from', value: { from: begin.minute, to: end.minute } };
}

/** A stated length within the times is what counts of them: there were breaks. */
function readLength(cellOf: CellOf, times: DayTimes | null): Found<number> {
  const [hours, minutes] = [cellOf('hours'), cellOf('minutes')];
  const column = hours === '' && minutes !== '' ? 'minutes' : 'hours';
  const present = times === null ? DAY_MINUTES : times.to - times.from;
  if (hours === '' && minutes === '') {
    return times === null ? { column, fault: 'hoursMissing' } : { column, value: present };
  }
  const stated = column === 'hours' ? readHours(hours) : readMinutes(minutes);
  if (stated === null || stated < 1 || stated > DAY_MINUTES) return { column, fault: 'hoursInvalid' };
  return { column, value: Math.min(stated, present) };
}

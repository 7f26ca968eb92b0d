/** 日期文字: the ways a day is written in rosters, and the number a spreadsheet keeps for one. */
import { addDays, isCivilDay, parseCivilDay, type CivilDay } from '../time/civil-day';

/** 年月日, dots, slashes, dashes or spaces; a time of day after it is left out. */
const WRITTEN = /^(\d{4})\s*[年./\-\s]\s*(\d{1,2})\s*[月./\-\s]\s*(\d{1,2})\s*日?(?:[\sT].*)?$/;
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
/** 1954-10-04 to 2119-01-01: days since 1899-12-30, the way spreadsheets count from March 1900 on */
const SERIAL = /^([2-7]\d{4})(\.\d+)?$/;
const SERIAL_ZERO = parseCivilDay('1900-03-01');
const SERIAL_OF_ZERO = 61;

/** Null when it is no day. */
export function readDay(text: string): CivilDay | null {
  const [, serial] = SERIAL.exec(text) ?? [];
  if (serial !== undefined) return addDays(SERIAL_ZERO, Number(serial) - SERIAL_OF_ZERO);
  const [, year, month, day] = WRITTEN.exec(text) ?? EIGHT_DIGITS.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDay(written) ? parseCivilDay(written) : null;
}

/**
 * 居民身份证号 (GB 11643-1999): 17 digits and a check character by ISO 7064 MOD 11-2.
 * Birth day and sex are read from the number, so nobody types them.
 */
import { isCivilDay, parseCivilDay, type CivilDay } from '../time/civil-day';

export type Sex = 'female' | 'male';
export interface IdNumber {
  readonly kind: 'idNumber';
  /** 18 characters, upper-case X */
  readonly text: string;
  readonly birthDay: CivilDay;
  readonly sex: Sex;
}
export type IdNumberFault = 'length' | 'characters' | 'birthDay' | 'checkCharacter';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** The 18th character for the first 17 digits. */
export function checkCharacterOf(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS[sum % 11] ?? '';
}

/** Reads an id number; full-width digits, spaces and a small x are forgiven. `today` bounds the birth day. */
export function readIdNumber(
  raw: string,
  today: CivilDay,
): IdNumber | { kind: 'fault'; fault: IdNumberFault } {
  const text = raw.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (text.length !== 18) return { kind: 'fault', fault: 'length' };
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return { kind: 'fault', fault: 'characters' };
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (!isCivilDay(birth) || birth > today) return { kind: 'fault', fault: 'birthDay' };
  if (checkCharacterOf(text.slice(0, 17)) !== text[17]) return { kind: 'fault', fault: 'checkCharacter' };
  const sex = Number(text[16]) % 2 === 1 ? 'male' : 'female';
  return { kind: 'idNumber', text, birthDay: parseCivilDay(birth), sex };
}

/** Whole years of age on a day; a birthday counts from its own day. */
export function ageOn(birthDay: CivilDay, day: CivilDay): number {
  const years = Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4));
  return day.slice(5) >= birthDay.slice(5) ? years : years - 1;
}

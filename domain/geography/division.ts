/**
 * 行政区划: the tree city → county → township → community, keyed by the official code, whose prefix is the
 * parent. `county` covers districts and county-level cities.
 */
import type { DivisionCode } from '../kernel/identifiers';

export type DivisionLevel = 'city' | 'county' | 'township' | 'community';

const LEVEL_BY_LENGTH: Readonly<Record<number, DivisionLevel>> = {
  4: 'city',
  6: 'county',
  9: 'township',
  12: 'community',
};
const LENGTHS = [4, 6, 9, 12] as const;

/** Throws RangeError unless the text is 4, 6, 9 or 12 digits. */
export function parseDivisionCode(text: string): DivisionCode {
  if (!isDivisionCode(text)) throw new RangeError('not a division code');
  return text as DivisionCode;
}

export function isDivisionCode(text: string): boolean {
  return /^\d+$/.test(text) && LEVEL_BY_LENGTH[text.length] !== undefined;
}

export function levelOf(code: DivisionCode): DivisionLevel {
  const level = LEVEL_BY_LENGTH[code.length];
  if (level === undefined) throw new RangeError('not a division code');
  return level;
}

/** From the city down to the division itself. */
export function lineageOf(code: DivisionCode): DivisionCode[] {
  return LENGTHS.filter((length) => length <= code.length).map((length) =>
    parseDivisionCode(code.slice(0, length)),
  );
}

/** City and county: below there is no office. */
const OFFICE_LEVELS = 2;

/** The divisions whose offices look after this one: its city, and its county where it has one. */
export function officesOver(code: DivisionCode): DivisionCode[] {
  return lineageOf(code).slice(0, OFFICE_LEVELS);
}

/** Null for a city: it is the root of the product's tree. */
export function parentOf(code: DivisionCode): DivisionCode | null {
  const lineage = lineageOf(code);
  return lineage[lineage.length - 2] ?? null;
}

/** True when `inner` is `outer` or lies below it. */
export function contains(outer: DivisionCode, inner: DivisionCode): boolean {
  return inner.startsWith(outer);
}

/** The city a division lies in. */
export function cityOf(code: DivisionCode): DivisionCode {
  return parseDivisionCode(code.slice(0, 4));
}

export function countyOf(code: DivisionCode): DivisionCode | null {
  return code.length >= 6 ? parseDivisionCode(code.slice(0, 6)) : null;
}

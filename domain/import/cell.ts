/**
 * 单元格: what people and programs do to a text before it reaches us. Full-width letters and digits, spaces of
 * all kinds, the apostrophe and the `="…"` by which numbers are kept from a spreadsheet.
 */

/** Longer cells are notes, not data. */
export const CELL_MAXIMUM_CHARACTERS = 120;
/** What may surround the data: spaces, quotes, apostrophes. */
const RAW_MAXIMUM_CHARACTERS = 4 * CELL_MAXIMUM_CHARACTERS;

const UNSEEN = new RegExp(
  '[\\u0000-\\u001F\\u007F-\\u009F\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFF]',
  'g',
);
const QUOTED_FORMULA = /^="(.*)"$/;

/** At most so many; halves of characters, cut here or before, are left out: no database keeps them. */
export function shortened(text: string, maximum: number): string {
  return text.slice(0, maximum).replace(/\p{Cs}/gu, '');
}

/** One line, composed, without what is not seen; the same again changes nothing. */
export function cleanCell(raw: string): string {
  const text = shortened(raw, RAW_MAXIMUM_CHARACTERS)
    .normalize('NFKC')
    .replace(UNSEEN, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const bare = (QUOTED_FORMULA.exec(text)?.[1] ?? text).replace(/^['’‘`]+/, '').trim();
  return bare === text ? shortened(text, CELL_MAXIMUM_CHARACTERS).trim() : cleanCell(bare);
}

/** A number that a spreadsheet has rounded: `5.13229E+17`. */
export function isRoundedNumber(text: string): boolean {
  return /^\d(\.\d+)?E\+?\d+$/i.test(text);
}

/** One id number in a thousand ends so by itself. */
const ROUNDED_END = /^\d{15}000$/;
const FEWEST_ROUNDED = 2;
/** of the numbers in a column, in hundredths */
const MOST_BY_CHANCE = 10;

/**
 * A column of 18 digits that were numbers once: a spreadsheet keeps fifteen and writes 0 for the rest. Each
 * number counts once: in a list of services a person stands on many rows.
 */
export function isRoundedColumn(texts: readonly string[]): boolean {
  const numbers = [...new Set(texts.filter((text) => text !== ''))];
  const rounded = numbers.filter((text) => ROUNDED_END.test(text)).length;
  const filled = numbers.length;
  return rounded >= FEWEST_ROUNDED && rounded * 100 > filled * MOST_BY_CHANCE;
}

/** Seven digits and more, or eleven with spaces or dashes between them: a day is shorter. */
const LONG_NUMBER = /\d(?:[\s-]?\d){10,}[Xx]?|\d{7,}[Xx]?/g;

/** Long numbers without their middle, for showing what stood in a cell. */
export function maskCell(text: string): string {
  return text.replace(LONG_NUMBER, (digits) => `${digits.slice(0, 3)}****${digits.slice(-4)}`);
}

/**
 * 表头: which rows of a sheet are its titles. Above them stand merged rows with the name of the list and notes;
 * the titles themselves may take two rows, of which the upper one is merged over several columns.
 */
import { cleanCell } from './cell';
import { MEANING_SCORE, titleScore, type ImportKind } from './columns';

/** Lists begin within so many rows; a title further down is data. */
export const HEADER_SEARCHED_ROWS = 20;
/** One column alone may be a word in a note. */
const FEWEST_KNOWN = 2;

export interface Header {
  /** of the first row of titles, from 0 */
  readonly from: number;
  /** the rows that are titles: 1 or 2 */
  readonly rowCount: number;
  readonly titles: readonly string[];
}

/** Null when no row reads like titles. Of equal ones the first. */
export function detectHeader(
  rows: readonly (readonly string[])[],
  kind: ImportKind = 'roster',
): Header | null {
  let best: Header | null = null;
  let most = FEWEST_KNOWN * MEANING_SCORE - 1;
  rows.slice(0, HEADER_SEARCHED_ROWS).forEach((row, from) => {
    const lower = rows[from + 1];
    const candidates = [{ from, rowCount: 1, titles: row.map(cleanCell) }];
    if (lower !== undefined && !hasData(lower))
      candidates.push({ from, rowCount: 2, titles: joinedTitles(row, lower) });
    for (const header of candidates) {
      if (hasData(header.titles)) continue;
      const score = titleScore(header.titles, kind);
      if (score > most) [best, most] = [header, score];
    }
  });
  return best;
}

/** A long number is nobody's title. */
function hasData(row: readonly string[]): boolean {
  return row.some((cell) => /\d{7}/.test(cleanCell(cell)));
}

/** What is merged over columns stands in the first of them; what is merged over rows in the upper one. */
function joinedTitles(upper: readonly string[], lower: readonly string[]): string[] {
  let merged = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_none, index) => {
    const own = cleanCell(upper[index] ?? '');
    const below = cleanCell(lower[index] ?? '');
    if (own !== '') merged = own;
    if (below === '') return own;
    return own === '' && merged === '' ? below : `${merged} ${below}`;
  });
}

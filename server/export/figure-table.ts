/** The table both sheets of figures have: one group of columns a measure, exact parts and the figure. */
import { TREND_MEASURES, type Figure, type TrendMeasure } from '@contract/statistics.contract';
import { at, cellKindOf, changeCell, head, integer, NONE, titleOf, valueCell, type Cell } from './cells';

interface Column {
  readonly title: string;
  readonly cellOf: (figure: Figure, numeratorBefore: number) => Cell;
}

/** The columns of one measure: its parts, exact, and the figure itself. */
function columnsOf(measure: TrendMeasure, hasChange: boolean): Column[] {
  const value = (words: string): Column => ({ title: words, cellOf: (figure) => valueCell(measure, figure) });
  const numerator = (words: string): Column => ({
    title: words,
    cellOf: (figure) => integer(figure.numerator),
  });
  const denominator = (words: string): Column => ({
    title: words,
    cellOf: (figure) => (figure.denominator === null ? NONE : integer(figure.denominator)),
  });
  const change: Column = {
    title: '期间增减',
    cellOf: (figure, before) => changeCell(measure, figure, { ...figure, numerator: before }),
  };
  switch (cellKindOf(measure)) {
    case 'count':
      return [value('期末'), ...(hasChange ? [change] : [])];
    case 'minutes':
      return [numerator('分钟'), value('小时'), ...(hasChange ? [{ ...change, title: '增减（小时）' }] : [])];
    case 'multiple':
      return [numerator('分子'), denominator('分母'), value('倍')];
    case 'ratio':
      return [numerator('分子'), denominator('分母'), value('比率')];
    case 'average':
      return [numerator('分钟'), denominator('人数'), value('小时/人')];
  }
}

/** Two lines of heads, then a line for every row; `keys` are the columns before the figures. */
export function tableOf(
  keys: readonly string[],
  hasChange: boolean,
  rows: readonly { key: readonly Cell[]; figures: readonly Figure[]; before: readonly number[] }[],
): { rows: Cell[][]; columnCount: number } {
  const groups = TREND_MEASURES.map((measure) => columnsOf(measure, hasChange));
  const titles = TREND_MEASURES.flatMap((measure, index) => {
    const { length } = at(groups, index);
    return [head(titleOf(measure), length), ...Array.from({ length: length - 1 }, () => null)];
  });
  const lines = rows.map(({ key, figures, before }) => [
    ...key,
    ...groups.flatMap((columns, index) =>
      columns.map(({ cellOf }) => cellOf(at(figures, index), before[index] ?? 0)),
    ),
  ]);
  const subtitles = groups.flatMap((columns) => columns.map((column) => head(column.title)));
  return {
    rows: [
      [...keys.map(() => head('')), ...titles],
      [...keys.map((key) => head(key)), ...subtitles],
      ...lines,
    ],
    columnCount: subtitles.length,
  };
}

/** What stands in the workbook (EX4): pure, from the rows that were read to sheets of cells. */
import { levelOf, parentOf, type DivisionLevel } from '@domain/geography/division';
import { MEASURES } from '@domain/statistics/measure';
import { beforeDayOf } from '@domain/statistics/period';
import { civilDayOf, startOfDay, type CivilDay } from '@domain/time/civil-day';
import { TREND_MEASURES, type Figure, type TrendMeasure } from '@contract/statistics.contract';
import { at, cellKindOf, changeCell, head, integer, NONE, titleOf, valueCell, type Cell } from './cells';
import { tableOf } from './figure-table';
import type { ExportRow, ExportTrend, Job } from './job';

export interface Sheet {
  readonly name: string;
  /** in characters of half width; a Chinese one takes two */
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** wide sheets go on over several pages side by side, others are fitted to one page's width */
  readonly isWide: boolean;
  readonly rows: readonly (readonly Cell[])[];
}

export interface ExportContent {
  readonly job: Pick<
    Job,
    'divisionCode' | 'divisionName' | 'fromDay' | 'toDay' | 'officeName' | 'requestedAt'
  >;
  readonly asOf: number;
  readonly rows: readonly ExportRow[];
  readonly trend: Pick<ExportTrend, 'before' | 'points'>;
}

export function sheetsOf(content: ExportContent): Sheet[] {
  return [overviewOf(content), divisionsOf(content), trendOf(content), definitionsOf(content)];
}

const LEVEL_NAMES: Readonly<Record<DivisionLevel, string>> = {
  city: '市（州）',
  county: '县（市、区）',
  township: '乡镇（街道）',
  community: '村（社区）',
};

const label = (text: string): Cell => ({ kind: 'label', text });
const text = (words: string): Cell => ({ kind: 'text', text: words });
const title = (words: string): Cell => ({ kind: 'title', text: words });

/** 2026-11-25 14:05:09, Shanghai. */
function clockText(instant: number): string {
  const day = civilDayOf(instant);
  const time = new Date(instant - startOfDay(day)).toISOString().slice(11, 19);
  return `${day} ${time}`;
}

function momentText({ job, asOf }: ExportContent): string {
  return civilDayOf(asOf) === job.toDay ? clockText(asOf) : `${job.toDay} 24:00`;
}

function overviewOf(content: ExportContent): Sheet {
  const { job, asOf, rows, trend } = content;
  const facts: readonly (readonly [string, string])[] = [
    ['区划', `${job.divisionName}（${job.divisionCode}）`],
    ['期间', `${job.fromDay} 至 ${job.toDay}`],
    ['期末数字截至', momentText(content)],
    ['数据更新到', `${clockText(asOf)}，此前记入的都已算在内；本文件所有数字是同一时刻的`],
    ['导出单位', job.officeName],
    ['申请时间', clockText(job.requestedAt)],
    ['范围', `${String(rows.length)} 个区划`],
    ['合计核对', sumsText(rows)],
  ];
  const beforeDay = beforeDayOf(job);
  const now = at(trend.points, trend.points.length - 1).figures;
  const headline = TREND_MEASURES.map((measure, index) =>
    headlineRow(measure, at(now, index), at(trend.before, index)),
  );
  return {
    name: '概览',
    widths: [36, 18, 22, 16, 16, 16, 44],
    frozenRows: 0,
    frozenColumns: 0,
    isWide: false,
    rows: [
      [title(`${job.divisionName}志愿服务统计`)],
      ...facts.map(([name, words]) => [label(name), text(words)]),
      [],
      ['指标', '期末', `期初（${beforeDay} 24:00）`, '期间变化', '分子', '分母', '说明'].map((words) =>
        head(words),
      ),
      ...headline,
    ],
  };
}

function headlineRow(measure: TrendMeasure, now: Figure, before: Figure): Cell[] {
  const hasParts = ['ratio', 'average', 'multiple'].includes(cellKindOf(measure));
  return [
    label(titleOf(measure)),
    valueCell(measure, now),
    valueCell(measure, before),
    changeCell(measure, now, before),
    hasParts ? integer(now.numerator) : null,
    hasParts ? (now.denominator === null ? NONE : integer(now.denominator)) : null,
    { kind: 'long', text: noteOf(measure, now) },
  ];
}

function noteOf(measure: TrendMeasure, now: Figure): string {
  switch (cellKindOf(measure)) {
    case 'count':
      return '';
    case 'minutes':
      return '小时';
    case 'average':
      return now.value === null ? '分母为零，不计算' : '小时；分子为分钟数';
    case 'multiple':
      return now.value === null ? '没有城乡常住人口数，不计算' : `倍；${populationText(now)}`;
    case 'ratio':
      if (now.value === null) return '没有分母，不计算';
      return now.source === null ? '变化为百分点' : `变化为百分点；${populationText(now)}`;
  }
}

function populationText({ populationYear, source }: Figure): string {
  return `常住人口：${String(populationYear)} 年，${source ?? ''}`;
}

/** ST5: for every division with children here, the sum of theirs. */
function sumsText(rows: readonly ExportRow[]): string {
  const additive = TREND_MEASURES.flatMap((measure, index) =>
    ['count', 'minutes'].includes(cellKindOf(measure)) ? [index] : [],
  );
  const sums = new Map<string, number[]>();
  for (const { divisionCode, figures } of rows) {
    const parent = parentOf(divisionCode);
    if (parent === null) continue;
    const before = sums.get(parent) ?? additive.map(() => 0);
    sums.set(
      parent,
      additive.map((index, place) => at(before, place) + at(figures, index).numerator),
    );
  }
  let wrong = 0;
  for (const { divisionCode, figures } of rows) {
    const sum = sums.get(divisionCode);
    if (sum === undefined) continue;
    wrong += additive.filter((index, place) => at(figures, index).numerator !== at(sum, place)).length;
  }
  return wrong === 0
    ? '每一级的合计都等于上一级'
    : `有 ${String(wrong)} 处合计不等于上一级，请先在“数据核对”里核对`;
}

const FIGURE_WIDTH = 13;

function divisionsOf(content: ExportContent): Sheet {
  const { job, rows } = content;
  const depthOf = (row: ExportRow): number => lengthInLevels(row) - lengthInLevels(job);
  const table = tableOf(
    ['区划代码', '区划', '级别'],
    true,
    rows.map((row) => ({
      key: [
        text(row.divisionCode),
        { kind: 'name', text: row.name, depth: depthOf(row) },
        text(LEVEL_NAMES[levelOf(row.divisionCode)]),
      ],
      figures: row.figures,
      before: row.numeratorsBefore,
    })),
  );
  return {
    name: '分区划',
    widths: [15, 30, 14, ...Array.from({ length: table.columnCount }, () => FIGURE_WIDTH)],
    frozenRows: 4,
    frozenColumns: 3,
    isWide: true,
    rows: [
      [title(`${job.divisionName}及以下各区划`)],
      [text(`${periodText(content)}；增减与 ${beforeDayOf(job)} 24:00 相比`)],
      ...table.rows,
    ],
  };
}

function lengthInLevels({ divisionCode }: Pick<Job, 'divisionCode'>): number {
  return Object.keys(LEVEL_NAMES).indexOf(levelOf(divisionCode));
}

function periodText(content: ExportContent): string {
  const { fromDay, toDay } = content.job;
  return `期间 ${fromDay} 至 ${toDay}；数字截至 ${momentText(content)}`;
}

function trendOf(content: ExportContent): Sheet {
  const { job, trend } = content;
  const dayCell = (day: CivilDay): Cell => text(day === job.toDay ? momentText(content) : day);
  const table = tableOf(
    ['截至'],
    false,
    trend.points.map(({ day, figures }) => ({ key: [dayCell(day)], figures, before: [] })),
  );
  return {
    name: '走势',
    widths: [20, ...Array.from({ length: table.columnCount }, () => FIGURE_WIDTH)],
    frozenRows: 4,
    frozenColumns: 1,
    isWide: true,
    rows: [[title(`${job.divisionName}走势`)], [text(periodText(content))], ...table.rows],
  };
}

function definitionsOf({ rows }: ExportContent): Sheet {
  const sources = new Set(
    rows.flatMap(({ figures }) =>
      figures.filter(({ source }) => source !== null).map((figure) => populationText(figure)),
    ),
  );
  const notes = [
    '“—”：没有分母（例如没有公布常住人口数，或还没有注册志愿者），不计算，不等于 0。',
    '一人只计一次；每一级的人数、时长之和等于上一级。',
    '比率的分子、分母都是整数，照原样列出；服务时长以分钟记，÷60 显示为小时。',
    ...sources,
  ];
  return {
    name: '口径',
    widths: [36, 8, 14, 100],
    frozenRows: 2,
    frozenColumns: 0,
    isWide: false,
    rows: [
      [title('口径')],
      ['指标', '版本', '规则', '怎么算'].map((words) => head(words)),
      ...Object.values(MEASURES).map((measure): Cell[] => [
        label(measure.title),
        integer(measure.version),
        text(measure.rule),
        { kind: 'long', text: measure.definition },
      ]),
      [],
      ...notes.map((words): Cell[] => [null, null, null, { kind: 'long', text: words }]),
    ],
  };
}

/** A figure as the board writes it: exact integers in, one line of text out (ST2–ST4). */
import type { Figure } from '@contract/statistics.contract';
import { MEASURES, type MeasureDefinition, type MeasureId } from '@domain/statistics/measure';
import { formatBasisPoints, formatRatio, ratioOf } from '@domain/statistics/ratio';

import { formatCount } from '@/lib/format';

export type FigureKind =
  'people' | 'hours' | 'ratio' | 'growth' | 'average' | 'multiple' | 'projects' | 'perResidents';

export function kindOf(measure: MeasureId): FigureKind {
  if (measure === 'serviceHours') return 'hours';
  if (measure === 'registeredGrowth') return 'growth';
  if (measure.startsWith('averageHours.')) return 'average';
  if (measure === 'ruralEquity') return 'multiple';
  if (measure === 'brandProjects' || measure === 'liveBrandProjects') return 'projects';
  if (measure === 'brandsPer100k') return 'perResidents';
  if (definitionOf(measure).parts !== undefined) return 'ratio';
  if (measure === 'registrationRatio' || measure.startsWith('activityRate.')) return 'ratio';
  return 'people';
}

/** Minutes as hours with one decimal, rounded half up in integers. */
export function hoursOf(minutes: number): string {
  const tenths = Math.floor((minutes * 2 + 6) / 12);
  return `${formatCount(Math.floor(tenths / 10))}.${String(tenths % 10)}`;
}

function growthText(figure: Figure): string {
  const ratio = ratioOf(figure.numerator, figure.denominator);
  if (ratio === null || figure.value === null) return '—';
  const sign = figure.value > 0 ? '+' : '';
  return `${sign}${formatBasisPoints(figure.value)}%`;
}

/** The big number. `—` where there is none; `reasonOf` says why. */
export function valueText(figure: Figure): string {
  if (figure.value === null) return '—';
  switch (kindOf(figure.measure)) {
    case 'people':
    case 'projects':
      return formatCount(figure.value);
    case 'hours':
      return hoursOf(figure.value);
    case 'ratio':
      return formatRatio(ratioOf(figure.numerator, figure.denominator));
    case 'growth':
      return growthText(figure);
    case 'average':
    case 'multiple':
    case 'perResidents':
      return formatBasisPoints(figure.value);
  }
}

export function unitText(figure: Figure): string {
  const kind = kindOf(figure.measure);
  if (figure.value === null) return '';
  if (kind === 'people') return '人';
  if (kind === 'average') return '小时/人';
  if (kind === 'multiple') return '倍';
  if (kind === 'projects' || kind === 'perResidents') return '个';
  return kind === 'hours' ? '小时' : '';
}

/** What both parts of a share are counted in; minutes are shown as hours. */
const FRACTION_UNITS: Partial<Record<MeasureId, string>> = {
  twentyHourShare: '人',
  closureRate: '次',
  timelinessRate: '条',
  supplementShare: '小时',
  trainingRate: '人',
  ruralShiftShare: '场',
  ruralMinuteShare: '小时',
  ruralCoverage: '个村',
  grassrootsShare: '个项目',
  brandCountyCoverage: '个县',
  brandTownshipCoverage: '个乡镇',
  brandConcentration: '小时',
};

/** `12,345 ÷ 822,587`, `32 ÷ 1,096 个村`, or null where there is nothing to divide. */
export function fractionText(figure: Figure): string | null {
  if (figure.denominator === null || figure.denominator <= 0) return null;
  const kind = kindOf(figure.measure);
  if (kind === 'average') {
    return `${hoursOf(figure.numerator)} 小时 ÷ ${formatCount(figure.denominator)} 人`;
  }
  const unit = FRACTION_UNITS[figure.measure];
  if (unit !== undefined) {
    const write = unit === '小时' ? hoursOf : formatCount;
    return `${write(figure.numerator)} ÷ ${write(figure.denominator)} ${unit}`;
  }
  if (kind !== 'ratio' && kind !== 'growth') return null;
  const sign = kind === 'growth' && figure.numerator > 0 ? '+' : '';
  const numerator =
    figure.numerator < 0 ? `-${formatCount(-figure.numerator)}` : formatCount(figure.numerator);
  return `${sign}${numerator} ÷ ${formatCount(figure.denominator)}`;
}

/** Why a figure is `—` (ST3); null when it has a value. */
export function reasonOf(figure: Figure): string | null {
  if (figure.value !== null) return null;
  if (figure.measure === 'registrationRatio' || figure.measure === 'brandsPer100k')
    return '没有公布的常住人口数，不计算';
  if (figure.measure === 'registeredGrowth') return '上月末还没有注册志愿者，不计算';
  if (figure.measure.startsWith('activityRate.')) return '还没有注册志愿者，不计算';
  if (figure.measure === 'averageHours.registered') return '还没有注册志愿者，不计算';
  if (figure.measure === 'averageHours.active') return '还没有活跃志愿者，不计算';
  const { parts } = definitionOf(figure.measure);
  if (figure.measure === 'ruralEquity') return '没有公布的城乡常住人口数，不计算';
  if (parts !== undefined) return `${parts[1]}为零，不计算`;
  return '没有数据';
}

const PARTS: Readonly<Record<FigureKind, (measure: MeasureId) => readonly [string, string]>> = {
  people: () => ['人数', ''],
  hours: () => ['分钟数', ''],
  ratio: (measure) =>
    measure === 'registrationRatio' ? ['注册志愿者', '常住人口'] : ['活跃志愿者', '在册注册志愿者'],
  multiple: () => ['', ''],
  projects: () => ['项目', ''],
  perResidents: () => ['', ''],
  growth: () => ['增加的人数', '上月末注册志愿者'],
  average: (measure) => [
    '服务分钟数',
    measure === 'averageHours.active' ? '累计活跃志愿者' : '在册注册志愿者',
  ],
};

/** What the numerator and the denominator are called. */
export function partNames(measure: MeasureId): readonly [string, string] {
  return definitionOf(measure).parts ?? PARTS[kindOf(measure)](measure);
}

/** Short titles: the definition's own title names the version, which belongs in its sheet. */
const SHORT_TITLES: Partial<Record<MeasureId, string>> = {
  'active.CUM': '累计活跃志愿者',
  'active.YEAR': '本年活跃志愿者',
  'activityRate.CUM': '累计活跃度',
  'activityRate.YEAR': '本年活跃度',
  'active.R12': '近 365 天活跃志愿者',
  'activityRate.R12': '近 365 天活跃度',
  'active.CUM-STRICT': '累计活跃志愿者（本人签到）',
  'active.YEAR-STRICT': '本年活跃志愿者（本人签到）',
  'active.R12-STRICT': '近 365 天活跃志愿者（本人签到）',
  'activityRate.CUM-STRICT': '累计活跃度（本人签到）',
  'activityRate.YEAR-STRICT': '本年活跃度（本人签到）',
  'activityRate.R12-STRICT': '近 365 天活跃度（本人签到）',
  'averageHours.registered': '人均时长（注册）',
  'averageHours.active': '人均时长（活跃）',
};

export function titleOf(measure: MeasureId): string {
  return SHORT_TITLES[measure] ?? definitionOf(measure).title;
}

export function definitionOf(measure: MeasureId): MeasureDefinition {
  return MEASURES[measure];
}

/** `+0.31 个百分点`, `+6.67%`; `—` without a base (ST16). */
export function changeText(value: number | null, kind: 'percent' | 'percentagePoints'): string {
  if (value === null) return '—（当时没有基数）';
  const sign = value > 0 ? '+' : '';
  return `${sign}${formatBasisPoints(value)}${kind === 'percent' ? '%' : ' 个百分点'}`;
}

/** Published figures in words: as they were published, never more exact (ST17). */
import type { Peers, PeerStanding } from '@contract/peer.contract';
import type { PeerDefinition, PeerIndicator, PublishedValue } from '@domain/statistics/peer';
import { formatBasisPoints, formatRatio } from '@domain/statistics/ratio';

import { formatCount } from '@/lib/format';

export const MEASURE_NAMES: Readonly<Record<Peers['measure'], string>> = {
  registered: '注册志愿者人数',
  registrationRatio: '注册率（按常住人口）',
  'activityRate.CUM': '累计活跃度',
  'activityRate.YEAR': '本年活跃度',
  'activityRate.R12': '近 365 天活跃度',
  'averageHours.registered': '人均时长（按注册人数）',
  'averageHours.active': '人均时长（按活跃人数）',
};
export const INDICATOR_NAMES: Readonly<Record<PeerIndicator, string>> = {
  registered: '注册志愿者',
  registrationRatio: '注册率',
  activityRate: '活跃度',
  averageHours: '人均时长',
};
/** As the reader of cells knows them. */
export const DEFINITION_WORDS: Readonly<Record<PeerDefinition, string>> = {
  registered: '在册',
  registrationRatio: '常住人口',
  'activityRate.CUM': '累计',
  'activityRate.YEAR': '本年',
  'activityRate.R12': '近365天',
  'averageHours.registered': '按注册人数',
  'averageHours.active': '按活跃人数',
  other: '其他',
  unstated: '未注明',
};
export const OBSTACLE_WORDS: Readonly<Record<Peers['unranked'][number]['obstacle'], string>> = {
  definitionUnstated: '公布时没有注明口径，不能排名',
  definitionDiffers: '口径与本市不同，不能排名',
  tooFarApart: '截至日相差超过 92 天，不能排名',
};

/** `digits` × 10^−`places` with separators. */
function decimalText(digits: number, places: number): string {
  if (places <= 0) return formatCount(digits * 10 ** -places);
  const text = String(digits).padStart(places + 1, '0');
  return `${formatCount(Number(text.slice(0, -places)))}.${text.slice(-places)}`;
}

const isShare = (indicator: PeerIndicator): boolean =>
  indicator === 'registrationRatio' || indicator === 'activityRate';

export function publishedText(value: PublishedValue, indicator: PeerIndicator): string {
  if (value.kind === 'fraction') {
    if (isShare(indicator)) return formatRatio(value);
    const { numerator, denominator } = value;
    return `${formatBasisPoints(Math.floor((numerator * 200 + denominator) / (denominator * 2)))} 小时`;
  }
  const { kind, digits, exponent } = value;
  const above = kind === 'above' ? '超过 ' : '';
  if (isShare(indicator)) return `${above}${decimalText(digits, -exponent - 2)}%`;
  if (indicator === 'averageHours') return `${above}${decimalText(digits, -exponent)} 小时`;
  if (kind !== 'whole' && exponent > 0) return `${above}${decimalText(digits, 4 - exponent)} 万人`;
  return `${above}${decimalText(digits, -exponent)} 人`;
}

/** What stands behind a published ratio, or how exact it is; null for a number counted in full. */
export function exactnessText(value: PublishedValue): string | null {
  switch (value.kind) {
    case 'fraction':
      return `${formatCount(value.numerator)} ÷ ${formatCount(value.denominator)}`;
    case 'rounded':
      return '公布数已四舍五入';
    case 'above':
      return '只公布了下限';
    case 'whole':
      return null;
  }
}

/** Only for the length of a bar. */
export function sizeOf(value: PublishedValue): number {
  return value.kind === 'fraction'
    ? value.numerator / value.denominator
    : value.digits * 10 ** value.exponent;
}

/** The city's own figure in the same words; null without a value. */
export function ownValue({ measure, value, numerator, denominator }: Peers['own']): PublishedValue | null {
  if (value === null) return null;
  if (denominator === null) return { kind: 'whole', digits: numerator, exponent: 0 };
  const perHour = measure.startsWith('averageHours.') ? 60 : 1;
  return { kind: 'fraction', numerator, denominator: denominator * perHour };
}

/** `第 2 / 5`, `第 2–3 / 5` where rounding leaves it open. */
export function rankText({ best, worst }: PeerStanding['rank'], count: number): string {
  const rank = best === worst ? String(best) : `${String(best)}–${String(worst)}`;
  return `第 ${rank} / ${String(count)}`;
}

export function movementText(movement: PeerStanding['movement']): string | null {
  if (movement === null) return null;
  if (movement === 0) return '名次未变';
  return `${movement > 0 ? '上升' : '下降'} ${String(Math.abs(movement))} 名`;
}

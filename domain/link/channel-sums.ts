/**
 * 渠道成效: sums of openings, registrations and first services by division and month (VI3, VI6).
 *
 * A division has one document a month, whose cells are channels, contents and – in the city's – counties.
 * There are as many channels as two characters can name, and a county has the contents that its people made:
 * neither grows with the people who come, and nobody outside can make up a cell of a content.
 */
import { lineageOf } from '../geography/division';
import type { DivisionCode } from '../kernel/identifiers';
import { monthOf, type CivilDay } from '../time/civil-day';
import { textOfChannel } from './channel';
import { textOfContent } from './content';
import type { Origin, Referral } from './referral';

/**
 * `served`: of those who registered in the month, whoever has served at least once by now – so a step of the
 * funnel never exceeds the one before.
 */
export const PASSAGES = ['opened', 'registered', 'served'] as const;
export type Passage = (typeof PASSAGES)[number];
export type PassageCounts = Readonly<Record<Passage, number>>;
/** What is 0 may be absent. */
export type ChannelCells = Readonly<Record<string, Readonly<Partial<Record<Passage, number>>>>>;

/** No channel was named: a link copied by hand, a page found by itself. */
export const NO_CHANNEL = 'none';
const CHANNEL_PREFIX = 'c-';
const COUNTY_PREFIX = 'd-';
const CONTENT_PREFIX = 'k-';

export interface ChannelIncrement {
  readonly sumsId: string;
  readonly cell: string;
  readonly passage: Passage;
  readonly amount: number;
}

/** `month` as `YYYY-MM` */
export function channelSumsIdOf(divisionCode: DivisionCode, month: string): string {
  return `${divisionCode}:${month}`;
}

interface Step {
  readonly day: CivilDay;
  readonly passage: Passage;
  readonly amount: number;
}

function incrementsOf({ channel, content, divisionCode }: Origin, step: Step): ChannelIncrement[] {
  const { day, passage, amount } = step;
  const via = `${CHANNEL_PREFIX}${channel === null ? NO_CHANNEL : textOfChannel(channel)}`;
  const own = content === null ? [] : [`${CONTENT_PREFIX}${textOfContent(content)}`];
  return lineageOf(divisionCode).flatMap((code) => {
    const inside = code === divisionCode ? own : [`${COUNTY_PREFIX}${divisionCode}`];
    const sumsId = channelSumsIdOf(code, monthOf(day));
    return [via, ...inside].map((cell) => ({ sumsId, cell, passage, amount }));
  });
}

export function incrementsOfOpening(origin: Origin, day: CivilDay): ChannelIncrement[] {
  return incrementsOf(origin, { day, passage: 'opened', amount: 1 });
}

function incrementsOfReferral(referral: Referral | null, amount: number): ChannelIncrement[] {
  if (referral === null) return [];
  const { origin, registeredDay: day, firstServiceDay } = referral;
  return [
    ...incrementsOf(origin, { day, passage: 'registered', amount }),
    ...(firstServiceDay === null ? [] : incrementsOf(origin, { day, passage: 'served', amount })),
  ];
}

/** What has to be added to go from one person's referral to another. */
export function incrementsBetween(before: Referral | null, after: Referral | null): ChannelIncrement[] {
  return mergeIncrements([...incrementsOfReferral(after, 1), ...incrementsOfReferral(before, -1)]);
}

/** Equal cells summed, zeros dropped. */
export function mergeIncrements(increments: readonly ChannelIncrement[]): ChannelIncrement[] {
  const sums = new Map<string, ChannelIncrement>();
  for (const one of increments) {
    const key = `${one.sumsId}|${one.cell}|${one.passage}`;
    sums.set(key, { ...one, amount: (sums.get(key)?.amount ?? 0) + one.amount });
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0);
}

export interface ChannelRow {
  /** text of a channel or `none`, text of a content, or code of a county */
  readonly key: string;
  readonly counts: PassageCounts;
}

export interface ChannelFigures {
  readonly total: PassageCounts;
  readonly channels: readonly ChannelRow[];
  readonly contents: readonly ChannelRow[];
  readonly counties: readonly ChannelRow[];
}

/** The sums of several months of one division. Every passage has a channel, so these make the total. */
export function channelFiguresOf(months: readonly ChannelCells[]): ChannelFigures {
  const sums = new Map<string, Record<Passage, number>>();
  for (const cells of months) {
    for (const [cell, counts] of Object.entries(cells)) {
      const sum = sums.get(cell) ?? { opened: 0, registered: 0, served: 0 };
      for (const passage of PASSAGES) sum[passage] += counts[passage] ?? 0;
      sums.set(cell, sum);
    }
  }
  const rowsOf = (prefix: string): ChannelRow[] =>
    [...sums]
      .filter(([cell, counts]) => cell.startsWith(prefix) && PASSAGES.some((one) => counts[one] !== 0))
      .map(([cell, counts]) => ({ key: cell.slice(prefix.length), counts }))
      .sort(byEffect);
  const channels = rowsOf(CHANNEL_PREFIX);
  const totalOf = (passage: Passage): number =>
    channels.reduce((sum, { counts }) => sum + counts[passage], 0);
  return {
    total: { opened: totalOf('opened'), registered: totalOf('registered'), served: totalOf('served') },
    channels,
    contents: rowsOf(CONTENT_PREFIX),
    counties: rowsOf(COUNTY_PREFIX),
  };
}

/** Who came to serve counts most, then who registered, then what was opened; equals in the order of keys. */
export function byEffect(one: ChannelRow, other: ChannelRow): number {
  return (
    other.counts.served - one.counts.served ||
    other.counts.registered - one.counts.registered ||
    other.counts.opened - one.counts.opened ||
    (one.key < other.key ? -1 : 1)
  );
}

/** A screen reads one document for each. */
export const MOST_MONTHS = 12;

/** `YYYY-MM` from the first to the last, both included; null: in the wrong order or too many. */
export function monthsBetween(first: string, last: string): string[] | null {
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const count = number(last) - number(first) + 1;
  if (count < 1 || count > MOST_MONTHS) return null;
  return Array.from({ length: count }, (_none, index) => monthOfNumber(number(first) + index));
}

/** The month so many months before. */
export function monthBefore(month: string, count: number): string {
  return monthOfNumber(Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - count);
}

function monthOfNumber(number: number): string {
  return `${String(Math.floor(number / 12))}-${String((number % 12) + 1).padStart(2, '0')}`;
}

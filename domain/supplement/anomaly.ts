/**
 * 可疑之处 (AT10): rules that refuse nothing. Each says in numbers why somebody of the office should look. Pure,
 * whole numbers, and each silent where what it needs is not known.
 */
import { distanceMeters, type Position } from '../geography/distance';
import { addDays, type CivilDay } from '../time/civil-day';
import type { SchoolDeadline } from './supplement-rules';

export const ANOMALY_RULES = ['manyAtOnce', 'unreachable', 'overCapacity', 'deadlineBurst'] as const;
export type AnomalyRule = (typeof ANOMALY_RULES)[number];

export interface Anomaly {
  readonly rule: AnomalyRule;
  readonly params: Readonly<Record<string, number | string>>;
}

/** Typing one entry with its reason takes a minute: five are a list somebody wrote. */
export const CROWD_PEOPLE = 5;
export const CROWD_WINDOW_MS = 60_000;
/** 120 km/h, as no road of a mountain county allows: metres of a millisecond are one in thirty. */
export const TOP_SPEED_KMH = 120;
const MS_PER_METER = 3_600 / TOP_SPEED_KMH;
/** Schools ask for the hours of a term on a day; a burst is looked for in the fortnight before. */
export const DEADLINE_LEAD_DAYS = 14;
const BURST_DAYS = 7;
const USUAL_WEEKS = 4;
/** Fewer are a small team's ordinary week. */
export const BURST_ENTRIES = 10;
export const PACE_DAYS = BURST_DAYS * (USUAL_WEEKS + 1);

export interface DayCount {
  readonly day: CivilDay;
  readonly count: number;
}

/** What somebody, or an organisation, has entered lately: bounded by its windows. */
export interface Pace {
  readonly instants: readonly number[];
  readonly days: readonly DayCount[];
}
export const NO_PACE: Pace = { instants: [], days: [] };

/** With one more entry; what has left the windows is forgotten. */
export function withEntry(pace: Pace, now: number, today: CivilDay): Pace {
  const from = addDays(today, 1 - PACE_DAYS);
  const earlier = pace.days.filter(({ day }) => day >= from && day !== today);
  const count = pace.days.find(({ day }) => day === today)?.count ?? 0;
  const recent = pace.instants.filter((instant) => instant > now - CROWD_WINDOW_MS && instant <= now);
  return {
    instants: [...recent, now].slice(-MAXIMUM_INSTANTS),
    days: [...earlier, { day: today, count: count + 1 }],
  };
}
/** More say nothing more. */
const MAXIMUM_INSTANTS = 60;

/** 一人一分钟录入多人. `pace` is the maker's, with this entry. */
export function judgeManyAtOnce({ instants }: Pick<Pace, 'instants'>, now: number): Anomaly | null {
  const people = instants.filter((instant) => instant > now - CROWD_WINDOW_MS && instant <= now).length;
  return people < CROWD_PEOPLE ? null : { rule: 'manyAtOnce', params: { people } };
}

export interface PlacedVisit {
  readonly title: string;
  readonly position: Position;
  readonly radiusMeters: number;
  readonly from: number;
  readonly to: number;
}

/** 两地来不及: too far from another visit of the same person for the time between; the worst is named. */
export function judgeReach(visit: PlacedVisit, others: readonly PlacedVisit[]): Anomaly | null {
  let worst: { readonly anomaly: Anomaly; readonly lacking: number } | null = null;
  for (const other of others) {
    const apart = distanceMeters(visit.position, other.position);
    const meters = Math.max(0, apart - visit.radiusMeters - other.radiusMeters);
    const between = Math.max(0, visit.from - other.to, other.from - visit.to);
    const lacking = meters * MS_PER_METER - between;
    if (lacking <= 0 || (worst !== null && lacking <= worst.lacking)) continue;
    const minutes = Math.floor(between / 60_000);
    worst = {
      lacking,
      anomaly: { rule: 'unreachable', params: { meters: apart, minutes, title: other.title } },
    };
  }
  return worst?.anomaly ?? null;
}

export interface CapacityFacts {
  /** null: no limit, nothing to compare with */
  readonly capacity: number | null;
  /** of the shift, without its breaks */
  readonly shiftMinutes: number;
  /** credited or entered so far, without this one */
  readonly knownMinutes: number;
  readonly addedMinutes: number;
}

/** 超过名额 × 时长: more minutes than all seats together can serve. */
export function judgeCapacity(facts: CapacityFacts): Anomaly | null {
  if (facts.capacity === null) return null;
  const most = facts.capacity * facts.shiftMinutes;
  const total = facts.knownMinutes + facts.addedMinutes;
  return total <= most ? null : { rule: 'overCapacity', params: { total, most, capacity: facts.capacity } };
}

/**
 * 截止日前突增: in the fortnight before a school's date, a week of an organisation with at least ten entries and
 * more than twice its usual week. `days` are the organisation's, with this entry.
 */
export function judgeBurst(
  { days }: Pick<Pace, 'days'>,
  today: CivilDay,
  deadlines: readonly SchoolDeadline[],
): Anomaly | null {
  const last = addDays(today, DEADLINE_LEAD_DAYS);
  const ahead = deadlines.filter(({ day }) => day >= today && day <= last);
  const [next] = [...ahead].sort((a, b) => (a.day < b.day ? -1 : 1));
  if (next === undefined) return null;
  const weekFrom = addDays(today, 1 - BURST_DAYS);
  const usualFrom = addDays(today, 1 - PACE_DAYS);
  const sumOf = (from: CivilDay, to: CivilDay) =>
    days.reduce((sum, { day, count }) => sum + (day >= from && day <= to ? count : 0), 0);
  const week = sumOf(weekFrom, today);
  const before = sumOf(usualFrom, addDays(weekFrom, -1));
  if (week < BURST_ENTRIES || week * USUAL_WEEKS <= before * 2) return null;
  return { rule: 'deadlineBurst', params: { week, before, deadline: next.name, day: next.day } };
}

/** Each rule once, the newer word of it; in the order of the rules. */
export function mergedAnomalies(known: readonly Anomaly[], found: readonly Anomaly[]): Anomaly[] {
  return ANOMALY_RULES.flatMap((rule) => {
    const one =
      found.find((anomaly) => anomaly.rule === rule) ?? known.find((anomaly) => anomaly.rule === rule);
    return one === undefined ? [] : [one];
  });
}

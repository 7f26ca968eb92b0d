/**
 * 签到规则 (AT2, AT7): the windows and graces a city sets, and what a shift adds to them. A shift keeps the rules
 * it was announced with: what people read before they enrolled is what counts.
 */
import { rejected, type Rejection } from '../kernel/result';
import { lengthOf, type Interval } from '../time/interval';
import { MINUTE_MS } from '../time/civil-day';

export interface AttendanceRules {
  /** check-in opens so long before the start */
  readonly opensBeforeMinutes: number;
  /** check-out closes so long after the end */
  readonly closesAfterMinutes: number;
  /** presence so long before the start is service too */
  readonly graceInMinutes: number;
  /** presence so long after the end is service too */
  readonly graceOutMinutes: number;
  /** a head-count may differ from the records by this share without a review (AT6.3) */
  readonly headCountTolerancePercent: number;
}

export interface ShiftRules extends AttendanceRules {
  /** below this share of the shift nothing is credited; null: no such rule */
  readonly minimumPresencePercent: number | null;
  /** 休息、用餐、路途 (AT11): never service time */
  readonly breaks: readonly Interval[];
}

export const DEFAULT_RULES: AttendanceRules = {
  opensBeforeMinutes: 30,
  closesAfterMinutes: 120,
  graceInMinutes: 0,
  graceOutMinutes: 0,
  headCountTolerancePercent: 5,
};
/** Of a shift that says nothing. */
export const DEFAULT_SHIFT_RULES: ShiftRules = {
  ...DEFAULT_RULES,
  minimumPresencePercent: null,
  breaks: [],
};

/**
 * Wide enough for a mountain pass, too narrow to invent hours: graces of an hour together at most, and who
 * forgets the check-out is told the same day. Of five people none may be missing in a head-count.
 */
export const RULE_LIMITS = {
  opensBeforeMinutes: { minimum: 10, maximum: 120 },
  closesAfterMinutes: { minimum: 30, maximum: 360 },
  graceInMinutes: { minimum: 0, maximum: 30 },
  graceOutMinutes: { minimum: 0, maximum: 30 },
  headCountTolerancePercent: { minimum: 0, maximum: 20 },
} as const satisfies Record<keyof AttendanceRules, { minimum: number; maximum: number }>;

export type RuleName = keyof typeof RULE_LIMITS;
export const RULE_NAMES: readonly RuleName[] = [
  'opensBeforeMinutes',
  'closesAfterMinutes',
  'graceInMinutes',
  'graceOutMinutes',
  'headCountTolerancePercent',
];

/** Null when every value is within its bounds (AT2); else the first that is not, with its bounds. */
export function refusalOfRules(rules: AttendanceRules): Rejection<'rules.outOfBounds'> | null {
  for (const rule of RULE_NAMES) {
    const { minimum, maximum } = RULE_LIMITS[rule];
    const value = rules[rule];
    if (Number.isInteger(value) && minimum <= value && value <= maximum) continue;
    return rejected('rules.outOfBounds', { rule, minimum, maximum });
  }
  return null;
}

/** One for the morning, one for the meal, one for the afternoon, and the way between two places. */
export const MAXIMUM_BREAKS = 4;
/** Below a tenth it says nothing, above nine tenths a red light on the way costs the whole service. */
export const MINIMUM_PRESENCE_PERCENT = { minimum: 10, maximum: 90 } as const;

/** AT11: null when the breaks lie within the shift, in order, and leave something to serve. */
export function refusalOfBreaks(
  shift: { readonly startsAt: number; readonly endsAt: number },
  breaks: readonly Interval[],
): Rejection<'activity.breaksInvalid'> | null {
  const refuse = (reason: string) => rejected('activity.breaksInvalid', { reason });
  let free = shift.startsAt;
  for (const { from, to } of breaks) {
    if (to <= from) return refuse('endBeforeStart');
    if (from < shift.startsAt || to > shift.endsAt) return refuse('outsideShift');
    if (from < free) return refuse('overlap');
    free = to;
  }
  const left = shift.endsAt - shift.startsAt - lengthOf(breaks);
  return left < MINUTE_MS ? refuse('nothingLeft') : null;
}

/** 补录规则 of the city (AT10): how much, how long after the service, how long in public; dates of schools. */
import { rejected, type Rejection } from '../kernel/result';
import type { CivilDay } from '../time/civil-day';

export interface SchoolDeadline {
  readonly name: string;
  readonly day: CivilDay;
}

export interface SupplementRules {
  /** of an organisation's automatically recorded minutes of the month, in whole percent */
  readonly quotaPercent: number;
  /** after the end of the shift */
  readonly entryDays: number;
  readonly boardDays: number;
  readonly schoolDeadlines: readonly SchoolDeadline[];
}

export const SUPPLEMENT_RULE_NAMES = ['quotaPercent', 'entryDays', 'boardDays'] as const;
export type SupplementRuleName = (typeof SUPPLEMENT_RULE_NAMES)[number];

/** A month is long to remember who was there; what is public is public for at least a week. */
export const SUPPLEMENT_RULE_LIMITS: Readonly<
  Record<SupplementRuleName, { readonly minimum: number; readonly maximum: number }>
> = {
  quotaPercent: { minimum: 0, maximum: 50 },
  entryDays: { minimum: 1, maximum: 30 },
  boardDays: { minimum: 7, maximum: 90 },
};
/** More dates than a school year has; a burst is looked for before each. */
export const MAXIMUM_SCHOOL_DEADLINES = 12;

export const DEFAULT_SUPPLEMENT_RULES: SupplementRules = {
  quotaPercent: 10,
  entryDays: 7,
  boardDays: 30,
  schoolDeadlines: [],
};

/** The first bound that is broken. */
export function refusalOfSupplementRules(
  rules: Pick<SupplementRules, SupplementRuleName>,
): Rejection<'supplement.rulesOutOfBounds'> | null {
  for (const rule of SUPPLEMENT_RULE_NAMES) {
    const { minimum, maximum } = SUPPLEMENT_RULE_LIMITS[rule];
    const value = rules[rule];
    if (Number.isInteger(value) && value >= minimum && value <= maximum) continue;
    return rejected('supplement.rulesOutOfBounds', { rule, minimum, maximum });
  }
  return null;
}

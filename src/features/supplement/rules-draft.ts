/** The rules as they are typed, and back. */
import type { SupplementRulesVersion } from '@contract/supplement.contract';
import type { SupplementRuleName } from '@domain/supplement/supplement-rules';
import { isCivilDay, parseCivilDay } from '@domain/time/civil-day';

type Rules = SupplementRulesVersion['rules'];
export type TypedRules = Readonly<Record<SupplementRuleName, string>> & {
  readonly schoolDeadlines: readonly { readonly name: string; readonly day: string }[];
};

function valueOf(text: string): number {
  return /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
}

export function typedOf({ quotaPercent, entryDays, boardDays, schoolDeadlines }: Rules): TypedRules {
  return {
    quotaPercent: String(quotaPercent),
    entryDays: String(entryDays),
    boardDays: String(boardDays),
    schoolDeadlines,
  };
}

export function rulesOf(typed: TypedRules): Rules {
  return {
    quotaPercent: valueOf(typed.quotaPercent),
    entryDays: valueOf(typed.entryDays),
    boardDays: valueOf(typed.boardDays),
    schoolDeadlines: typed.schoolDeadlines
      .filter(({ name, day }) => name.trim() !== '' && isCivilDay(day))
      .map(({ name, day }) => ({ name, day: parseCivilDay(day) })),
  };
}

/** What one types for a target, and what is wrong with it: the same rule the server decides by (ST34). */
import type { InputOf } from '@contract/procedures';
import type { TargetView } from '@contract/plan.contract';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { periodInForce, refusalOfTarget, type TargetIndicator } from '@domain/statistics/target';
import { isCivilDay, parseCivilDay, yearOf, type CivilDay } from '@domain/time/civil-day';

import type { ApiCode } from '@/lib/api-error';
import { messageOfCode } from '@/lib/messages.zh-CN';

export interface TargetDraft {
  readonly indicator: TargetIndicator;
  /** percent, e.g. `60` or `60.5` */
  readonly value: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly document: string;
}
export type TargetProblems = Partial<Record<'value' | 'toDay' | 'document', string>>;

export function emptyTargetDraft(today: CivilDay): TargetDraft {
  return {
    indicator: 'activityRate.CUM',
    value: '',
    fromDay: today,
    toDay: `${yearOf(today)}-12-31`,
    document: '',
  };
}

/** `60.5` → 6050; null for what is no number with at most two decimals. */
export function basisPointsOfText(text: string): number | null {
  const match = /^(\d{1,4})(?:[.．](\d{1,2}))?%?$/.exec(text.trim());
  return match === null ? null : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

const FIELD_OF: Partial<Record<ApiCode, keyof TargetProblems>> = {
  'target.valueInvalid': 'value',
  'target.documentMissing': 'document',
  'target.periodInvalid': 'toDay',
  'target.overlap': 'toDay',
};

/** A refusal beside the field it is about; null when it is about none. */
export function problemOfRefusal(
  code: ApiCode,
  params: Readonly<Record<string, string | number>>,
): TargetProblems | null {
  const field = FIELD_OF[code];
  if (field === undefined) return null;
  const { title, nextStep } = messageOfCode(code, params);
  return { [field]: `${title}。${nextStep}` };
}

export function problemsOfDraft(draft: TargetDraft, targets: readonly TargetView[]): TargetProblems {
  const valueBasisPoints = basisPointsOfText(draft.value);
  const { value } = problemOfRefusal('target.valueInvalid', {}) ?? {};
  if (valueBasisPoints === null) return { value: value ?? '' };
  if (!isCivilDay(draft.fromDay) || !isCivilDay(draft.toDay)) return { toDay: '请选择起止日期' };
  const taken = targets
    .filter(({ indicator }) => indicator === draft.indicator)
    .flatMap((target) => periodInForce(target) ?? []);
  const [fromDay, toDay] = [parseCivilDay(draft.fromDay), parseCivilDay(draft.toDay)];
  const proposal = { valueBasisPoints, fromDay, toDay, document: draft.document.trim() };
  const refusal = refusalOfTarget(proposal, taken);
  return refusal === null ? {} : (problemOfRefusal(refusal.code, refusal.params) ?? {});
}

export function inputOfDraft(
  draft: TargetDraft,
  requestId: string,
  divisionCode: DivisionCode,
): InputOf<'statistics.addTarget'> {
  const { indicator, fromDay, toDay, document } = draft;
  const valueBasisPoints = basisPointsOfText(draft.value) ?? 0;
  return { requestId, divisionCode, indicator, valueBasisPoints, fromDay, toDay, document };
}

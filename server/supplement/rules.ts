/**
 * 补录规则 of the city (AT10): one document that every entry reads, and one for each version there ever was.
 * Reading takes grants and one document, changing grants and a transaction of three.
 */
import { SHORTEST_REASON } from '@domain/attendance/decide-approval';
import { rejected, type Rejection } from '@domain/kernel/result';
import {
  DEFAULT_SUPPLEMENT_RULES,
  refusalOfSupplementRules,
  type SupplementRules,
} from '@domain/supplement/supplement-rules';
import type { SupplementRulesVersion } from '@contract/supplement.contract';
import type { ErrorCode } from '@contract/error-codes';
import { cityGrantOf } from '../attendance/attendance-rules';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { requireOpenId, type Handler } from '../kernel/procedure';

const CURRENT_ID = 'current';

function toView(stored: StoredDocument<'supplementRules'> | null): SupplementRulesVersion {
  if (stored === null) {
    const { schoolDeadlines, ...rest } = DEFAULT_SUPPLEMENT_RULES;
    const rules = { ...rest, schoolDeadlines: [...schoolDeadlines] };
    return { version: 0, rules, reason: '', setByName: '', setAt: null };
  }
  const { version, rules, reason, setByName, setAt } = stored;
  return { version, rules, reason, setByName, setAt };
}

/** One round trip. */
export async function currentSupplementRules({ database }: Ports): Promise<SupplementRules> {
  return toView(await database.get('supplementRules', CURRENT_ID)).rules;
}

export const getSupplementRules: Handler<'supplement.getRules'> = async (_input, context) => {
  const current = toView(await context.ports.database.get('supplementRules', CURRENT_ID));
  return { current, mayChange: (await cityGrantOf(context)) !== undefined };
};

export const changeSupplementRules: Handler<'supplement.changeRules'> = async (input, context) => {
  const office = await cityGrantOf(context);
  if (office === undefined) return rejected('actor.forbidden');
  const refusal = refusalOfSupplementRules(input.rules);
  if (refusal !== null) return refusal;
  if (input.reason.trim().length < SHORTEST_REASON) return rejected('rules.reasonMissing');
  return context.ports.database.transaction(
    async (transaction): Promise<{ current: SupplementRulesVersion } | Rejection<ErrorCode>> => {
      const known = await transaction.get('supplementRules', CURRENT_ID);
      if (known?.requestId === input.requestId) return { current: toView(known) };
      if (input.version !== (known?.version ?? 0)) return rejected('rules.changedMeanwhile');
      const { rules, reason, requestId } = input;
      const next = {
        version: input.version + 1,
        ...{ rules, reason, requestId },
        setBy: requireOpenId(context),
        setByName: office.scopeName,
        setAt: context.now,
      };
      await transaction.put('supplementRules', { _id: CURRENT_ID, ...next });
      await transaction.add('supplementRules', { _id: String(next.version), ...next });
      return { current: toView({ _id: CURRENT_ID, ...next }) };
    },
  );
};

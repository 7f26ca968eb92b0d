/**
 * 核对 (AT10): by somebody else of the organisation, or an office above its place. The rules look again: what
 * was entered since may make this one suspicious. Round trips: account and roles, entry, shift, two of
 * neighbours, one transaction of at most seven.
 */
import { rejected, type Rejection } from '@domain/kernel/result';
import { mergedAnomalies } from '@domain/supplement/anomaly';
import { decideCheck } from '@domain/supplement/supplement';
import type { ErrorCode } from '@contract/error-codes';
import type { ViewOf } from '@contract/procedures';
import type { Handler } from '../kernel/procedure';
import { judgeAround } from './anomalies';
import { openReview } from './review-document';
import { actingIn, mayHandle, storeStep, toSupplementView } from './supplement-document';

type Checked = ViewOf<'supplement.check'> | Rejection<ErrorCode>;

export const checkSupplement: Handler<'supplement.check'> = async (input, context) => {
  const { ports, now } = context;
  const { supplementId, requestId, isAccepted, reason } = input;
  const acting = await actingIn(context);
  const seen = await ports.database.get('supplements', supplementId);
  if (seen === null) return rejected('supplement.notFound');
  if (!mayHandle(acting, seen)) return rejected('actor.forbidden');
  const shift = await ports.database.get('shifts', seen.shiftId);
  const around = shift === null ? [] : await judgeAround(ports, { ...seen, shift, isStored: true });
  return ports.database.transaction(async (transaction): Promise<Checked> => {
    const before = await transaction.get('supplements', supplementId);
    if (before === null) return rejected('supplement.notFound');
    if (before.checkRequestId === requestId) {
      return { supplement: toSupplementView(before, acting.party), outcome: 'already' };
    }
    const decision = decideCheck({ ...before, actor: acting.party, isAccepted, reason, now });
    if (decision.kind === 'rejected') return decision;
    const anomalies = mergedAnomalies(before.anomalies, around);
    const next = {
      ...before,
      state: decision.state,
      checker: acting.party,
      checkerName: acting.name,
      checkedAt: now,
      checkRequestId: requestId,
      endReason: isAccepted ? null : reason,
      anomalies: anomalies.map((one) => ({ ...one, params: { ...one.params } })),
    };
    const step = { actor: acting.party.openId, actorName: acting.name, requestId, reason };
    const stored = await storeStep(transaction, now, { before, next, ...step });
    if (isAccepted && anomalies.length > before.anomalies.length) {
      await openReview(transaction, stored, now);
    }
    return { supplement: toSupplementView(stored, acting.party), outcome: 'done' };
  });
};

/**
 * 本人确认 (AT10): only now a record comes to be, by the one way every attendance changes – days of service,
 * tiers, seat, ledger, mark. Round trips: account, then one transaction: entry, guardianship of a child,
 * those of a check-out, entry and ledger.
 */
import { rejected, type Rejection } from '@domain/kernel/result';
import { arrivalOf, isRecorded, recordSupplement } from '@domain/supplement/record-supplement';
import { decideAnswer } from '@domain/supplement/supplement';
import type { ErrorCode } from '@contract/error-codes';
import type { ParsedInputOf, ViewOf } from '@contract/procedures';
import { changeInTransaction, type AttendanceChange, type VisitFacts } from '../attendance/change-attendance';
import { readServiceDays } from '../attendance/service-days';
import type { Account } from '../kernel/actor';
import type { Transaction } from '../kernel/ports';
import { requireAccount, type Handler, type RequestContext } from '../kernel/procedure';
import { partyOf, storeStep, toSupplementView, type SupplementDocument } from './supplement-document';

type Input = ParsedInputOf<'supplement.answer'>;
type Answered = ViewOf<'supplement.answer'> | Rejection<ErrorCode>;

export const answerSupplement: Handler<'supplement.answer'> = async (input, context) => {
  const account = await requireAccount(context);
  return context.ports.database.transaction((transaction) => answerOne(transaction, context, account, input));
};

async function answerOne(
  transaction: Transaction,
  context: RequestContext,
  account: Account,
  input: Input,
): Promise<Answered> {
  const { supplementId, requestId, isAccepted, reason } = input;
  const { now } = context;
  const actor = partyOf(context, account);
  const before = await transaction.get('supplements', supplementId);
  if (before === null || !(await speaksFor(transaction, account, before))) {
    return rejected('supplement.notFound');
  }
  const answered = async (supplement: SupplementDocument, outcome: 'done' | 'already') => ({
    supplement: toSupplementView(supplement, actor),
    creditedMinutes: (await transaction.get('attendances', supplementId))?.creditedMinutes ?? 0,
    outcome,
  });
  if (before.answerRequestId === requestId) return answered(before, 'already');
  const decision = decideAnswer({ ...before, actor, isAccepted, reason, now });
  if (decision.kind === 'rejected') return decision;
  if (isAccepted) {
    const refusal = await record(transaction, context, before, requestId);
    if (refusal !== null) return refusal;
  }
  const next = {
    ...before,
    state: decision.state,
    answerRequestId: requestId,
    endReason: isAccepted || reason === '' ? null : reason,
  };
  const step = { actor: actor.openId, actorName: account.maskedName, requestId, reason };
  return answered(await storeStep(transaction, now, { before, next, ...step }), 'done');
}

/** Oneself, or the child one acts for now. */
async function speaksFor(
  transaction: Transaction,
  { volunteerId }: Account,
  supplement: SupplementDocument,
): Promise<boolean> {
  if (volunteerId === supplement.volunteerId) return true;
  const guardianship = await transaction.get('guardianships', supplement.volunteerId);
  return guardianship?.isInForce === true && guardianship.guardianId === volunteerId;
}

/** Null: it is a record now. */
async function record(
  transaction: Transaction,
  context: RequestContext,
  supplement: SupplementDocument,
  requestId: string,
): Promise<Rejection<ErrorCode> | null> {
  const { shiftId, volunteerId, maskedName, checkInAt, checkOutAt } = supplement;
  const decide = async (facts: VisitFacts): Promise<AttendanceChange<ErrorCode>> => {
    const { shift, attendance } = facts;
    if (isRecorded(attendance)) return rejected('supplement.recordExists');
    const visit = { shift, volunteerId, attendance, checkInAt, checkOutAt, requestId, now: context.now };
    const days = await readServiceDays(transaction, shift, arrivalOf(visit), checkOutAt);
    return { kind: 'changed', ...recordSupplement({ ...visit, days }) };
  };
  const request = { shiftId, requestId, source: 'supplement', childIds: [] };
  const whom = { volunteerId, maskedName, birthDay: undefined };
  const result = await changeInTransaction(transaction, context, request, whom, decide);
  return result.kind === 'rejected' ? result : null;
}

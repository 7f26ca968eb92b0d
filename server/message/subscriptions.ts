/** The ledger of agreements (ME2): what may be asked after a deed, and writing down what was answered. */
import { afterChoice, mayOffer } from '@domain/message/agreement';
import {
  ASKED_AFTER,
  isPlanned,
  MESSAGE_KINDS,
  messageIdOf,
  subscriptionIdOf,
  type MessageKind,
  type PlannedKind,
} from '@domain/message/message-kind';
import { attendanceIdOf, type VolunteerId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { AskingOccasion, SubscriptionView } from '@contract/message.contract';
import type { ViewOf } from '@contract/procedures';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireAccount, type Handler, type RequestContext } from '../kernel/procedure';
import { listAgreements } from './list-messages';
import {
  addOnce,
  certificateReadyOf,
  checkOutForgottenOf,
  isPlannedAnew,
  shiftSoonOf,
  toMessage,
  type MessageFact,
} from './message-document';

type Shift = StoredDocument<'shifts'>;
type Recorded = ViewOf<'message.recordChoices'> | Rejection<'actor.registrationRequired'>;

/** Two round trips: the account, and then shift, ledger and messages together. */
export const getSubscriptions: Handler<'message.getSubscriptions'> = async ({ occasion }, context) => {
  const account = await context.actor.account();
  const { database, messageTemplates } = context.ports;
  const kinds = MESSAGE_KINDS.filter((kind) => messageTemplates[kind] !== undefined);
  if (account === null || kinds.length === 0) return { subscriptions: [] };
  const { volunteerId } = account;
  const plannedIds = plannedIdsOf(occasion, volunteerId);
  const [shift, rows, planned] = await Promise.all([
    'shiftId' in occasion ? database.get('shifts', occasion.shiftId) : null,
    listAgreements(database, volunteerId),
    database.getMany('messages', plannedIds),
  ]);
  const asked: readonly MessageKind[] = occasion.kind === 'settings' ? [] : ASKED_AFTER[occasion.kind];
  const isWanted = (kind: MessageKind, remainingCount: number): boolean => {
    if (!isPlanned(kind)) return remainingCount === 0;
    const message = planned.find((one) => one.kind === kind) ?? null;
    return isPlannedAnew(message) && isInTime(kind, shift, volunteerId, context.now);
  };
  return {
    subscriptions: kinds.map((kind): SubscriptionView => {
      const templateId = messageTemplates[kind]?.templateId ?? '';
      const known = rows.find((row) => row.kind === kind) ?? null;
      const isOfThis = known?.templateId === templateId;
      const remainingCount = isOfThis ? known.remainingCount : 0;
      // What the platform forbade of an older template says nothing of this one.
      const choice = known === null || (known.choice === 'banned' && !isOfThis) ? null : known.choice;
      const mayAsk = asked.includes(kind) && mayOffer(known, templateId, context.now);
      const isOffered = mayAsk && isWanted(kind, remainingCount);
      return { kind, templateId, choice, remainingCount, isOffered };
    }),
  };
};

function plannedIdsOf(occasion: AskingOccasion, volunteerId: VolunteerId): string[] {
  if (occasion.kind === 'settings' || occasion.kind === 'invited') return [];
  const fact = occasion.kind === 'certificateIssued' ? occasion.certificateId : occasion.shiftId;
  return ASKED_AFTER[occasion.kind].filter(isPlanned).map((kind) => messageIdOf(kind, fact, volunteerId));
}

function isInTime(kind: PlannedKind, shift: Shift | null, volunteerId: VolunteerId, now: number): boolean {
  if (kind === 'certificateReady') return true;
  if (shift?.state !== 'open') return false;
  return kind === 'shiftSoon'
    ? shiftSoonOf(shift, volunteerId, now) !== null
    : checkOutForgottenOf(shift, volunteerId, now) !== null;
}

/** A kept answer is sent for a day (outbox); so many more of one kind in a day are nobody's taps. */
const KNOWN_REQUESTS = 20;

/**
 * Safe to send again: each row knows the requests that changed it. Round trips: account, begin, account; two
 * for each kind, up to four more for what is planned with it; commit.
 */
export const recordChoices: Handler<'message.recordChoices'> = async (input, context) => {
  const { volunteerId, _id: openId } = await requireAccount(context);
  const { ports, now } = context;
  return ports.database.transaction(async (transaction): Promise<Recorded> => {
    // Who has left meanwhile agrees to nothing (RG10).
    const account = await transaction.get('accounts', openId);
    if (account?.volunteerId !== volunteerId) return rejected('actor.registrationRequired');
    let outcome: 'recorded' | 'already' = 'already';
    for (const { kind, templateId, answer } of input.answers) {
      // An answer to a template that the city has replaced meanwhile agrees to nothing.
      if (ports.messageTemplates[kind]?.templateId !== templateId) continue;
      const rowId = subscriptionIdOf(volunteerId, kind);
      const known = await transaction.get('subscriptions', rowId);
      const requestIds = known?.requestIds ?? [];
      if (requestIds.includes(input.requestId)) continue;
      const agreement = afterChoice(known, { templateId, openId, answer, now });
      const kept = [...requestIds, input.requestId].slice(-KNOWN_REQUESTS);
      await transaction.put('subscriptions', {
        ...{ _id: rowId, volunteerId, kind, requestIds: kept },
        ...agreement,
      });
      outcome = 'recorded';
      if (answer === 'accept' && isPlanned(kind)) await plan(transaction, context, kind, input.occasion);
    }
    return { outcome };
  });
};

/** The message that was agreed to for this one thing, if the thing is the person's own and still ahead. */
async function plan(
  transaction: Transaction,
  context: RequestContext,
  kind: PlannedKind,
  occasion: AskingOccasion,
): Promise<void> {
  const { volunteerId } = await requireAccount(context);
  const fact = await factOf(transaction, context.now, kind, occasion, volunteerId);
  const message = fact === null ? null : toMessage(fact, context.now);
  if (message !== null) await addOnce(transaction, message);
}

async function factOf(
  transaction: Transaction,
  now: number,
  kind: PlannedKind,
  occasion: AskingOccasion,
  volunteerId: VolunteerId,
): Promise<MessageFact | null> {
  if (occasion.kind === 'settings' || occasion.kind === 'invited') return null;
  if (occasion.kind === 'certificateIssued') {
    if (kind !== 'certificateReady') return null;
    const certificate = await transaction.get('certificates', occasion.certificateId);
    const isOwn = certificate?.volunteerId === volunteerId && certificate.revocation === null;
    return isOwn ? certificateReadyOf(certificate, now) : null;
  }
  const shift = await transaction.get('shifts', occasion.shiftId);
  const attendance = await transaction.get('attendances', attendanceIdOf(occasion.shiftId, volunteerId));
  if (shift?.state !== 'open' || attendance === null) return null;
  const { state } = attendance;
  if (kind === 'shiftSoon')
    return state === 'enrolled' || state === 'waiting' ? shiftSoonOf(shift, volunteerId, now) : null;
  return kind === 'checkOutForgotten' && state === 'checkedIn'
    ? checkOutForgottenOf(shift, volunteerId, now)
    : null;
}

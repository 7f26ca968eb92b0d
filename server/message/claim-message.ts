/**
 * Claiming a message (ME3): the one transaction that decides that it may be sent now, and takes an acceptance
 * for it. Who finds the own claim again after a lost answer goes on with it.
 */
import { hasOneLeft, spendOne } from '@domain/message/agreement';
import { agreementOf, messageIdOf, subscriptionIdOf } from '@domain/message/message-kind';
import { sendAtOf } from '@domain/message/send-time';
import { attendanceIdOf } from '@domain/kernel/identifiers';
import { MINUTE_MS } from '@domain/time/civil-day';
import type { MessageState } from '@domain/message/send-outcome';
import type { Ports, Transaction } from '../kernel/ports';
import { isStillInvited } from '../wake/standing';
import { changeFactOf, isOfLastMove, saysWhatIsSo, type MessageDocument } from './message-document';

/** Twice what the platform lets a run live: whoever is overtaken is dead. */
const CLAIM_MS = 2 * MINUTE_MS;

/** Ours to send, ended without a send, or nothing to do: taken by another run, done, or not due. */
export type Claimed =
  | { readonly kind: 'ours'; readonly message: MessageDocument; readonly openId: string }
  | { readonly kind: 'ended'; readonly state: MessageState }
  | { readonly kind: 'nothing' };

const NOTHING = { kind: 'nothing' } as const;

/** Round trips: begin, message, its fact (one or two), ledger, two writes, commit. */
export function claimMessage(ports: Ports, messageId: string, claimId: string): Promise<Claimed> {
  return ports.database.transaction(async (transaction) => {
    const now = ports.now();
    const message = await transaction.get('messages', messageId);
    if (message?.isOpen !== true) return NOTHING;
    const { claim } = message;
    if (claim?.claimId === claimId) return { kind: 'ours', message, openId: claim.openId };
    if (message.actAt > now) return NOTHING;
    // Somebody claimed it, died, and never said what came of it.
    if (message.state === 'sending') return end(transaction, message, 'unknown', now);
    const sendAt = sendAtOf(message.kind, message, now);
    if (sendAt === null) return end(transaction, message, 'tooLate', now);
    if (sendAt > now) {
      await transaction.put('messages', { ...message, actAt: sendAt });
      return NOTHING;
    }
    return take(transaction, ports, message, claimId, now);
  });
}

async function take(
  transaction: Transaction,
  ports: Ports,
  message: MessageDocument,
  claimId: string,
  now: number,
): Promise<Claimed> {
  if (!(await isStillTrue(transaction, message, now))) return end(transaction, message, 'outdated', now);
  const { kind, volunteerId } = message;
  const known = await transaction.get('subscriptions', subscriptionIdOf(volunteerId, kind));
  const templateId = ports.messageTemplates[agreementOf(kind)]?.templateId ?? '';
  if (known === null || !hasOneLeft(known, templateId)) return end(transaction, message, 'notAgreed', now);
  const { openId } = known;
  const claimed: MessageDocument = {
    ...message,
    state: 'sending',
    actAt: now + CLAIM_MS,
    attemptCount: message.attemptCount + 1,
    claim: { claimId, openId, templateId },
  };
  await transaction.put('subscriptions', { ...known, ...spendOne(known) });
  await transaction.put('messages', claimed);
  return { kind: 'ours', message: claimed, openId };
}

async function end(
  transaction: Transaction,
  message: MessageDocument,
  state: MessageState,
  now: number,
): Promise<Claimed> {
  await transaction.put('messages', { ...message, state, isOpen: false, endedAt: now });
  return { kind: 'ended', state };
}

/** What it would say is what is so (ME6). */
async function isStillTrue(
  transaction: Transaction,
  message: MessageDocument,
  now: number,
): Promise<boolean> {
  const { kind, certificateId, shiftId, volunteerId, wakeId } = message;
  if (wakeId !== undefined) return isStillInvited(transaction, wakeId, volunteerId, now);
  if (certificateId !== null) {
    const certificate = await transaction.get('certificates', certificateId);
    return certificate?.revocation === null;
  }
  if (shiftId === null) return false;
  const attendance = await transaction.get('attendances', attendanceIdOf(shiftId, volunteerId));
  if (attendance === null) return false;
  const { state } = attendance;
  if (kind === 'recordConfirmed') return state === 'confirmed' && isOfLastMove(message, attendance);
  if (kind === 'checkOutForgotten') return state === 'checkedIn';
  const shift = await transaction.get('shifts', shiftId);
  if (kind === 'shiftCancelled')
    return shift?.state === 'cancelled' && (state === 'enrolled' || state === 'waiting');
  if (shift?.state !== 'open') return false;
  // A newer change has a message of its own (ME12).
  if (kind === 'shiftChanged')
    return (
      (state === 'enrolled' || state === 'waiting') &&
      message._id === messageIdOf(kind, changeFactOf(shift), volunteerId)
    );
  if (state !== 'enrolled' || !saysWhatIsSo(message, shift)) return false;
  return kind !== 'seatGiven' || isOfLastMove(message, attendance);
}

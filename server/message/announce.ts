/** Tells of a fact in the transaction that makes it, where somebody has agreed to hear of it (ME1, ME2). */
import { hasOneLeft } from '@domain/message/agreement';
import { agreementOf, subscriptionIdOf } from '@domain/message/message-kind';
import type { Ports, Transaction } from '../kernel/ports';
import { addOnce, toMessage, type MessageFact } from './message-document';

export interface Teller {
  readonly ports: Pick<Ports, 'messageTemplates'>;
  readonly now: number;
}

/** No round trip where the city has no template, one for who has not agreed, else three. */
export async function announce(
  transaction: Transaction,
  { ports, now }: Teller,
  fact: MessageFact,
): Promise<void> {
  const template = ports.messageTemplates[agreementOf(fact.kind)];
  if (template === undefined) return;
  const known = await transaction.get('subscriptions', subscriptionIdOf(fact.volunteerId, fact.kind));
  if (!hasOneLeft(known, template.templateId)) return;
  const message = toMessage(fact, now);
  if (message !== null) await addOnce(transaction, message);
}

/** Who leaves is told nothing more, and no phone is kept of whom was told what (RG10). */
import { MESSAGE_KINDS, subscriptionIdOf } from '@domain/message/message-kind';
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { Page } from '../kernel/cursor';
import type { Ports, Transaction } from '../kernel/ports';
import { pageOfMessages } from './list-messages';
import type { MessageDocument } from './message-document';

const PAGE = 100;

/** The ledger, which holds the person's account, and the word on invitations. A round trip for each. */
export async function forgetAgreements(transaction: Transaction, volunteerId: VolunteerId): Promise<void> {
  for (const kind of MESSAGE_KINDS) {
    await transaction.remove('subscriptions', subscriptionIdOf(volunteerId, kind));
  }
  await transaction.remove('invitationStandings', volunteerId);
}

/**
 * After the transaction of leaving, for what was agreed to or announced meanwhile: the ledger, and messages
 * that are not sent or may still name the account. What was sent stays as kind, thing and outcome. Safe to
 * repeat. A round trip for each hundred messages, and one transaction for what goes.
 */
export async function forgetMessages({ database }: Ports, volunteerId: VolunteerId): Promise<void> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<MessageDocument> = await pageOfMessages(database, volunteerId, cursor, PAGE);
    ids.push(...page.rows.filter(({ isOpen, claim }) => isOpen || claim !== null).map(({ _id }) => _id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  await database.transaction(async (transaction) => {
    await forgetAgreements(transaction, volunteerId);
    for (const id of ids) await transaction.remove('messages', id);
  });
}

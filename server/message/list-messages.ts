import type { MessageView } from '@contract/message.contract';
import { MESSAGE_KINDS, subscriptionIdOf } from '@domain/message/message-kind';
import type { VolunteerId } from '@domain/kernel/identifiers';
import { pageOf, parseCursor, type Page } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Database } from '../kernel/ports';
import type { Handler } from '../kernel/procedure';
import type { MessageDocument } from './message-document';

const PAGE = 20;

/** One's own, newest first (ME10). Two round trips. */
export const listMyMessages: Handler<'message.listMine'> = async ({ cursor }, context) => {
  const account = await context.actor.account();
  if (account === null) return { messages: [], nextCursor: null };
  const page = await pageOfMessages(context.ports.database, account.volunteerId, cursor, PAGE);
  return { messages: page.rows.map(toMessageView), nextCursor: page.nextCursor };
};

/** A person's messages, newest first. One round trip. */
export async function pageOfMessages(
  database: Database,
  volunteerId: VolunteerId,
  cursor: string | null,
  size: number,
): Promise<Page<MessageDocument>> {
  const found = await database.find('messages', {
    where: { volunteerId },
    orderBy: [
      ['createdAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(cursor),
    limit: size + 1,
  });
  return pageOf(found, size, ({ createdAt, _id }) => [createdAt, _id]);
}

/** The last word on each kind that was ever asked about, in the order of the kinds. One round trip. */
export async function listAgreements(
  database: Database,
  volunteerId: VolunteerId,
): Promise<StoredDocument<'subscriptions'>[]> {
  const ids = MESSAGE_KINDS.map((kind) => subscriptionIdOf(volunteerId, kind));
  const rows = await database.getMany('subscriptions', ids);
  return MESSAGE_KINDS.flatMap((kind) => rows.filter((row) => row.kind === kind));
}

export function toMessageView(message: MessageDocument): MessageView {
  const { _id, kind, state, title, note, createdAt, actAt, endedAt, shiftId, certificateId } = message;
  const at = endedAt ?? actAt;
  const about = { shiftId, certificateId, ...(message.wakeId && { wakeId: message.wakeId }) };
  return { messageId: _id, kind, state, title, note, createdAt, at, ...about };
}

import type { MessageView } from '@contract/message.contract';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { Handler } from '../kernel/procedure';
import type { MessageDocument } from './message-document';

const PAGE = 20;

/** One's own, newest first (ME10). Two round trips. */
export const listMyMessages: Handler<'message.listMine'> = async ({ cursor }, context) => {
  const account = await context.actor.account();
  if (account === null) return { messages: [], nextCursor: null };
  const found = await context.ports.database.find('messages', {
    where: { volunteerId: account.volunteerId },
    orderBy: [
      ['createdAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(cursor),
    limit: PAGE + 1,
  });
  const page = pageOf(found, PAGE, ({ createdAt, _id }) => [createdAt, _id]);
  return { messages: page.rows.map(toView), nextCursor: page.nextCursor };
};

function toView(message: MessageDocument): MessageView {
  const { _id, kind, state, title, note, createdAt, actAt, endedAt, shiftId, certificateId } = message;
  const at = endedAt ?? actAt;
  return { messageId: _id, kind, state, title, note, createdAt, at, shiftId, certificateId };
}

/** 登录着的电脑 (CS4): seen and ended by whose they are, from the phone or from the computer itself. */
import { endOf, isOpen } from '@domain/console/ticket';
import { rejected } from '@domain/kernel/result';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { endTicket, type TicketDocument } from './tickets';

/** Nobody works at more; the newest are shown, and 全部退出 is asked again until nothing is open. */
const MAXIMUM_COMPUTERS = 20;

/** One round trip. */
async function openOnes(context: RequestContext): Promise<TicketDocument[]> {
  const found = await context.ports.database.find('consoleTickets', {
    where: { openId: requireOpenId(context), state: 'open' },
    orderBy: [
      ['askedAt', 'desc'],
      ['_id', 'asc'],
    ],
    limit: MAXIMUM_COMPUTERS,
  });
  return found.filter((ticket) => isOpen(ticket, context.now));
}

export const listComputers: Handler<'console.listComputers'> = async (_input, context) => ({
  computers: (await openOnes(context)).flatMap((ticket) => {
    const { _id, browser, system, openedAt, usedAt } = ticket;
    const endsAt = endOf(ticket);
    if (openedAt === null || usedAt === null || endsAt === null) return [];
    return [{ ticketId: _id, browser, system, openedAt, usedAt, endsAt }];
  }),
});

/** Round trips: the list, or the one, and four for each that is ended. */
export const leaveComputers: Handler<'console.leaveComputers'> = async ({ ticketId }, context) => {
  const { ports } = context;
  const leaving = ticketId === 'all' ? await openOnes(context) : [];
  if (ticketId !== 'all') {
    const ticket = await ports.database.get('consoleTickets', ticketId);
    if (ticket?.openId !== requireOpenId(context)) return rejected('console.notFound');
    if (isOpen(ticket, context.now)) leaving.push(ticket);
  }
  let leftCount = 0;
  for (const { _id } of leaving) {
    if (await endTicket(ports, _id)) leftCount += 1;
  }
  return { leftCount };
};

/** Lists of orders (DM2, DM4), each one stretch of one index. Round trips: roles (, own teams), one page. */
import { OVERDUE_MS, isExpired } from '@domain/demand/order';
import { DAY_MS } from '@domain/time/civil-day';
import type { ViewOf } from '@contract/procedures';
import { pageOf, parseCursor, type PageKey } from '../kernel/cursor';
import type { Where } from '../kernel/ports';
import type { Handler, RequestContext } from '../kernel/procedure';
import { logLook } from '../trail/access-log';
import {
  askerKeysOf,
  deedsOf,
  divisionsOf,
  maySeeContact,
  reachKeysOf,
  teamIdsOf,
  viewerOf,
  type OrderDocument,
} from './order-access';
import { orderNotFound, toldMoves, toOrderView } from './order-document';

const PAGE = 20;
/** What has waited longer has run out: nobody may wish beyond 60 days. */
const LONGEST_WAIT_MS = 90 * DAY_MS;

interface List {
  readonly where: Where;
  readonly by: 'placedAt' | 'movedAt' | 'expiresAt';
  readonly direction: 'asc' | 'desc';
  readonly isPrecise: boolean;
}

async function pageOfOrders(
  { ports, now }: RequestContext,
  { where, by, direction, isPrecise }: List,
  cursor: string | null,
): Promise<ViewOf<'demand.listMine'>> {
  const found = await ports.database.find('orders', {
    where,
    orderBy: [
      [by, direction],
      ['_id', 'asc'],
    ],
    after: parseCursor(cursor),
    limit: PAGE + 1,
  });
  const keyOf = (order: OrderDocument): PageKey => [order[by], order._id];
  const { rows, nextCursor } = pageOf(found, PAGE, keyOf);
  const lasting = by === 'placedAt' ? rows : rows.filter((order) => !isExpired(order, now));
  return { orders: lasting.map((order) => toOrderView(order, now, isPrecise)), nextCursor };
}

/** Of the account and of the person, whatever phone the order was placed with. */
export const listMyOrders: Handler<'demand.listMine'> = async ({ cursor }, context) => {
  const where = { askerKeys: { in: await askerKeysOf(context) } };
  return pageOfOrders(context, { where, by: 'placedAt', direction: 'desc', isPrecise: true }, cursor);
};

export const listOrders: Handler<'demand.listOrders'> = async ({ list, cursor }, context) => {
  const divisions = divisionsOf(await context.actor.grants());
  if (divisions.length === 0) return { orders: [], nextCursor: null };
  const { now } = context;
  const officeKeys = { in: divisions };
  const newest = { by: 'movedAt', direction: 'desc', isPrecise: true } as const;
  switch (list) {
    case 'waiting': {
      const where = { officeKeys, group: 'waiting', expiresAt: { above: now } };
      return pageOfOrders(context, { where, by: 'expiresAt', direction: 'asc', isPrecise: true }, cursor);
    }
    case 'overdue': {
      const movedAt = { above: now - LONGEST_WAIT_MS, atMost: now - OVERDUE_MS };
      const where = { officeKeys, group: 'waiting', movedAt };
      return pageOfOrders(context, { where, by: 'movedAt', direction: 'asc', isPrecise: true }, cursor);
    }
    case 'running':
    case 'ended':
      return pageOfOrders(context, { where: { officeKeys, group: list }, ...newest }, cursor);
  }
};

export const listTeamOrders: Handler<'demand.listTeamOrders'> = async ({ list, cursor }, context) => {
  const own = teamIdsOf(await context.actor.grants());
  if (own.length === 0) return { orders: [], nextCursor: null };
  const expiresAt = { above: context.now };
  const teamId = { in: own };
  const soonest = { by: 'expiresAt', direction: 'asc' } as const;
  if (list === 'asked') {
    const where = { teamId, state: 'dispatched', expiresAt };
    return pageOfOrders(context, { where, ...soonest, isPrecise: true }, cursor);
  }
  if (list === 'offered') {
    const teams = await context.ports.database.getMany('teams', own);
    const keys = teams.filter(({ state }) => state === 'active').flatMap(reachKeysOf);
    if (keys.length === 0) return { orders: [], nextCursor: null };
    const where = { offeredKeys: { in: keys }, state: 'offered', expiresAt };
    return pageOfOrders(context, { where, ...soonest, isPrecise: false }, cursor);
  }
  const where = { teamId, group: list };
  return pageOfOrders(context, { where, by: 'movedAt', direction: 'desc', isPrecise: true }, cursor);
};

/** Round trips: order, roles, account, own teams. */
export const getOrder: Handler<'demand.getOrder'> = async ({ orderId }, context) => {
  const { ports, now } = context;
  const order = await ports.database.get('orders', orderId);
  const viewer = order === null ? null : await viewerOf(context, order);
  if (order === null || viewer === null) return orderNotFound();
  const { isOwn, isOffice, isTeam, takers } = viewer;
  const isPrecise = isOwn || isOffice || isTeam;
  return {
    order: toOrderView(order, now, isPrecise),
    moves: toldMoves(order).map(({ to, at, byName, reason, teamName }) => ({
      to,
      at,
      byName,
      reason,
      teamName,
    })),
    rating: isPrecise ? order.rating : null,
    mayDo: deedsOf(order, viewer, now),
    maySeeContact: maySeeContact(order, viewer, now),
    ownTeams: takers.map(({ _id, name }) => ({ teamId: _id, name })),
    isOwn,
  };
};

/** RO4: on record before the answer leaves. Round trips: order, roles, account, own teams, the log. */
export const getOrderContact: Handler<'demand.getContact'> = async ({ orderId }, context) => {
  const { ports, now } = context;
  const order = await ports.database.get('orders', orderId);
  const viewer = order === null ? null : await viewerOf(context, order);
  if (order === null || viewer === null || !maySeeContact(order, viewer, now)) return orderNotFound();
  const { contactNameBox, contactPhoneBox } = order;
  if (contactNameBox === null) return orderNotFound();
  await logLook(context, {
    procedure: 'demand.getContact',
    divisionCode: order.divisionCode,
    measure: `order:${orderId}`,
    volunteerIds: [],
  });
  const phone = contactPhoneBox === null ? null : ports.secrets.open(contactPhoneBox);
  return { name: ports.secrets.open(contactNameBox), phone };
};

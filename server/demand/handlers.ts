/** Of demand orders; part of `handlers`. */
import { getOrder, getOrderContact, listMyOrders, listOrders, listTeamOrders } from './list-orders';
import { listProposals } from './list-proposals';
import { declineOrder, dispatchOrder, rateOrder, returnOrder, takeOrder, withdrawOrder } from './move-order';
import { placeOrder, placeProxyOrder } from './place-order';
import { listQuietCommunities } from './quiet-communities';

export const demandHandlers = {
  'demand.place': placeOrder,
  'demand.placeProxy': placeProxyOrder,
  'demand.withdraw': withdrawOrder,
  'demand.rate': rateOrder,
  'demand.listMine': listMyOrders,
  'demand.getOrder': getOrder,
  'demand.getContact': getOrderContact,
  'demand.listOrders': listOrders,
  'demand.listTeamOrders': listTeamOrders,
  'demand.listProposals': listProposals,
  'demand.dispatch': dispatchOrder,
  'demand.decline': declineOrder,
  'demand.take': takeOrder,
  'demand.return': returnOrder,
  'demand.listQuietCommunities': listQuietCommunities,
} as const;

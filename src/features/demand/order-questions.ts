/** What screens of orders share. */
import type { OutputOf, ProcedureName } from '@contract/procedures';

export type OrderAnswer = OutputOf<'demand.getOrder'>;

/** Whose answers a deed on an order changes. */
export const ORDER_QUESTIONS: readonly ProcedureName[] = [
  'demand.getOrder',
  'demand.listMine',
  'demand.listOrders',
  'demand.listTeamOrders',
  'demand.listProposals',
  'demand.listQuietCommunities',
];

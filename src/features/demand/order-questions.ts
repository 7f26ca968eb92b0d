import type { ProcedureName } from '@contract/procedures';

/** Whose answers a deed on an order changes. */
export const ORDER_QUESTIONS: readonly ProcedureName[] = [
  'demand.getOrder',
  'demand.listMine',
  'demand.listOrders',
  'demand.listTeamOrders',
  'demand.listProposals',
  'demand.listQuietCommunities',
];

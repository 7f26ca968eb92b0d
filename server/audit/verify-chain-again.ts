/** 重新验证: walks the chain for a few seconds a call. Round trips: 2, and 3 for every ten links. */
import type { Handler } from '../kernel/procedure';
import { toChainCheckView } from './audit-view';
import { cityOfficeOf } from './city-office';
import { verifyChain } from './verify-chain';

const BUDGET_MS = 3_000;

export const verifyChainAgain: Handler<'audit.verifyChain'> = async (_input, context) => {
  const office = await cityOfficeOf(context);
  if (office.kind === 'rejected') return office;
  return toChainCheckView(await verifyChain(context.ports, context.now + BUDGET_MS));
};

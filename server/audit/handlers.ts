/** 数据核对; part of `handlers`. */
import { continueRecount } from './continue-recount';
import { getOverview } from './get-overview';
import { listDifferences } from './list-differences';
import { listIncidents } from './list-incidents';
import { listRestatements } from './list-restatements';
import { repairIncident } from './repair-incident';
import { verifyChainAgain } from './verify-chain-again';

export const auditHandlers = {
  'audit.getOverview': getOverview,
  'audit.listIncidents': listIncidents,
  'audit.listDifferences': listDifferences,
  'audit.listRestatements': listRestatements,
  'audit.continueRecount': continueRecount,
  'audit.repairIncident': repairIncident,
  'audit.verifyChain': verifyChainAgain,
} as const;

/** 数据核对总览. Round trips: 6 (roles, recounts, progress, incidents, head, chain check); 7 while keys change. */
import type { Handler } from '../kernel/procedure';
import { toChainCheckView, toProgressView, toRecountView } from './audit-view';
import { cityOfficeOf } from './city-office';
import { loadProgress } from './progress';
import { getHead } from './publication-chain';
import { keysOf } from '../security/rotate-keys';
import { loadChainCheck } from './verify-chain';

const RECOUNTS_SHOWN = 7;

export const getOverview: Handler<'audit.getOverview'> = async (_input, context) => {
  const office = await cityOfficeOf(context);
  if (office.kind === 'rejected') return office;
  const { ports } = context;
  const [recounts, progress, openIncidentCount, head, check, keys] = await Promise.all([
    ports.database.find('recounts', {
      where: {},
      orderBy: [
        ['startedAt', 'desc'],
        ['_id', 'asc'],
      ],
      limit: RECOUNTS_SHOWN,
    }),
    loadProgress(ports),
    ports.database.count('incidents', { state: 'open' }),
    getHead(ports),
    loadChainCheck(ports),
    keysOf(ports),
  ]);
  return {
    mayRepair: office.mayRepair,
    recounts: recounts.map(toRecountView),
    running: progress === null || progress.phase === 'done' ? null : toProgressView(progress),
    openIncidentCount,
    keys,
    chain:
      head === null
        ? null
        : {
            length: head.seq,
            lastDay: head.day,
            headHash: head.hash,
            check: check === null ? null : toChainCheckView(check),
          },
  };
};

/** What follows from who may ask and whether something is changed, for every procedure alike. */
import { procedures, type ProcedureName } from '@contract/procedures';
import type { Reach } from './actor';

/**
 * Questions whose answer is a tool – with a seed or a printed code one checks people in – or half a deed: who
 * only reads does not get them (AU1).
 */
const TOOLS: readonly ProcedureName[] = [
  'attendance.getCheckInSeed',
  'attendance.getPlaceCode',
  'attendance.listCards',
  'statistics.getPeersPreview',
  // a phone is for who calls it
  'demand.getContact',
];

/** 审计员: reads what an office reads, and does nothing. */
export function reachOf(name: ProcedureName): Reach {
  return procedures[name].kind === 'query' && !TOOLS.includes(name) ? 'read' : 'act';
}

/** Deeds by a role are told in the trail (TL1); what people do for themselves has ledgers of its own. */
export function leavesEntry(name: ProcedureName): boolean {
  const { audience, kind } = procedures[name];
  return kind === 'command' && (audience === 'organiser' || audience === 'office');
}

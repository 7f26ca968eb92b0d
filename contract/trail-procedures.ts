/** Who did what, and who may: by wire names; part of `procedures`. */
import { listDeeds, listLooks } from './trail.contract';

export const trailProcedures = {
  'trail.listDeeds': listDeeds,
  'trail.listLooks': listLooks,
} as const;

/** The procedures of links by their wire names; part of `procedures`. */
import { getMiniProgramCode, getPlatformLink } from './reach.contract';

export const reachProcedures = {
  'reach.getMiniProgramCode': getMiniProgramCode,
  'reach.getPlatformLink': getPlatformLink,
} as const;

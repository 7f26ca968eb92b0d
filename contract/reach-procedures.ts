/** The procedures of links by their wire names; part of `procedures`. */
import { getCountyPosters, getPoster, requestCountyPosters } from './poster.contract';
import { getMiniProgramCode, getPlatformLink } from './reach.contract';

export const reachProcedures = {
  'reach.getMiniProgramCode': getMiniProgramCode,
  'reach.getPlatformLink': getPlatformLink,
  'poster.getPoster': getPoster,
  'poster.requestCounty': requestCountyPosters,
  'poster.getCounty': getCountyPosters,
} as const;

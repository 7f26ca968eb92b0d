/** Of links and posters; part of `handlers`. */
import { getCountyPosters } from '../poster/get-county-posters';
import { requestCountyPosters } from '../poster/request-county-posters';
import { getMiniProgramCode } from './get-mini-program-code';
import { getPlatformLink } from './platform-links';

export const reachHandlers = {
  'reach.getMiniProgramCode': getMiniProgramCode,
  'reach.getPlatformLink': getPlatformLink,
  'poster.requestCounty': requestCountyPosters,
  'poster.getCounty': getCountyPosters,
} as const;

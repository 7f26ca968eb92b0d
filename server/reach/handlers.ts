/** Of links and posters; part of `handlers`. */
import { getCountyPosters } from '../poster/get-county-posters';
import { requestCountyPosters } from '../poster/request-county-posters';
import { getChannelFigures, listChannels, listContents } from './channel-figures';
import { getMiniProgramCode } from './get-mini-program-code';
import { getPlatformLink } from './platform-links';
import { recordOpening } from './record-opening';

export const reachHandlers = {
  'reach.getMiniProgramCode': getMiniProgramCode,
  'reach.getPlatformLink': getPlatformLink,
  'reach.recordOpening': recordOpening,
  'reach.getChannelFigures': getChannelFigures,
  'reach.listChannels': listChannels,
  'reach.listContents': listContents,
  'poster.requestCounty': requestCountyPosters,
  'poster.getCounty': getCountyPosters,
} as const;

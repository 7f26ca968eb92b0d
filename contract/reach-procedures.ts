/** The procedures of links by their wire names; part of `procedures`. */
import { getChannelFigures, listChannels, listContents, recordOpening } from './channel.contract';
import { getCountyPosters, getPoster, requestCountyPosters } from './poster.contract';
import { getMiniProgramCode, getPlatformLink } from './reach.contract';

export const reachProcedures = {
  'reach.getMiniProgramCode': getMiniProgramCode,
  'reach.getPlatformLink': getPlatformLink,
  'reach.recordOpening': recordOpening,
  'reach.getChannelFigures': getChannelFigures,
  'reach.listChannels': listChannels,
  'reach.listContents': listContents,
  'poster.getPoster': getPoster,
  'poster.requestCounty': requestCountyPosters,
  'poster.getCounty': getCountyPosters,
} as const;

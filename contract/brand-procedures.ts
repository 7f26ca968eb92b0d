/** The procedures of brand projects by their wire names; part of `procedures`. */
import { getBrandMap } from './brand-map.contract';
import { cloneProject, getKit } from './kit.contract';
import {
  addSamplePoint,
  countSample,
  defineOutcome,
  getOutcome,
  listSamples,
  voidSample,
} from './outcome.contract';
import {
  accredit,
  getStanding,
  listDecisions,
  moveStage,
  tickItem,
  withdrawAccreditation,
} from './stage.contract';

export const brandProcedures = {
  'project.getBrandMap': getBrandMap,
  'kit.getKit': getKit,
  'kit.clone': cloneProject,
  'stage.getStanding': getStanding,
  'stage.tickItem': tickItem,
  'stage.moveStage': moveStage,
  'stage.accredit': accredit,
  'stage.withdrawAccreditation': withdrawAccreditation,
  'stage.listDecisions': listDecisions,
  'outcome.getOutcome': getOutcome,
  'outcome.define': defineOutcome,
  'outcome.addPoint': addSamplePoint,
  'outcome.countSample': countSample,
  'outcome.listSamples': listSamples,
  'outcome.voidSample': voidSample,
} as const;

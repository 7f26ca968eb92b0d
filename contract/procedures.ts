/**
 * Every procedure of the product by its wire name: the router, the typed client and the printed contract read
 * this.
 */
import {
  cancelShift,
  changeCapacity,
  changePosts,
  createActivity,
  getActivity,
  getShift,
  listOrganisedActivities,
  listOrganisedProjects,
  listUpcomingActivities,
  publishActivity,
} from './activity.contract';
import { activityProcedures } from './activity-procedures';
import { brandProcedures } from './brand-procedures';
import { demandProcedures } from './demand-procedures';
import { consoleProcedures } from './console-procedures';
import { recognitionProcedures } from './recognition-procedures';
import {
  continueRecount,
  getOverview,
  listDifferences,
  listIncidents,
  listRestatements,
  repairIncident,
  verifyChain,
} from './audit.contract';
import {
  cancelEnrolment,
  checkIn,
  checkOut,
  enrol,
  getCheckInSeed,
  listArrivals,
  listEnrolments,
  listMyCurrent,
  listMyRecords,
} from './attendance.contract';
import { getExport, getReport, listExports, requestExport } from './export.contract';
import {
  getCertificate,
  getCertificateFile,
  issueCertificate,
  listCertifiable,
  listIssuedCertificates,
  listMyCertificates,
  revokeCertificate,
  revokeIssuedCertificate,
  getVerification,
} from './certificate.contract';
import { assist, getMyCard, listCards, listRoster, replaceMyCard } from './assist.contract';
import {
  answerConfirmation,
  changePlaceCode,
  getConfirmation,
  getPlaceCode,
  listConfirmations,
  listPlaceShifts,
  requestConfirmation,
} from './place-code.contract';
import {
  changeRules,
  decideApproval,
  getRules,
  listApprovals,
  listRecordHistory,
  listRuleVersions,
  voidRecord,
} from './crediting.contract';
import {
  closeShift,
  decideClosingReview,
  getClosing,
  getDuty,
  getVoidPreview,
  listClosingReviews,
  listShiftPeople,
  takeUpDuty,
} from './closing.contract';
import {
  answerClaim,
  getMyClaim,
  listClaims,
  listMyCorrectable,
  makeClaim,
  withdrawClaim,
} from './claim.contract';
import { addChild, endChild, listChildren } from './guardian.contract';
import { listDivisions } from './geography.contract';
import { officePeopleProcedures } from './office-people-procedures';
import { getSubscriptions, listMyMessages, recordChoices } from './message.contract';
import { addTarget, getPlan, listTargets, withdrawTarget } from './plan.contract';
import { addPeer, getPeers, importPeers, getPeersPreview, withdrawPeer } from './peer.contract';
import { ownProcedures } from './own-procedures';
import { getLeaving, leave, move } from './person.contract';
import { editStory, getProject, listBrandProjects, listByCounty } from './project.contract';
import { reachProcedures } from './reach-procedures';
import { getMyStars } from './recognition.contract';
import { listLateVisits, listReplays, listTickRoster, reviewLateVisit, tick } from './ticks.contract';
import { getBoard, getFigureRecount, getPublicBoard, getTrend, listFacts } from './statistics.contract';
import {
  addEvidencePart,
  answerSupplement,
  changeSupplementRules,
  checkSupplement,
  enterSupplement,
  getDesk,
  getSupplement,
  getSupplementRules,
  listMySupplements,
  listPublicSupplements,
  listSupplements,
} from './supplement.contract';
import {
  answerQuestion,
  decideReview,
  listQuestions,
  listReviews,
  objectToSupplement,
} from './supplement-review.contract';
import { roleProcedures } from './role-procedures';
import { getBrands, listHeldShifts, listRuralCommunities } from './supply.contract';
import { getCity } from './system.contract';
import { claim, getMe, register } from './volunteer.contract';
import { wakeProcedures } from './wake.contract';
import type * as z from 'zod';

export const procedures = {
  'system.getCity': getCity,
  'geography.listDivisions': listDivisions,
  'volunteer.getMe': getMe,
  'volunteer.register': register,
  'volunteer.claim': claim,
  'volunteer.move': move,
  'volunteer.getLeaving': getLeaving,
  'volunteer.leave': leave,
  ...ownProcedures,
  ...officePeopleProcedures,
  'project.listBrandProjects': listBrandProjects,
  'project.listByCounty': listByCounty,
  'project.getProject': getProject,
  'project.editStory': editStory,
  ...brandProcedures,
  ...demandProcedures,
  ...recognitionProcedures,
  ...roleProcedures,
  ...wakeProcedures,
  'activity.listUpcomingActivities': listUpcomingActivities,
  'activity.getActivity': getActivity,
  'activity.getShift': getShift,
  'activity.createActivity': createActivity,
  'activity.publishActivity': publishActivity,
  'activity.listOrganisedActivities': listOrganisedActivities,
  'activity.listOrganisedProjects': listOrganisedProjects,
  'activity.changeCapacity': changeCapacity,
  'activity.changePosts': changePosts,
  'activity.cancelShift': cancelShift,
  ...activityProcedures,
  'guardian.addChild': addChild,
  'guardian.listChildren': listChildren,
  'guardian.endChild': endChild,
  'attendance.enrol': enrol,
  'attendance.cancelEnrolment': cancelEnrolment,
  'attendance.checkIn': checkIn,
  'attendance.checkOut': checkOut,
  'attendance.listMyCurrent': listMyCurrent,
  'attendance.listMyRecords': listMyRecords,
  'attendance.getCheckInSeed': getCheckInSeed,
  'attendance.listArrivals': listArrivals,
  'attendance.getPlaceCode': getPlaceCode,
  'attendance.changePlaceCode': changePlaceCode,
  'attendance.listPlaceShifts': listPlaceShifts,
  'attendance.requestConfirmation': requestConfirmation,
  'attendance.getConfirmation': getConfirmation,
  'attendance.listConfirmations': listConfirmations,
  'attendance.answerConfirmation': answerConfirmation,
  'attendance.getMyCard': getMyCard,
  'attendance.replaceMyCard': replaceMyCard,
  'attendance.listRoster': listRoster,
  'attendance.listCards': listCards,
  'attendance.assist': assist,
  'attendance.listRecordHistory': listRecordHistory,
  'attendance.listApprovals': listApprovals,
  'attendance.decideApproval': decideApproval,
  'attendance.voidRecord': voidRecord,
  'attendance.getRules': getRules,
  'attendance.listRuleVersions': listRuleVersions,
  'attendance.changeRules': changeRules,
  'attendance.listEnrolments': listEnrolments,
  'supplement.getDesk': getDesk,
  'supplement.addEvidencePart': addEvidencePart,
  'supplement.enter': enterSupplement,
  'supplement.listToHandle': listSupplements,
  'supplement.get': getSupplement,
  'supplement.check': checkSupplement,
  'supplement.listMine': listMySupplements,
  'supplement.answer': answerSupplement,
  'supplement.listPublic': listPublicSupplements,
  'supplement.object': objectToSupplement,
  'supplement.listReviews': listReviews,
  'supplement.decideReview': decideReview,
  'supplement.listQuestions': listQuestions,
  'supplement.answerQuestion': answerQuestion,
  'supplement.getRules': getSupplementRules,
  'supplement.changeRules': changeSupplementRules,
  'attendance.listTickRoster': listTickRoster,
  'attendance.tick': tick,
  'attendance.listLateVisits': listLateVisits,
  'attendance.reviewLateVisit': reviewLateVisit,
  'attendance.listReplays': listReplays,
  'message.getSubscriptions': getSubscriptions,
  'message.recordChoices': recordChoices,
  'message.listMine': listMyMessages,
  'attendance.getDuty': getDuty,
  'attendance.takeUpDuty': takeUpDuty,
  'attendance.getClosing': getClosing,
  'attendance.closeShift': closeShift,
  'attendance.listShiftPeople': listShiftPeople,
  'attendance.listClosingReviews': listClosingReviews,
  'attendance.decideClosingReview': decideClosingReview,
  'attendance.getVoidPreview': getVoidPreview,
  'attendance.getMyClaim': getMyClaim,
  'attendance.listMyCorrectable': listMyCorrectable,
  'attendance.makeClaim': makeClaim,
  'attendance.withdrawClaim': withdrawClaim,
  'attendance.listClaims': listClaims,
  'attendance.answerClaim': answerClaim,
  'recognition.getMyStars': getMyStars,
  'certificate.listCertifiable': listCertifiable,
  'certificate.issue': issueCertificate,
  'certificate.listMine': listMyCertificates,
  'certificate.get': getCertificate,
  'certificate.getFile': getCertificateFile,
  'certificate.revoke': revokeCertificate,
  'certificate.listIssued': listIssuedCertificates,
  'certificate.revokeIssued': revokeIssuedCertificate,
  'certificate.getVerification': getVerification,
  ...reachProcedures,
  'statistics.getBoard': getBoard,
  'statistics.getPlan': getPlan,
  'statistics.listTargets': listTargets,
  'statistics.addTarget': addTarget,
  'statistics.withdrawTarget': withdrawTarget,
  'statistics.getPeers': getPeers,
  'statistics.addPeer': addPeer,
  'statistics.getPeersPreview': getPeersPreview,
  'statistics.importPeers': importPeers,
  'statistics.withdrawPeer': withdrawPeer,
  'statistics.getTrend': getTrend,
  'statistics.getPublicBoard': getPublicBoard,
  'statistics.getBrands': getBrands,
  'statistics.listRuralCommunities': listRuralCommunities,
  'statistics.listHeldShifts': listHeldShifts,
  'statistics.listFacts': listFacts,
  'statistics.getFigureRecount': getFigureRecount,
  'audit.getOverview': getOverview,
  'audit.listIncidents': listIncidents,
  'audit.listDifferences': listDifferences,
  'audit.listRestatements': listRestatements,
  'audit.continueRecount': continueRecount,
  'audit.repairIncident': repairIncident,
  'audit.verifyChain': verifyChain,
  ...consoleProcedures,
  'export.requestExport': requestExport,
  'export.getExport': getExport,
  'export.listExports': listExports,
  'export.getReport': getReport,
} as const;

export type Procedures = typeof procedures;
export type ProcedureName = keyof Procedures;

/** These draw, with a typeface of 10 MB: a cloud function of their own keeps every other one light. */
const PAPER_PROCEDURES = [
  'certificate.getFile',
  'poster.getPoster',
] as const satisfies readonly ProcedureName[];
export type PaperProcedure = (typeof PAPER_PROCEDURES)[number];

/** The cloud function that serves a procedure. */
export function functionOf(name: string): 'api' | 'paper' {
  return PAPER_PROCEDURES.some((one) => one === name) ? 'paper' : 'api';
}

/** what a caller writes */
export type InputOf<Name extends ProcedureName> = z.input<Procedures[Name]['input']>;
/** what the server works with */
export type ParsedInputOf<Name extends ProcedureName> = z.output<Procedures[Name]['input']>;
/** what a caller reads */
export type OutputOf<Name extends ProcedureName> = z.output<Procedures[Name]['output']>;
/** what the server returns, before it is checked against the schema */
export type ViewOf<Name extends ProcedureName> = z.input<Procedures[Name]['output']>;

/** Which handler serves which procedure in the function `api`: the type makes the list complete. */
import { fileHandlers } from './file-handlers';
import { recognitionHandlers } from './recognition-handlers';
import { wakeHandlers } from './wake/handlers';
import type { PaperProcedure } from '@contract/procedures';
import type { Handlers } from './kernel/procedure';
import { auditHandlers } from './audit/handlers';
import { batchHandlers } from './batch/handlers';
import { consoleHandlers } from './console/handlers';
import { changeShift, changeText } from './activity/change-activity';
import { listNearby } from './activity/list-nearby';
import { createActivity, publishActivity } from './activity/create-activity';
import { getActivity, getShift } from './activity/get-activity';
import {
  listOrganisedActivities,
  listOrganisedProjects,
  listUpcomingActivities,
} from './activity/list-activities';
import { issueCertificate } from './certificate/issue';
import { listCertifiable } from './certificate/list-certifiable';
import { getCertificate, listMyCertificates } from './certificate/my-certificates';
import { listIssuedCertificates } from './certificate/list-issued';
import { revokeCertificate, revokeIssuedCertificate } from './certificate/revoke';
import { getVerification } from './certificate/verify';
import { assist } from './attendance/assist';
import { getMyCard, listCards, replaceMyCard } from './attendance/cards';
import { changeRules, getRules, listRuleVersions } from './attendance/attendance-rules';
import { decideApproval, listApprovals } from './attendance/approvals';
import { listRecordHistory } from './attendance/record-history';
import { voidRecord } from './attendance/void-record';
import { checkIn } from './attendance/check-in';
import { checkOut } from './attendance/check-out';
import {
  answerConfirmation,
  getConfirmation,
  listConfirmations,
  requestConfirmation,
} from './attendance/confirmations';
import { cancelEnrolment, enrol } from './attendance/enrol';
import { listMyCurrent, listMyRecords } from './attendance/my-attendances';
import { changePlaceCode, getPlaceCode } from './attendance/place-codes';
import { listPlaceShifts } from './attendance/place-shifts';
import { listRoster } from './attendance/roster';
import { getCheckInSeed, listArrivals } from './attendance/shift-screen';
import { listLateVisits, reviewLateVisit } from './attendance/late-visits';
import { listReplays } from './attendance/replays';
import { listTickRoster, tick } from './attendance/ticks';
import { closeShift, getClosing } from './attendance/close-shift';
import { answerClaim, listClaims } from './attendance/claims';
import { getDuty, takeUpDuty } from './attendance/duty';
import { getMyClaim, listMyCorrectable, makeClaim, withdrawClaim } from './attendance/my-claims';
import { decideClosingReview, listClosingReviews, listShiftPeople } from './attendance/reviews';
import { getVoidPreview } from './attendance/void-preview';
import { listEnrolments } from './enrolment/list-enrolments';
import { cancelShift, changeCapacity, changePosts } from './enrolment/manage-shift';
import { getExport, listExports } from './export/get-exports';
import { getReport } from './export/get-report';
import { requestExport } from './export/request-export';
import { addImportPart, beginImport, startReading } from './import/arrive';
import { cancelImport, chooseColumns, confirmImport, undoImport } from './import/decide-imports';
import { getImport, listImports } from './import/get-imports';
import { getImportedRecord, listImportedRecords, objectToRecord } from './import/imported-records';
import { answerSupplement } from './supplement/answer';
import { listPublicSupplements, objectToSupplement } from './supplement/board';
import { checkSupplement } from './supplement/check';
import { getDesk } from './supplement/desk';
import { enterSupplement } from './supplement/enter';
import { addEvidencePart } from './supplement/evidence';
import { getSupplement, listMySupplements, listSupplements } from './supplement/lists';
import { answerQuestion, decideReview, listQuestions, listReviews } from './supplement/reviews';
import { changeSupplementRules, getSupplementRules } from './supplement/rules';
import { listDivisions } from './geography/list-divisions';
import { addChild } from './guardian/add-child';
import { endChild } from './guardian/end-child';
import { listChildren } from './guardian/list-children';
import { countSample } from './project/count-sample';
import { accredit, listDecisions, moveStage, withdrawAccreditation } from './project/decide-stage';
import { cloneProject, getKit } from './project/kit';
import { getStanding, tickItem } from './project/standing';
import { editStory } from './project/edit-story';
import { listMyMessages } from './message/list-messages';
import { getSubscriptions, recordChoices } from './message/subscriptions';
import { requestIdentityChange, requestMerge } from './person/ask';
import { decidePersonRequest } from './person/decide';
import { listMatches } from './person/find-people';
import { listPersonRequests } from './person/list-requests';
import { getMergePreview } from './person/merge-preview';
import { getProject } from './project/get-project';
import { listBrandProjects } from './project/list-brand-projects';
import { getBrandMap } from './project/brand-map';
import { listByCounty } from './project/list-by-county';
import { listSamples, voidSample } from './project/samples';
import { addSamplePoint, defineOutcome, getOutcome } from './project/outcome';
import { getMyStars } from './recognition/get-my-stars';
import { reachHandlers } from './reach/handlers';
import { getBoard } from './statistics/get-board';
import { getBrands } from './statistics/get-brands';
import { listHeldShifts } from './statistics/list-held-shifts';
import { listRuralCommunities } from './statistics/list-rural-communities';
import { addPeer, importPeers, getPeersPreview, withdrawPeer } from './statistics/edit-peers';
import { getPeers } from './statistics/get-peers';
import { getPlan } from './statistics/get-plan';
import { addTarget, listTargets, withdrawTarget } from './statistics/targets';
import { getFigureRecount, listFacts } from './statistics/list-facts';
import { getPublicBoard } from './statistics/get-public-board';
import { getTrend } from './statistics/get-trend';
import { demandHandlers } from './demand/handlers';
import { roleHandlers } from './role/handlers';
import { getCity } from './system/get-city';
import { claim } from './volunteer/claim';
import { getMe } from './volunteer/get-me';
import { getLeaving, leave } from './volunteer/leave';
import { move } from './volunteer/move';
import { ownHandlers } from './volunteer/own-handlers';
import { register } from './volunteer/register';

export const handlers: Omit<Handlers, PaperProcedure> = {
  'system.getCity': getCity,
  ...roleHandlers,
  ...demandHandlers,
  ...consoleHandlers,
  ...batchHandlers,
  'geography.listDivisions': listDivisions,
  'volunteer.getMe': getMe,
  'volunteer.register': register,
  'volunteer.claim': claim,
  'volunteer.move': move,
  'volunteer.getLeaving': getLeaving,
  'volunteer.leave': leave,
  ...ownHandlers,
  'person.listMatches': listMatches,
  'person.getMergePreview': getMergePreview,
  'person.requestMerge': requestMerge,
  'person.requestIdentityChange': requestIdentityChange,
  'person.listRequests': listPersonRequests,
  'person.decideRequest': decidePersonRequest,
  'project.listBrandProjects': listBrandProjects,
  'project.listByCounty': listByCounty,
  'project.getBrandMap': getBrandMap,
  'project.getProject': getProject,
  'project.editStory': editStory,
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
  'activity.changeShift': changeShift,
  'activity.changeText': changeText,
  'activity.listNearby': listNearby,
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
  'certificate.revoke': revokeCertificate,
  'certificate.listIssued': listIssuedCertificates,
  'certificate.revokeIssued': revokeIssuedCertificate,
  'certificate.getVerification': getVerification,
  ...reachHandlers,
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
  ...auditHandlers,
  ...recognitionHandlers,
  ...fileHandlers,
  ...wakeHandlers,
  'import.beginImport': beginImport,
  'import.addImportPart': addImportPart,
  'import.startReading': startReading,
  'import.chooseColumns': chooseColumns,
  'import.confirmImport': confirmImport,
  'import.cancelImport': cancelImport,
  'import.undoImport': undoImport,
  'import.getImport': getImport,
  'import.listImports': listImports,
  'import.listImportedRecords': listImportedRecords,
  'import.getImportedRecord': getImportedRecord,
  'import.objectToRecord': objectToRecord,
  'export.requestExport': requestExport,
  'export.getExport': getExport,
  'export.listExports': listExports,
  'export.getReport': getReport,
};

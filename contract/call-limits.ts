/**
 * How often one account may call a procedure: what costs money, fills storage, asks for many people's data
 * or could be used to try numbers out. Everything else is bounded by `server/kernel/recent-calls.ts` alone.
 */
import type { ProcedureName } from './procedures';

/** The window begins at full hours of the server's clock. */
export const LIMIT_WINDOW_MS = 3_600_000;

/**
 * Calls in an hour, refused ones included. Far above what somebody does by hand: an organiser writes a week's
 * activities at one sitting, and a file of 10 MB arrives in some 250 parts.
 */
export const CALLS_AN_HOUR: Partial<Readonly<Record<ProcedureName, number>>> = {
  'volunteer.register': 30,
  'volunteer.claim': 20,
  'volunteer.changePhone': 20,
  'volunteer.takeData': 30,
  'guardian.addChild': 60,
  'person.listMatches': 200,
  'person.requestMerge': 120,
  'person.requestIdentityChange': 60,
  'import.beginImport': 60,
  'import.addImportPart': 3_000,
  'export.requestExport': 60,
  'project.editStory': 200,
  'picture.addPart': 1_000,
  'supplement.addEvidencePart': 1_000,
  'supplement.enter': 300,
  'supplement.object': 30,
  'activity.createActivity': 300,
  'activity.changeText': 300,
  'attendance.makeClaim': 60,
  'certificate.getVerification': 300,
  'attachment.addPart': 1_000,
  'demand.place': 60,
  'demand.placeProxy': 200,
  'demand.rate': 60,
  'demand.getContact': 200,
  'poster.getPoster': 600,
  'poster.requestCounty': 60,
  'wake.make': 60,
  'team.changeMembership': 60,
  'kit.clone': 120,
  'batch.run': 300,
  'console.askTicket': 60,
  'commendation.propose': 120,
  'reach.getPlatformLink': 200,
  'reach.recordOpening': 120,
  'reach.getMiniProgramCode': 600,
  'role.grant': 120,
};

/**
 * Calls in an hour from one address by whoever has no account: a computer that asks to be let in stores a
 * document. An office building goes out by one address.
 */
export const VISITOR_CALLS_AN_HOUR: Partial<Readonly<Record<ProcedureName, number>>> = {
  'console.askTicket': 600,
};

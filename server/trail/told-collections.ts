/**
 * Which documents the trail tells (TL1, TL2), and how: every collection is either told, in the order in which
 * one names what a deed is about, or said here to be bookkeeping. The types refuse one that is neither.
 */
import type { DeedKind } from '@contract/trail-fields';
import type { CollectionName } from '../kernel/documents';

export interface Telling {
  /** where the title stands – of a person the number, never a name –; empty: what else was read has it */
  readonly title: string;
  /** whom it is about; empty: as the title; absent: nobody */
  readonly subject?: string;
}

/** The first of them that a command wrote is what it is about. */
export const TOLD: Readonly<Record<DeedKind, Telling>> = {
  roleGrants: { title: 'scopeName', subject: 'volunteerId' },
  personRequests: { title: 'volunteerNumber', subject: 'volunteerId' },
  claims: { title: 'title', subject: 'volunteerId' },
  approvals: { title: 'title', subject: 'volunteerId' },
  supplementReviews: { title: '', subject: '' },
  supplements: { title: 'title', subject: 'volunteerId' },
  confirmations: { title: 'deed', subject: 'volunteerId' },
  attendances: { title: 'title', subject: 'volunteerId' },
  closings: { title: 'title' },
  shifts: { title: 'title' },
  activities: { title: 'title' },
  projects: { title: 'title' },
  memberships: { title: 'teamName', subject: 'volunteerId' },
  teams: { title: 'name' },
  stations: { title: 'name' },
  orders: { title: 'divisionName' },
  courses: { title: 'title' },
  commendations: { title: 'title' },
  wakes: { title: 'title' },
  visitProofs: { title: 'shiftId', subject: 'volunteerId' },
  placeCodes: { title: 'place.name' },
  supplementRules: { title: 'setByName' },
  attendanceRules: { title: 'setByName' },
  outcomeSamples: { title: 'pointName' },
  outcomes: { title: 'countedWord' },
  readinessTicks: { title: '_id' },
  imports: { title: 'fileName' },
  exports: { title: 'divisionName' },
  posterJobs: { title: 'countyName' },
  certificates: { title: 'number', subject: 'volunteerId' },
  targets: { title: 'divisionName' },
  peerBooks: { title: '_id' },
  incidents: { title: '_id' },
  volunteers: { title: 'volunteerNumber', subject: '_id' },
};

/** Follows from what is told, serves a search, is on its way, or has a ledger of its own that names who. */
export const UNTOLD: Readonly<Record<Exclude<CollectionName, DeedKind>, 'untold'>> = {
  settings: 'untold',
  roleGuards: 'untold',
  divisions: 'untold',
  accounts: 'untold',
  identities: 'untold',
  homes: 'untold',
  personLedger: 'untold',
  ledger: 'untold',
  miniProgramCodes: 'untold',
  volunteerCards: 'untold',
  lines: 'untold',
  guardianships: 'untold',
  guardianConsents: 'untold',
  guardians: 'untold',
  dirtyVolunteers: 'untold',
  dirtyShifts: 'untold',
  contributions: 'untold',
  participations: 'untold',
  shiftContributions: 'untold',
  tallies: 'untold',
  foldBatches: 'untold',
  foldJournal: 'untold',
  lateChanges: 'untold',
  recountProgress: 'untold',
  recounts: 'untold',
  publications: 'untold',
  publicationHead: 'untold',
  chainCheck: 'untold',
  exportChunks: 'untold',
  exportTrends: 'untold',
  exportQuotas: 'untold',
  importParts: 'untold',
  importChunks: 'untold',
  importFaults: 'untold',
  importMappings: 'untold',
  importQuotas: 'untold',
  starSchemes: 'untold',
  certificateCodes: 'untold',
  serviceDays: 'untold',
  supplementSteps: 'untold',
  supplementQuotas: 'untold',
  teamMonths: 'untold',
  supplementPaces: 'untold',
  evidenceParts: 'untold',
  evidence: 'untold',
  replayAttempts: 'untold',
  subscriptions: 'untold',
  messages: 'untold',
  cancellationNotices: 'untold',
  changeNotices: 'untold',
  pictureParts: 'untold',
  callCounts: 'untold',
  keyRotations: 'untold',
  platformLinks: 'untold',
  openings: 'untold',
  channelSums: 'untold',
  posters: 'untold',
  targetPeriods: 'untold',
  counterDays: 'untold',
  projectDecisions: 'untold',
  dirtyProjects: 'untold',
  teamRatings: 'untold',
  deeds: 'untold',
  accessLog: 'untold',
  consoleTickets: 'untold',
  wakeMembers: 'untold',
  invitationStandings: 'untold',
};

export function isTold(collection: CollectionName): collection is DeedKind {
  return collection in TOLD;
}

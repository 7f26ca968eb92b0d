/**
 * What the trail tells of each kind of document (TL2): these fields and no others, so that no name, number or
 * phone of anybody gets into it. Dotted paths; a list is told by its length or as its texts.
 */
export const DEED_FIELDS = {
  shifts: [
    'startsAt',
    'endsAt',
    'place.name',
    'meetingPoint',
    'capacity',
    'posts.length',
    'isPublished',
    'state',
    'cancelReason',
  ],
  activities: ['title', 'summary', 'description', 'pictures.length', 'attachments.length', 'state'],
  projects: [
    'title',
    'goal',
    'stage',
    'story',
    'pictures.length',
    'safeguards',
    'accreditation.level',
    'accreditation.document',
    'accreditation.validFromDay',
    'accreditation.validToDay',
  ],
  attendances: ['state', 'creditedMinutes', 'checkIn.at', 'checkOut.at'],
  approvals: ['state', 'minutes'],
  closings: ['state', 'headCount', 'expectedCount', 'recordedCount'],
  claims: ['state', 'kind', 'answer.verdict', 'answer.reason'],
  confirmations: ['deed', 'state'],
  visitProofs: ['isWaiting'],
  placeCodes: ['version', 'isWithdrawn'],
  supplements: ['state', 'minutes', 'reason', 'reasonText'],
  supplementReviews: ['state', 'question', 'answer'],
  supplementRules: ['version', 'reason'],
  attendanceRules: [
    'version',
    'reason',
    'rules.opensBeforeMinutes',
    'rules.closesAfterMinutes',
    'rules.graceInMinutes',
    'rules.graceOutMinutes',
    'rules.headCountTolerancePercent',
  ],
  outcomes: ['countedWord', 'unitWord', 'doneWord', 'missedWord', 'points.length'],
  outcomeSamples: ['pointName', 'phase', 'doneCount', 'missedCount', 'voiding.reason'],
  readinessTicks: ['ticks.length'],
  personRequests: ['kind', 'state', 'reason', 'evidence', 'refusalReason'],
  volunteers: ['status'],
  imports: ['fileName', 'phase', 'outcome', 'rowCount', 'undoReason'],
  exports: ['fromDay', 'toDay'],
  posterJobs: ['form', 'totalCount'],
  certificates: ['revocation.by', 'revocation.reason'],
  targets: ['indicator', 'valueBasisPoints', 'fromDay', 'toDay', 'document', 'withdrawnDay'],
  peerBooks: ['rows.length'],
  incidents: ['state', 'repair.reason'],
  roleGrants: ['role', 'scopeName', 'fromDay', 'toDay', 'reason', 'revocation.reason'],
  teams: ['name', 'form', 'leaderId', 'parentName', 'state', 'closeReason'],
  memberships: ['state'],
  stations: ['name', 'address', 'managerId', 'state', 'closeReason'],
  orders: ['state', 'teamName', 'need'],
  courses: ['title', 'summary', 'validDays', 'isOffered'],
  commendations: ['kind', 'title', 'level', 'documentNumber', 'reason', 'state', 'endReason'],
  wakes: ['title', 'divisionName', 'phase', 'isStopped'],
} as const;

export type DeedKind = keyof typeof DEED_FIELDS;
/** e.g. `shifts.capacity` */
export type DeedField = {
  [Kind in DeedKind]: `${Kind}.${(typeof DEED_FIELDS)[Kind][number]}`;
}[DeedKind];

export const DEED_KINDS = Object.keys(DEED_FIELDS).filter((name): name is DeedKind => name in DEED_FIELDS);

/** Indexes by collection: deployment creates them in the cloud, the local cloud makes the same ones. */
import { REACHES } from '@domain/geography/cells';
import type { CollectionName } from './documents';

export interface IndexDeclaration {
  readonly name: string;
  readonly keys: readonly { readonly field: string; readonly direction: 1 | -1 }[];
  readonly unique?: boolean;
}

function index(name: string, fields: readonly string[]): IndexDeclaration {
  return {
    name,
    keys: fields.map((field) =>
      field.startsWith('-') ? { field: field.slice(1), direction: -1 } : { field, direction: 1 },
    ),
  };
}

export const INDEXES: Readonly<Partial<Record<CollectionName, readonly IndexDeclaration[]>>> = {
  divisions: [index('by-parent', ['parentCode', '_id']), index('by-level', ['level', '_id'])],
  volunteers: [index('by-phone-hash', ['phoneHash'])],
  personRequests: [
    index('for-offices', ['officeKeys', 'isOpen', '-askedAt', '_id']),
    index('to-work-on', ['hasWork', 'askedAt', '_id']),
  ],
  accounts: [index('of-volunteer', ['volunteerId'])],
  personLedger: [index('of-volunteer', ['volunteerId', '-at', '_id'])],
  roleGrants: [
    index('by-openid', ['openId']),
    index('of-office-newest-first', ['officeKeys', '-grantedAt', '_id']),
    index('of-office-by-end', ['officeKeys', 'toDay', '_id']),
    index('offices-of-city', ['officeKeys', 'role']),
    index('of-team', ['scope.teamId']),
  ],
  teams: [
    index('by-division', ['divisionCode', '_id']),
    index('of-division-newest-first', ['divisionCode', '-createdAt', '_id']),
  ],
  memberships: [
    index('of-team', ['teamId', 'state', 'changedAt', '_id']),
    index('of-volunteer', ['volunteerId', '-changedAt', '_id']),
    index('of-team-by-skill', ['teamId', 'state', 'skills']),
  ],
  stations: [
    index('of-county-newest-first', ['countyCode', '-createdAt', '_id']),
    index('of-division', ['divisionCode', 'state']),
    index('open-by-level', ['level', 'state', '_id']),
  ],
  projects: [
    index('by-brand-rank', ['brandRank', '_id']),
    index('by-team', ['teamId', '_id']),
    index('by-division-and-id', ['divisionCode', '_id']),
    index('by-origin', ['clonedFrom.projectId', '_id']),
    index('by-accreditation', ['accreditation.validToDay', '_id']),
  ],
  outcomeSamples: [index('of-project', ['projectId', '-startedAt', '_id'])],
  activities: [
    index('upcoming', ['state', 'lastEndsAt', '_id']),
    index('upcoming-in-county', ['countyCode', 'state', 'lastEndsAt', '_id']),
    index('upcoming-of-project', ['projectId', 'state', 'lastEndsAt', '_id']),
    index('of-team', ['teamId', '-createdAt', '_id']),
    index('ahead-of-team', ['teamId', 'state', 'lastEndsAt']),
  ],
  shifts: [
    index('of-activity', ['activityId', 'startsAt', '_id']),
    index('in-community-by-end', ['place.divisionCode', 'endsAt', '_id']),
    index('owing-seats', ['owesSeats', 'startsAt', '_id']),
    index('of-course', ['courseId', 'startsAt', '_id']),
    index('not-closed', ['closingDueAt', '_id']),
    index('of-project', ['projectId', '_id']),
    ...REACHES.map((reach) => index(`in-cell-${reach}`, [`cells.${reach}`, 'startsAt', '_id'])),
  ],
  confirmations: [index('of-shift-waiting', ['shiftId', 'state', 'askedAt', '_id'])],
  attendances: [
    index('of-volunteer-by-time', ['volunteerId', '-startsAt', '_id']),
    // holds all that is counted of a person's records (excerpts.ts): no record is read for them
    index('counted-of-volunteer', [
      'volunteerId',
      'state',
      'startsAt',
      '_id',
      'endsAt',
      'projectId',
      'checkIn.at',
      'checkIn.late',
      'checkOut.at',
      'checkOut.late',
      'creditedMinutes',
      'source',
      'trainingValidDays',
      'confirmedAt',
      'servedDays',
    ]),
    index('of-shift-by-move', ['shiftId', 'state', '-movedAt', '_id']),
    // holds all that a shift's sums are made of (shift-facts.ts): no record is read for them
    index('summed-of-shift', ['shiftId', 'state', 'creditedMinutes', 'source']),
    index('of-volunteer-by-course', ['volunteerId', 'courseId', 'state', '-startsAt', '_id']),
    index('open-visits', ['state', 'endsAt', '_id']),
    index('of-shift-by-step', ['shiftId', 'checkIn.timeStep']),
  ],
  orders: [
    index('of-asker', ['askerKeys', '-placedAt', '_id']),
    index('open-of-asker', ['askerKeys', 'group', 'expiresAt']),
    index('for-offices-by-end', ['officeKeys', 'group', 'expiresAt', '_id']),
    index('for-offices-by-wait', ['officeKeys', 'group', 'movedAt', '_id']),
    index('for-offices-newest-first', ['officeKeys', 'group', '-movedAt', '_id']),
    index('asked-of-team', ['teamId', 'state', 'expiresAt', '_id']),
    index('of-team-newest-first', ['teamId', 'group', '-movedAt', '_id']),
    index('put-up', ['offeredKeys', 'state', 'expiresAt', '_id']),
    index('to-expire', ['group', 'expiresAt', '_id']),
    index('waiting-in-community', ['divisionCode', 'group', 'expiresAt']),
  ],
  courses: [index('offered', ['isOffered', '-addedAt', '_id'])],
  commendations: [
    index('for-offices', ['officeKeys', 'state', '-madeAt', '_id']),
    index('of-subject', ['subjectId', 'state', '-checkedAt', '_id']),
    index('in-force', ['state', '-checkedAt', '_id']),
  ],
  closings: [
    index('waiting-for', ['reviewerKeys', 'isWaiting', 'askedAt', '_id']),
    index('to-settle', ['isSettling', 'changedAt', '_id']),
  ],
  claims: [index('waiting-for', ['answererKeys', 'state', 'askedAt', '_id'])],
  supplements: [
    index('to-handle', ['handlerKeys', 'group', '-enteredAt', '_id']),
    index('of-volunteer', ['volunteerId', '-enteredAt', '_id']),
    index('of-shift', ['shiftId', 'group', 'minutes']),
    index('in-public', ['isPublic', '-enteredAt', 'publicId']),
    index('by-public-id', ['publicId']),
    index('unanswered', ['group', 'answerBy', '_id']),
  ],
  supplementReviews: [
    index('for-offices', ['officeKeys', 'group', 'openedAt', '_id']),
    index('asked-of', ['handlerKeys', 'group', 'openedAt', '_id']),
  ],
  evidenceParts: [index('oldest-first', ['storedAt', '_id'])],
  callCounts: [index('oldest-first', ['storedAt', '_id'])],
  pictureParts: [index('oldest-first', ['storedAt', '_id'])],
  consoleTickets: [
    index('oldest-first', ['storedAt', '_id']),
    index('open-of-account', ['openId', 'state', '-askedAt', '_id']),
  ],
  approvals: [index('waiting-for', ['approverKeys', 'state', 'askedAt', '_id'])],
  visitProofs: [index('waiting-of-shift', ['shiftId', 'isWaiting', 'uploadedAt', '_id'])],
  replayAttempts: [index('of-shift', ['shiftId', '-lastAt', '_id'])],
  certificates: [
    index('of-volunteer', ['volunteerId', '-issuedAt', '_id']),
    index('issued-in', ['issuedIn', '-issuedAt', '_id']),
    index('by-number', ['number']),
  ],
  targets: [index('of-division', ['divisionCode', '-fromDay', '_id'])],
  accessLog: [
    index('by-person-and-time', ['volunteerIds', '-at']),
    index('of-office-newest-first', ['keys', '-at', '_id']),
  ],
  deeds: [index('of-office-newest-first', ['keys', '-at', '_id'])],
  contributions: [index('of-township', ['township', '_id'])],
  projectDecisions: [index('of-project', ['projectId', '-at', '_id'])],
  dirtyProjects: [index('oldest-first', ['markedAt', '_id'])],
  dirtyShifts: [index('oldest-first', ['markedAt', '_id'])],
  shiftContributions: [index('of-project', ['projectId', '_id']), index('of-shift', ['shiftId'])],
  // each holds all that a recount reads of it (participations.ts): no document is read
  participations: [
    index('of-volunteer-with-days', ['volunteerId', '_id', 'firstDay', 'secondDay']),
    index('of-project-by-day', ['projectId', 'firstDay']),
    index('of-project-by-second-day', ['projectId', 'secondDay']),
  ],
  incidents: [index('newest-first', ['-foundAt', '_id']), index('open', ['state', '_id'])],
  recounts: [index('newest-first', ['-startedAt', '_id'])],
  lateChanges: [index('earliest-first', ['fromDay', '_id'])],
  publications: [index('of-day', ['day', 'seq']), index('restatements', ['kind', '-seq', '_id'])],
  exports: [
    index('mine-newest-first', ['openId', '-requestedAt', '_id']),
    index('work-oldest-first', ['hasWork', 'requestedAt', '_id']),
    index('to-take-away', ['keptUntil', '_id']),
  ],
  openings: [index('to-count', ['isCounted', 'storedAt', '_id'])],
  posterJobs: [index('work-oldest-first', ['hasWork', 'requestedAt', '_id'])],
  imports: [
    index('for-offices', ['officeKeys', '-requestedAt', '_id']),
    index('work-oldest-first', ['hasWork', 'requestedAt', '_id']),
    index('to-take-away', ['keptUntil', '_id']),
  ],
  importParts: [index('oldest-first', ['storedAt', '_id'])],
  messages: [
    index('to-do', ['isOpen', 'actAt', '_id']),
    index('of-volunteer', ['volunteerId', '-createdAt', '_id']),
  ],
  cancellationNotices: [index('open', ['isOpen', '_id'])],
  changeNotices: [index('open', ['isOpen', '_id'])],
  wakes: [
    index('of-office-newest-first', ['officeKeys', '-madeAt', '_id']),
    index('to-work-on', ['workAt', '_id']),
  ],
  wakeMembers: [index('of-volunteer', ['volunteerId', '-assignedAt', '_id'])],
  dirtyVolunteers: [index('oldest-first', ['markedAt', '_id'])],
};

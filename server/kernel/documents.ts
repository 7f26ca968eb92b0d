/**
 * Every collection and the shape of its documents. A document is parsed when it is read (the second door), so
 * what the use cases hold is what the types say. `indexes.ts` declares what is searched by.
 */
import { URBAN_RURAL_CODES } from '@domain/geography/urban-rural';
import { RECORD_SOURCES } from '@domain/attendance/attendance';
import { HOST_LEVELS, SERVICE_FIELDS } from '@domain/project/project';
import { NO_STATED_RISK, RISK_LEVELS } from '@domain/activity/risk';
import { riskStatementSchema } from '@contract/activity.contract';
import { attendanceStateSchema } from '@contract/attendance-view';
import {
  activityIdField,
  countField,
  dayField,
  divisionCodeField,
  instantField,
  projectIdField,
  shiftIdField,
  teamIdField,
  volunteerIdField,
} from '@contract/fields';
import { accreditationSchema, originSchema } from '@contract/project.contract';
import { parseAttendanceId } from '@domain/kernel/identifiers';
import { closingDocumentSchemas } from './closing-documents';
import { assistDocumentSchemas } from './assist-documents';
import { consoleDocumentSchemas } from './console-documents';
import { roleDocumentSchemas } from './role-documents';
import { demandDocumentSchemas, demandFieldsOfShift } from './demand-documents';
import { stageDocumentSchemas } from './stage-documents';
import { outcomeDocumentSchemas } from './outcome-documents';
import { auditDocumentSchemas } from './audit-documents';
import { countedDocumentSchemas } from './counted-documents';
import { attachmentsField, pictureDocumentSchemas, picturesField } from './picture-documents';
import { peerDocumentSchemas } from './peer-documents';
import {
  creditingDocumentSchemas,
  creditingFieldsOfAttendance,
  creditingFieldsOfShift,
} from './crediting-documents';
import { enrolmentDocumentSchemas, enrolmentSchema, postFieldsOfShift } from './enrolment-documents';
import { exportDocumentSchemas } from './export-documents';
import { certificateDocumentSchemas } from './certificate-documents';
import { importDocumentSchemas } from './import-documents';
import { messageDocumentSchemas } from './message-documents';
import { supplementDocumentSchemas } from './supplement-documents';
import { targetDocumentSchemas } from './target-documents';
import { personRequestDocumentSchemas } from './person-request-documents';
import { presenceDocumentSchemas, presenceSchema } from './presence-documents';
import {
  trainingDocumentSchemas,
  trainingFieldsOfActivity,
  trainingFieldsOfShift,
} from './training-documents';
import { securityDocumentSchemas } from './security-documents';
import { trailDocumentSchemas } from './trail-documents';
import { posterDocumentSchemas } from './poster-documents';
import { reachDocumentSchemas } from './reach-documents';
import { volunteerDocumentSchemas } from './volunteer-documents';
import { wakeDocumentSchemas } from './wake-documents';
import * as z from 'zod';
import '@contract/zod-config';

/** A copy, for marking what fits (PF5). */
const fieldOfProject = { field: z.enum(SERVICE_FIELDS).exactOptional() } as const;

const urbanRuralField = z.enum(URBAN_RURAL_CODES).nullable();
/** 培训 is an activity whose record is a training, valid for so many days; null: 志愿服务 */
const trainingField = countField.nullable();
const placeSchema = z.object({
  name: z.string(),
  divisionCode: divisionCodeField,
  position: z.object({ latitude: z.number(), longitude: z.number() }),
  radiusMeters: countField,
});
export const documentSchemas = {
  settings: z.object({
    _id: z.string(),
    cityCode: divisionCodeField,
    cityName: z.string(),
    isDemonstration: z.boolean(),
    /** where the 城乡分类代码 of the communities come from; null: they are not classed */
    urbanRuralSource: z.string().nullable(),
    /** `https://…` of the H5 site, for what is printed on the server; null: there is none */
    siteOrigin: z.string().nullable().default(null),
  }),
  divisions: z.object({
    _id: divisionCodeField,
    name: z.string(),
    level: z.enum(['city', 'county', 'township', 'community']),
    parentCode: divisionCodeField.nullable(),
    /** from the city down to the parent, so that a path is shown without further look-ups */
    ancestors: z.array(z.object({ divisionCode: divisionCodeField, name: z.string() })),
    population: z.array(z.object({ residents: countField, referenceDay: dayField, document: z.string() })),
    /** published residents by settlement (ST20) */
    settlementPopulation: z.array(
      z.object({
        ruralResidents: countField,
        urbanResidents: countField,
        referenceDay: dayField,
        document: z.string(),
      }),
    ),
    /** 城乡分类代码 of a community; null above the communities, and where none was published */
    urbanRuralCode: urbanRuralField,
    /** communities classed rural in it (ST20), kept by whoever writes divisions */
    ruralCommunityCount: countField,
  }),
  ...volunteerDocumentSchemas,
  projects: z.object({
    _id: projectIdField,
    title: z.string(),
    goal: z.string(),
    story: z.array(z.string()),
    /** 安全保障: how nobody comes to harm */
    safeguards: z.string().default(''),
    field: z.enum(SERVICE_FIELDS),
    stage: z.enum(['incubating', 'growing', 'accredited', 'exemplary']),
    outcomeName: z.string(),
    accreditation: accreditationSchema.nullable(),
    divisionCode: divisionCodeField,
    divisionName: z.string(),
    teamId: teamIdField,
    teamName: z.string(),
    hostLevel: z.enum(HOST_LEVELS),
    pictureFileId: z.string(),
    usualPlace: placeSchema.extend({ divisionName: z.string() }).nullable(),
    /** ascending order on the brand list; null: not listed there */
    brandRank: z.number().int().nullable(),
    /** the project of another county that this one was copied from (BP9) */
    clonedFrom: originSchema.nullable().default(null),
    /** of the story; never copied along */
    pictures: picturesField,
  }),
  activities: z.object({
    _id: activityIdField,
    projectId: projectIdField,
    projectTitle: z.string(),
    ...fieldOfProject,
    teamId: teamIdField,
    teamName: z.string(),
    title: z.string(),
    summary: z.string(),
    description: z.string(),
    state: z.enum(['draft', 'published', 'cancelled']),
    cancelledShiftCount: countField.default(0),
    firstStartsAt: instantField,
    lastEndsAt: instantField,
    trainingValidDays: trainingField,
    ...trainingFieldsOfActivity,
    risk: riskStatementSchema.default(NO_STATED_RISK),
    placeName: z.string(),
    countyCode: divisionCodeField,
    divisionName: z.string(),
    createdBy: z.string(),
    createdAt: instantField,
    /** of the first shift; absent: by the defaults (AT2) */
    checkInOpensAt: instantField.exactOptional(),
    attachments: attachmentsField,
    pictures: picturesField,
  }),
  shifts: z.object({
    _id: shiftIdField,
    activityId: activityIdField,
    projectId: projectIdField,
    ...fieldOfProject,
    teamId: teamIdField,
    title: z.string(),
    startsAt: instantField,
    endsAt: instantField,
    place: placeSchema,
    divisionName: z.string(),
    /** of the place's community when the shift was made: later reclassing changes no past figure */
    urbanRuralCode: urbanRuralField,
    trainingValidDays: trainingField,
    capacity: countField.nullable(),
    takenCount: countField,
    /** people in the line (候补), of which `lines` has the order */
    waitingCount: countField.default(0),
    /** seats are free that the line waits for: the timer gives them */
    owesSeats: z.boolean().default(false),
    riskLevel: z.enum(RISK_LEVELS).default('general'),
    state: z.enum(['open', 'cancelled']),
    cancelReason: z.string().nullable().default(null),
    cancelledAt: instantField.nullable().optional(),
    isPublished: z.boolean(),
    ...creditingFieldsOfShift,
    ...trainingFieldsOfShift,
    ...demandFieldsOfShift,
    ...postFieldsOfShift,
  }),
  attendances: z.object({
    _id: z.string().transform(parseAttendanceId),
    shiftId: shiftIdField,
    activityId: activityIdField,
    projectId: projectIdField,
    volunteerId: volunteerIdField,
    state: attendanceStateSchema,
    source: z.enum(RECORD_SOURCES),
    trainingValidDays: trainingField,
    enrolledAt: instantField.nullable(),
    checkIn: presenceSchema.nullable(),
    checkOut: presenceSchema.nullable(),
    creditedMinutes: countField,
    confirmedAt: instantField.nullable(),
    enrolment: enrolmentSchema.optional(),
    seq: countField,
    /** copied from shift and volunteer, so that lists need no second look-up */
    title: z.string(),
    placeName: z.string(),
    startsAt: instantField,
    endsAt: instantField,
    maskedName: z.string(),
    /** last move, for the organiser's screen */
    movedAt: instantField,
    ...creditingFieldsOfAttendance,
  }),
  /** 流水: append-only, `_id` is `${attendanceId}:${seq}` */
  ledger: z.object({
    _id: z.string(),
    attendanceId: z.string(),
    volunteerId: volunteerIdField,
    seq: countField,
    to: attendanceStateSchema,
    at: instantField,
    actor: z.string(),
    source: z.string(),
    requestId: z.string(),
    creditedMinutes: countField,
    /** of a decision somebody had to explain */
    reason: z.string().exactOptional(),
    /** a scan that came later than it was made (AT5) */
    isLate: z.boolean().optional(),
  }),
  ...reachDocumentSchemas,
  ...posterDocumentSchemas,
  ...assistDocumentSchemas(placeSchema),
  ...enrolmentDocumentSchemas,
  ...countedDocumentSchemas,
  ...peerDocumentSchemas,
  ...pictureDocumentSchemas,
  ...auditDocumentSchemas,
  ...exportDocumentSchemas,
  ...importDocumentSchemas,
  ...certificateDocumentSchemas,
  ...creditingDocumentSchemas,
  ...supplementDocumentSchemas,
  ...presenceDocumentSchemas,
  ...messageDocumentSchemas,
  ...targetDocumentSchemas,
  ...closingDocumentSchemas,
  ...personRequestDocumentSchemas,
  ...outcomeDocumentSchemas,
  ...stageDocumentSchemas,
  ...trainingDocumentSchemas,
  ...securityDocumentSchemas,
  ...trailDocumentSchemas,
  ...roleDocumentSchemas,
  ...demandDocumentSchemas,
  ...consoleDocumentSchemas,
  ...wakeDocumentSchemas,
} as const;

export type CollectionName = keyof typeof documentSchemas;
export type StoredDocument<Name extends CollectionName> = z.output<(typeof documentSchemas)[Name]>;
export const COLLECTION_NAMES = Object.keys(documentSchemas).filter(
  (name): name is CollectionName => name in documentSchemas,
);

/** 合并与更正 (RM, NC): what an office asks for, who decided, and how far a merge is. Nothing is in clear. */
import { REQUEST_KINDS, REQUEST_STATES } from '@contract/person-request.contract';
import { countField, divisionCodeField, instantField, volunteerIdField } from '@contract/fields';
import * as z from 'zod';
import '@contract/zod-config';

const officerSchema = z.object({
  openId: z.string(),
  volunteerId: volunteerIdField.nullable(),
  name: z.string(),
});

export const personRequestDocumentSchemas = {
  personRequests: z.object({
    _id: z.string(),
    kind: z.enum(REQUEST_KINDS),
    state: z.enum(REQUEST_STATES),
    isOpen: z.boolean(),
    /** who stays, or whose identity is put right */
    volunteerId: volunteerIdField,
    otherId: volunteerIdField.nullable(),
    maskedName: z.string(),
    volunteerNumber: z.string(),
    otherMaskedName: z.string().nullable(),
    otherVolunteerNumber: z.string().nullable(),
    /** divisions that contain the homes of everybody concerned: whose offices see it and may decide */
    officeKeys: z.array(divisionCodeField).min(1),
    /** sealed, as asked for; null: stays */
    nameBox: z.string().nullable(),
    idNumberBox: z.string().nullable(),
    /** sealed, as it was until it was put right: the history of a name (NC4) */
    before: z.object({ nameBox: z.string(), idNumberBox: z.string() }).nullable(),
    reason: z.string(),
    evidence: z.string(),
    maker: officerSchema,
    askedAt: instantField,
    checker: officerSchema.nullable(),
    decidedAt: instantField.nullable(),
    refusalReason: z.string().nullable(),
    /** of the decision, so that its retry is told what it did */
    decisionRequestId: z.string().nullable(),
    movedCount: countField,
    droppedCount: countField,
    /** a timer has to go on with it */
    hasWork: z.boolean(),
    /** when everything had gone over; null: it has not */
    mergedAt: instantField.nullable(),
  }),
} as const;

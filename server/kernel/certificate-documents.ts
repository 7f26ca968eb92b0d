/** The documents of 证明 and 星级. Nothing of a certificate is ever changed but its files and its revocation. */
import { certificateNumberField, certifiedRecordSchema } from '@contract/certificate.contract';
import {
  certificateIdField,
  countField,
  dayField,
  divisionCodeField,
  instantField,
  teamIdField,
  volunteerIdField,
} from '@contract/fields';
import * as z from 'zod';
import '@contract/zod-config';

const keyedHashField = z.string().regex(/^[0-9a-f]{32}$/);

export const certificateDocumentSchemas = {
  /** 星级: one document per version of the rules; a change is a new version */
  starSchemes: z.object({
    _id: z.string(),
    version: countField,
    fromDay: dayField,
    document: z.string(),
    levels: z.array(z.object({ name: z.string(), minutes: countField })).min(1),
  }),
  certificates: z.object({
    _id: certificateIdField,
    number: certificateNumberField,
    volunteerId: volunteerIdField,
    teamId: teamIdField,
    issuerName: z.string(),
    /** the organisation's division and everything above it: whose offices see and may revoke it */
    issuedIn: z.array(divisionCodeField).min(1),
    maskedName: z.string(),
    /** as the holder wanted it on paper */
    shownName: z.string(),
    maskedIdNumber: z.string().nullable(),
    fromDay: dayField,
    toDay: dayField,
    minutes: countField,
    records: z.array(certifiedRecordSchema).min(1),
    issuedAt: instantField,
    /** keyed, over everything above: who changes the document cannot make it */
    contentHash: keyedHashField,
    /** file ids of what has been drawn: `pdf`, and `page-1`, `page-2`, … */
    files: z.record(z.string(), z.string()),
    revocation: z
      .object({
        at: instantField,
        by: z.enum(['holder', 'office']),
        actor: z.string(),
        reason: z.string().nullable(),
      })
      .nullable(),
  }),
  /** `_id` is the keyed hash of number and code: the one way from a printed paper to its certificate */
  certificateCodes: z.object({ _id: keyedHashField, certificateId: certificateIdField }),
} as const;

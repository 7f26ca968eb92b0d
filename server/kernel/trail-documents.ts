/** 操作记录 and 查看记录 (TL): only added to. Who may read them is in `keys` (server/trail/keys.ts). */
import { DEED_KINDS } from '@contract/trail-fields';
import { dayField, divisionCodeField, instantField, volunteerIdField } from '@contract/fields';
import * as z from 'zod';
import '@contract/zod-config';

export const trailDocumentSchemas = {
  /** what somebody changed by a role: added in the very transaction that changed it (TL1) */
  deeds: z.object({
    _id: z.string(),
    at: instantField,
    procedure: z.string(),
    requestId: z.string(),
    openId: z.string(),
    /** names the account on screens and in filters without telling it */
    actorId: z.string(),
    role: z.string(),
    /** what the role is for: a team, a division */
    scopeName: z.string(),
    /** as the platform says it: `wx_client`, and the address of the phone */
    source: z.string(),
    clientIp: z.string(),
    kind: z.enum(DEED_KINDS),
    objectId: z.string(),
    title: z.string(),
    /** whom it is about; null: nobody */
    subjectId: volunteerIdField.nullable(),
    divisionCode: divisionCodeField,
    changes: z.array(
      z.object({
        field: z.string(),
        objectId: z.string(),
        before: z.union([z.string(), z.number(), z.boolean()]).nullable(),
        after: z.union([z.string(), z.number(), z.boolean()]).nullable(),
      }),
    ),
    /** more was changed than is told here */
    isCut: z.boolean(),
    keys: z.array(z.string()),
  }),
  /** who looked at whose data: written before the answer leaves (RO4) */
  accessLog: z.object({
    _id: z.string(),
    openId: z.string(),
    at: instantField,
    procedure: z.string(),
    divisionCode: divisionCodeField,
    measure: z.string(),
    day: dayField,
    volunteerIds: z.array(volunteerIdField),
    /** absent in what was written before there was a trail */
    actorId: z.string().exactOptional(),
    source: z.string().exactOptional(),
    clientIp: z.string().exactOptional(),
    keys: z.array(z.string()).exactOptional(),
  }),
} as const;

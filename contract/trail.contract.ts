/** 操作记录 and 查看记录 (TL3, TL4): for the offices a deed or a look concerns, and for auditors. */
import { countField, cursorField, dayField, instantField } from './fields';
import { SEARCH_FIELDS } from './person-request.contract';
import { procedure } from './procedure-kit';
import { DEED_KINDS } from './trail-fields';
import * as z from 'zod';
import './zod-config';

const actorIdField = z.string().regex(/^[0-9A-Za-z]{10}$/);
const everything = z.object({ by: z.literal('all') });
const ofActor = z.object({ by: z.literal('actor'), value: actorIdField });
/** whole, as a person says it */
const ofSubject = z.object({ by: z.literal('subject'), value: SEARCH_FIELDS.number });

/** One at a time: each is one stretch of one index. */
export const deedFilterSchema = z.discriminatedUnion('by', [
  everything,
  ofActor,
  ofSubject,
  z.object({ by: z.literal('kind'), value: z.enum(DEED_KINDS) }),
  z.object({ by: z.literal('object'), value: z.string().regex(/^[0-9A-Za-z:._-]{1,64}$/) }),
]);
export type DeedFilter = z.input<typeof deedFilterSchema>;
export const lookFilterSchema = z.discriminatedUnion('by', [everything, ofActor, ofSubject]);
export type LookFilter = z.input<typeof lookFilterSchema>;

/** Days of Shanghai, both included; null: open on that side. */
const stretch = { fromDay: dayField.nullable(), toDay: dayField.nullable(), cursor: cursorField };

const actorFields = {
  at: instantField,
  actorId: actorIdField,
  /** masked, of a registered person; else what the role is for */
  actorName: z.string(),
  /** what was done, as the procedure calls itself */
  deedName: z.string(),
  source: z.string(),
  clientIp: z.string(),
};

const valueField = z.union([z.string(), z.number(), z.boolean()]).nullable();
const deedSchema = z.object({
  ...actorFields,
  deedId: z.string(),
  requestId: z.string(),
  role: z.string(),
  scopeName: z.string(),
  kind: z.enum(DEED_KINDS),
  objectId: z.string(),
  title: z.string(),
  subjectNumber: z.string().nullable(),
  divisionCode: z.string(),
  changes: z.array(
    z.object({ field: z.string(), objectId: z.string(), before: valueField, after: valueField }),
  ),
  isCut: z.boolean(),
});
export type DeedView = z.output<typeof deedSchema>;

export const listDeeds = procedure({
  summary: '操作记录：谁、以什么身份、对什么、改了什么，新的在前，分页',
  audience: 'office',
  kind: 'query',
  input: z.object({ filter: deedFilterSchema, ...stretch }),
  output: z.object({ deeds: z.array(deedSchema), nextCursor: cursorField }),
});

const lookSchema = z.object({
  ...actorFields,
  lookId: z.string(),
  /** what of them: a figure, a shift; empty: they themselves */
  measure: z.string(),
  personCount: countField,
  /** the first of them, by their numbers */
  personNumbers: z.array(z.string()),
});
export type LookView = z.output<typeof lookSchema>;

export const listLooks = procedure({
  summary: '查看记录：谁看了谁的资料，新的在前，分页',
  audience: 'office',
  kind: 'query',
  input: z.object({ filter: lookFilterSchema, ...stretch }),
  output: z.object({ looks: z.array(lookSchema), nextCursor: cursorField }),
});

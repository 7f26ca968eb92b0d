/** 异议与复核 (AT10): anybody may object to a 补录, an office looks at it and decides. */
import { cursorField, instantField, lineField, requestIdField, textField } from './fields';
import { procedure } from './procedure-kit';
import { outcomeField, publicIdField, reasonField, supplementSchema } from './supplement.contract';
import { SUPPLEMENT_TEXT_MAXIMUM, supplementIdField } from './supplement-fields';
import * as z from 'zod';
import './zod-config';

export const OBJECTION_KINDS = ['notThere', 'wrongTimes', 'forOthers', 'other'] as const;
export type ObjectionKind = (typeof OBJECTION_KINDS)[number];
const objectionFields = {
  kind: z.enum(OBJECTION_KINDS),
  text: textField(0, SUPPLEMENT_TEXT_MAXIMUM),
} as const;

export const objectToSupplement = procedure({
  summary: '对一条公示的补录提出异议，由办公室复核；不公开提出的人',
  audience: 'account',
  kind: 'command',
  input: z.object({ requestId: requestIdField, publicId: publicIdField, ...objectionFields }),
  output: z.object({ outcome: outcomeField }),
});

export const reviewSchemaFields = {
  state: z.enum(['open', 'asked', 'accepted', 'voided']),
  openedAt: instantField,
  objections: z.array(z.object({ ...objectionFields, at: instantField })),
  question: z.string().nullable(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instantField.nullable(),
} as const;
const reviewSchema = z.object({ supplement: supplementSchema, ...reviewSchemaFields });
export type ReviewView = z.infer<typeof reviewSchema>;

export const listReviews = procedure({
  summary: '可疑的补录和收到的异议，等办公室复核，先到的在前，分页',
  audience: 'office',
  kind: 'query',
  input: z.object({ group: z.enum(['open', 'asked', 'decided']), cursor: cursorField }),
  output: z.object({ reviews: z.array(reviewSchema), mayDecide: z.boolean(), nextCursor: cursorField }),
});

export const decideReview = procedure({
  summary: '复核一条补录：认可、写明理由作废（时长冲回），或要求说明',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    supplementId: supplementIdField,
    deed: z.enum(['accept', 'void', 'ask']),
    reason: reasonField,
  }),
  output: z.object({ state: reviewSchemaFields.state, outcome: outcomeField }),
});

export const listQuestions = procedure({
  summary: '办公室要求我们单位说明的补录，分页',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({
    questions: z.array(z.object({ supplement: supplementSchema, question: z.string() })),
    nextCursor: cursorField,
  }),
});

export const answerQuestion = procedure({
  summary: '回复办公室的询问；之后由办公室再定',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    supplementId: supplementIdField,
    answer: lineField(2, SUPPLEMENT_TEXT_MAXIMUM),
  }),
  output: z.object({ outcome: outcomeField }),
});

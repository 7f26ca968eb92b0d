/**
 * 批量办理 (CS9): several of one kind at once. A question computes the effect, the command carries what was
 * seen, and each thing is done – or refused – by itself.
 */
import { ERROR_CODES } from './error-codes';
import { countField, lineField, requestIdField } from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

/** A page of a list; also what one person can still look through, and what ends within a call. */
export const BATCH_MAXIMUM = 20;
export const BATCH_REASON_MAXIMUM = 200;
export const BATCH_DEEDS = ['acceptReviews', 'voidReviews', 'revokeGrants', 'cancelActivities'] as const;
export type BatchDeed = (typeof BATCH_DEEDS)[number];

const deedField = z.enum(BATCH_DEEDS);
/** of the things in their list */
const keyField = z.string().regex(/^[0-9A-Za-z:_-]{1,80}$/);
const seenField = z.string().regex(/^[0-9A-Za-z]{10}$/);
const refusalSchema = z.object({
  code: z.enum(ERROR_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

const effectSchema = z.object({
  key: keyField,
  /** masked name of whom it touches, where it is one person; else empty */
  who: z.string(),
  peopleCount: countField,
  /** of service time that somebody gets to keep or loses */
  minutes: countField,
  refusal: refusalSchema.nullable(),
  /** changes with anything that the effect depends on */
  seen: seenField,
});
export type BatchEffect = z.output<typeof effectSchema>;

export const getBatchPreview = procedure({
  summary: '批量办理之前看效果：每一件会怎样、动到谁、多少分钟；不写入',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ deed: deedField, keys: z.array(keyField).min(1).max(BATCH_MAXIMUM) }),
  output: z.object({ effects: z.array(effectSchema) }),
});

const resultSchema = z.object({
  key: keyField,
  outcome: z.enum(['done', 'already', 'refused']),
  refusal: refusalSchema.nullable(),
});
export type BatchResult = z.output<typeof resultSchema>;

export const runBatch = procedure({
  summary: '批量办理：带着看到的效果，逐件办；看过之后变了的不办，并说明',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    deed: deedField,
    items: z
      .array(z.object({ key: keyField, seen: seenField }))
      .min(1)
      .max(BATCH_MAXIMUM),
    reason: lineField(0, BATCH_REASON_MAXIMUM),
  }),
  output: z.object({ results: z.array(resultSchema) }),
});

/** The documents of 数据核对: progress and results of the recount, incidents, and what was published. */
import { RECOUNT_PHASES } from '@contract/audit.contract';
import { QUANTITIES } from '@domain/statistics/measure';
import {
  countField,
  dayField,
  divisionCodeField,
  instantField,
  placeBookField,
  projectIdField,
  shiftIdField,
  volunteerIdField,
} from '@contract/fields';
import * as z from 'zod';
import '@contract/zod-config';

const quantityField = z.enum(QUANTITIES);
const amountField = z.number().int();
const digestField = z.string().regex(/^[0-9a-f]{64}$/);
const outcomeField = z.enum(['clean', 'differs', 'unsettled']);
const actorSchema = z.object({ openId: z.string(), name: z.string() });

const changedCellSchema = z.object({
  divisionCode: divisionCodeField,
  day: dayField,
  quantity: quantityField,
  stored: amountField,
  counted: amountField,
});
const wrongVolunteerSchema = z.object({ volunteerId: volunteerIdField, rows: z.array(changedCellSchema) });
/** a shift counts this many people and minutes, and should count those */
const wrongShiftSchema = z.object({
  shiftId: shiftIdField,
  day: dayField,
  storedCount: countField,
  storedMinutes: countField,
  countedCount: countField,
  countedMinutes: countField,
});
const cellSchema = z.object({
  /** a division, a project with its own book, or one of its places */
  book: z.union([divisionCodeField, projectIdField, placeBookField]),
  period: z.string(),
  cell: z.string(),
  quantity: quantityField,
});
const countsSchema = z.object({
  volunteerCount: countField,
  shiftCount: countField,
  divisionCount: countField,
  projectCount: countField,
  /** marked volunteers: the fold has them in hand */
  skippedCount: countField,
  /** parts that folds never left alone long enough to be compared */
  unsettledCount: countField,
  differenceCount: countField,
});
const reasonSchema = z.object({ cause: z.enum(['lateFact', 'repair']), text: z.string(), actor: z.string() });

export const auditDocumentSchemas = {
  /** one document; moves with every batch of the fold, so that a reader knows whether one came between */
  foldBatches: z.object({ _id: z.string(), count: countField }),
  /** a ring: where the last batches changed tallies; `_id` is the batch modulo the ring's size */
  foldJournal: z.object({ _id: z.string(), batch: countField, divisionCodes: z.array(divisionCodeField) }),
  /** a change of a day before the one it was made on: what was published of it may have to be restated */
  lateChanges: z.object({ _id: z.string(), fromDay: dayField, at: instantField, reason: reasonSchema }),
  /** one document: how far the recount is; `step` changes with every move of it */
  recountProgress: z.object({
    _id: z.string(),
    runId: z.string(),
    actor: z.string(),
    startedAt: instantField,
    step: countField,
    phase: z.enum(RECOUNT_PHASES),
    cursor: z.string(),
    counts: countsSchema,
    outcome: outcomeField.nullable(),
    wrongVolunteers: z.array(wrongVolunteerSchema),
    wrongShifts: z.array(wrongShiftSchema),
    cellDifferences: z.array(cellSchema.extend({ stored: amountField, counted: amountField })),
    isTruncated: z.boolean(),
    lateIds: z.array(z.string()),
    lateReasons: z.array(reasonSchema),
  }),
  /** the result of one recount */
  recounts: z.object({
    _id: z.string(),
    actor: z.string(),
    startedAt: instantField,
    finishedAt: instantField,
    outcome: outcomeField,
    counts: countsSchema,
  }),
  /** what one recount found; `_id` is the recount's */
  incidents: z.object({
    _id: z.string(),
    foundAt: instantField,
    state: z.enum(['open', 'repaired', 'superseded']),
    differenceCount: countField,
    isTruncated: z.boolean(),
    volunteers: z.array(wrongVolunteerSchema.extend({ isRepaired: z.boolean() })),
    shifts: z.array(wrongShiftSchema.extend({ isRepaired: z.boolean() })),
    cells: z.array(cellSchema.extend({ excess: amountField, isRepaired: z.boolean() })),
    repair: z.object({ at: instantField, actor: actorSchema, reason: z.string() }).nullable(),
  }),
  /** 公布链: append-only; `_id` is the place in the chain, so that it reads in order */
  publications: z.object({
    _id: z.string().regex(/^\d{8}$/),
    seq: countField,
    kind: z.enum(['snapshot', 'restatement']),
    day: dayField,
    publishedAt: instantField,
    recount: z.object({ runId: z.string(), outcome: outcomeField }),
    /** of a snapshot: every division down to the townships */
    figures: z.record(z.string(), z.record(z.string(), amountField)),
    /** of a restatement */
    changes: z.array(
      z.object({
        divisionCode: divisionCodeField,
        quantity: z.string(),
        before: amountField,
        after: amountField,
      }),
    ),
    reasons: z.array(reasonSchema),
    previousHash: digestField,
    hash: digestField,
  }),
  /** one document: the last link and the last published day */
  publicationHead: z.object({ _id: z.string(), seq: countField, hash: digestField, day: dayField }),
  /** one document: how far the chain has been verified, and what was found */
  chainCheck: z.object({
    _id: z.string(),
    startedAt: instantField,
    checkedSeq: countField,
    checkedHash: digestField,
    finishedAt: instantField.nullable(),
    fault: z
      .object({
        seq: countField,
        day: dayField.nullable(),
        kind: z.enum(['contentChanged', 'linkBroken', 'missing', 'unreadable', 'headDiffers']),
      })
      .nullable(),
  }),
} as const;

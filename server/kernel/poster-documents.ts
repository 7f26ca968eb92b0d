/** Posters (PO): the files that were drawn, and those of whole counties on their way. No person. */
import { POSTER_CODES, POSTER_MAXIMUM_STATIONS } from '@contract/poster.contract';
import { countField, divisionCodeField, instantField } from '@contract/fields';
import { POSTER_FORMS } from '@domain/poster/poster-form';
import * as z from 'zod';
import '@contract/zod-config';

export const posterSubjectField = z.object({
  label: z.string(),
  title: z.string(),
  rows: z.array(z.object({ label: z.string(), text: z.string() })),
  call: z.string(),
});
export const posterSourceField = z.discriminatedUnion('kind', [
  /** an address, or the scene where the city has no site */
  z.object({ kind: z.literal('web'), text: z.string() }),
  z.object({ kind: z.literal('miniProgram'), fileId: z.string() }),
]);

export const posterDocumentSchemas = {
  /** `_id` is the hash of everything drawn (PO2): never changed, never made twice */
  posters: z.object({ _id: z.string(), fileId: z.string(), madeAt: instantField }),
  /**
   * `_id` says county, form, code and number: one file of each; `step` changes with every move, whoever
   * finds another one than it read has lost and writes nothing
   */
  posterJobs: z.object({
    _id: z.string(),
    /** of the last request */
    requestId: z.string(),
    requestedAt: instantField,
    countyCode: divisionCodeField,
    countyName: z.string(),
    form: z.enum(POSTER_FORMS),
    code: z.enum(POSTER_CODES),
    number: countField,
    step: countField,
    phase: z.enum(['reading', 'writing', 'done']),
    outcome: z.enum(['ready', 'failed']).nullable(),
    hasWork: z.boolean(),
    totalCount: countField,
    doneCount: countField,
    /** the last station read */
    cursor: z.string().nullable(),
    /** emptied when the file is there */
    stations: z
      .array(z.object({ order: z.string(), subject: posterSubjectField, source: posterSourceField }))
      .max(POSTER_MAXIMUM_STATIONS),
    fileId: z.string().nullable(),
  }),
} as const;

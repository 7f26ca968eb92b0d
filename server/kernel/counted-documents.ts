/**
 * The documents the figures are counted in: marks of what changed, what is counted of each person and each
 * shift, and the tallies.
 */
import { URBAN_RURAL_CODES } from '@domain/geography/urban-rural';
import {
  countField,
  dayField,
  divisionCodeField,
  instantField,
  projectIdField,
  shiftIdField,
  volunteerIdField,
} from '@contract/fields';
import { REFERRAL_TEXT } from '@domain/link/referral';
import { CONTRIBUTION_TEXT } from './contribution-text';
import { tallyCells } from './tally-cells';
import * as z from 'zod';
import '@contract/zod-config';

const spanSchema = z.object({ from: dayField, to: dayField.nullable() });

export const countedDocumentSchemas = {
  /**
   * `_id` is the volunteer; `version` changes whenever a fact of that volunteer does; `shiftIds` are the
   * shifts whose records changed with it
   */
  dirtyVolunteers: z.object({
    _id: volunteerIdField,
    version: z.string(),
    markedAt: instantField,
    shiftIds: z.array(shiftIdField),
  }),
  /** `_id` is the shift; written by the fold with the volunteers', so that check-outs share no document */
  dirtyShifts: z.object({ _id: shiftIdField, version: z.string(), markedAt: instantField }),
  /** what the tallies hold of one volunteer, as one text (see contribution-text.ts) */
  contributions: z.object({
    _id: volunteerIdField,
    changes: z.string().regex(CONTRIBUTION_TEXT),
    /** the township that all of `changes` lie in, empty when not one: a recount finds contributions by it */
    township: z.string(),
    /** 引来 (VI5): what the sums of channels hold of the volunteer, as one text; absent: nothing */
    referral: z.string().regex(REFERRAL_TEXT).exactOptional(),
  }),
  /**
   * one for each project and person: `_id` is `${projectId}:${volunteerId}` (ST19 distinct
   * projectVolunteers)
   */
  participations: z.object({
    _id: z.string(),
    projectId: projectIdField,
    volunteerId: volunteerIdField,
    firstDay: dayField,
    /** empty: on one day only */
    secondDay: z.union([dayField, z.literal('')]),
  }),
  /**
   * what the tallies hold of one shift: `_id` is `${placeCode}:${shiftId}`, so a place's are one range of
   * ids
   */
  shiftContributions: z.object({
    _id: z.string(),
    shiftId: shiftIdField,
    day: dayField,
    placeCode: divisionCodeField,
    urbanRuralCode: z.enum(URBAN_RURAL_CODES).nullable(),
    projectId: projectIdField,
    projectDivision: divisionCodeField,
    isGrassroots: z.boolean(),
    accredited: spanSchema.nullable(),
    qualifiedCount: countField,
    minutes: countField,
    minutesBefore: countField.exactOptional(),
    minutesAfter: countField.exactOptional(),
  }),
  tallies: z.object({
    _id: z.string(),
    /** only in the document FOLD_STATE_ID: every fact stored before this instant is in the tallies */
    asOf: instantField.optional(),
    cells: tallyCells,
  }),
} as const;

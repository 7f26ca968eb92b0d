/** The documents of 唤醒 (WK1–WK9): wakes, who was assigned to which arm, and each person's word on it. */
import { ARMS } from '@domain/wake/arm';
import { PASTS } from '@domain/wake/dormancy';
import { SERVICE_FIELDS } from '@domain/project/project';
import {
  countField,
  dayField,
  divisionCodeField,
  instantField,
  volunteerIdField,
  wakeIdField,
} from '@contract/fields';
import {
  OPENINGS,
  REACHABILITIES,
  WAKE_PHASES,
  wakeArmsSchema,
  wakeCountsSchema,
  wakeFilterFields,
} from '@contract/wake.contract';
import * as z from 'zod';
import '@contract/zod-config';

export const wakeDocumentSchemas = {
  wakes: z.object({
    _id: wakeIdField,
    ...wakeFilterFields,
    divisionName: z.string(),
    officeKeys: z.array(divisionCodeField),
    title: z.string(),
    makerName: z.string(),
    madeAt: instantField,
    phase: z.enum(WAKE_PHASES),
    /** every change is one: of two runs the slower writes nothing */
    step: countField,
    /** there is something to do from then on; null: nothing, until somebody asks */
    workAt: instantField.nullable(),
    /** a run has it until then */
    takenUntil: instantField.nullable(),
    /** the last home or member looked at in the walk under way, or empty */
    cursor: z.string(),
    walked: countField,
    /** townships with an open shift, as of the counting */
    openTownships: z.array(divisionCodeField),
    counts: wakeCountsSchema,
    countedAt: instantField.nullable(),
    startedAt: instantField.nullable(),
    /** on which the last person was assigned; null: not everybody is yet */
    assignedDay: dayField.nullable(),
    isStopped: z.boolean(),
    /** of the walk under way */
    measured: wakeArmsSchema,
    result: z.object({ asOf: instantField, arms: wakeArmsSchema }).nullable(),
  }),
  /** `_id` is `${wakeId}:${volunteerId}`: assigned once, and to one arm for good */
  wakeMembers: z.object({
    _id: z.string(),
    wakeId: wakeIdField,
    volunteerId: volunteerIdField,
    arm: z.enum(ARMS),
    assignedAt: instantField,
    openedAt: instantField.nullable(),
    /** as they were then */
    home: divisionCodeField,
    past: z.enum(PASTS),
    opening: z.enum(OPENINGS),
    reachability: z.enum(REACHABILITIES),
    field: z.enum(SERVICE_FIELDS).nullable(),
  }),
  /** `_id` is the volunteer: written by every assignment and every pause, so that two of them clash */
  invitationStandings: z.object({
    _id: volunteerIdField,
    lastAt: instantField.nullable(),
    /** of the last assignment */
    wakeId: wakeIdField.nullable(),
    isOff: z.boolean(),
    pausedUntil: instantField.nullable(),
  }),
} as const;

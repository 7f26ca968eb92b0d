/**
 * 唤醒 (WK1–WK9): who registered and does not serve is invited, a tenth is not, and the difference is counted.
 */
import { ARMS } from '@domain/wake/arm';
import { NEARNESSES } from '@domain/wake/choose-shifts';
import { DORMANT_WINDOWS, PASTS } from '@domain/wake/dormancy';
import { EXCLUSIONS, PAUSES } from '@domain/wake/invite';
import { SERVICE_FIELDS } from '@domain/project/project';
import { shiftViewSchema } from './activity.contract';
import {
  countField,
  cursorField,
  dayField,
  divisionCodeField,
  instantField,
  lineField,
  requestIdField,
  wakeIdField,
} from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

/** It fits into a message (ME7). */
export const WAKE_TITLE_MAXIMUM = 20;
/** More is no invitation any more, and more than shifts have seats for. */
export const WAKE_MAXIMUM_PEOPLE = 20_000;

/** By which way a person can be reached: a message agreed to, else a phone number on record, else neither. */
export const REACHABILITIES = ['message', 'phone', 'neither'] as const;
/** Where the nearest open shift is, when it was counted. */
export const OPENINGS = ['township', 'county', 'none'] as const;
export const WAKE_PASTS = ['any', 'never', 'before'] as const;
export const WAKE_OPENINGS = ['any', 'county', 'township'] as const;

export const wakeFilterFields = {
  divisionCode: divisionCodeField,
  window: z.enum(DORMANT_WINDOWS),
  past: z.enum(WAKE_PASTS),
  opening: z.enum(WAKE_OPENINGS),
  /** of the last service; null: whatever it was */
  field: z.enum(SERVICE_FIELDS).nullable(),
};

function countsOf<Key extends string>(keys: readonly Key[]) {
  return z.record(z.enum(keys), countField);
}
export const wakeCountsSchema = z.object({
  /** homes looked at, the dormant among them, and those of them whom the filter means */
  examined: countField,
  dormant: countField,
  meant: countField,
  /** of those meant: who may not be invited, and why; who may */
  excluded: countsOf(EXCLUSIONS),
  invitable: countField,
  /** of those who may */
  pasts: countsOf(PASTS),
  openings: countsOf(OPENINGS),
  reachabilities: countsOf(REACHABILITIES),
  fields: countsOf([...SERVICE_FIELDS, 'none']),
});
export type WakeCounts = z.output<typeof wakeCountsSchema>;

export const armCountsSchema = z.object({
  assigned: countField,
  /** a message was sent, or the invitation was opened */
  reached: countField,
  opened: countField,
  enrolled: countField,
  served: countField,
});
export type ArmCounts = z.output<typeof armCountsSchema>;
export const wakeArmsSchema = z.record(z.enum(ARMS), armCountsSchema);

export const WAKE_PHASES = ['counting', 'ready', 'inviting', 'measuring', 'resting'] as const;

const upliftSchema = z.object({ difference: z.int(), low: z.int(), high: z.int() });
export const wakeViewSchema = z.object({
  wakeId: wakeIdField,
  ...wakeFilterFields,
  divisionName: z.string(),
  title: z.string(),
  makerName: z.string(),
  madeAt: instantField,
  phase: z.enum(WAKE_PHASES),
  isStopped: z.boolean(),
  /** homes looked at in the walk under way */
  walked: countField,
  counts: wakeCountsSchema,
  /** as of this instant; null: not counted yet */
  countedAt: instantField.nullable(),
  startedAt: instantField.nullable(),
  result: z
    .object({
      asOf: instantField,
      arms: wakeArmsSchema,
      /** null: too few to say (WK8) */
      uplift: upliftSchema.nullable(),
      /** the last day that counts for everybody; null: people are still being invited */
      lastDay: dayField.nullable(),
    })
    .nullable(),
});
export type WakeView = z.output<typeof wakeViewSchema>;
const answer = z.object({ wake: wakeViewSchema });

export const makeWake = procedure({
  summary: '按条件清点未活跃的志愿者，先看人数，不发邀请',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    title: lineField(2, WAKE_TITLE_MAXIMUM),
    ...wakeFilterFields,
  }),
  output: answer,
});

const deed = z.object({ requestId: requestIdField, wakeId: wakeIdField });
export const startWake = procedure({
  summary: '开始邀请：随机留出一成不邀请作对照，其余的人得到邀请',
  audience: 'office',
  kind: 'command',
  input: deed,
  output: answer,
});
export const stopWake = procedure({
  summary: '停止邀请：没发出的不再发，已发出的不再显示',
  audience: 'office',
  kind: 'command',
  input: deed,
  output: answer,
});
export const measureWake = procedure({
  summary: '按现在的记录重新清点结果',
  audience: 'office',
  kind: 'command',
  input: deed,
  output: answer,
});

export const getWake = procedure({
  summary: '一次唤醒：条件、人数、两组结果和增量',
  audience: 'office',
  kind: 'query',
  input: z.object({ wakeId: wakeIdField }),
  output: answer,
});
export const listWakes = procedure({
  summary: '本辖区的唤醒，新的在前，分页',
  audience: 'office',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({ wakes: z.array(wakeViewSchema), nextCursor: z.string().nullable() }),
});

const personSchema = z.object({
  maskedName: z.string(),
  townshipName: z.string(),
  past: z.enum(PASTS),
  opening: z.enum(OPENINGS),
  reachability: z.enum(REACHABILITIES),
  field: z.enum(SERVICE_FIELDS).nullable(),
});
export type WakePerson = z.output<typeof personSchema>;
export const listWakePeople = procedure({
  summary: '现在符合条件、可以邀请的人，姓名遮蔽，分页，查看留记录；不区分谁作对照',
  audience: 'office',
  kind: 'query',
  input: z.object({ wakeId: wakeIdField, cursor: cursorField }),
  output: z.object({ people: z.array(personSchema), nextCursor: z.string().nullable() }),
});

const offerSchema = z.object({
  shift: shiftViewSchema,
  nearness: z.enum(NEARNESSES),
  isOfField: z.boolean(),
});
export type OfferView = z.output<typeof offerSchema>;

export const openInvitation = procedure({
  summary: '打开邀请：最多三个适合我的场次；不是邀请我的也给我看适合我的',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({ requestId: requestIdField, wakeId: wakeIdField }),
  output: z.object({ isMine: z.boolean(), offers: z.array(offerSchema) }),
});
export const getMyInvitation = procedure({
  summary: '我现在有没有邀请，我对邀请的选择',
  audience: 'volunteer',
  kind: 'query',
  input: z.object({}),
  output: z.object({
    wakeId: wakeIdField.nullable(),
    pause: z.enum(PAUSES),
    pausedUntil: instantField.nullable(),
  }),
});
export const pauseInvitations = procedure({
  summary: '这个月不再邀请、不再邀请、恢复邀请',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({ requestId: requestIdField, pause: z.enum(PAUSES) }),
  output: z.object({ pause: z.enum(PAUSES), pausedUntil: instantField.nullable() }),
});

export const wakeProcedures = {
  'wake.make': makeWake,
  'wake.start': startWake,
  'wake.stop': stopWake,
  'wake.measure': measureWake,
  'wake.get': getWake,
  'wake.list': listWakes,
  'wake.listPeople': listWakePeople,
  'invitation.open': openInvitation,
  'invitation.getMine': getMyInvitation,
  'invitation.pause': pauseInvitations,
} as const;

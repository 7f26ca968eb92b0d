/** 阶段与认定 (BP6–BP8): how far a project is, what is missing, and what offices decided. */
import { ACCREDITATION_LEVELS, BRAND_STAGES } from '@domain/project/project';
import {
  countField,
  cursorField,
  dayField,
  instantField,
  lineField,
  projectIdField,
  requestIdField,
  textField,
} from './fields';
import { accreditationSchema } from './project.contract';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

export const stageField = z.enum(BRAND_STAGES);
export const DECISION_REASON_MAXIMUM = 200;
export const ACCREDITATION_DOCUMENT_MAXIMUM = 80;
const reasonField = textField(0, DECISION_REASON_MAXIMUM);
const targetStageField = stageField.exclude(['incubating']);
const itemIdField = z.string().regex(/^[A-Za-z0-9]{1,40}$/);

const standingSchema = z.object({
  projectTitle: z.string(),
  stage: stageField,
  accreditation: accreditationSchema.nullable(),
  accreditationState: z.enum(['none', 'future', 'valid', 'endingSoon', 'ended']),
  /** what the next stage asks for; null: there is none */
  next: z
    .object({
      stage: targetStageField,
      listVersion: countField,
      items: z.array(
        z.object({
          itemId: itemIdField,
          /** null: ticked by a person */
          fact: z
            .object({
              name: z.enum(['minutes', 'volunteers', 'months', 'measuredPoints', 'accreditation']),
              value: countField,
              atLeast: countField,
            })
            .nullable(),
          isMet: z.boolean(),
          /** who ticked it */
          byName: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
  asOf: instantField,
  /** moves stages and accredits */
  mayDecide: z.boolean(),
  /** levels this office may give */
  levels: z.array(z.enum(ACCREDITATION_LEVELS)),
});
export type StandingView = z.output<typeof standingSchema>;

const projectDeed = { requestId: requestIdField, projectId: projectIdField } as const;

export const getStanding = procedure({
  summary: '项目所处的阶段、下一阶段的条件清单和认定',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ projectId: projectIdField }),
  output: standingSchema,
});

export const tickItem = procedure({
  summary: '勾上或取消条件清单里由人核对的一项',
  audience: 'organiser',
  kind: 'command',
  input: z.object({ ...projectDeed, itemId: itemIdField, isDone: z.boolean() }),
  output: z.object({ isDone: z.boolean() }),
});

export const moveStage = procedure({
  summary: '办公室决定项目进入下一阶段，或退回并写明原因',
  audience: 'office',
  kind: 'command',
  input: z.object({
    ...projectDeed,
    /** the stage the office saw */
    from: stageField,
    to: stageField,
    reason: reasonField,
  }),
  output: z.object({ stage: stageField }),
});

export const accredit = procedure({
  summary: '认定品牌项目：级别、文号、有效期；续期也由此办理',
  audience: 'office',
  kind: 'command',
  input: z.object({
    ...projectDeed,
    level: z.enum(ACCREDITATION_LEVELS),
    document: lineField(2, ACCREDITATION_DOCUMENT_MAXIMUM),
    validFromDay: dayField,
    validToDay: dayField,
  }),
  output: z.object({ accreditation: accreditationSchema.nullable() }),
});

export const withdrawAccreditation = procedure({
  summary: '撤销认定，写明原因；自今日起不再是品牌项目',
  audience: 'office',
  kind: 'command',
  input: z.object({ ...projectDeed, reason: textField(2, DECISION_REASON_MAXIMUM) }),
  output: z.object({ accreditation: accreditationSchema.nullable() }),
});

const decided = { at: instantField, byName: z.string(), reason: z.string() } as const;
/** What an office decided about a project; stored so too. */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.object({
    ...decided,
    kind: z.literal('moved'),
    from: stageField,
    to: stageField,
    listVersion: countField,
    metCount: countField,
    itemCount: countField,
  }),
  z.object({ ...decided, kind: z.literal('accredited'), accreditation: accreditationSchema }),
  z.object({ ...decided, kind: z.literal('withdrawn'), accreditation: accreditationSchema }),
]);
export type DecisionView = z.output<typeof decisionSchema>;

export const listDecisions = procedure({
  summary: '办公室对项目的各次决定，新的在前',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ projectId: projectIdField, cursor: cursorField }),
  output: z.object({ decisions: z.array(decisionSchema), nextCursor: z.string().nullable() }),
});

/** 渠道成效 (VI1–VI6): openings of links, and what the offices see came of them. */
import { CONTENT_KINDS } from '@domain/link/content';
import {
  countField,
  cursorField,
  divisionCodeField,
  instantField,
  requestIdField,
  sceneField,
} from './fields';
import { procedure } from './procedure-kit';
import { channelSchema } from './reach.contract';
import * as z from 'zod';
import './zod-config';

export const recordOpening = procedure({
  summary: '记一次打开：从哪个渠道打开了什么内容，不记是谁（同一请求只记一次）',
  audience: 'visitor',
  kind: 'command',
  input: z.object({ requestId: requestIdField, scene: sceneField }),
  output: z.object({
    /** notCounted: the link is damaged, is not of a kind that is counted, or leads to nothing */
    outcome: z.enum(['recorded', 'already', 'notCounted']),
  }),
});

const monthField = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

/** `divisionCode` null: the office's own; months as `YYYY-MM`, both included, at most twelve. */
const askedFields = {
  divisionCode: divisionCodeField.nullable(),
  firstMonth: monthField,
  lastMonth: monthField,
};

/** ST3: never percentages; a screen makes them of these. A sum is below 0 for moments at most. */
const passagesSchema = z.object({
  opened: z.number().int(),
  registered: z.number().int(),
  served: z.number().int(),
});
export type PassagesView = z.infer<typeof passagesSchema>;

const channelRowSchema = z.object({
  /** null: by a link that named none */
  channel: channelSchema.nullable(),
  counts: passagesSchema,
});
const contentRowSchema = z.object({
  kind: z.enum(CONTENT_KINDS),
  /** empty for 公开统计 */
  id: z.string(),
  title: z.string(),
  counts: passagesSchema,
});
export type ChannelRowView = z.infer<typeof channelRowSchema>;
export type ContentRowView = z.infer<typeof contentRowSchema>;

export const getChannelFigures = procedure({
  summary: '渠道成效：打开、注册、首次服务的总数，市级另有各县',
  audience: 'office',
  kind: 'query',
  input: z.object(askedFields),
  output: z.object({
    /** every opening and every fact stored before it is in all figures */
    asOf: instantField,
    divisionCode: divisionCodeField,
    divisionName: z.string(),
    total: passagesSchema,
    /** of a city: its own content first, then its counties */
    parts: z.array(z.object({ divisionCode: divisionCodeField, name: z.string(), counts: passagesSchema })),
    channelCount: countField,
    contentCount: countField,
  }),
});
export type ChannelFiguresView = z.output<typeof getChannelFigures.output>;

const listFields = { ...askedFields, cursor: cursorField };

export const listChannels = procedure({
  summary: '渠道成效的各个渠道，见效多的在前',
  audience: 'office',
  kind: 'query',
  input: z.object(listFields),
  output: z.object({ rows: z.array(channelRowSchema), nextCursor: cursorField }),
});

export const listContents = procedure({
  summary: '渠道成效的各项内容，见效多的在前',
  audience: 'office',
  kind: 'query',
  input: z.object(listFields),
  output: z.object({ rows: z.array(contentRowSchema), nextCursor: cursorField }),
});

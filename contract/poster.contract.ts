/** 海报、台卡 (PO): of an activity, a project, a station; of all stations of a county as one file. */
import { POSTER_FORMS } from '@domain/poster/poster-form';
import {
  activityIdField,
  countField,
  divisionCodeField,
  instantField,
  projectIdField,
  requestIdField,
} from './fields';
import { procedure } from './procedure-kit';
import { stationIdField } from './station.contract';
import * as z from 'zod';
import './zod-config';

/** Numbered by hand, so that one knows which poster brought somebody. */
export const POSTER_MAXIMUM_NUMBER = 99;
/** A county has some five hundred villages at most; drawing so many takes 30 s. */
export const POSTER_MAXIMUM_STATIONS = 600;

export const posterTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('project'), projectId: projectIdField }),
  z.object({ kind: z.literal('activity'), activityId: activityIdField }),
  z.object({ kind: z.literal('station'), stationId: stationIdField }),
]);
export type PosterTarget = z.output<typeof posterTargetSchema>;

/** 小程序码 opens WeChat; 网页二维码 is read by any camera */
export const POSTER_CODES = ['miniProgram', 'web'] as const;
export type PosterCodeKind = (typeof POSTER_CODES)[number];
const look = {
  form: z.enum(POSTER_FORMS),
  code: z.enum(POSTER_CODES),
  number: z.number().int().min(0).max(POSTER_MAXIMUM_NUMBER),
};

export const getPoster = procedure({
  summary: '一个活动、项目或站点的海报（A4）或台卡（A6），PDF 或图片；内容没变就是同一个文件',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ target: posterTargetSchema, file: z.enum(['pdf', 'picture']), ...look }),
  /** `code`: what is on it; where WeChat gave none, the address instead */
  output: z.object({
    url: z.string(),
    fileName: z.string(),
    code: z.enum(POSTER_CODES),
    madeAt: instantField,
  }),
});

const countyFields = { countyCode: divisionCodeField, ...look };
const countySchema = z.object({
  countyName: z.string(),
  state: z.enum(['making', 'ready', 'failed']),
  doneCount: countField,
  totalCount: countField,
  /** null unless ready */
  fileUrl: z.string().nullable(),
  fileName: z.string(),
});
export type CountyPosters = z.output<typeof countySchema>;

export const requestCountyPosters = procedure({
  summary: '请求一个县（市）全部站点的海报，一站一页，一个 PDF；分步制作，站点没变就是同一个文件',
  audience: 'office',
  kind: 'command',
  input: z.object({ requestId: requestIdField, ...countyFields }),
  output: z.object({ state: countySchema.shape.state }),
});

export const getCountyPosters = procedure({
  summary: '全县站点海报做到哪了；做好后给出下载地址；没有请求过是 null',
  audience: 'office',
  kind: 'query',
  input: z.object(countyFields),
  output: z.object({ posters: countySchema.nullable() }),
});

/** 附件 of an activity (PT5). */
import { ATTACHMENT_KINDS } from '@domain/activity/attachment';
import { activityIdField, countField, lineField, requestIdField } from './fields';
import { PICTURE_PART_CHARACTERS } from './picture.contract';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

/** What one reads before coming: more is not read. */
export const MAXIMUM_ATTACHMENTS = 5;
/** 2 MB: some ten pages with pictures; each part is a call. */
export const ATTACHMENT_MAXIMUM_PARTS = 58;

const attachmentIdField = z.string().min(1).max(32);
export const attachmentViewSchema = z.object({
  attachmentId: attachmentIdField,
  name: z.string(),
  kind: z.enum(ATTACHMENT_KINDS),
  byteCount: countField,
});
export type AttachmentView = z.output<typeof attachmentViewSchema>;

export const addAttachmentPart = procedure({
  summary: '给活动加一个附件（PDF 或照片）；分段上传，到齐后检查再放上去',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    /** of the whole file: the same for all its parts */
    requestId: requestIdField,
    activityId: activityIdField,
    name: lineField(1, 120),
    part: z
      .number()
      .int()
      .min(0)
      .max(ATTACHMENT_MAXIMUM_PARTS - 1),
    partCount: z.number().int().min(1).max(ATTACHMENT_MAXIMUM_PARTS),
    content: z
      .string()
      .max(PICTURE_PART_CHARACTERS)
      .regex(/^[0-9A-Za-z+/]+={0,2}$/),
  }),
  /** null: parts are still missing */
  output: z.object({ attachmentId: attachmentIdField.nullable() }),
});

export const removeAttachment = procedure({
  summary: '去掉活动的一个附件',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    activityId: activityIdField,
    attachmentId: attachmentIdField,
  }),
  output: z.object({ attachments: z.array(attachmentViewSchema) }),
});

export const getAttachmentAddress = procedure({
  summary: '附件的临时下载地址；草稿的只给能管理它的人',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ activityId: activityIdField, attachmentId: attachmentIdField }),
  output: z.object({ url: z.string(), name: z.string() }),
});

/** 照片 of an activity or of a project's story (PT1–PT4). */
import { activityIdField, countField, lineField, projectIdField, requestIdField } from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

/** A page that a phone loads in the country; each is looked at. */
export const MAXIMUM_PICTURES = 6;
/** A part travels within the 100 KB that a call of the cloud carries; base64. */
export const PICTURE_PART_CHARACTERS = 48_000;
/** 432 KB: a photograph of 1,280 pixels. */
export const PICTURE_MAXIMUM_PARTS = 12;
export const ALT_MAXIMUM = 60;

export const pictureIdField = z.string().min(1).max(32);
export const altField = lineField(2, ALT_MAXIMUM);

export const pictureOwnerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('activity'), activityId: activityIdField }),
  z.object({ kind: z.literal('project'), projectId: projectIdField }),
]);
export type PictureOwner = z.infer<typeof pictureOwnerSchema>;

export const pictureViewSchema = z.object({
  pictureId: z.string(),
  url: z.string(),
  thumbnailUrl: z.string(),
  width: countField,
  height: countField,
  alt: z.string(),
});
export type PictureView = z.infer<typeof pictureViewSchema>;

export const addPicturePart = procedure({
  summary: '加一张照片；分段上传，到齐后检查、重新编码、过内容安全，再放到活动或项目下',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    /** of the whole picture: the same for all its parts */
    requestId: requestIdField,
    owner: pictureOwnerSchema,
    alt: altField,
    part: z
      .number()
      .int()
      .min(0)
      .max(PICTURE_MAXIMUM_PARTS - 1),
    partCount: z.number().int().min(1).max(PICTURE_MAXIMUM_PARTS),
    content: z
      .string()
      .max(PICTURE_PART_CHARACTERS)
      .regex(/^[0-9A-Za-z+/]+={0,2}$/),
  }),
  /** null: parts are still missing */
  output: z.object({ pictureId: pictureIdField.nullable() }),
});

export const arrangePictures = procedure({
  summary: '照片的次序和说明；没有列出的照片会删去',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    owner: pictureOwnerSchema,
    /** those known now, so that nobody removes what another has just added */
    knownIds: z.array(pictureIdField).max(MAXIMUM_PICTURES),
    pictures: z.array(z.object({ pictureId: pictureIdField, alt: altField })).max(MAXIMUM_PICTURES),
  }),
  output: z.object({ pictures: z.array(pictureViewSchema) }),
});

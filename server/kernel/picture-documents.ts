/** Pictures of activities and projects (PT1–PT4): they lie in the document of what they show. */
import { ATTACHMENT_KINDS } from '@domain/activity/attachment';
import { MAXIMUM_ATTACHMENTS } from '@contract/attachment.contract';
import { MAXIMUM_PICTURES } from '@contract/picture.contract';
import { countField, instantField } from '@contract/fields';
import * as z from 'zod';
import '@contract/zod-config';

export const picturesField = z
  .array(
    z.object({
      pictureId: z.string(),
      fileId: z.string(),
      thumbnailFileId: z.string(),
      width: countField,
      height: countField,
      /** what is to be seen, for who does not see it */
      alt: z.string(),
    }),
  )
  .max(MAXIMUM_PICTURES)
  .exactOptional();

/** Of an activity (PT5). */
export const attachmentsField = z
  .array(
    z.object({
      attachmentId: z.string(),
      fileId: z.string(),
      name: z.string(),
      kind: z.enum(ATTACHMENT_KINDS),
      byteCount: countField,
    }),
  )
  .max(MAXIMUM_ATTACHMENTS)
  .exactOptional();

export const pictureDocumentSchemas = {
  /** of pictures and attachments: `_id` is `${id}:${part}`; taken away after a day */
  pictureParts: z.object({ _id: z.string(), content: z.string(), storedAt: instantField }),
} as const;

/** Pictures of activities and projects (PT1–PT4): they lie in the document of what they show. */
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

export const pictureDocumentSchemas = {
  /** `_id` is `${pictureId}:${part}`; taken away after a day */
  pictureParts: z.object({ _id: z.string(), content: z.string(), storedAt: instantField }),
} as const;

/** The documents of links: pictures and addresses that the platform made once. None holds a person. */
import { instantField } from '@contract/fields';
import * as z from 'zod';
import '@contract/zod-config';

export const reachDocumentSchemas = {
  /** `_id` is the scene */
  miniProgramCodes: z.object({ _id: z.string(), fileId: z.string(), madeAt: instantField }),
  /** `_id` is form and scene (LK8); overwritten when it must be made anew */
  platformLinks: z.object({
    _id: z.string(),
    text: z.string(),
    madeAt: instantField,
    expiresAt: instantField,
  }),
} as const;

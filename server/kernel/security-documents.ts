/** What protects the product itself. */
import { countField, instantField } from '@contract/fields';
import * as z from 'zod';
import '@contract/zod-config';

export const securityDocumentSchemas = {
  /** calls of a limited procedure by an account in an hour; `_id` is keyed, so it names nobody (SE2) */
  callCounts: z.object({ _id: z.string(), count: countField, storedAt: instantField }),
  /** 换钥匙: how far the change to this key is; `_id` is the key's label (SE4) */
  keyRotations: z.object({
    _id: z.string(),
    startedAt: instantField,
    finishedAt: instantField.nullable(),
    resealedCount: countField,
    /** id numbers that lead to two people */
    clashCount: countField,
    passStartedAt: instantField,
    passChangedCount: countField,
    nextPassAt: instantField,
    /** place in SEALED_COLLECTIONS, and the last document of it that was looked at */
    collection: countField,
    afterId: z.string(),
  }),
} as const;

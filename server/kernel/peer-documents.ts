/** The documents of 同类城市: published figures of other cities. */
import { PEER_DEFINITIONS, PEER_INDICATORS } from '@domain/statistics/peer';
import { dayField, instantField, peerIdField } from '@contract/fields';
import { publishedValueSchema } from '@contract/peer.contract';
import * as z from 'zod';
import '@contract/zod-config';

export const peerRowSchema = z.object({
  peerId: peerIdField,
  cityName: z.string(),
  indicator: z.enum(PEER_INDICATORS),
  definition: z.enum(PEER_DEFINITIONS),
  value: publishedValueSchema,
  asOfDay: dayField,
  document: z.string(),
  enteredBy: z.string(),
  enteredAt: instantField,
  withdrawnDay: dayField.nullable(),
  withdrawnBy: z.string().nullable(),
});

export const peerDocumentSchemas = {
  /**
   * One document per city and indicator, `_id` is `${cityCode}:${indicator}`: an import is one write or
   * none. Rows are only added, each withdrawn at most once.
   */
  peerBooks: z.object({ _id: z.string(), rows: z.array(peerRowSchema) }),
} as const;

/** A part of the recount in another instance of the nightly function. */
import cloud from 'wx-server-sdk';
import * as z from 'zod';
import '@contract/zod-config';
import { findingsSchema, type Findings } from '../audit/findings';
import type { RecountPart } from '../audit/parts';

/** Seconds are enough; a part that hangs must not take the night with it. */
const TIMEOUT_MS = 120_000;
const answerSchema = z.object({ result: findingsSchema });

export async function runPartElsewhere(part: RecountPart): Promise<Findings> {
  const call = { name: 'nightly', data: { part }, timeout: TIMEOUT_MS };
  return answerSchema.parse(await cloud.callFunction(call)).result;
}

/**
 * What somebody has typed so far. The draft outlives the app, so a call in between costs nothing; the id
 * number is never part of it.
 */
import * as z from 'zod';
import '@contract/zod-config';
import { getLocalOpenid } from '@/platform/identity';
import { deviceStorage } from '@/platform/storage';

const draftSchema = z.object({
  name: z.string().max(60),
  phoneNumber: z.string().max(30),
  countyCode: z.string().max(12),
  townshipCode: z.string().max(12),
  communityCode: z.string().max(12),
  /** the command's id, so that sending after a lost answer is the same registration */
  requestId: z.string().max(64),
});
export type RegistrationDraft = z.infer<typeof draftSchema>;

const keyOfDraft = () => `registration-draft:${getLocalOpenid()}`;

export function readDraft(): RegistrationDraft | null {
  const read = draftSchema.safeParse(deviceStorage.get(keyOfDraft()));
  return read.success ? read.data : null;
}

/** Writes the named fields only: whatever else the caller holds stays out of storage. */
export function writeDraft(draft: RegistrationDraft): void {
  const { name, phoneNumber, countyCode, townshipCode, communityCode, requestId } = draft;
  deviceStorage.set(keyOfDraft(), { name, phoneNumber, countyCode, townshipCode, communityCode, requestId });
}

export function removeDraft(): void {
  deviceStorage.remove(keyOfDraft());
}

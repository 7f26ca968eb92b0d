/** What somebody has changed of 我的资料 and not saved yet: it outlives the app and a missing network. */
import { profileSchema, type ProfileView } from '@contract/profile.contract';
import * as z from 'zod';
import '@contract/zod-config';
import { getLocalOpenid } from '@/platform/identity';
import { deviceStorage } from '@/platform/storage';

const draftSchema = z.object({
  profile: profileSchema,
  /** of what was changed: another phone's change makes the draft worthless */
  basedOn: z.number().nullable(),
});
export type ProfileDraft = z.infer<typeof draftSchema>;

const keyOfDraft = () => `profile-draft:${getLocalOpenid()}`;

/** Of what is stored now; null: there is none, or it was of something older. */
export function readProfileDraft(changedAt: number | null): ProfileView | null {
  const read = draftSchema.safeParse(deviceStorage.get(keyOfDraft()));
  return read.success && read.data.basedOn === changedAt ? read.data.profile : null;
}

export function writeProfileDraft(draft: ProfileDraft): void {
  deviceStorage.set(keyOfDraft(), draft);
}

export function removeProfileDraft(): void {
  deviceStorage.remove(keyOfDraft());
}

/** 我的资料 (PF1–PF3): one's own, read and changed by oneself; 本人流水 says when. */
import type { ProfileView } from '@contract/profile.contract';
import { rejected } from '@domain/kernel/result';
import {
  EMPTY_PROFILE,
  isSameProfile,
  mergedProfile,
  SKILL_LIST_VERSION,
  tidyProfile,
  type Profile,
} from '@domain/volunteer/profile';
import type { StoredDocument } from '../kernel/documents';
import { requireAccount, requireOpenId, type Handler } from '../kernel/procedure';
import { copySaid } from '../team/said';
import { personEntryIdOf } from './person-ledger';

type Volunteer = StoredDocument<'volunteers'>;

function viewOf(profile: Profile): ProfileView {
  const { skills, fields, times, politicalStatus, workUnit } = tidyProfile(profile);
  return { skills: [...skills], fields: [...fields], times: [...times], politicalStatus, workUnit };
}

export function profileViewOf({ profile }: Pick<Volunteer, 'profile'>): ProfileView {
  return viewOf(profile ?? EMPTY_PROFILE);
}

/** Of two registrations that become one (RM5): what the one that stays left empty is the other's. */
export function withProfileOf(kept: Volunteer, other: Volunteer, now: number): Volunteer {
  if (other.profile === undefined) return kept;
  const merged = mergedProfile(kept.profile ?? EMPTY_PROFILE, other.profile);
  return { ...kept, profile: { ...viewOf(merged), listVersion: SKILL_LIST_VERSION, changedAt: now } };
}

/** Account, person. */
export const getProfile: Handler<'volunteer.getProfile'> = async (_input, context) => {
  const { volunteerId } = await requireAccount(context);
  const volunteer = await context.ports.database.get('volunteers', volunteerId);
  if (volunteer?.status !== 'active') return rejected('volunteer.inactive');
  return { profile: profileViewOf(volunteer), changedAt: volunteer.profile?.changedAt ?? null };
};

/** Round trips: account, (content,) begin, entry, person; person, teams and two for each, entry, commit. */
export const changeProfile: Handler<'volunteer.changeProfile'> = async (input, context) => {
  const { ports, now } = context;
  const { volunteerId } = await requireAccount(context);
  const { requestId, basedOn } = input;
  const profile = viewOf(input.profile);
  const isChecked =
    profile.workUnit === '' ||
    (await ports.platform.checkContent(requireOpenId(context), profile.workUnit)) === 'pass';
  if (!isChecked) return rejected('activity.contentRefused');
  const entryId = personEntryIdOf(context, 'profile', requestId);
  return ports.database.transaction(async (transaction) => {
    const done = await transaction.get('personLedger', entryId);
    const volunteer = await transaction.get('volunteers', volunteerId);
    if (volunteer?.status !== 'active') return rejected('volunteer.inactive');
    const known = { profile: profileViewOf(volunteer), changedAt: volunteer.profile?.changedAt ?? null };
    if (done !== null || isSameProfile(known.profile, profile))
      return { ...known, outcome: 'already' as const };
    if (known.changedAt !== basedOn) return rejected('profile.changedMeanwhile');
    // Of two changes in one millisecond the later one has another moment: who knew the first is told.
    const changedAt = Math.max(now, (known.changedAt ?? 0) + 1);
    const changed = { ...volunteer, profile: { ...profile, listVersion: SKILL_LIST_VERSION, changedAt } };
    await transaction.put('volunteers', changed);
    await copySaid(transaction, ports, changed);
    await transaction.add('personLedger', {
      ...{ _id: entryId, volunteerId, deed: 'profileChanged', at: now, requestId },
      ...{ divisionCode: null, childIds: [] },
    });
    return { profile, changedAt, outcome: 'changed' as const };
  });
};

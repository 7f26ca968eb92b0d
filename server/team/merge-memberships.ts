/** RM5: in a team that both registrations asked to join, one membership stands for the person. */
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import type { RequestContext } from '../kernel/procedure';
import { copySaid, liveMemberships, NOTHING_SAID } from './said';
import { isLive } from './team-view';

type Membership = StoredDocument<'memberships'>;
type Volunteer = StoredDocument<'volunteers'>;

/** Who is in before who asks, then the registration that stays; a leader stays one. Five round trips each. */
export async function mergeMemberships(
  transaction: Transaction,
  { ports, now }: RequestContext,
  kept: Volunteer,
): Promise<void> {
  const isOwn = ({ volunteerId }: Membership): number => Number(volunteerId === kept._id);
  const isIn = ({ state }: Membership): number => Number(state === 'member');
  const found = await liveMemberships(ports, kept);
  const inOrder = [...found].sort((a, b) => isIn(b) - isIn(a) || isOwn(b) - isOwn(a));
  const standing = new Map<string, Membership>();
  for (const one of inOrder) {
    const stays = standing.get(one.teamId);
    if (stays === undefined) standing.set(one.teamId, one);
    else await giveWay(transaction, one, stays, now);
  }
  await copySaid(transaction, ports, kept);
}

async function giveWay(
  transaction: Transaction,
  { _id, teamId }: Membership,
  stays: Membership,
  now: number,
): Promise<void> {
  const membership = await transaction.get('memberships', _id);
  if (membership === null || !isLive(membership)) return;
  await transaction.put('memberships', { ...membership, ...NOTHING_SAID, state: 'left', changedAt: now });
  const team = await transaction.get('teams', teamId);
  if (team?.leaderId !== membership.volunteerId) return;
  await transaction.put('teams', { ...team, leaderId: stays.volunteerId });
}

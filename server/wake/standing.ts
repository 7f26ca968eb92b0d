/** A person's own standing towards invitations (WK6): one document, in every transaction that decides. */
import {
  afterPause,
  INVITED_AGAIN_AFTER_MS,
  mergedStanding,
  NO_STANDING,
  pauseOf,
  type InvitationStanding,
} from '@domain/wake/invite';
import type { VolunteerId, WakeId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Database, Transaction } from '../kernel/ports';
import { requireAccount, type Handler } from '../kernel/procedure';

type StandingDocument = StoredDocument<'invitationStandings'>;
type Reader = Pick<Database, 'get'> | Pick<Transaction, 'get'>;

export function memberIdOf(wakeId: WakeId, volunteerId: VolunteerId): string {
  return `${wakeId}:${volunteerId}`;
}

export function standingOf(document: StandingDocument | null): InvitationStanding {
  return document ?? NO_STANDING;
}

/** Invited, neither stopped nor over, and the person has not said no. Three round trips. */
export async function isStillInvited(
  reader: Reader,
  wakeId: WakeId,
  volunteerId: VolunteerId,
  now: number,
): Promise<boolean> {
  const member = await reader.get('wakeMembers', memberIdOf(wakeId, volunteerId));
  if (member?.arm !== 'invited' || now >= member.assignedAt + INVITED_AGAIN_AFTER_MS) return false;
  const wake = await reader.get('wakes', wakeId);
  const standing = await reader.get('invitationStandings', volunteerId);
  return wake?.isStopped === false && pauseOf(standingOf(standing), now) === 'none';
}

/** Round trips: account, standing; three more for who was in a wake lately. */
export const getMyInvitation: Handler<'invitation.getMine'> = async (_input, context) => {
  const { volunteerId } = await requireAccount(context);
  const { database } = context.ports;
  const own = await database.get('invitationStandings', volunteerId);
  const wakeId = own?.wakeId ?? null;
  const isInvited = wakeId !== null && (await isStillInvited(database, wakeId, volunteerId, context.now));
  return { wakeId: isInvited ? wakeId : null, ...pauseViewOf(standingOf(own), context.now) };
};

/** What is so already stays as it is: a month that was asked for twice is not longer. Round trips: 5. */
export const pauseInvitations: Handler<'invitation.pause'> = async ({ pause }, context) => {
  const { _id: openId } = await requireAccount(context);
  const { now } = context;
  return context.ports.database.transaction(async (transaction) => {
    const account = await transaction.get('accounts', openId);
    if (account === null) return pauseViewOf(NO_STANDING, now);
    const { volunteerId } = account;
    const known = await transaction.get('invitationStandings', volunteerId);
    const standing = standingOf(known);
    if (pauseOf(standing, now) === pause) return pauseViewOf(standing, now);
    const changed = afterPause(standing, pause, now);
    await transaction.put('invitationStandings', {
      ...{ _id: volunteerId, wakeId: known?.wakeId ?? null },
      ...{ lastAt: changed.lastAt, isOff: changed.isOff, pausedUntil: changed.pausedUntil },
    });
    return pauseViewOf(changed, now);
  });
};

export function pauseViewOf(standing: InvitationStanding, now: number) {
  const pause = pauseOf(standing, now);
  return { pause, pausedUntil: pause === 'month' ? standing.pausedUntil : null };
}

/** RM5: the survivor keeps the later assignment and the stricter word. Two to four round trips. */
export async function mergeStandings(
  transaction: Transaction,
  survivorId: VolunteerId,
  otherId: VolunteerId,
): Promise<void> {
  const other = await transaction.get('invitationStandings', otherId);
  if (other === null) return;
  const own = await transaction.get('invitationStandings', survivorId);
  const wakeId = (other.lastAt ?? 0) > (own?.lastAt ?? 0) ? other.wakeId : (own?.wakeId ?? null);
  const { lastAt, isOff, pausedUntil } = mergedStanding(standingOf(own), other);
  await transaction.put('invitationStandings', { _id: survivorId, wakeId, lastAt, isOff, pausedUntil });
  await transaction.remove('invitationStandings', otherId);
}

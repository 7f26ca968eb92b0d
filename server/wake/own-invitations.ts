/** What is kept of a person by wakes (WK9, MD1). Two round trips at once. */
import { pauseOf } from '@domain/wake/invite';
import { SHOWN_ENTRIES } from '@contract/my-data.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { standingOf } from './standing';

export async function ownInvitations(
  { database }: Pick<Ports, 'database'>,
  { _id, mergedIds = [] }: StoredDocument<'volunteers'>,
  now: number,
) {
  const [members, standing] = await Promise.all([
    database.find('wakeMembers', {
      where: { volunteerId: { in: [_id, ...mergedIds] } },
      orderBy: [
        ['assignedAt', 'desc'],
        ['_id', 'asc'],
      ],
      limit: SHOWN_ENTRIES,
    }),
    database.get('invitationStandings', _id),
  ]);
  return {
    invitations: members.map(({ assignedAt, arm, openedAt }) => ({ at: assignedAt, arm, openedAt })),
    invitationPause: pauseOf(standingOf(standing), now),
  };
}

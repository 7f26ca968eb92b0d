/** Who can or will not come any more gives back every seat and place ahead (GU3, RG10). */
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { RequestContext } from '../kernel/procedure';
import { cancelAll } from './cancel';

/** More shifts ahead than anybody enrols in; sent again, a command goes on where it ended. */
export const UPCOMING_LIMIT = 100;

export function listUpcoming(
  { ports, now }: Pick<RequestContext, 'ports' | 'now'>,
  volunteerId: VolunteerId,
): Promise<StoredDocument<'attendances'>[]> {
  return ports.database.find('attendances', {
    where: { volunteerId, state: { in: ['enrolled', 'waiting'] }, endsAt: { above: now } },
    orderBy: [['endsAt', 'asc']],
    limit: UPCOMING_LIMIT,
  });
}

/** One transaction each, in which the line moves up; a running visit goes on. */
export async function cancelUpcoming(
  context: Pick<RequestContext, 'ports' | 'now'>,
  volunteerId: VolunteerId,
  request: { readonly requestId: string; readonly actor: string },
): Promise<void> {
  for (const { _id, shiftId } of await listUpcoming(context, volunteerId)) {
    await context.ports.database.transaction(async (transaction) => {
      const shift = await transaction.get('shifts', shiftId);
      const document = await transaction.get('attendances', _id);
      if (shift === null || document === null) return;
      await cancelAll(transaction, context, { shift, documents: [document], ...request });
    });
  }
}

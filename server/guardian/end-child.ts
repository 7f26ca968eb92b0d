/** 撤回同意 (GU3): the guardian acts for the child no longer; the child's record stays. */
import type { VolunteerId } from '@domain/kernel/identifiers';
import { rejected } from '@domain/kernel/result';
import { cancelAll } from '../enrolment/cancel';
import { requireAccount, type Handler, type RequestContext } from '../kernel/procedure';

/** More shifts ahead than anybody enrols in; a retry goes on where this one ends. */
const OPEN_LIMIT = 100;

/** First the consent ends, then what it allowed: a command sent again finishes what a dead instance left. */
export const endChild: Handler<'guardian.endChild'> = async (input, context) => {
  const { volunteerId: guardianId, _id: actor } = await requireAccount(context);
  const { childId, requestId } = input;
  const ended = await context.ports.database.transaction(async (transaction) => {
    const guardianship = await transaction.get('guardianships', childId);
    if (guardianship?.guardianId !== guardianId) return rejected('child.notYours');
    if (!guardianship.isInForce) return false;
    const seq = guardianship.seq + 1;
    await transaction.put('guardianships', { ...guardianship, isInForce: false, seq });
    await transaction.add('guardianConsents', {
      _id: `${childId}:${String(seq)}`,
      childId,
      guardianId,
      kind: 'revoked',
      version: guardianship.consentVersion,
      at: context.now,
      requestId,
    });
    const childIds = (await transaction.get('guardians', guardianId))?.childIds ?? [];
    await transaction.put('guardians', {
      _id: guardianId,
      childIds: childIds.filter((id) => id !== childId),
    });
    return true;
  });
  if (typeof ended !== 'boolean') return ended;
  await cancelOpen(context, childId, requestId, actor);
  return { outcome: ended ? 'ended' : 'already' };
};

/** What the child was enrolled in or waiting for, one transaction each; a running visit goes on. */
async function cancelOpen(
  context: RequestContext,
  childId: VolunteerId,
  requestId: string,
  actor: string,
): Promise<void> {
  const { database } = context.ports;
  const open = await database.find('attendances', {
    where: {
      volunteerId: childId,
      state: { in: ['enrolled', 'waiting'] },
      endsAt: { above: context.now },
    },
    orderBy: [['endsAt', 'asc']],
    limit: OPEN_LIMIT,
  });
  for (const { _id, shiftId } of open) {
    await database.transaction(async (transaction) => {
      const shift = await transaction.get('shifts', shiftId);
      const document = await transaction.get('attendances', _id);
      if (shift === null || document === null) return;
      await cancelAll(transaction, context, { shift, documents: [document], requestId, actor });
    });
  }
}

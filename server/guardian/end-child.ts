/** 撤回同意 (GU3): the guardian acts for the child no longer; the child's record stays. */
import { cancelUpcoming } from '../enrolment/cancel-upcoming';
import { requireAccount, type Handler } from '../kernel/procedure';
import { endGuardianship } from './end-guardianship';

/** First the consent ends, then what it allowed: a command sent again finishes what a dead instance left. */
export const endChild: Handler<'guardian.endChild'> = async (input, context) => {
  const { volunteerId: guardianId, _id: actor } = await requireAccount(context);
  const { childId, requestId } = input;
  const ended = await context.ports.database.transaction((transaction) =>
    endGuardianship(transaction, { guardianId, childId, requestId, now: context.now }),
  );
  if (typeof ended !== 'boolean') return ended;
  await cancelUpcoming(context, childId, { requestId, actor });
  return { outcome: ended ? 'ended' : 'already' };
};

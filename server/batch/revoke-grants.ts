/** Several roles taken back at once (CS11). */
import { rejected } from '@domain/kernel/result';
import type { RoleGrant } from '../kernel/actor';
import type { RequestContext } from '../kernel/procedure';
import { refusalOfRevoking, revokeIn } from '../role/revoke';
import { effectOfRefusal, refusalWithoutReason, seenOf, toRefusal, type BatchHandler } from './batch-deed';

function seenOfGrant({ ports }: RequestContext, grant: RoleGrant): string {
  return seenOf(ports, [grant._id, grant.toDay, grant.revocation ?? null]);
}

export const revokeGrants: BatchHandler = {
  refusalOf: (_context, reason) => Promise.resolve(refusalWithoutReason(reason)),
  async effectOf(context, key) {
    const grant = await context.ports.database.get('roleGrants', key);
    const refusal = await refusalOfRevoking(context, grant);
    if (grant === null || refusal?.code === 'role.notFound')
      return effectOfRefusal(context.ports, rejected('role.notFound'));
    const isOver = grant.revocation !== undefined;
    const reason = refusal ?? (isOver ? rejected('batch.nothingToDo') : null);
    return {
      ...{ who: '', peopleCount: 1, minutes: 0, seen: seenOfGrant(context, grant) },
      refusal: reason === null ? null : toRefusal(reason),
    };
  },
  async run(context, { key, seen, reason }) {
    const done = await revokeIn(
      context,
      { grantId: key, reason },
      (grant) => seenOfGrant(context, grant) === seen,
    );
    if ('kind' in done) return done;
    return { outcome: done.outcome === 'revoked' ? 'done' : 'already' };
  },
};

/** 收回角色 (RL1, RL2, RL5): with its reason, and from that moment on. */
import { cityOf } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { assert, rejected, type Rejection } from '@domain/kernel/result';
import { mayGrant, stateOf } from '@domain/role/grant';
import { civilDayOf } from '@domain/time/civil-day';
import type { ErrorCode } from '@contract/error-codes';
import type { ViewOf } from '@contract/procedures';
import type { RoleGrant } from '../kernel/actor';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { divisionOfGrant, toHeld } from './place-of-scope';

/** A city has a handful; more than this are certainly enough. */
const LOOKED_AT = 50;

/** Round trips: roles, account, grant, begin, read, write, entry, commit; of a city office four more. */
export const revokeRole: Handler<'role.revoke'> = (input, context) => revokeIn(context, input, () => true);

/** Not beyond the own role and division, and not the own (RL2); of a city office one must remain (RL5). */
export async function refusalOfRevoking(
  context: RequestContext,
  found: RoleGrant | null,
): Promise<Rejection<'role.notFound' | 'role.own' | 'role.lastOffice'> | null> {
  const [grants, account] = await Promise.all([context.actor.grants(), context.actor.account()]);
  const divisionCode = found === null ? null : divisionOfGrant(found);
  if (found === null || divisionCode === null || !mayGrant(grants.map(toHeld), found.role, divisionCode))
    return rejected('role.notFound');
  const isMine = account !== null && found.volunteerId === account.volunteerId;
  if (isMine || found.openId === requireOpenId(context)) return rejected('role.own');
  const isLast = found.role === 'cityOffice' && !(await hasOtherOffice(context, found));
  return isLast && found.revocation === undefined ? rejected('role.lastOffice') : null;
}

/** `isAsSeen`: still as whoever decides has seen it. */
export async function revokeIn(
  context: RequestContext,
  { grantId, reason }: { readonly grantId: string; readonly reason: string },
  isAsSeen: (grant: RoleGrant) => boolean,
): Promise<ViewOf<'role.revoke'> | Rejection<ErrorCode>> {
  const { ports, actor, now } = context;
  const openId = requireOpenId(context);
  const refusal = await refusalOfRevoking(context, await ports.database.get('roleGrants', grantId));
  if (refusal !== null) return refusal;
  const grants = await actor.grants();
  return ports.database.transaction(
    async (transaction): Promise<ViewOf<'role.revoke'> | Rejection<ErrorCode>> => {
      const grant = await transaction.get('roleGrants', grantId);
      if (grant === null) return rejected('role.notFound');
      if (grant.revocation !== undefined) return { outcome: 'already' };
      if (!isAsSeen(grant)) return rejected('batch.changedMeanwhile');
      if (grant.role === 'cityOffice') {
        const guardId = cityOf(parseDivision(grant));
        // Two that take each other's role at once clash here, and the second counts anew.
        await transaction.get('roleGuards', guardId);
        if (!(await hasOtherOffice(context, grant))) return rejected('role.lastOffice');
        await transaction.put('roleGuards', { _id: guardId, movedAt: now, grantId });
      }
      const revocation = { at: now, by: openId, byName: grants[0]?.scopeName ?? '', reason };
      await transaction.put('roleGrants', { ...grant, revocation });
      return { outcome: 'revoked' };
    },
  );
}

/** Who may take it back has found its division before. */
function parseDivision(grant: RoleGrant): DivisionCode {
  const divisionCode = divisionOfGrant(grant);
  assert(divisionCode !== null, 'a role that may be taken back lies in a division');
  return divisionCode;
}

/** One that ends by itself does not count: a city never comes to be without an office. */
async function hasOtherOffice({ ports, now }: RequestContext, grant: RoleGrant): Promise<boolean> {
  const offices = await ports.database.find('roleGrants', {
    where: { role: 'cityOffice', officeKeys: divisionOfGrant(grant) ?? '' },
    limit: LOOKED_AT,
  });
  const today = civilDayOf(now);
  return offices.some(
    ({ _id, fromDay, toDay, revocation }) =>
      _id !== grant._id &&
      toDay === null &&
      stateOf({ fromDay, toDay, isRevoked: revocation !== undefined }, today) === 'inForce',
  );
}

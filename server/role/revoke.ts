/** 收回角色 (RL1, RL2, RL5): with its reason, and from that moment on. */
import { cityOf } from '@domain/geography/division';
import { rejected } from '@domain/kernel/result';
import { mayGrant, stateOf } from '@domain/role/grant';
import { civilDayOf } from '@domain/time/civil-day';
import type { RoleGrant } from '../kernel/actor';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { divisionOfGrant, toHeld } from './place-of-scope';

/** A city has a handful; more than this are certainly enough. */
const LOOKED_AT = 50;

/** Round trips: roles, account, grant, begin, read, write, entry, commit; of a city office three more. */
export const revokeRole: Handler<'role.revoke'> = async ({ grantId, reason }, context) => {
  const { ports, actor, now } = context;
  const openId = requireOpenId(context);
  const [grants, account, found] = await Promise.all([
    actor.grants(),
    actor.account(),
    ports.database.get('roleGrants', grantId),
  ]);
  const divisionCode = found === null ? null : divisionOfGrant(found);
  if (found === null || divisionCode === null || !mayGrant(grants.map(toHeld), found.role, divisionCode))
    return rejected('role.notFound');
  const isOwn = found.openId === openId || (account !== null && found.volunteerId === account.volunteerId);
  if (isOwn) return rejected('role.own');
  return ports.database.transaction(async (transaction) => {
    const grant = await transaction.get('roleGrants', grantId);
    if (grant === null) return rejected('role.notFound');
    if (grant.revocation !== undefined) return { outcome: 'already' as const };
    if (grant.role === 'cityOffice') {
      const guardId = cityOf(divisionCode);
      // Two that take each other's role at once clash here, and the second counts anew.
      await transaction.get('roleGuards', guardId);
      if (!(await hasOtherOffice(context, grant))) return rejected('role.lastOffice');
      await transaction.put('roleGuards', { _id: guardId, movedAt: now, grantId });
    }
    const revocation = { at: now, by: openId, byName: grants[0]?.scopeName ?? '', reason };
    await transaction.put('roleGrants', { ...grant, revocation });
    return { outcome: 'revoked' as const };
  });
};

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

/** 本辖区的角色 (RL6). Round trips: roles, account, grants, people, and the log of the look. */
import { mayGrant, stateOf } from '@domain/role/grant';
import { addDays, civilDayOf, type CivilDay } from '@domain/time/civil-day';
import { redactName } from '@domain/volunteer/redact';
import type { GrantView } from '@contract/role.contract';
import type { Account, RoleGrant } from '../kernel/actor';
import { pageOf, parseCursor, type PageKey } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Query } from '../kernel/ports';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { logLook } from '../trail/access-log';
import { readableOffices } from '../trail/read-trail';
import { divisionOfGrant, toHeld } from './place-of-scope';

const PAGE = 20;
/** long enough to renew it in time */
const EXPIRING_DAYS = 30;

export const listGrants: Handler<'role.listGrants'> = async (input, context) => {
  const [offices, account] = await Promise.all([readableOffices(context), context.actor.account()]);
  const [office] = offices;
  if (office === undefined) throw new Error('invariant broken: the audience lets only offices in');
  const today = civilDayOf(context.now);
  const where = { officeKeys: { in: offices } };
  const found = await context.ports.database.find('roleGrants', {
    ...(input.group === 'all' ? { where } : expiring(where, today)),
    ...(input.group === 'all' ? { orderBy: [['grantedAt', 'desc'] as const, ['_id', 'asc'] as const] } : {}),
    after: input.group === 'all' ? parseCursor(input.cursor) : null,
    limit: PAGE + 1,
  });
  const { rows, nextCursor } = pageOf(found, PAGE, ({ grantedAt, _id }): PageKey => [grantedAt, _id]);
  const ids = [
    ...new Set(rows.flatMap(({ volunteerId }) => (volunteerId === undefined ? [] : [volunteerId]))),
  ];
  const people = await context.ports.database.getMany('volunteers', ids);
  if (ids.length > 0)
    await logLook(context, {
      ...{ procedure: 'role.listGrants', divisionCode: office, measure: '', volunteerIds: ids },
    });
  const toView = await viewer(context, account, people);
  return { grants: rows.map(toView), nextCursor: input.group === 'all' ? nextCursor : null };
};

/** By their last day, the next first; so few that one page holds them. */
function expiring(where: Query['where'], today: CivilDay) {
  return {
    where: { ...where, toDay: { atLeast: today, atMost: addDays(today, EXPIRING_DAYS) } },
    orderBy: [['toDay', 'asc'] as const, ['_id', 'asc'] as const],
  };
}

async function viewer(
  context: RequestContext,
  account: Account | null,
  people: readonly StoredDocument<'volunteers'>[],
): Promise<(grant: RoleGrant) => GrantView> {
  const byId = new Map(people.map((person) => [person._id, person]));
  const held = (await context.actor.grants()).map(toHeld);
  const today = civilDayOf(context.now);
  const openId = requireOpenId(context);
  return (grant) => {
    const { _id, role, scopeName, fromDay, toDay, reason, grantedAt, grantedByName, revocation } = grant;
    const person = grant.volunteerId === undefined ? undefined : byId.get(grant.volunteerId);
    const divisionCode = divisionOfGrant(grant);
    const isOwn = grant.openId === openId || (account !== null && grant.volunteerId === account.volunteerId);
    return {
      ...{ grantId: _id, role, scopeName, fromDay, toDay, grantedAt },
      maskedName: person === undefined ? null : redactName(person.name),
      volunteerNumber: person?.volunteerNumber ?? null,
      state: stateOf({ fromDay, toDay, isRevoked: revocation !== undefined }, today),
      reason: reason ?? '',
      grantedByName: grantedByName ?? '',
      revocation:
        revocation === undefined
          ? null
          : { at: revocation.at, reason: revocation.reason, byName: revocation.byName },
      mayRevoke:
        revocation === undefined && !isOwn && divisionCode !== null && mayGrant(held, role, divisionCode),
    };
  };
}

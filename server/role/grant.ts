/** 授予角色 (RL1–RL4): to a registered person's account, on record with its reason. */
import { officesOver } from '@domain/geography/division';
import type { VolunteerId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { overlaps, refusalOfGrant } from '@domain/role/grant';
import { civilDayOf } from '@domain/time/civil-day';
import type { ErrorCode } from '@contract/error-codes';
import type { ParsedInputOf } from '@contract/procedures';
import { MAXIMUM_GRANTS, type Account, type RoleGrant } from '../kernel/actor';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { placeOfScope, toHeld, type ScopePlace } from './place-of-scope';

type Input = ParsedInputOf<'role.grant'>;

/** A person has few accounts; a role goes to the one they used last. */
const MAXIMUM_ACCOUNTS = 20;

/** Round trips: roles, known, scope, person, accounts, their roles, begin, read, write, entry, commit. */
export const grantRole: Handler<'role.grant'> = async (input, context) => {
  const { ports, actor, now } = context;
  const { database, secrets } = ports;
  const openId = requireOpenId(context);
  const grants = await actor.grants();
  const _id = secrets.shortId('grant', `${openId}:${input.requestId}`);
  if ((await database.get('roleGrants', _id)) !== null) return { grantId: _id, outcome: 'already' };
  const place = await placeOfScope(ports, input.scope);
  if (place === null || place.isClosed) return rejected('role.scopeWrong');
  const { divisionCode } = place;
  const wish = { ...input, isTeams: input.scope.kind === 'team', divisionCode };
  const refusal = refusalOfGrant(grants.map(toHeld), wish, civilDayOf(now));
  if (refusal !== null) return refusal;
  const holder = await holderOf(context, input.volunteerId);
  if ('kind' in holder) return holder;
  const held = await refusalOfHeld(context, holder, input);
  if (held !== null) return held;
  const grant = grantOf(context, { _id, input, place, holder, grants });
  return database.transaction(async (transaction) => {
    const known = await transaction.get('roleGrants', _id);
    if (known !== null) return { grantId: _id, outcome: 'already' as const };
    await transaction.add('roleGrants', grant);
    return { grantId: _id, outcome: 'granted' as const };
  });
};

/** Nobody names themselves, by none of their accounts. */
async function holderOf(
  context: RequestContext,
  volunteerId: VolunteerId,
): Promise<Account | Rejection<ErrorCode>> {
  const { database } = context.ports;
  const [volunteer, accounts] = await Promise.all([
    database.get('volunteers', volunteerId),
    database.find('accounts', { where: { volunteerId }, limit: MAXIMUM_ACCOUNTS }),
  ]);
  const [latest] = [...accounts].sort((a, b) => b.boundAt - a.boundAt);
  if (volunteer?.status !== 'active' || latest === undefined) return rejected('role.noAccount');
  return accounts.some(({ _id }) => _id === requireOpenId(context)) ? rejected('role.own') : latest;
}

async function refusalOfHeld(
  { ports }: RequestContext,
  holder: Account,
  { role, scope, fromDay, toDay }: Input,
): Promise<Rejection<ErrorCode> | null> {
  const held = await ports.database.find('roleGrants', {
    where: { openId: holder._id },
    limit: MAXIMUM_GRANTS,
  });
  if (held.length >= MAXIMUM_GRANTS) return rejected('role.tooMany', { maximum: MAXIMUM_GRANTS });
  const isSame = (one: RoleGrant): boolean =>
    one.role === role && JSON.stringify(one.scope) === JSON.stringify(scope) && one.revocation === undefined;
  const isHeld = held.some((one) => isSame(one) && overlaps(one, { fromDay, toDay }));
  return isHeld ? rejected('role.alreadyHeld') : null;
}

interface Parts {
  readonly _id: string;
  readonly input: Input;
  readonly place: ScopePlace;
  readonly holder: Account;
  readonly grants: readonly RoleGrant[];
}
function grantOf(context: RequestContext, { _id, input, place, holder, grants }: Parts): RoleGrant {
  const { role, scope, fromDay, toDay, reason } = input;
  return {
    ...{ _id, openId: holder._id, volunteerId: holder.volunteerId, role, scope, fromDay, toDay, reason },
    ...{ scopeName: place.name, divisionCode: place.divisionCode },
    officeKeys: officesOver(place.divisionCode),
    grantedBy: requireOpenId(context),
    grantedByName: grants[0]?.scopeName ?? '',
    grantedAt: context.now,
  };
}

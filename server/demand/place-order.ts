/** 点单 (DM1): a person asks, or a site manager for somebody. Ids come from the request (AT1). */
import { expiresAtOf, refusalOfWishes } from '@domain/demand/order';
import { levelOf, lineageOf } from '@domain/geography/division';
import { rejected, type Rejection } from '@domain/kernel/result';
import { chosenOf, SKILLS } from '@domain/volunteer/profile';
import type { ErrorCode } from '@contract/error-codes';
import type { ParsedInputOf, ViewOf } from '@contract/procedures';
import { pathNameOf } from '../geography/division-lookup';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { looksAfter, type OrderDocument } from './order-access';

type Input = ParsedInputOf<'demand.place'> | ParsedInputOf<'demand.placeProxy'>;
type Placed = ViewOf<'demand.place'> | Rejection<ErrorCode>;

/** Of one account at a time; two requests at once may pass it by one, which harms nobody. */
const MAXIMUM_OPEN = 5;
/** A site manager asks for a whole community. */
const MAXIMUM_OPEN_PROXIES = 60;

/** Round trips: known, account, own open orders, division, content, begin, read, write, commit. */
export const placeOrder: Handler<'demand.place'> = async (input, context) => {
  const account = await context.actor.account();
  const keys = account === null ? [] : [account.volunteerId];
  return place(context, input, { isProxy: false, keys, byName: '', maximumOpen: MAXIMUM_OPEN });
};

/** The same with the roles, and the entry in the trail. */
export const placeProxyOrder: Handler<'demand.placeProxy'> = async (input, context) => {
  const grants = await context.actor.grants();
  const grant = grants.find((one) => looksAfter([one], input.communityCode));
  if (grant === undefined) return rejected('actor.forbidden');
  const byName = grant.scopeName;
  return place(context, input, { isProxy: true, keys: [], byName, maximumOpen: MAXIMUM_OPEN_PROXIES });
};

interface Asking {
  readonly isProxy: boolean;
  /** besides the account */
  readonly keys: readonly string[];
  readonly byName: string;
  readonly maximumOpen: number;
}

async function place(context: RequestContext, input: Input, asking: Asking): Promise<Placed> {
  const { ports, now } = context;
  const { database, platform, secrets } = ports;
  const openId = requireOpenId(context);
  const orderId = secrets.shortId('order', `${openId}:${input.requestId}`);
  if ((await database.get('orders', orderId)) !== null) return { orderId, outcome: 'already' };
  const refusal = refusalOfWishes(input.wishes, now);
  if (refusal !== null) return refusal;
  const [division, open] = await Promise.all([
    database.get('divisions', input.communityCode),
    database.find('orders', {
      where: { askerKeys: openId, group: { in: ['waiting', 'running'] }, expiresAt: { above: now } },
      limit: asking.maximumOpen,
    }),
  ]);
  if (division === null || levelOf(division._id) !== 'community') return rejected('division.notFound');
  if (open.length >= asking.maximumOpen) return rejected('order.tooMany', { maximum: asking.maximumOpen });
  const verdict = await platform.checkContent(openId, `${input.need}\n${input.placeName}`);
  if (verdict !== 'pass') return rejected('activity.contentRefused');
  const order: OrderDocument = {
    ...newOrder(context, input, asking, orderId),
    ...{ divisionName: pathNameOf(division), askerKeys: [openId, ...asking.keys] },
  };
  return database.transaction(async (transaction) => {
    if ((await transaction.get('orders', orderId)) !== null) return { orderId, outcome: 'already' as const };
    await transaction.add('orders', order);
    return { orderId, outcome: 'placed' as const };
  });
}

function newOrder(
  context: RequestContext,
  input: Input,
  { isProxy, byName }: Asking,
  orderId: string,
): Omit<OrderDocument, 'divisionName' | 'askerKeys'> {
  const { ports, now } = context;
  const { field, need, placeName, position, peopleCount, requestId, communityCode, contactPhone } = input;
  const skills = chosenOf(SKILLS, input.skills ?? []);
  const wishes = [...input.wishes].sort((a, b) => a.from - b.from);
  const by = requireOpenId(context);
  return {
    ...{ _id: orderId, field, need, placeName, position, peopleCount, isProxy, wishes },
    ...(skills.length === 0 ? {} : { skills }),
    divisionCode: communityCode,
    contactNameBox: ports.secrets.seal(input.contactName),
    contactPhoneBox: contactPhone === null ? null : ports.secrets.seal(contactPhone),
    ...{ placedAt: now, movedAt: now, expiresAt: expiresAtOf(wishes), state: 'placed', group: 'waiting' },
    ...{ dispatchCount: 0, teamId: null, teamName: '', activityId: null, shiftId: null, rating: null },
    moves: [{ to: 'placed', at: now, by, byName, reason: '', teamName: '', requestId }],
    ...{ officeKeys: lineageOf(communityCode), offeredKeys: [] },
  };
}

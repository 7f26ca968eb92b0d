/**
 * 派单、接单、退单、撤回、评单 (DM2–DM6): each is one transaction on the order's document, so that of two teams one
 * has it. Round trips: roles, account, order, own teams, (the team asked, content,) begin, order, write, the
 * entry of a role, commit; a rating reads and writes the team's sums besides.
 */
import { ratingChange, type OrderDeed } from '@domain/demand/order';
import { contains } from '@domain/geography/division';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { ErrorCode } from '@contract/error-codes';
import type { ViewOf } from '@contract/procedures';
import type { Transaction } from '../kernel/ports';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { looksAfter, teamIdsOf, viewerOf, type OrderDocument, type Team, type Viewer } from './order-access';
import { isDone, movedOrder, orderNotFound, toOrderView } from './order-document';

type Moved = ViewOf<'demand.withdraw'> | Rejection<ErrorCode>;

interface Wanted {
  readonly orderId: string;
  readonly requestId: string;
  readonly deed: OrderDeed;
  readonly reason: string;
  /** besides seeing it */
  readonly may: (viewer: Viewer) => boolean;
  readonly refusal?: (order: OrderDocument) => Rejection<ErrorCode> | null;
  readonly also?: (transaction: Transaction, before: OrderDocument, after: OrderDocument) => Promise<void>;
}

async function move(context: RequestContext, wanted: Wanted): Promise<Moved> {
  const { ports, now } = context;
  const { orderId, requestId, deed, reason, may, refusal, also } = wanted;
  const openId = requireOpenId(context);
  const known = await ports.database.get('orders', orderId);
  if (known === null) return orderNotFound();
  if (isDone(known, requestId, openId)) return { order: toOrderView(known, now, true) };
  const viewer = await viewerOf(context, known);
  if (viewer === null) return orderNotFound();
  if (!may(viewer)) return rejected('actor.forbidden');
  const refused = refusal?.(known) ?? null;
  if (refused !== null) return refused;
  const text = deed.kind === 'rate' ? deed.words : reason;
  if (text !== '' && (await ports.platform.checkContent(openId, text)) !== 'pass')
    return rejected('activity.contentRefused');
  const byName = await nameOf(context, known, viewer, deed);
  const cause = { requestId, by: openId, byName, reason };
  return ports.database.transaction(async (transaction): Promise<Moved> => {
    const order = await transaction.get('orders', orderId);
    if (order === null) return orderNotFound();
    if (isDone(order, requestId, openId)) return { order: toOrderView(order, now, true) };
    const next = movedOrder(order, deed, cause, now);
    if ('kind' in next) return next;
    await transaction.put('orders', next);
    await also?.(transaction, order, next);
    return { order: toOrderView(next, now, true) };
  });
}

/** The role that does it, never a person's name. */
async function nameOf(
  { actor }: RequestContext,
  order: OrderDocument,
  { isOwn }: Viewer,
  deed: OrderDeed,
): Promise<string> {
  const grants = await actor.grants();
  if (isOwn && (deed.kind === 'withdraw' || deed.kind === 'rate') && !order.isProxy) return '';
  const teamId = deed.kind === 'take' ? deed.teamId : order.teamId;
  const ofTeam = deed.kind === 'take' || deed.kind === 'return';
  const grant = grants.find((one) =>
    ofTeam ? teamId !== null && teamIdsOf([one]).includes(teamId) : looksAfter([one], order.divisionCode),
  );
  return grant?.scopeName ?? '';
}

export const dispatchOrder: Handler<'demand.dispatch'> = async (input, context) => {
  const may = ({ mayDispatch }: Viewer): boolean => mayDispatch;
  if (input.teamId === null) return move(context, { ...input, deed: { kind: 'offer' }, reason: '', may });
  const team = await context.ports.database.get('teams', input.teamId);
  if (team?.state !== 'active') return rejected('order.teamUnfit');
  const deed = { kind: 'dispatch', teamId: team._id, teamName: team.name } as const;
  const refusal = (order: OrderDocument) => (isOfCounty(team, order) ? null : rejected('order.teamUnfit'));
  return move(context, { ...input, deed, reason: '', may, refusal });
};

/** Of the order's county, or of what lies around it. */
function isOfCounty(team: Team, order: OrderDocument): boolean {
  const [, county] = order.officeKeys;
  if (county === undefined) return false;
  return contains(county, team.divisionCode) || contains(team.divisionCode, county);
}

export const declineOrder: Handler<'demand.decline'> = (input, context) =>
  move(context, { ...input, deed: { kind: 'decline' }, may: ({ mayDispatch }) => mayDispatch });

export const takeOrder: Handler<'demand.take'> = async (input, context) => {
  const { teamId } = input;
  if (!teamIdsOf(await context.actor.grants()).includes(teamId)) return rejected('actor.forbidden');
  const team = await context.ports.database.get('teams', teamId);
  if (team?.state !== 'active') return rejected('order.teamUnfit');
  const deed = { kind: 'take', teamId, teamName: team.name } as const;
  const may = ({ takers, isTeam }: Viewer): boolean => isTeam || takers.some(({ _id }) => _id === teamId);
  return move(context, { ...input, deed, reason: '', may });
};

export const returnOrder: Handler<'demand.return'> = (input, context) =>
  move(context, { ...input, deed: { kind: 'return' }, may: ({ isTeam }) => isTeam });

export const withdrawOrder: Handler<'demand.withdraw'> = (input, context) =>
  move(context, { ...input, deed: { kind: 'withdraw' }, may: ({ isOwn }) => isOwn });

export const rateOrder: Handler<'demand.rate'> = (input, context) => {
  const { stars, words, askedWhom } = input;
  const deed = { kind: 'rate', stars, words, askedWhom } as const;
  const may = ({ isOwn }: Viewer): boolean => isOwn;
  return move(context, {
    ...input,
    deed,
    reason: '',
    may,
    refusal: refusalOfRating(askedWhom),
    also: addRating,
  });
};

/** Each change is kept, so that an older one that comes late is known; a document stays small. */
const MAXIMUM_RATINGS = 12;

const refusalOfRating = (askedWhom: string) => (order: OrderDocument) => {
  if (order.isProxy && askedWhom === '') return rejected('order.askedWhomMissing');
  const ratingCount = order.moves.filter(({ to }) => to === 'rated').length;
  return ratingCount < MAXIMUM_RATINGS ? null : rejected('order.ratingClosed');
};

/** DM6: the sums of the team change with each rating, in its transaction. */
async function addRating(
  transaction: Transaction,
  before: OrderDocument,
  after: OrderDocument,
): Promise<void> {
  const { teamId, rating } = after;
  if (teamId === null || rating === null) return;
  const { starSum, ratingCount } = ratingChange(before.rating, rating);
  const known = await transaction.get('teamRatings', teamId);
  await transaction.put('teamRatings', {
    _id: teamId,
    starSum: (known?.starSum ?? 0) + starSum,
    ratingCount: (known?.ratingCount ?? 0) + ratingCount,
  });
}

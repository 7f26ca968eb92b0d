/**
 * 点单–派单–接单–评单 (DM): what becomes of an order, by whose deed. A team is asked, never a person assigned: no
 * deed names a volunteer.
 */
import type { ActivityId, ShiftId, TeamId } from '../kernel/identifiers';
import { rejected, type Rejection } from '../kernel/result';
import { DAY_MS, HOUR_MS } from '../time/civil-day';

export const ORDER_STATES = [
  'placed',
  'dispatched',
  'offered',
  'returned',
  'taken',
  'arranged',
  'served',
  'rated',
  'declined',
  'withdrawn',
  'expired',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** Somebody has to find a team · a team has it · it is over. */
export const ORDER_GROUPS = ['waiting', 'running', 'ended'] as const;
export type OrderGroup = (typeof ORDER_GROUPS)[number];
const GROUP_OF: Readonly<Record<OrderState, OrderGroup>> = {
  placed: 'waiting',
  dispatched: 'waiting',
  offered: 'waiting',
  returned: 'waiting',
  taken: 'running',
  arranged: 'running',
  served: 'ended',
  rated: 'ended',
  declined: 'ended',
  withdrawn: 'ended',
  expired: 'ended',
};
export function groupOf(state: OrderState): OrderGroup {
  return GROUP_OF[state];
}

/** An office reacts within three days, else the county sees it (DM4). */
export const OVERDUE_MS = 3 * DAY_MS;
/** A rating may be thought over for a week (DM6). */
export const RATING_OPEN_MS = 7 * DAY_MS;
export const MAXIMUM_STARS = 5;
/** Twelve teams asked in vain are reason to decline; a document stays small. */
export const MAXIMUM_DISPATCHES = 12;

export interface Wish {
  readonly from: number;
  readonly to: number;
}
export const WISH_LIMITS = {
  maximumCount: 3,
  /** a team needs time to come */
  leadMs: 2 * HOUR_MS,
  horizonMs: 60 * DAY_MS,
  maximumLengthMs: 12 * HOUR_MS,
} as const;

/** DM1: when somebody may come. */
export function refusalOfWishes(wishes: readonly Wish[], now: number): Rejection<'order.timesWrong'> | null {
  const isFit = ({ from, to }: Wish): boolean =>
    from >= now + WISH_LIMITS.leadMs &&
    to <= now + WISH_LIMITS.horizonMs &&
    from < to &&
    to - from <= WISH_LIMITS.maximumLengthMs;
  return wishes.length > 0 && wishes.every(isFit) ? null : rejected('order.timesWrong');
}

/** Nobody can come after the last of the wished times. */
export function expiresAtOf(wishes: readonly Wish[]): number {
  return Math.max(...wishes.map(({ to }) => to));
}

export interface Rating {
  readonly stars: number;
  readonly words: string;
  /** of a proxy order: who was asked; else empty */
  readonly askedWhom: string;
  readonly firstAt: number;
  readonly ratedAt: number;
}

export interface Order {
  readonly state: OrderState;
  /** whom the order is with: asked, or has taken it */
  readonly teamId: TeamId | null;
  readonly teamName: string;
  readonly activityId: ActivityId | null;
  readonly shiftId: ShiftId | null;
  /** since when the next deed is somebody's turn */
  readonly movedAt: number;
  readonly expiresAt: number;
  readonly dispatchCount: number;
  readonly rating: Rating | null;
}

export interface TeamNamed {
  readonly teamId: TeamId;
  readonly teamName: string;
}
export type OrderDeed =
  | ({ readonly kind: 'dispatch' } & TeamNamed)
  | { readonly kind: 'offer' }
  | { readonly kind: 'decline' }
  | ({ readonly kind: 'take' } & TeamNamed)
  | { readonly kind: 'return' }
  | { readonly kind: 'arrange'; readonly activityId: ActivityId; readonly shiftId: ShiftId }
  | { readonly kind: 'release' }
  | { readonly kind: 'serve' }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'expire' }
  | { readonly kind: 'rate'; readonly stars: number; readonly words: string; readonly askedWhom: string };

const WAITING: readonly OrderState[] = ['placed', 'dispatched', 'offered', 'returned'];
/** From which states a deed leads on. */
export const DEED_FROM: Readonly<Record<OrderDeed['kind'], readonly OrderState[]>> = {
  dispatch: WAITING,
  offer: ['placed', 'dispatched', 'returned'],
  decline: WAITING,
  take: ['dispatched', 'offered'],
  return: ['dispatched', 'taken', 'arranged'],
  arrange: ['taken'],
  release: ['arranged'],
  serve: ['arranged'],
  withdraw: [...WAITING, 'taken', 'arranged'],
  expire: WAITING,
  rate: ['served', 'rated'],
};

export type OrderRefusal =
  'order.changedMeanwhile' | 'order.expired' | 'order.movedTooOften' | 'order.ratingClosed';

export function isExpired({ state, expiresAt }: Pick<Order, 'state' | 'expiresAt'>, now: number): boolean {
  return groupOf(state) === 'waiting' && now >= expiresAt;
}

/** An order that nobody took in time is over from that instant on, whenever a timer writes it down. */
export function standingOf(order: Pick<Order, 'state' | 'expiresAt'>, now: number): OrderState {
  return isExpired(order, now) ? 'expired' : order.state;
}

export function isOverdue(order: Pick<Order, 'state' | 'expiresAt' | 'movedAt'>, now: number): boolean {
  return groupOf(order.state) === 'waiting' && !isExpired(order, now) && now - order.movedAt >= OVERDUE_MS;
}

const NOBODY = { teamId: null, teamName: '', activityId: null, shiftId: null } as const;

/** DM2–DM6: the order after the deed, or why not. */
export function decideOrder(order: Order, deed: OrderDeed, now: number): Order | Rejection<OrderRefusal> {
  const { state } = order;
  if (!DEED_FROM[deed.kind].includes(state)) return rejected('order.changedMeanwhile', { state });
  if (isExpired(order, now) && deed.kind !== 'expire') return rejected('order.expired');
  switch (deed.kind) {
    case 'dispatch':
    case 'offer':
      return sentOn(order, deed, now);
    case 'take':
      if (state === 'dispatched' && order.teamId !== deed.teamId)
        return rejected('order.changedMeanwhile', { state });
      return { ...order, state: 'taken', teamId: deed.teamId, teamName: deed.teamName, movedAt: now };
    case 'return':
      return { ...order, ...NOBODY, state: 'returned', movedAt: now };
    case 'arrange':
      return {
        ...order,
        ...{ state: 'arranged', activityId: deed.activityId, shiftId: deed.shiftId, movedAt: now },
      };
    case 'release':
      return { ...order, state: 'taken', activityId: null, shiftId: null, movedAt: now };
    case 'serve':
      return { ...order, state: 'served', movedAt: now };
    case 'decline':
      return { ...order, ...NOBODY, state: 'declined', movedAt: now };
    case 'withdraw':
      return { ...order, state: 'withdrawn', movedAt: now };
    case 'expire':
      if (!isExpired(order, now)) return rejected('order.changedMeanwhile', { state });
      return { ...order, ...NOBODY, state: 'expired', movedAt: now };
    case 'rate':
      return rated(order, deed, now);
  }
}

function sentOn(
  order: Order,
  deed: Extract<OrderDeed, { kind: 'dispatch' | 'offer' }>,
  now: number,
): Order | Rejection<OrderRefusal> {
  if (order.dispatchCount >= MAXIMUM_DISPATCHES)
    return rejected('order.movedTooOften', { maximum: MAXIMUM_DISPATCHES });
  const team =
    deed.kind === 'offer'
      ? { ...NOBODY, state: 'offered' as const }
      : { ...NOBODY, teamId: deed.teamId, teamName: deed.teamName, state: 'dispatched' as const };
  return { ...order, ...team, movedAt: now, dispatchCount: order.dispatchCount + 1 };
}

/** DM6: once, and thought over within a week of the first word. */
function rated(
  order: Order,
  { stars, words, askedWhom }: Extract<OrderDeed, { kind: 'rate' }>,
  now: number,
): Order | Rejection<OrderRefusal> {
  const firstAt = order.rating?.firstAt ?? now;
  if (now - firstAt >= RATING_OPEN_MS) return rejected('order.ratingClosed');
  const rating = { stars, words, askedWhom, firstAt, ratedAt: now };
  return { ...order, state: 'rated', rating, movedAt: order.rating === null ? now : order.movedAt };
}

export interface TeamRating {
  readonly starSum: number;
  readonly ratingCount: number;
}
/** What a rating adds to those of the team, in place of the one before. */
export function ratingChange(before: Rating | null, after: Rating): TeamRating {
  return {
    starSum: after.stars - (before?.stars ?? 0),
    ratingCount: before === null ? 1 : 0,
  };
}

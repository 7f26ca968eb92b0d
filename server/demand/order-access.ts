/** Who sees an order and may do what (DM2): who asked, the sites and offices around it, and the team. */
import type { DivisionCode, TeamId } from '@domain/kernel/identifiers';
import { contains } from '@domain/geography/division';
import { DEED_FROM, isExpired, RATING_OPEN_MS, type OrderDeed } from '@domain/demand/order';
import { ORDER_DEEDS } from '@contract/demand.contract';
import type { RoleGrant } from '../kernel/actor';
import { doersOf } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { RequestContext } from '../kernel/procedure';

export type OrderDocument = StoredDocument<'orders'>;
export type Team = StoredDocument<'teams'>;
type OrderDeedName = (typeof ORDER_DEEDS)[number];

const TOWNSHIP_LENGTH = 9;

/** 站点、乡镇、县、市: the divisions these grants look after; a team's grant has none. */
export function divisionsOf(grants: readonly RoleGrant[]): DivisionCode[] {
  return grants.flatMap(({ scope }) => (scope.kind === 'division' ? [scope.divisionCode] : []));
}

/** The teams that these grants speak for. */
export function teamIdsOf(grants: readonly RoleGrant[]): TeamId[] {
  return grants.flatMap(({ role, scope }) =>
    scope.kind === 'team' && role === 'organiser' ? [scope.teamId] : [],
  );
}

export function looksAfter(grants: readonly RoleGrant[], divisionCode: DivisionCode): boolean {
  return divisionsOf(grants).some((own) => contains(own, divisionCode));
}

/** An order that is put up reaches the teams of its county and township, and of its township's places. */
export function reachKeysOf({ divisionCode }: Pick<Team, 'divisionCode'>): string[] {
  return [...new Set([divisionCode, divisionCode.slice(0, TOWNSHIP_LENGTH)])];
}

export function isInReach(team: Team, order: OrderDocument): boolean {
  const { offeredKeys } = order;
  return team.state === 'active' && reachKeysOf(team).some((key) => offeredKeys.some((own) => own === key));
}

/** By whichever account, and by whichever of two registrations that became one (RM): people change phones. */
export async function askerKeysOf({ actor }: RequestContext): Promise<string[]> {
  const account = await actor.account();
  const own = actor.openId === null ? [] : [actor.openId];
  return account === null ? own : [...own, account.volunteerId, ...(account.mergedIds ?? [])];
}

/** No round trip for the account that it was placed with. */
async function isAsker(context: RequestContext, { askerKeys }: OrderDocument): Promise<boolean> {
  const { openId } = context.actor;
  if (openId === null || askerKeys.includes(openId)) return openId !== null;
  return (await askerKeysOf(context)).some((key) => askerKeys.includes(key));
}

export interface Viewer {
  readonly isOwn: boolean;
  /** of its site, township, county or city; an auditor too */
  readonly isOffice: boolean;
  readonly mayDispatch: boolean;
  /** the team that is asked or has it is one's own */
  readonly isTeam: boolean;
  /** own teams that may take it now */
  readonly takers: readonly Team[];
}

/** Null: it is nobody's business of who asks. Round trips: roles, account, own teams. */
export async function viewerOf(context: RequestContext, order: OrderDocument): Promise<Viewer | null> {
  const [grants, isOwn] = await Promise.all([context.actor.grants(), isAsker(context, order)]);
  const teamIds = teamIdsOf(grants);
  const teams = teamIds.length === 0 ? [] : await context.ports.database.getMany('teams', teamIds);
  const isTeam = order.teamId !== null && teamIds.includes(order.teamId);
  const takers = teams.filter((team) =>
    order.state === 'dispatched'
      ? team._id === order.teamId && team.state === 'active'
      : order.state === 'offered' && isInReach(team, order),
  );
  const isOffice = looksAfter(grants, order.divisionCode);
  const mayDispatch = looksAfter(doersOf(grants), order.divisionCode);
  const isSeen = isOwn || isOffice || isTeam || takers.length > 0;
  return isSeen ? { isOwn, isOffice, mayDispatch, isTeam, takers } : null;
}

function isRatingOpen({ rating }: OrderDocument, now: number): boolean {
  return rating === null || now - rating.firstAt < RATING_OPEN_MS;
}

/** What who asks may do now. */
export function deedsOf(order: OrderDocument, viewer: Viewer, now: number): OrderDeedName[] {
  const { isOwn, mayDispatch, isTeam, takers } = viewer;
  const leads = (kind: OrderDeed['kind']): boolean => DEED_FROM[kind].includes(order.state);
  if (isExpired(order, now)) return [];
  const may: Readonly<Record<OrderDeedName, boolean>> = {
    withdraw: isOwn && leads('withdraw'),
    rate: isOwn && leads('rate') && isRatingOpen(order, now),
    dispatch: mayDispatch && leads('dispatch'),
    decline: mayDispatch && leads('decline'),
    take: takers.length > 0 && leads('take'),
    return: isTeam && leads('return'),
    arrange: isTeam && leads('arrange'),
  };
  return ORDER_DEEDS.filter((name) => may[name]);
}

/** DM2: the phone of who asked is for the team that has taken it, and for who finds a team. */
export function maySeeContact(order: OrderDocument, { mayDispatch, isTeam }: Viewer, now: number): boolean {
  if (order.contactNameBox === null || isExpired(order, now)) return false;
  return order.group === 'waiting' ? mayDispatch : mayDispatch || isTeam;
}

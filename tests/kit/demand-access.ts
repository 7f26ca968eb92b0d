/** Demand orders in the table of procedures and roles, and input that is well formed. */
import type { InputOf, ProcedureName } from '@contract/procedures';
import { DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import { COMMUNITY, requestId } from './product';

const NOBODY = 'nothing000';
type Name = Extract<ProcedureName, `demand.${string}`>;

/** An order of the first community for the day after tomorrow. */
export function orderInput(
  now: number,
  wishes: Partial<InputOf<'demand.place'>> = {},
): InputOf<'demand.place'> {
  const from = now + 2 * DAY_MS;
  return {
    ...{ requestId: requestId(), field: 'elderCare', need: '老人腿脚不便，想请人上门理发。' },
    ...{ communityCode: COMMUNITY, placeName: '达萨街 12 号', position: null, peopleCount: 2 },
    wishes: [{ from, to: from + 2 * HOUR_MS }],
    ...{ contactName: '测试居民', contactPhone: '13800000001' },
    ...wishes,
  };
}

/** `teamId`: of the organiser of the table. */
export function demandInputs(teamId: string, now: number): { [One in Name]: InputOf<One> } {
  const deed = { requestId: requestId(), orderId: NOBODY };
  const reason = '测试原因';
  return {
    'demand.place': orderInput(now),
    'demand.placeProxy': orderInput(now),
    'demand.withdraw': { ...deed, reason },
    'demand.rate': { ...deed, stars: 5, words: '', askedWhom: '' },
    'demand.listMine': { cursor: null },
    'demand.getOrder': { orderId: NOBODY },
    'demand.getContact': { orderId: NOBODY },
    'demand.listOrders': { list: 'waiting', cursor: null },
    'demand.listTeamOrders': { list: 'asked', cursor: null },
    'demand.listProposals': { orderId: NOBODY },
    'demand.dispatch': { ...deed, teamId: null },
    'demand.decline': { ...deed, reason },
    'demand.take': { ...deed, teamId },
    'demand.return': { ...deed, reason },
    'demand.listQuietCommunities': { divisionCode: '513201', cursor: null },
  };
}

interface Roles<Role> {
  readonly accounts: Role[];
  readonly offices: Role[];
  readonly managers: Role[];
}
export function demandRoles<Role>({ accounts, offices, managers }: Roles<Role>): Record<Name, Role[]> {
  return {
    'demand.place': accounts,
    'demand.placeProxy': offices,
    'demand.withdraw': accounts,
    'demand.rate': accounts,
    'demand.listMine': accounts,
    'demand.getOrder': accounts,
    'demand.getContact': managers,
    'demand.listOrders': managers,
    'demand.listTeamOrders': managers,
    'demand.listProposals': managers,
    'demand.dispatch': managers,
    'demand.decline': managers,
    'demand.take': managers.filter((role) => !offices.includes(role)),
    'demand.return': managers,
    'demand.listQuietCommunities': offices,
  };
}

/** 点单 of the first county: one that waits, one that waits too long, one with a team, one that was rated. */
import { groupOf, type OrderState, type Rating } from '@domain/demand/order';
import { lineageOf } from '@domain/geography/division';
import type { ServiceField } from '@domain/project/project';
import { DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import type { Skill } from '@domain/volunteer/profile';
import { pathNameOf } from '@server/geography/division-lookup';
import type { StoredDocument } from '@server/kernel/documents';
import { DIVISIONS } from './geography';
import { PERSONA_COUNTY } from './personas';
import type { SeedContext } from './target';

type Order = StoredDocument<'orders'>;
interface Example {
  readonly field: ServiceField;
  readonly need: string;
  readonly skills?: Skill[];
  readonly placeName: string;
  readonly peopleCount: number;
  readonly isProxy: boolean;
  readonly daysAgo: number;
  readonly state: OrderState;
}
const EXAMPLES: readonly Example[] = [
  {
    ...{ field: 'elderCare', need: '两位老人腿脚不便，想请人上门理发、打扫屋子。', placeName: '村委会旁' },
    ...{ peopleCount: 2, isProxy: true, daysAgo: 1, state: 'placed', skills: ['haircutting'] },
  },
  {
    ...{ field: 'health', need: '想请人来教大家量血压、看用药说明。', placeName: '文化广场' },
    ...{ peopleCount: 30, isProxy: true, daysAgo: 5, state: 'placed' },
  },
  {
    ...{ field: 'civility', need: '学校门口上下学人车多，想请人来引导。', placeName: '小学门口' },
    ...{ peopleCount: 200, isProxy: false, daysAgo: 2, state: 'dispatched' },
  },
  {
    ...{ field: 'civility', need: '赶集日路口拥挤，想请人来引导。', placeName: '集市路口' },
    ...{ peopleCount: 100, isProxy: false, daysAgo: 40, state: 'rated' },
  },
];
const SITE = 'demo-county';
const RESIDENT = 'demo-volunteer';
const RATED: Omit<Rating, 'firstAt' | 'ratedAt'> = { stars: 5, words: '路口顺畅多了，谢谢。', askedWhom: '' };

export function seedDemand(context: SeedContext, projects: readonly StoredDocument<'projects'>[]): void {
  const own = DIVISIONS.filter(
    ({ level, _id }) => level === 'community' && _id.startsWith(PERSONA_COUNTY?.code ?? '-'),
  );
  const [project] = projects;
  if (project === undefined || own.length === 0) return;
  const orders = EXAMPLES.flatMap((example, index) => {
    const community = own[(index * 7) % own.length];
    return community === undefined ? [] : [orderOf(context, example, community, project)];
  });
  context.target.insert('orders', orders);
  const rated = orders.flatMap(({ rating }) => (rating === null ? [] : [rating.stars]));
  const starSum = rated.reduce((sum, stars) => sum + stars, 0);
  context.target.insert('teamRatings', [{ _id: project.teamId, starSum, ratingCount: rated.length }]);
}

function orderOf(
  { secrets, now }: SeedContext,
  { daysAgo, state, ...wanted }: Example,
  community: StoredDocument<'divisions'>,
  { teamId, teamName }: StoredDocument<'projects'>,
): Order {
  const placedAt = now - daysAgo * DAY_MS;
  const from = placedAt + 12 * DAY_MS;
  const wishes = [{ from, to: from + 2 * HOUR_MS }];
  const asker = wanted.isProxy ? SITE : RESIDENT;
  const isWithTeam = state !== 'placed';
  const movedAt = isWithTeam ? placedAt + HOUR_MS : placedAt;
  const isOver = groupOf(state) === 'ended';
  const byName = PERSONA_COUNTY?.name ?? '';
  const move = { reason: '', requestId: '' };
  return {
    ...{ _id: secrets.shortId('demo-order', wanted.need), ...wanted, state, group: groupOf(state) },
    ...{ divisionCode: community._id, divisionName: pathNameOf(community), position: null, wishes },
    askerKeys: [asker],
    contactNameBox: isOver ? null : secrets.seal('演示居民'),
    contactPhoneBox: isOver || wanted.isProxy ? null : secrets.seal('13800000000'),
    ...{ placedAt, movedAt, expiresAt: from + 2 * HOUR_MS, dispatchCount: isWithTeam ? 1 : 0 },
    ...(isWithTeam ? { teamId, teamName } : { teamId: null, teamName: '' }),
    ...{ activityId: null, shiftId: null },
    rating: isOver ? { ...RATED, firstAt: movedAt, ratedAt: movedAt } : null,
    moves: [
      { ...move, to: 'placed', at: placedAt, by: asker, byName: wanted.isProxy ? byName : '', teamName: '' },
      ...(isWithTeam ? [{ ...move, to: state, at: movedAt, by: SITE, byName, teamName }] : []),
    ],
    ...{ officeKeys: lineageOf(community._id), offeredKeys: [] },
  };
}

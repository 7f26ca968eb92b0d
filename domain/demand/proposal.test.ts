import fc from 'fast-check';
import { parseTeamId } from '../kernel/identifiers';
import { SERVICE_FIELDS } from '../project/project';
import { DAY_MS, HOUR_MS } from '../time/civil-day';
import { candidatesOf, withRatings, withSkills, withTimes, type TeamProject } from './proposal';

const TEAMS = ['teamA00000', 'teamB00000', 'teamC00000'].map(parseTeamId);
const HERE = { latitude: 31.9, longitude: 102.2 };
const project = fc.record({
  teamId: fc.constantFrom(...TEAMS),
  teamName: fc.constant('队'),
  field: fc.constantFrom(...SERVICE_FIELDS),
  position: fc.option(
    fc.record({ latitude: fc.double({ min: 31, max: 33, noNaN: true }), longitude: fc.constant(102.2) }),
    { nil: null },
  ),
});
const wish = fc.integer({ min: 0, max: 20 }).map((hour) => ({
  from: DAY_MS + hour * HOUR_MS,
  to: DAY_MS + (hour + 2) * HOUR_MS,
}));
const busy = fc.record({
  teamId: fc.constantFrom(...TEAMS),
  startsAt: fc.integer({ min: 20, max: 48 }).map((hour) => hour * HOUR_MS),
  endsAt: fc.integer({ min: 49, max: 50 }).map((hour) => hour * HOUR_MS),
});

test('[DM3] each team once, counted from its projects and shifts, the same in whatever order', () => {
  fc.assert(
    fc.property(
      fc.array(project, { maxLength: 12 }),
      fc.array(wish, { minLength: 1, maxLength: 3 }),
      fc.array(busy, { maxLength: 5 }),
      (projects, wishes, shifts) => {
        const wanted = { field: 'elderCare' as const, position: HERE, wishes };
        const found = withTimes(candidatesOf(projects, wanted), shifts, wishes);
        const again = withTimes(candidatesOf([...projects].reverse(), wanted), [...shifts].reverse(), wishes);
        expect(again).toEqual(found);
        expect(new Set(found.map(({ teamId }) => teamId)).size).toBe(found.length);
        for (const proposal of found) {
          const own = projects.filter(({ teamId }) => teamId === proposal.teamId);
          expect(proposal.projectCount).toBe(own.length);
          expect(proposal.fieldProjectCount).toBe(own.filter(({ field }) => field === 'elderCare').length);
          const free = wishes.filter(({ from, to }) =>
            shifts
              .filter(({ teamId }) => teamId === proposal.teamId)
              .every(({ startsAt, endsAt }) => endsAt <= from || to <= startsAt),
          );
          expect(proposal.freeWishCount).toBe(free.length);
          const isPlaced = own.some(({ position }) => position !== null);
          expect(proposal.distanceMeters === null).toBe(!isPlaced);
        }
      },
    ),
  );
});

test('[DM3] who can do it is asked before who is near; what is not known comes last', () => {
  const [a, b, c] = TEAMS;
  if (a === undefined || b === undefined || c === undefined) throw new Error('three teams');
  const at = (north: number) => ({ latitude: HERE.latitude + north, longitude: HERE.longitude });
  const projects: TeamProject[] = [
    { teamId: a, teamName: '甲', field: 'rescue', position: at(0.001) },
    { teamId: b, teamName: '乙', field: 'elderCare', position: null },
    { teamId: c, teamName: '丙', field: 'elderCare', position: at(0.1) },
  ];
  const wishes = [{ from: DAY_MS, to: DAY_MS + HOUR_MS }];
  const wanted = { field: 'elderCare' as const, position: HERE, wishes };
  const names = (rows: { teamName: string }[]) => rows.map(({ teamName }) => teamName);
  expect(names(candidatesOf(projects, wanted))).toEqual(['丙', '乙', '甲']);
  const shifts = [{ teamId: c, startsAt: DAY_MS - HOUR_MS, endsAt: DAY_MS + 1 }];
  expect(names(withTimes(candidatesOf(projects, wanted), shifts, wishes))).toEqual(['乙', '丙', '甲']);
  expect(candidatesOf(projects, { ...wanted, position: null }).map((row) => row.distanceMeters)).toEqual([
    null,
    null,
    null,
  ]);
});

test('[DM3] skills asked for before who is near, by what is told; then who was rated better', () => {
  const [a, b, c] = TEAMS;
  if (a === undefined || b === undefined || c === undefined) throw new Error('three teams');
  const at = (teamId: TeamProject['teamId'], latitude: number): TeamProject => ({
    ...{ teamId, teamName: '队', field: 'elderCare', position: { ...HERE, latitude } },
  });
  const wanted = { field: 'elderCare' as const, position: HERE, wishes: [] };
  const near = candidatesOf([at(a, 31.9), at(b, 31.95), at(c, 31.95)], wanted);
  const order = (proposals: readonly { readonly teamId: string }[]) => proposals.map(({ teamId }) => teamId);
  expect(order(near)).toEqual([a, b, c]);
  const counts = new Map([
    [a, 2],
    [b, 0],
    [c, 3],
  ]);
  const counted = withSkills(near, ['haircutting'], (teamId) => counts.get(teamId) ?? 0);
  expect(order(counted)).toEqual([c, a, b]);
  expect(counted.map(({ skillCounts }) => skillCounts)).toEqual([
    [{ skill: 'haircutting', memberCount: 3 }],
    [{ skill: 'haircutting', memberCount: null }],
    [{ skill: 'haircutting', memberCount: null }],
  ]);
  const ratings = new Map([
    [b, { starSum: 9, ratingCount: 2 }],
    [c, { starSum: 41, ratingCount: 9 }],
  ]);
  expect(order(withRatings(near, (teamId) => ratings.get(teamId) ?? null))).toEqual([a, c, b]);
  expect(order(withRatings(near, () => null))).toEqual([a, b, c]);
});

/**
 * 久未服务的村 (DM7). The last day of each comes from the tallies of the community – all time, that year, that
 * month –, which are exact under late records and voids (ST15). Round trips: roles, division, communities,
 * three for every four hundred of them, townships and waiting orders of the page.
 */
import { countyOf, lineageOf, levelOf } from '@domain/geography/division';
import { settlementOf } from '@domain/geography/urban-rural';
import {
  lastServedCell,
  lastServedDay,
  quietDays,
  quietestFirst,
  quietKeyOf,
  type Quiet,
} from '@domain/demand/quiet';
import { SERVED_DAYS } from '@domain/statistics/measure';
import { rejected } from '@domain/kernel/result';
import { civilDayOf, type CivilDay } from '@domain/time/civil-day';
import type { StoredDocument } from '../kernel/documents';
import { inChunks, mapInLanes } from '../kernel/map-in-lanes';
import type { Ports } from '../kernel/ports';
import type { Handler } from '../kernel/procedure';
import { readRange } from '../kernel/read-range';
import { divisionsOf, looksAfter } from './order-access';

type Division = StoredDocument<'divisions'>;

const PAGE = 40;
/** sorts after every digit */
const AFTER_DIGITS = '~';
/** Tallies of a month are half a kilobyte: an answer stays far below a megabyte. */
const TALLIES_AT_ONCE = 400;
const AT_ONCE = 3;

export const listQuietCommunities: Handler<'demand.listQuietCommunities'> = async (input, context) => {
  const { ports, now } = context;
  const grants = await context.actor.grants();
  const divisionCode = input.divisionCode ?? divisionsOf(grants)[0];
  if (divisionCode === undefined || !looksAfter(grants, divisionCode)) return rejected('actor.forbidden');
  const division = await ports.database.get('divisions', divisionCode);
  if (division === null) return rejected('division.notFound');
  const today = civilDayOf(now);
  const common = { asOf: now, today, divisionName: division.name };
  if (levelOf(divisionCode) === 'city' || countyOf(divisionCode) === null)
    return { ...common, counts: null, rows: [], nextCursor: null };
  const rural = (await communitiesOf(ports, division)).filter(
    ({ urbanRuralCode }) => settlementOf(urbanRuralCode) === 'rural',
  );
  const lastDays = await lastDaysOf(ports, rural);
  const all = quietestFirst(
    rural.map((community) => ({
      divisionCode: community._id,
      name: community.name,
      lastDay: lastDays.get(community._id) ?? null,
    })),
  );
  const after = all.filter((row) => input.cursor === null || quietKeyOf(row) > input.cursor);
  const page = after.slice(0, PAGE);
  const last = page[PAGE - 1];
  return {
    ...common,
    counts: {
      communityCount: all.length,
      quietCount: all.filter(({ lastDay }) => isQuiet(lastDay, today)).length,
    },
    rows: await withOrders(ports, page, today, now),
    nextCursor: after.length > PAGE && last !== undefined ? quietKeyOf(last) : null,
  };
};

/** One round trip for every thousand: no county of the country has more. */
async function communitiesOf(ports: Ports, division: Division): Promise<readonly Division[]> {
  const { _id, level } = division;
  if (level === 'community') return [division];
  return readRange(
    ports,
    'divisions',
    { level: 'community' },
    { above: _id, below: `${_id}${AFTER_DIGITS}` },
  );
}

function isQuiet(lastDay: CivilDay | null, today: CivilDay): boolean {
  const days = quietDays(lastDay, today);
  return days === null || days >= SERVED_DAYS;
}

/** From the widest stretch of time to the narrowest: the last one that counts a shift. */
async function lastDaysOf(ports: Ports, communities: readonly Division[]): Promise<Map<string, CivilDay>> {
  const years = await cellsOf(
    ports,
    communities.map(({ _id }) => [_id, 'all'] as const),
  );
  const months = await cellsOf(ports, years);
  const ids = months.map(([code, month]) => `${code}:${month}`);
  const days = new Map<string, CivilDay>();
  for (const tally of await talliesOf(ports, ids)) {
    const day = lastServedDay(tally);
    const [code = ''] = tally._id.split(':');
    if (day !== null) days.set(code, day);
  }
  return days;
}

async function cellsOf(
  ports: Ports,
  asked: readonly (readonly [code: string, period: string])[],
): Promise<(readonly [string, string])[]> {
  const tallies = await talliesOf(
    ports,
    asked.map(([code, period]) => `${code}:${period}`),
  );
  return tallies.flatMap((tally) => {
    const cell = lastServedCell(tally);
    const [code = ''] = tally._id.split(':');
    return cell === null ? [] : [[code, cell] as const];
  });
}

async function talliesOf({ database }: Ports, ids: readonly string[]) {
  const found = await mapInLanes(inChunks(ids, TALLIES_AT_ONCE), AT_ONCE, (part) =>
    database.getMany('tallies', part),
  );
  return found.flat();
}

async function withOrders(
  { database }: Ports,
  page: readonly (Quiet & { readonly name: string })[],
  today: CivilDay,
  now: number,
) {
  if (page.length === 0) return [];
  const codes = page.map(({ divisionCode }) => divisionCode);
  const townshipOf = (row: Quiet) => lineageOf(row.divisionCode)[2] ?? row.divisionCode;
  const [townships, waiting] = await Promise.all([
    database.getMany('divisions', [...new Set(page.map(townshipOf))]),
    database.sumBy('orders', {
      where: { divisionCode: { in: codes }, group: 'waiting', expiresAt: { above: now } },
      by: 'divisionCode',
      field: null,
      limit: PAGE,
    }),
  ]);
  const names = new Map(townships.map(({ _id, name }) => [_id, name]));
  const counts = new Map(waiting.map(({ key, count }) => [key, count]));
  return page.map((row) => ({
    ...row,
    townshipName: names.get(townshipOf(row)) ?? '',
    quietDays: quietDays(row.lastDay, today),
    waitingCount: counts.get(row.divisionCode) ?? 0,
  }));
}

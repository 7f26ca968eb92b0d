/**
 * 村级覆盖 (ST20) opened to its communities: each with what was held there in the last 90 days, counted anew from
 * the shifts. Round trips: 7 a page – roles, division, city, communities, townships, their shifts (one for
 * every thousand), tallies.
 */
import { isDivisionCode, lineageOf } from '@domain/geography/division';
import { settlementOf } from '@domain/geography/urban-rural';
import { rejected } from '@domain/kernel/result';
import { cityTallyIdsOf } from '@domain/statistics/data-begin';
import { SERVED_DAYS } from '@domain/statistics/measure';
import { isRuralHeld, type ShiftFacts } from '@domain/statistics/shift-contribution';
import { stocksOn } from '@domain/statistics/tally';
import { addDays, type CivilDay } from '@domain/time/civil-day';
import type { RuralCommunityRow } from '@contract/supply.contract';
import { communitiesIn } from '../geography/division-lookup';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import type { Handler } from '../kernel/procedure';
import { cityOf } from '../system/city';
import { askedDivision } from './asked-division';
import { refusalBeforeData } from './data-begin';
import { readTallies } from './read-tallies';
import { contributionsBetween, toShiftFacts } from './shift-facts';

type Division = StoredDocument<'divisions'>;
const PAGE = 40;

export const listRuralCommunities: Handler<'statistics.listRuralCommunities'> = async (input, context) => {
  const { ports } = context;
  const asked = await askedDivision(context, input, 'own');
  if (asked.kind === 'rejected') return asked;
  const { divisionCode, day } = asked;
  const division = await ports.database.get('divisions', divisionCode);
  if (division === null) return rejected('division.notFound');
  const after = input.cursor !== null && isDivisionCode(input.cursor) ? input.cursor : null;
  const communities = await communitiesIn(ports, divisionCode, after, PAGE);
  const rows = await rowsOf(ports, communities, day);
  const [{ tallies, asOf }, city] = await Promise.all([
    readTallies(ports, [divisionCode], day, cityTallyIdsOf(divisionCode, day)),
    cityOf(ports),
  ]);
  const refusal = await refusalBeforeData(ports, tallies, divisionCode, day);
  if (refusal !== null) return refusal;
  return {
    asOf,
    day,
    divisionName: division.name,
    published: {
      servedCount: stocksOn(tallies, divisionCode, day).servedRuralCommunities,
      ruralCommunityCount: division.ruralCommunityCount,
    },
    counted: {
      servedCount: rows.filter(({ isServed }) => isServed).length,
      ruralCommunityCount: rows.length,
    },
    urbanRuralSource: city.urbanRuralSource,
    rows: input.isUnservedOnly ? rows.filter(({ isServed }) => !isServed) : rows,
    nextCursor: communities.length < PAGE ? null : (communities[PAGE - 1]?._id ?? null),
  };
};

async function rowsOf(
  ports: Ports,
  communities: readonly Division[],
  day: CivilDay,
): Promise<RuralCommunityRow[]> {
  const rural = communities.filter((one) => settlementOf(one.urbanRuralCode) === 'rural');
  const [first, last] = [rural[0], rural[rural.length - 1]];
  if (first === undefined || last === undefined) return [];
  const townshipCodes = [...new Set(rural.map(({ _id }) => lineageOf(_id)[2] ?? _id))];
  const [shifts, townships] = await Promise.all([
    contributionsBetween(ports, first._id, last._id),
    ports.database.getMany('divisions', townshipCodes),
  ]);
  const names = new Map(townships.map(({ _id, name }) => [_id, name]));
  const facts = shifts.map(toShiftFacts).filter((one) => one.day <= day && isRuralHeld(one));
  return rural.map((community) =>
    toRow(
      community,
      names.get(lineageOf(community._id)[2] ?? community._id) ?? '',
      facts.filter(({ placeCode }) => placeCode === community._id),
      day,
    ),
  );
}

function toRow(
  community: Division,
  townshipName: string,
  shifts: readonly ShiftFacts[],
  day: CivilDay,
): RuralCommunityRow {
  const recent = shifts.filter((shift) => day < addDays(shift.day, SERVED_DAYS));
  const days = shifts.map((shift) => shift.day).sort();
  return {
    divisionCode: community._id,
    name: community.name,
    townshipName,
    shiftCount: recent.length,
    minutes: recent.reduce((sum, { minutes }) => sum + minutes, 0),
    lastDay: days[days.length - 1] ?? null,
    isServed: recent.length > 0,
  };
}

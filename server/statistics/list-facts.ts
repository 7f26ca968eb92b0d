/** 数字背后的事实 (ST40): the persons who make a figure, and the figure counted anew from them. */
import { lineageOf } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { cityTallyIdsOf } from '@domain/statistics/data-begin';
import { publishedSumOf, shareOf, type ListedMeasure, type Share } from '@domain/statistics/membership';
import { stocksOn } from '@domain/statistics/tally';
import { civilDayOf, type CivilDay } from '@domain/time/civil-day';
import { redactName } from '@domain/volunteer/redact';
import type { ErrorCode } from '@contract/error-codes';
import type { ParsedInputOf } from '@contract/procedures';
import type { FactRow } from '@contract/statistics.contract';
import { pathNameOf } from '../geography/division-lookup';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import type { Handler, RequestContext } from '../kernel/procedure';
import { homesIn } from '../volunteer/homes';
import { refusalBeforeData } from './data-begin';
import { askedDivision } from './asked-division';
import { readTallies, readTallyIds } from './read-tallies';
import { loadVolunteers, type KnownVolunteer } from './volunteer-facts';
import { logLook } from '../trail/access-log';

/** A page looks through homes in stretches until it has enough rows, and never through more than four. */
const STRETCH = 50;
const ENOUGH_ROWS = 25;
const MAXIMUM_STRETCHES = 4;
const RECOUNT_STRETCH = 300;
const SHOWN_DAYS = 3;

interface AskedFigure {
  readonly division: StoredDocument<'divisions'>;
  readonly measure: ListedMeasure;
  readonly day: CivilDay;
}
interface Found extends KnownVolunteer {
  readonly home: DivisionCode;
  readonly share: Share;
}

/** Persons are for an office whose division contains the one asked for: a neighbour's sums are enough. */
async function judgeAsked(
  input: ParsedInputOf<'statistics.listFacts'>,
  context: RequestContext,
): Promise<AskedFigure | Rejection<ErrorCode>> {
  const asked = await askedDivision(context, input, 'own');
  if (asked.kind === 'rejected') return asked;
  const { divisionCode, day } = asked;
  const { ports } = context;
  const [division, city] = await Promise.all([
    ports.database.get('divisions', divisionCode),
    day < civilDayOf(context.now) ? readTallyIds(ports, cityTallyIdsOf(divisionCode, day)) : null,
  ]);
  if (division === null) return rejected('division.notFound');
  const refusal = city === null ? null : await refusalBeforeData(ports, city.tallies, divisionCode, day);
  return refusal ?? { division, measure: input.measure, day };
}

interface Stretch {
  readonly found: readonly Found[];
  readonly personsChecked: number;
  readonly nextCursor: string | null;
}

/** Homes, people, records: two round trips and one for every 75 people, whatever the size of the city. */
async function lookThrough(
  ports: Ports,
  { division, measure, day }: AskedFigure,
  cursor: string | null,
  size: number,
): Promise<Stretch> {
  const homes = await homesIn(ports, division._id, cursor, size);
  const ids = [...new Set(homes.map(({ volunteerId }) => volunteerId))];
  const people = ids.length === 0 ? [] : await loadVolunteers(ports, ids);
  const byId = new Map(people.map((person) => [person.volunteer._id, person]));
  const found = homes.flatMap(({ divisionCode, volunteerId }): Found[] => {
    const person = byId.get(volunteerId);
    if (person === undefined) return [];
    const share = shareOf(person.facts, divisionCode, measure, day);
    return share.amount === 0 ? [] : [{ ...person, home: divisionCode, share }];
  });
  const last = homes[homes.length - 1];
  const nextCursor = homes.length < size || last === undefined ? null : last._id;
  return { found, personsChecked: homes.length, nextCursor };
}

/**
 * One page of the masked list, in the order of communities. Round trips: roles, division, townships and the
 * access log, and for each of at most four stretches of 50 homes three (four from a thousand records on).
 */
export const listFacts: Handler<'statistics.listFacts'> = async (input, context) => {
  const { ports } = context;
  const asked = await judgeAsked(input, context);
  if ('kind' in asked) return asked;
  const found: Found[] = [];
  let cursor = input.cursor;
  for (let stretches = 0; stretches < MAXIMUM_STRETCHES && found.length < ENOUGH_ROWS; stretches += 1) {
    const stretch = await lookThrough(ports, asked, cursor, STRETCH);
    found.push(...stretch.found);
    cursor = stretch.nextCursor;
    if (cursor === null) break;
  }
  const [townships] = await Promise.all([townshipNames(ports, found), logAccess(context, asked, found)]);
  return {
    divisionCode: asked.division._id,
    divisionName: pathNameOf(asked.division),
    day: asked.day,
    rows: found.map((one) => toRow(one, townships)),
    nextCursor: cursor,
  };
};

function townshipOf(home: DivisionCode): DivisionCode {
  return lineageOf(home)[2] ?? home;
}

async function townshipNames(ports: Ports, found: readonly Found[]): Promise<Map<string, string>> {
  const codes = [...new Set(found.map(({ home }) => townshipOf(home)))];
  const divisions = await ports.database.getMany('divisions', codes);
  return new Map(divisions.map(({ _id, name }) => [_id, name]));
}

function toRow({ volunteer, home, share }: Found, townships: ReadonlyMap<string, string>): FactRow {
  return {
    maskedName: redactName(volunteer.name),
    townshipName: townships.get(townshipOf(home)) ?? '',
    registeredDay: volunteer.registeredDay,
    amount: share.amount,
    serviceDays: share.serviceDays.slice(-SHOWN_DAYS),
    serviceDayCount: share.serviceDays.length,
  };
}

/** Without this entry nothing is shown: it is written before the answer leaves. */
async function logAccess(
  context: RequestContext,
  { division, measure, day }: AskedFigure,
  found: readonly Found[],
): Promise<void> {
  await logLook(context, {
    procedure: 'statistics.listFacts',
    divisionCode: division._id,
    measure,
    day,
    volunteerIds: found.map(({ volunteer }) => volunteer._id),
  });
}

/**
 * The next 300 homes counted anew from their facts, and the figure as published. Names nobody, so it is not
 * logged. Round trips: roles, division, homes, people, tallies, and one for every 75 people.
 */
export const getFigureRecount: Handler<'statistics.getFigureRecount'> = async (input, context) => {
  const asked = await judgeAsked(input, context);
  if ('kind' in asked) return asked;
  const { division, measure, day } = asked;
  const stretch = await lookThrough(context.ports, asked, input.cursor, RECOUNT_STRETCH);
  const { tallies, asOf } = await readTallies(context.ports, [division._id], day);
  return {
    amount: stretch.found.reduce((sum, { share }) => sum + share.amount, 0),
    personsChecked: stretch.personsChecked,
    nextCursor: stretch.nextCursor,
    published: publishedSumOf(measure, stocksOn(tallies, division._id, day)),
    asOf,
  };
};

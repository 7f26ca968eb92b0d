/**
 * 举办的场次 (ST20) behind the figures by place: each counted anew from its records. Round trips: 8 a page –
 * roles, division, contributions, shifts, records' sums, projects, tallies.
 */
import { settlementOf } from '@domain/geography/urban-rural';
import { rejected } from '@domain/kernel/result';
import { cityTallyIdsOf } from '@domain/statistics/data-begin';
import { heldMinutesByDay, isRuralHeld } from '@domain/statistics/shift-contribution';
import { stocksOn } from '@domain/statistics/tally';
import type { CivilDay } from '@domain/time/civil-day';
import type { HeldShiftRow } from '@contract/supply.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Handler } from '../kernel/procedure';
import { askedDivision } from './asked-division';
import { refusalBeforeData } from './data-begin';
import { readTallies } from './read-tallies';
import { contributionsAfter, shiftFactsOf, type KnownShift } from './shift-facts';

const PAGE = 50;

export const listHeldShifts: Handler<'statistics.listHeldShifts'> = async (input, context) => {
  const { ports } = context;
  const asked = await askedDivision(context, input, 'own');
  if (asked.kind === 'rejected') return asked;
  const { divisionCode, day } = asked;
  const division = await ports.database.get('divisions', divisionCode);
  if (division === null) return rejected('division.notFound');
  const page = await contributionsAfter(ports, divisionCode, input.cursor, PAGE);
  const shifts = await ports.database.getMany(
    'shifts',
    page.map(({ shiftId }) => shiftId),
  );
  const known = await shiftFactsOf(ports, shifts);
  const projects = await ports.database.getMany('projects', [
    ...new Set(known.map(({ facts }) => facts.projectId)),
  ]);
  const titles = new Map(projects.map(({ _id, title }) => [_id, title]));
  const shiftsById = new Map(shifts.map((shift) => [shift._id, shift]));
  const inKind = known.filter(({ facts }) => !input.isRuralOnly || isRuralHeld(facts));
  const rows = inKind
    .filter(({ facts }) => facts.day <= day && facts.qualifiedCount > 0)
    .flatMap((one) => {
      const shift = shiftsById.get(one.shiftId);
      return shift === undefined ? [] : [toRow(one, shift, titles.get(one.facts.projectId) ?? '')];
    });
  const { tallies, asOf } = await readTallies(ports, [divisionCode], day, cityTallyIdsOf(divisionCode, day));
  const refusal = await refusalBeforeData(ports, tallies, divisionCode, day);
  if (refusal !== null) return refusal;
  const stocks = stocksOn(tallies, divisionCode, day);
  return {
    asOf,
    day,
    divisionName: division.name,
    published: input.isRuralOnly
      ? { shiftCount: stocks.ruralShifts, minutes: stocks.ruralMinutes }
      : { shiftCount: stocks.heldShifts, minutes: stocks.heldMinutes },
    counted: { shiftCount: rows.length, minutes: minutesUntil(day, inKind) },
    rows: rows.sort((a, b) => (a.day < b.day ? 1 : -1)),
    nextCursor: page.length < PAGE ? null : (page[PAGE - 1]?._id ?? null),
  };
};

/** AT8: of a night that is not over on that day, the minutes before midnight. */
function minutesUntil(day: CivilDay, shifts: readonly KnownShift[]): number {
  return shifts
    .flatMap(({ facts }) => heldMinutesByDay(facts))
    .reduce((sum, part) => (part.day <= day ? sum + part.minutes : sum), 0);
}

function toRow(
  { shiftId, facts }: KnownShift,
  shift: StoredDocument<'shifts'>,
  projectTitle: string,
): HeldShiftRow {
  return {
    shiftId,
    title: shift.title,
    projectTitle,
    placeName: shift.place.name,
    divisionName: shift.divisionName,
    day: facts.day,
    settlement: settlementOf(facts.urbanRuralCode),
    people: facts.qualifiedCount,
    minutes: facts.minutes,
  };
}

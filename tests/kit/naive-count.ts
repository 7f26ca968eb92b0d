/**
 * The definitions of the figures once more, the slow and plain way: for one day, look at every person and
 * count. What the tallies answer by adding dated changes must equal this, for any facts and any day.
 */
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { ServiceFact, VolunteerFacts } from '@domain/statistics/contribution';
import type { Quantity } from '@domain/statistics/measure';
import { addDays, yearOf, type CivilDay } from '@domain/time/civil-day';

export function countNaively(
  people: readonly VolunteerFacts[],
  divisionCode: DivisionCode,
  asOf: CivilDay,
): Record<Quantity, number> {
  const count = (matches: (facts: VolunteerFacts) => boolean): number =>
    people.filter((facts) => livesIn(facts, divisionCode, asOf) && matches(facts)).length;
  const active = (isIn: (record: ServiceFact) => boolean): number =>
    count(({ records }) => records.some((record) => qualifies(record, asOf) && isIn(record)));
  const isThisYear = ({ serviceDay }: ServiceFact): boolean => yearOf(serviceDay) === yearOf(asOf);
  const isIn365Days = ({ serviceDay }: ServiceFact): boolean => addDays(serviceDay, 365) > asOf;
  const served = people.flatMap((facts) =>
    facts.records.filter(
      (record) =>
        qualifies(record, asOf) && divisionOfService(facts, record.serviceDay)?.startsWith(divisionCode),
    ),
  );
  const visits = (isClosed: boolean): number =>
    people.flatMap((facts) =>
      facts.visits.filter(
        (visit) =>
          visit.isClosed === isClosed &&
          visit.day <= asOf &&
          divisionOfService(facts, visit.day)?.startsWith(divisionCode),
      ),
    ).length;
  const minutes = (records: readonly ServiceFact[]): number =>
    records.reduce((sum, one) => sum + one.minutes, 0);
  return {
    registered: count(() => true),
    activeCum: active(() => true),
    activeYear: active(isThisYear),
    activeR12: active(isIn365Days),
    activeCumStrict: active(({ isStrict }) => isStrict),
    activeYearStrict: active((record) => record.isStrict && isThisYear(record)),
    activeR12Strict: active((record) => record.isStrict && isIn365Days(record)),
    serviceMinutes: minutes(served),
    strictMinutes: minutes(served.filter(({ isStrict }) => isStrict)),
    serviceRecords: served.filter(({ isPart }) => isPart !== true).length,
    supplementedMinutes: minutes(served.filter(({ isSupplemented }) => isSupplemented)),
    lateRecords: served.filter(({ isLate }) => isLate).length,
    closedVisits: visits(true),
    unclosedVisits: visits(false),
    active20Hours: count(
      ({ records }) =>
        minutes(records.filter((record) => qualifies(record, asOf) && isThisYear(record))) >= 1_200,
    ),
    activeTrained: count(
      ({ records, trainings }) =>
        records.some((record) => qualifies(record, asOf)) &&
        trainings.some(({ from, to }) => from <= asOf && (to === null || asOf < to)),
    ),
    lapsedR12: people.reduce((sum, facts) => sum + lapsesOf(facts, divisionCode, asOf), 0),
    ...NOTHING_BY_PLACE,
  };
}

/** What is counted by place and project comes from shifts, not from people. */
const NOTHING_BY_PLACE = {
  heldShifts: 0,
  heldMinutes: 0,
  ruralShifts: 0,
  ruralMinutes: 0,
  urbanMinutes: 0,
  servedRuralCommunities: 0,
  liveProjects: 0,
  liveGrassrootsProjects: 0,
  brandPresence: 0,
  livelyShifts: 0,
  projectVolunteers: 0,
  projectReturners: 0,
  projectPlaces: 0,
};

/** Days on which the last record of 365 days ran out, of somebody who lived here the day before. */
function lapsesOf(facts: VolunteerFacts, divisionCode: DivisionCode, asOf: CivilDay): number {
  const days = facts.records.filter(({ minutes }) => minutes >= 1).map(({ serviceDay }) => serviceDay);
  const ends = [...new Set(days)].map((day) => ({ day, end: addDays(day, 365) }));
  return ends.filter(
    ({ day, end }) =>
      end <= asOf &&
      !days.some((other) => day < other && other <= end) &&
      livesIn(facts, divisionCode, addDays(end, -1)),
  ).length;
}

/** ST13, as far as days go: at least one minute, on or before the as-of day. */
function qualifies(record: ServiceFact, asOf: CivilDay): boolean {
  return record.minutes >= 1 && record.serviceDay <= asOf;
}

/** ST10: on the books that day, with this division as home or above it. */
function livesIn(facts: VolunteerFacts, divisionCode: DivisionCode, day: CivilDay): boolean {
  const { status, registeredDay, leftDay } = facts.standing;
  if (status === 'merged' || day < registeredDay || (leftDay !== null && day >= leftDay)) return false;
  return homeOn(facts, day)?.startsWith(divisionCode) ?? false;
}

function homeOn({ standing }: VolunteerFacts, day: CivilDay): DivisionCode | undefined {
  return standing.residences.filter(({ fromDay }) => fromDay <= day).pop()?.divisionCode;
}

/**
 * Minutes belong where the person lived that day; service before or after the membership, at its nearest end.
 */
function divisionOfService(facts: VolunteerFacts, serviceDay: CivilDay): DivisionCode | undefined {
  const { status, registeredDay, leftDay } = facts.standing;
  if (status === 'merged' || (leftDay !== null && leftDay <= registeredDay)) return undefined;
  if (serviceDay < registeredDay) return homeOn(facts, registeredDay);
  if (leftDay !== null && serviceDay >= leftDay) return homeOn(facts, addDays(leftDay, -1));
  return homeOn(facts, serviceDay);
}

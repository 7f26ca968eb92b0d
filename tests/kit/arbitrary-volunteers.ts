/**
 * Random volunteers: registering, moving, leaving, merged away, with records early, late, short and not their
 * own.
 */
import fc from 'fast-check';
import { parseDivisionCode } from '@domain/geography/division';
import { parseProjectId } from '@domain/kernel/identifiers';
import type { ServiceFact, VisitFact, VolunteerFacts } from '@domain/statistics/contribution';
import type { Span } from '@domain/statistics/span';
import { addDays } from '@domain/time/civil-day';
import { anyDay, anyVolunteerId } from './arbitrary-facts';

const FIRST_DAY = '2022-12-01';
/** Two years and more, so that years turn and 365 days run out. */
const DAYS = 900;
export const anyFactDay = anyDay(FIRST_DAY, DAYS);
export const anyAsOfDay = anyDay(FIRST_DAY, DAYS + 500);

/** One city, two counties, three townships, five communities. */
export const COMMUNITIES = [
  '513201100001',
  '513201100002',
  '513201101001',
  '513221100001',
  '513221100002',
].map(parseDivisionCode);

export const PROJECTS = ['project001', 'project002', 'project003'].map(parseProjectId);

const anyWholeRecord: fc.Arbitrary<ServiceFact> = fc.record({
  serviceDay: anyFactDay,
  minutes: fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 9, arbitrary: fc.integer({ min: 1, max: 480 }) },
  ),
  isStrict: fc.boolean(),
  isSupplemented: fc.boolean(),
  isLate: fc.boolean(),
  projectId: fc.constantFrom(...PROJECTS),
});
/** Some are the part of a record that was served on another day (AT8). */
const anyRecord = fc
  .tuple(anyWholeRecord, fc.nat({ max: 4 }))
  .map(([record, draw]): ServiceFact => (draw === 0 ? { ...record, isLate: false, isPart: true } : record));
const anyVisit: fc.Arbitrary<VisitFact> = fc.record({ day: anyFactDay, isClosed: fc.boolean() });
const anyTraining: fc.Arbitrary<Span> = fc
  .tuple(anyFactDay, fc.nat({ max: 500 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));

export const anyVolunteer: fc.Arbitrary<VolunteerFacts> = fc
  .record({
    volunteerId: anyVolunteerId,
    registeredDay: anyFactDay,
    firstHome: fc.constantFrom(...COMMUNITIES),
    moves: fc.array(fc.record({ divisionCode: fc.constantFrom(...COMMUNITIES), fromDay: anyFactDay }), {
      maxLength: 3,
    }),
    end: fc.option(
      fc.record({ status: fc.constantFrom('cancelled', 'merged', 'deceased'), days: fc.nat({ max: 600 }) }),
      {
        freq: 3,
      },
    ),
    records: fc.array(anyRecord, { maxLength: 8 }),
    visits: fc.array(anyVisit, { maxLength: 4 }),
    trainings: fc.array(anyTraining, { maxLength: 3 }),
  })
  .map(({ volunteerId, registeredDay, firstHome, moves, end, ...facts }) => ({
    standing: {
      volunteerId,
      status: end?.status ?? ('active' as const),
      registeredDay,
      leftDay: end === null ? null : addDays(registeredDay, end.days),
      residences: [
        { divisionCode: firstHome, fromDay: addDays(registeredDay, -30) },
        ...moves
          .filter(({ fromDay }) => fromDay > addDays(registeredDay, -30))
          .sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1)),
      ],
    },
    ...facts,
  }));
export const anyPeople = fc.array(anyVolunteer, { minLength: 1, maxLength: 6 });

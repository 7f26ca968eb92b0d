import { parseActivityId, parseProjectId, parseShiftId, parseVolunteerId } from '../kernel/identifiers';
import { attendanceIdOf } from '../kernel/identifiers';
import { HOUR_MS, MINUTE_MS, parseCivilDay, startOfDay } from '../time/civil-day';
import { PLAIN_ENROLMENT, canMove, type Attendance, type AttendanceState } from './attendance';
import { creditedBefore, decideTakeOver } from './take-over';
import type { ServiceDay } from './service-day';

const day = parseCivilDay('2026-03-02');
const at = (hour: number) => startOfDay(day) + hour * HOUR_MS;
const [kept, other] = [parseVolunteerId('keptkept00'), parseVolunteerId('otherother')];
const shift = (name: string) => parseShiftId(name.padEnd(10, '0'));

function presence(instant: number) {
  return {
    ...{ at: instant, method: 'location' as const, requestId: 'request' },
    ...{ distanceMeters: 0, accuracyMeters: 5, timeStep: null },
  };
}
function attendance(
  name: string,
  state: AttendanceState,
  hours: readonly [number, number] | null,
  volunteerId = other,
): Attendance {
  const hasOut = hours !== null && !['checkedIn', 'expired'].includes(state);
  return {
    attendanceId: attendanceIdOf(shift(name), volunteerId),
    ...{ shiftId: shift(name), volunteerId, state },
    activityId: parseActivityId('activity00'),
    projectId: parseProjectId('project000'),
    enrolledAt: null,
    checkIn: hours === null ? null : presence(at(hours[0])),
    checkOut: hasOut ? presence(at(hours[1])) : null,
    creditedMinutes: hasOut ? ((hours[1] - hours[0]) * HOUR_MS) / MINUTE_MS : 0,
    confirmedAt: state === 'confirmed' && hours !== null ? at(hours[1]) : null,
    enrolment: PLAIN_ENROLMENT,
    seq: 3,
  };
}
function dayOf(...visits: Attendance[]): ServiceDay[] {
  return [
    {
      volunteerId: visits[0]?.volunteerId ?? kept,
      day,
      visits: visits.map(({ attendanceId, checkIn, checkOut, creditedMinutes: minutes }) => ({
        ...{ attendanceId, minutes, mostMinutes: null },
        intervals: [{ from: checkIn?.at ?? 0, to: checkOut?.at ?? 0 }],
      })),
    },
  ];
}
function takeOver(from: Attendance, known: Attendance | null, days: ServiceDay[], fromDays = dayOf(from)) {
  return decideTakeOver({
    ...{ from, known, days, fromDays },
    attendanceId: attendanceIdOf(from.shiftId, kept),
    volunteerId: kept,
    served: dayOf(from),
  });
}
const statesOf = (moves: readonly Attendance[]) => moves.map(({ state }) => state);

test('[RM4] what overlaps a visit of the survivor is lost, and stays taken where it was', () => {
  const own = attendance('own', 'confirmed', [8, 10], kept);
  const taken = takeOver(attendance('from', 'confirmed', [9, 12]), null, dayOf(own));
  expect(statesOf(taken.moves)).toEqual(['checkedIn', 'checkedOut', 'confirmed']);
  expect(taken.moves[2]).toMatchObject({ seq: 3, creditedMinutes: 120, volunteerId: kept });
  expect(taken.moves[2]?.credit?.deductions).toEqual([{ reason: 'overlap', minutes: 60 }]);
  expect(taken.ended).toMatchObject({ state: 'voided', seq: 4 });
  expect(taken.days[0]?.visits.map(({ minutes }) => minutes)).toEqual([120, 120]);
  expect(taken.fromDays[0]?.visits).toMatchObject([{ minutes: 0, mostMinutes: 0 }]);
});

test('[RM4] without an overlap nothing is added to what is known of the visit', () => {
  const from = attendance('from', 'confirmed', [9, 12]);
  const { moves } = takeOver(from, null, []);
  expect(moves[2]).toMatchObject({ creditedMinutes: 180, confirmedAt: at(12) });
  expect(moves[2]?.credit).toBeUndefined();
});

test('[RM4] beyond eight hours of both it waits; a reduction stays one', () => {
  const own = attendance('own', 'confirmed', [6, 12], kept);
  const { moves } = takeOver(attendance('from', 'confirmed', [12, 16]), null, dayOf(own));
  expect(statesOf(moves)).toEqual(['checkedIn', 'checkedOut']);
  expect(moves[1]).toMatchObject({
    confirmedAt: null,
    credit: { waitsFor: 'organisation', dayMinutes: 600 },
  });
  const reduced = { ...attendance('from', 'confirmed', [9, 12]), creditedMinutes: 30 };
  const [known] = dayOf(reduced);
  const visits = (known?.visits ?? []).map((visit) => ({ ...visit, mostMinutes: 30 }));
  const after = takeOver(reduced, null, [], [{ volunteerId: other, day, visits }]);
  expect(after.moves[2]).toMatchObject({ creditedMinutes: 30 });
});

test('[RM4] more visits of one day than it holds count nothing', () => {
  const many = Array.from({ length: 24 }, (_none, index) => {
    return attendance(`own${String(index)}`, 'confirmed', [index / 4, (index + 1) / 4], kept);
  });
  const { moves, days } = takeOver(attendance('from', 'confirmed', [9, 12]), null, dayOf(...many));
  expect(days).toEqual([]);
  expect(moves[2]).toMatchObject({ creditedMinutes: 0 });
});

const SURVIVORS: readonly (AttendanceState | null)[] = [
  ...([null, 'enrolled', 'waiting', 'enrolmentCancelled', 'checkedIn', 'checkedOut'] as const),
  ...(['confirmed', 'expired', 'disputed', 'voided'] as const),
];
const OTHERS: readonly AttendanceState[] = [
  ...(['enrolled', 'waiting', 'checkedIn', 'checkedOut', 'confirmed', 'expired', 'disputed'] as const),
];
const isVisit = (state: AttendanceState | null) =>
  state !== null && !['enrolled', 'waiting', 'enrolmentCancelled'].includes(state);

test('[RM3] whatever both are at one shift, every way is along the diagram', () => {
  for (const to of OTHERS) {
    for (const state of SURVIVORS) {
      const from = attendance('from', to, isVisit(to) ? [9, 12] : null);
      const known = state === null ? null : attendance('from', state, isVisit(state) ? [9, 10] : null, kept);
      const { moves, ended } = takeOver(from, known, [], []);
      const way = [...(state === null ? [] : [state]), ...statesOf(moves)];
      const isAlong = way.every((one, place) => place === 0 || canMove(way[place - 1] ?? 'voided', one));
      expect([to, state, isAlong]).toEqual([to, state, true]);
      if (moves.length > 0) expect(way[way.length - 1]).toBe(to);
      expect([to, ended.state, canMove(to, ended.state)]).toEqual([to, ended.state, true]);
    }
  }
});

test('[RM3] those credited before it on its days go over before it', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => attendance(name, 'confirmed', [9, 10]));
  if (a === undefined || b === undefined || c === undefined) throw new Error('three visits');
  const days = dayOf(a, b, c);
  expect(creditedBefore(days, c.attendanceId)).toEqual([a.attendanceId, b.attendanceId]);
  expect(creditedBefore(days, a.attendanceId)).toEqual([]);
});

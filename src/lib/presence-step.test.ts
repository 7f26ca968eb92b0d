import type { AttendanceSummary } from '@contract/attendance-view';
import { parseActivityId, parseProjectId, parseShiftId } from '@domain/kernel/identifiers';

import { nextAttendance, presenceStepOf } from './presence-step';

const HOUR = 3_600_000;
const START = 1_800_000_000_000;
const SHIFT = {
  startsAt: START,
  endsAt: START + 2 * HOUR,
  checkInOpensAt: START - HOUR / 2,
  checkOutClosesAt: START + 4 * HOUR,
};

function attendance(change: Partial<AttendanceSummary> = {}): AttendanceSummary {
  return {
    ...SHIFT,
    shiftId: parseShiftId('Shift00001'),
    activityId: parseActivityId('Activity01'),
    projectId: parseProjectId('Project001'),
    title: '护河',
    placeName: '河边',
    state: 'enrolled',
    checkedInAt: null,
    checkedInBy: null,
    checkedOutAt: null,
    late: null,
    creditedMinutes: 0,
    isHeld: false,
    credit: null,
    seatGivenAt: null,
    ...change,
  };
}
const serving = attendance({ state: 'checkedIn', checkedInAt: START });

test('[AT2] check-in is offered from 30 minutes before the start until the end', () => {
  const at = (now: number) => presenceStepOf(SHIFT, null, now).kind;
  expect(at(START - HOUR / 2 - 1)).toBe('tooEarly');
  expect(at(START - HOUR / 2)).toBe('checkIn');
  expect(at(START + 2 * HOUR - 1)).toBe('checkIn');
  expect(at(START + 2 * HOUR)).toBe('missed');
});

test('[AT2] check-out is offered until two hours after the end', () => {
  const at = (now: number) => presenceStepOf(SHIFT, serving, now).kind;
  expect(at(START + 4 * HOUR - 1)).toBe('checkOut');
  expect(at(START + 4 * HOUR)).toBe('checkOutMissed');
});

test('a cancelled enrolment may still check in; an ended one shows its minutes', () => {
  expect(presenceStepOf(SHIFT, attendance({ state: 'enrolmentCancelled' }), START).kind).toBe('checkIn');
  const done = attendance({ state: 'confirmed', creditedMinutes: 90 });
  expect(presenceStepOf(SHIFT, done, START)).toEqual({
    kind: 'done',
    mine: { state: 'confirmed', creditedMinutes: 90, credit: null, isHeld: false },
  });
});

test('a running visit comes first, then what opens now, then what comes next', () => {
  const later = attendance({
    shiftId: parseShiftId('Shift00002'),
    startsAt: START + 8 * HOUR,
    endsAt: START + 9 * HOUR,
  });
  const now = attendance({ shiftId: parseShiftId('Shift00003') });
  expect(nextAttendance([later, now, serving], START)).toBe(serving);
  expect(nextAttendance([later, now], START)).toBe(now);
  expect(nextAttendance([later], START)).toBe(later);
  expect(nextAttendance([attendance({ state: 'voided' })], START)).toBeNull();
});

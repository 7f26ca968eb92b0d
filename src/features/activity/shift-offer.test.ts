import type { ShiftView } from '@contract/activity.contract';
import type { AttendanceSummary } from '@contract/attendance-view';
import { DEFAULT_SHIFT_RULES } from '@domain/attendance/attendance-rules';
import { parseDivisionCode } from '@domain/geography/division';
import { parseActivityId, parseProjectId, parseShiftId } from '@domain/kernel/identifiers';

import { seatWords, shiftOfferOf } from './shift-offer';

const HOUR = 3_600_000;
const START = 1_800_000_000_000;
const ids = {
  shiftId: parseShiftId('Shift00001'),
  activityId: parseActivityId('Activity01'),
  projectId: parseProjectId('Project001'),
};

const SHIFT: ShiftView = {
  ...ids,
  title: '护河',
  startsAt: START,
  endsAt: START + 2 * HOUR,
  checkInOpensAt: START - HOUR / 2,
  checkOutClosesAt: START + 4 * HOUR,
  place: {
    name: '河边',
    divisionCode: parseDivisionCode('513201001001'),
    divisionName: '某村',
    latitude: 31,
    longitude: 102,
    radiusMeters: 200,
  },
  capacity: 2,
  takenCount: 1,
  waitingCount: 0,
  riskLevel: 'general',
  state: 'open',
  rules: { ...DEFAULT_SHIFT_RULES, breaks: [] },
  cancelReason: null,
  meetingPoint: '',
  changedAt: null,
  closedAt: null,
};

function mine(state: AttendanceSummary['state']): AttendanceSummary {
  const { startsAt, endsAt, title, checkInOpensAt, checkOutClosesAt } = SHIFT;
  return {
    ...{ ...ids, startsAt, endsAt, title, state, checkInOpensAt, checkOutClosesAt, credit: null },
    placeName: '河边',
    isHeld: false,
    checkedInAt: null,
    checkedInBy: null,
    checkedOutAt: null,
    late: null,
    creditedMinutes: 0,
    seatGivenAt: null,
  };
}

test('[AT13] a seat is offered while there is one, and again to who cancelled', () => {
  const early = START - 24 * HOUR;
  expect(shiftOfferOf(SHIFT, null, early)).toEqual({ kind: 'enrol', canArrive: false });
  expect(shiftOfferOf({ ...SHIFT, takenCount: 2 }, null, early)).toEqual({ kind: 'full', canWait: true });
  expect(shiftOfferOf(SHIFT, mine('enrolmentCancelled'), early).kind).toBe('enrol');
  expect(shiftOfferOf({ ...SHIFT, takenCount: 2 }, mine('enrolled'), early).kind).toBe('enrolled');
});

test('[AT13.2] in the line until two hours before the start; then a free seat is anybody’s', () => {
  const [early, late] = [START - 2 * HOUR - 1, START - 2 * HOUR];
  const line = { ...SHIFT, waitingCount: 2 };
  expect(shiftOfferOf(line, null, early)).toEqual({ kind: 'full', canWait: true });
  expect(shiftOfferOf(line, mine('waiting'), early)).toEqual({
    kind: 'waiting',
    isLineOpen: true,
    canEnrol: false,
  });
  expect(shiftOfferOf(line, null, late)).toEqual({ kind: 'enrol', canArrive: false });
  expect(shiftOfferOf(line, mine('waiting'), late)).toMatchObject({ isLineOpen: false, canEnrol: true });
  expect(shiftOfferOf({ ...line, takenCount: 2 }, null, late)).toEqual({ kind: 'full', canWait: false });
  expect(seatWords({ capacity: 2, takenCount: 2, waitingCount: 3 })).toBe('2 个名额已满，3 人候补');
});

test('a cancelled or ended shift offers nothing, a running one lets people arrive', () => {
  expect(shiftOfferOf({ ...SHIFT, state: 'cancelled' }, mine('enrolled'), START).kind).toBe('cancelled');
  expect(shiftOfferOf(SHIFT, null, START + 2 * HOUR).kind).toBe('ended');
  expect(shiftOfferOf(SHIFT, null, START)).toEqual({ kind: 'enrol', canArrive: true });
});

test('who is there already is past enrolling, even when the shift was cancelled', () => {
  const here = { ...mine('checkedIn'), checkedInAt: START };
  expect(shiftOfferOf({ ...SHIFT, state: 'cancelled' }, here, START).kind).toBe('attended');
});

test('seats in words: zero, some, no limit', () => {
  expect(seatWords(SHIFT)).toBe('还剩 1 个名额，共 2 个');
  expect(seatWords({ capacity: 2, takenCount: 3, waitingCount: 0 })).toBe('2 个名额已满');
  expect(seatWords({ capacity: null, takenCount: 0, waitingCount: 0 })).toBe('不限名额');
});

/**
 * Who is expected at today's open shift: some on the roster, one whose scan came late and waits for the
 * organiser's word, one who tried an old code.
 */
import { CODE_STEP_MS, codeStepAt } from '@domain/attendance/check-in-code';
import { DAY_MS } from '@domain/time/civil-day';
import type { StoredDocument } from '@server/kernel/documents';
import { enrolmentOf } from './enrolment';
import type { SyntheticPerson } from './people';

type Shift = StoredDocument<'shifts'>;
type Attendance = StoredDocument<'attendances'>;

const EXPECTED = 6;
const LATE = 1;
const OLD_CODE = 2;

interface Today {
  readonly attendances: Attendance[];
  readonly ledger: StoredDocument<'ledger'>[];
  readonly visitProofs: StoredDocument<'visitProofs'>[];
  readonly replayAttempts: StoredDocument<'replayAttempts'>[];
}

/** How many seats of the shift they take, in a city of so many. */
export const expectedCount = (volunteers: number): number => Math.min(EXPECTED, volunteers);

export function makeToday(shift: Shift, people: readonly SyntheticPerson[], now: number): Today {
  const expected = people.slice(-expectedCount(people.length)).map(({ volunteer }) => volunteer);
  const attendances = expected.map((volunteer, index) => {
    const row = enrolmentOf(shift, volunteer, 'enrolled', shift.startsAt - DAY_MS);
    return index === LATE ? lateVisitOf(row, shift) : row;
  });
  return {
    attendances,
    ledger: attendances.flatMap(movesOf),
    visitProofs: attendances.flatMap((row) => proofsOf(row, now)),
    replayAttempts: attendances
      .slice(OLD_CODE, OLD_CODE + 1)
      .map(({ _id, shiftId, volunteerId, maskedName }) => ({
        _id,
        shiftId,
        volunteerId,
        maskedName,
        expiredCount: 2,
        foreignCount: 0,
        attemptCount: 2,
        lastAt: now,
        lastRequestId: 'seed-old-code',
      })),
  };
}

function lateVisitOf(row: Attendance, shift: Shift): Attendance {
  const timeStep = codeStepAt(shift.startsAt);
  const checkIn = {
    at: timeStep * CODE_STEP_MS,
    method: 'rotatingCode' as const,
    distanceMeters: null,
    accuracyMeters: null,
    timeStep,
    requestId: 'seed-late-scan',
    late: 'waiting' as const,
  };
  return { ...row, state: 'checkedIn', checkIn, seq: 2, movedAt: checkIn.at };
}

function movesOf(row: Attendance): StoredDocument<'ledger'>[] {
  const move = (seq: number, to: Attendance['state'], at: number, source: string) => ({
    _id: `${row._id}:${String(seq)}`,
    attendanceId: row._id,
    volunteerId: row.volunteerId,
    seq,
    to,
    at,
    actor: 'seed',
    source,
    requestId: `seed-${String(seq)}`,
    creditedMinutes: 0,
  });
  return [
    move(1, 'enrolled', row.enrolledAt ?? row.movedAt, 'enrolment'),
    ...(row.checkIn === null ? [] : [{ ...move(2, 'checkedIn', row.movedAt, 'rotatingCode'), isLate: true }]),
  ];
}

function proofsOf(
  { _id, shiftId, volunteerId, checkIn }: Attendance,
  uploadedAt: number,
): Today['visitProofs'] {
  if (checkIn === null) return [];
  const { late: _late, ...presence } = checkIn;
  const proof = { ...presence, deed: 'checkIn' as const, isLate: true, vouchedBy: null, isRefused: false };
  return [{ _id, shiftId, volunteerId, proofs: [proof], isWaiting: true, uploadedAt }];
}

/** A shift ahead that is full, with two people in the line, so that the demo has one to look at. */
import { HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import type { StoredDocument } from '@server/kernel/documents';
import { enrolmentOf } from './enrolment';
import type { Programme } from './programme';
import type { SeedTarget } from './target';

type Shift = StoredDocument<'shifts'>;
type Volunteer = StoredDocument<'volunteers'>;

const SEATS = 3;
const WAITING = 2;
/** the line is open for an hour at least after the city was made */
const FAR_ENOUGH_MS = 3 * HOUR_MS;
/** in a smaller city they would be most of its people */
const FEWEST_VOLUNTEERS = 50;

/** The shift as it is stored; null where the city is too small for it. */
export function fullShiftOf(programme: Programme, now: number, volunteers: number): Shift | null {
  const [project] = programme.projects;
  const ahead = programme.shifts.find(
    (shift) => shift.projectId === project?._id && shift.startsAt > now + FAR_ENOUGH_MS,
  );
  if (ahead === undefined || volunteers < FEWEST_VOLUNTEERS) return null;
  return { ...ahead, capacity: SEATS, takenCount: SEATS, waitingCount: WAITING };
}

/** The first people of the city take the seats and then wait, a minute apart. */
export function fillShift(target: SeedTarget, now: number, shift: Shift, people: readonly Volunteer[]): void {
  const comers = people.slice(0, SEATS + WAITING);
  const attendances = comers.map((volunteer, index) =>
    enrolmentOf(
      shift,
      volunteer,
      index < SEATS ? 'enrolled' : 'waiting',
      now - (comers.length - index) * MINUTE_MS,
    ),
  );
  target.insert('attendances', attendances);
  target.insert(
    'ledger',
    attendances.map(({ _id, volunteerId, state, movedAt }) => ({
      _id: `${_id}:1`,
      attendanceId: _id,
      volunteerId,
      seq: 1,
      to: state,
      at: movedAt,
      actor: 'seed',
      source: 'enrolment',
      requestId: '',
      creditedMinutes: 0,
    })),
  );
  const parties = comers.slice(SEATS).map(({ _id }, index) => ({ number: index + 1, volunteerIds: [_id] }));
  target.insert('lines', [{ _id: shift._id, lastNumber: parties.length, parties }]);
}

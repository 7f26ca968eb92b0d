/**
 * What every person was credited, against the plain rule: count the seconds in which somebody was at any of
 * their shifts. Returns what is wrong, in words.
 */
import { MINUTE_MS } from '@domain/time/civil-day';
import type { StoredDocument } from '@server/kernel/documents';

type Attendance = StoredDocument<'attendances'>;
const SECOND_MS = 1_000;

export function creditComplaints(
  days: readonly StoredDocument<'serviceDays'>[],
  attendances: readonly Attendance[],
): string[] {
  const visits = days.flatMap((day) => day.visits);
  const ended = attendances.filter(({ checkOut, state }) => checkOut !== null && state !== 'voided');
  const complaints = ended
    .filter(({ _id, creditedMinutes }) => {
      const own = visits.filter(({ attendanceId }) => attendanceId === _id);
      return own.reduce((sum, { minutes }) => sum + minutes, 0) !== creditedMinutes;
    })
    .map(({ _id }) => `${_id} is not credited what its days say`);
  for (const volunteerId of new Set(ended.map((one) => one.volunteerId))) {
    const own = ended.filter((one) => one.volunteerId === volunteerId);
    const minutes = own.reduce((sum, { creditedMinutes }) => sum + creditedMinutes, 0);
    const seconds = new Set(own.flatMap(secondsOf)).size;
    const present = Math.floor((seconds * SECOND_MS) / MINUTE_MS);
    // Seconds are whole, so never too few; a visit is rounded down on each of at most two days, and its ends.
    if (minutes > present || minutes < present - 3 * own.length) {
      complaints.push(`${volunteerId} is credited ${String(minutes)} minutes of ${String(present)}`);
    }
  }
  return complaints;
}

function secondsOf({ checkIn, checkOut, startsAt, endsAt }: Attendance): number[] {
  if (checkIn === null || checkOut === null) return [];
  const from = Math.floor(Math.max(checkIn.at, startsAt) / SECOND_MS);
  const to = Math.ceil(Math.min(checkOut.at, endsAt) / SECOND_MS);
  return Array.from({ length: Math.max(0, to - from) }, (_none, index) => from + index);
}

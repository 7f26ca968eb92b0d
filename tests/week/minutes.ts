/**
 * Nobody is credited a minute twice (AT8), and nobody loses one: of every person and local day, the time in
 * which they were at any shift – cut at every instant that occurs, each piece asked of every visit – against
 * the minutes the records say. Returns what is wrong, in words.
 */
import { civilDayOf, DAY_MS, MINUTE_MS, startOfDay } from '@domain/time/civil-day';
import type { Facts, Shift, Visit } from './facts';

interface Piece {
  readonly from: number;
  readonly to: number;
}
interface Stay {
  readonly visit: Visit;
  readonly pieces: readonly Piece[];
}

export function minuteComplaints(facts: Facts, volunteerIds: ReadonlySet<string>): string[] {
  const complaints: string[] = [];
  const staysOf = new Map<string, Stay[]>();
  for (const visit of facts.visits.values()) {
    if (!volunteerIds.has(visit.volunteerId)) continue;
    const stay = stayOf(visit, facts.shifts.get(visit.shiftId));
    if (stay !== null) staysOf.set(visit.volunteerId, [...(staysOf.get(visit.volunteerId) ?? []), stay]);
  }
  const minutesOf = new Map<string, number>();
  const sums = new Map<string, DaySum>();
  for (const [volunteerId, stays] of staysOf) {
    for (const day of daysOf(stays.flatMap(({ pieces }) => pieces)))
      sums.set(`${volunteerId} ${day}`, { volunteerId, day, minutes: 0, isReduced: false });
  }
  for (const { volunteerId, day, visits } of facts.days) {
    if (!volunteerIds.has(volunteerId)) continue;
    const minutes = visits.reduce((sum, one) => sum + one.minutes, 0);
    const isReduced = visits.some(({ mostMinutes }) => mostMinutes !== null);
    sums.set(`${volunteerId} ${day}`, { volunteerId, day, minutes, isReduced });
    for (const one of visits) {
      minutesOf.set(one.attendanceId, (minutesOf.get(one.attendanceId) ?? 0) + one.minutes);
    }
  }
  for (const sum of sums.values())
    complaints.push(...complaintsOfDay(staysOf.get(sum.volunteerId) ?? [], sum));
  for (const { visit } of [...staysOf.values()].flat()) {
    const days = minutesOf.get(visit._id) ?? 0;
    if (days !== visit.creditedMinutes)
      complaints.push(`${visit._id} says ${String(visit.creditedMinutes)} minutes, its days ${String(days)}`);
  }
  return complaints;
}

/** Null: nothing of it can count. */
function stayOf(visit: Visit, shift: Shift | undefined): Stay | null {
  const { checkIn, checkOut, state } = visit;
  const isOver = state === 'checkedOut' || state === 'confirmed';
  if (!isOver || checkIn === null || checkOut === null || shift === undefined) return null;
  const { breaks = [], graceInMinutes = 0, graceOutMinutes = 0 } = shift.rules ?? {};
  const from = Math.max(checkIn.at, shift.startsAt - graceInMinutes * MINUTE_MS);
  const to = Math.min(checkOut.at, shift.endsAt + graceOutMinutes * MINUTE_MS);
  const instants = [from, to, ...breaks.flatMap((one) => [one.from, one.to])];
  const pieces = piecesBetween(instants).filter(
    (piece) => from <= piece.from && piece.to <= to && breaks.every((one) => !isPartOf(piece, one)),
  );
  return isLongEnough(visit, shift, pieces) ? { visit, pieces } : { visit, pieces: [] };
}

/** AT7: an activity may ask for a least presence. */
function isLongEnough(visit: Visit, shift: Shift, pieces: readonly Piece[]): boolean {
  const percent = shift.rules?.minimumPresencePercent ?? null;
  if (percent === null) return true;
  const breaks = (shift.rules?.breaks ?? []).reduce((sum, one) => sum + one.to - one.from, 0);
  const wanted = Math.ceil(((visit.endsAt - visit.startsAt - breaks) * percent) / (100 * MINUTE_MS));
  const minutes = daysOf(pieces).reduce((sum, day) => sum + Math.floor(lengthOn(pieces, day) / MINUTE_MS), 0);
  return minutes >= wanted;
}

interface DaySum {
  readonly volunteerId: string;
  readonly day: string;
  readonly minutes: number;
  readonly isReduced: boolean;
}

function complaintsOfDay(stays: readonly Stay[], { volunteerId, day, minutes, isReduced }: DaySum): string[] {
  const pieces = stays.flatMap((stay) => stay.pieces);
  const there = piecesBetween(pieces.flatMap(({ from, to }) => [from, to])).filter((piece) =>
    pieces.some((one) => isPartOf(piece, one)),
  );
  const present = lengthOn(there, day) / MINUTE_MS;
  // Each visit is rounded down on each day, its own part of it.
  const visits = stays.filter((stay) => lengthOn(stay.pieces, day) > 0).length;
  const isTooMuch = minutes > present;
  const isTooLittle = !isReduced && minutes <= present - Math.max(1, visits);
  if (!isTooMuch && !isTooLittle) return [];
  return [`${volunteerId} is credited ${String(minutes)} of ${present.toFixed(2)} minutes on ${day}`];
}

/** Between each two neighbouring instants. */
function piecesBetween(instants: readonly number[]): Piece[] {
  const sorted = [...new Set(instants)].sort((a, b) => a - b);
  return sorted.slice(1).map((to, index) => ({ from: sorted[index] ?? to, to }));
}

function isPartOf(piece: Piece, whole: Piece): boolean {
  return whole.from <= piece.from && piece.to <= whole.to;
}

function daysOf(pieces: readonly Piece[]): string[] {
  return [...new Set(pieces.flatMap(({ from, to }) => [civilDayOf(from), civilDayOf(to - 1)]))];
}

/** ms of that local day */
function lengthOn(pieces: readonly Piece[], day: string): number {
  return pieces.reduce((sum, { from, to }) => {
    const begin = startOfDay(civilDayOf(from));
    const parts = [begin, begin + DAY_MS].filter((start) => civilDayOf(start) === day);
    return parts.reduce(
      (rest, start) => rest + Math.max(0, Math.min(to, start + DAY_MS) - Math.max(from, start)),
      sum,
    );
  }, 0);
}

/**
 * 候补 (AT13.1, AT13.2): the line for the seats of a full shift is one document, in the order the server
 * decided. Who is first is read from it, never searched for.
 */
import { lineClosesAt, takeSeat, type Shift } from '../activity/shift';
import type { ShiftId, VolunteerId } from '../kernel/identifiers';

/** One person, or a guardian with the children who come along: they get their seats together. */
export interface WaitingParty {
  /** strictly growing within a shift, never given twice */
  readonly number: number;
  readonly volunteerIds: readonly VolunteerId[];
}
export interface Line {
  readonly shiftId: ShiftId;
  readonly lastNumber: number;
  readonly parties: readonly WaitingParty[];
}

/** People in one line: a document of some 50 KB, and more than ever move up. */
export const LINE_MAXIMUM = 1_000;

export function emptyLine(shiftId: ShiftId): Line {
  return { shiftId, lastNumber: 0, parties: [] };
}

export function peopleIn(line: Line): number {
  return line.parties.reduce((count, party) => count + party.volunteerIds.length, 0);
}

export function isLineOpen(shift: Shift, now: number): boolean {
  return shift.state === 'open' && shift.capacity !== null && now < lineClosesAt(shift);
}

/** The one rule of seats: who comes to a shift with a line gets in line, whatever is free (AT13). */
export function hasRoomFor(shift: Shift, count: number, now: number): boolean {
  if (shift.capacity === null) return true;
  if (shift.waitingCount > 0 && isLineOpen(shift, now)) return false;
  return shift.takenCount + count <= shift.capacity;
}

export function joinLine(line: Line, volunteerIds: readonly VolunteerId[]): Line {
  const number = line.lastNumber + 1;
  return { ...line, lastNumber: number, parties: [...line.parties, { number, volunteerIds }] };
}

/** Whoever is not in it changes nothing. */
export function leaveLine(line: Line, leaving: readonly VolunteerId[]): Line {
  const parties = line.parties
    .map((party) => ({ ...party, volunteerIds: party.volunteerIds.filter((id) => !leaving.includes(id)) }))
    .filter((party) => party.volunteerIds.length > 0);
  return { ...line, parties };
}

/** The same place for the same person under another id; nobody stands twice. */
export function replaceInLine(line: Line, volunteerId: VolunteerId, by: VolunteerId): Line {
  const without = leaveLine(line, [by]);
  const parties = without.parties.map((party) => ({
    ...party,
    volunteerIds: party.volunteerIds.map((id) => (id === volunteerId ? by : id)),
  }));
  return { ...without, parties };
}

/** How many people stand before somebody; null: not in the line. */
export function peopleAhead(line: Line, volunteerId: VolunteerId): number | null {
  let count = 0;
  for (const party of line.parties) {
    if (party.volunteerIds.includes(volunteerId)) return count;
    count += party.volunteerIds.length;
  }
  return null;
}

/** Does the line wait for seats that are free? */
export function owesSeats(shift: Shift, line: Line, now: number): boolean {
  const [first] = line.parties;
  if (first === undefined || shift.capacity === null || !isLineOpen(shift, now)) return false;
  return shift.takenCount + first.volunteerIds.length <= shift.capacity;
}

export interface Served {
  readonly shift: Shift;
  readonly line: Line;
  readonly volunteerIds: readonly VolunteerId[];
}

/**
 * Gives free seats to the line, first come first served, to about `atMost` people. A party whose seats are
 * not all free holds back those behind it: nobody overtakes.
 */
export function serveLine(shift: Shift, line: Line, now: number, atMost: number): Served {
  let served: Served = { shift, line, volunteerIds: [] };
  while (served.volunteerIds.length < atMost && owesSeats(served.shift, served.line, now)) {
    const [first, ...parties] = served.line.parties;
    if (first === undefined) break;
    served = {
      shift: first.volunteerIds.reduce(takeSeat, served.shift),
      line: { ...served.line, parties },
      volunteerIds: [...served.volunteerIds, ...first.volunteerIds],
    };
  }
  return { ...served, shift: { ...served.shift, waitingCount: peopleIn(served.line) } };
}

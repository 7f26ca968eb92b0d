/**
 * 候补 (AT13.1, AT13.2): the line for the seats of a full shift is one document, in the order the server
 * decided. Who is first is read from it, never searched for.
 */
import { heldOf, type HeldPost, type ShiftPost } from '../activity/post';
import { lineClosesAt, takeSeat, type Shift } from '../activity/shift';
import type { ShiftId, VolunteerId } from '../kernel/identifiers';

/** One person, or a guardian with the children who come along: they get their seats together. */
export interface WaitingParty {
  /** strictly growing within a shift, never given twice */
  readonly number: number;
  readonly volunteerIds: readonly VolunteerId[];
  /** would take a seat of any of these (AT15.2); absent: the shift has no posts */
  readonly postIds?: readonly string[] | undefined;
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

/**
 * The one rule of seats: who comes to a shift with a line gets in line, whatever is free (AT13). Of a post
 * only who would take it is in the way (AT15.2).
 */
export function hasRoomFor(shift: Shift, count: number, now: number, post?: ShiftPost): boolean {
  if (shift.capacity === null) return true;
  const { waitingCount, takenCount, capacity } = post ?? { ...shift, capacity: shift.capacity };
  if (waitingCount > 0 && isLineOpen(shift, now)) return false;
  return takenCount + count <= capacity;
}

export function joinLine(
  line: Line,
  volunteerIds: readonly VolunteerId[],
  postIds: readonly string[] = [],
): Line {
  const number = line.lastNumber + 1;
  const party = { number, volunteerIds, ...(postIds.length === 0 ? {} : { postIds }) };
  return { ...line, lastNumber: number, parties: [...line.parties, party] };
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

/** How many people stand before somebody, for a seat they would take too; null: not in the line. */
export function peopleAhead(line: Line, volunteerId: VolunteerId): number | null {
  const own = line.parties.findIndex(({ volunteerIds }) => volunteerIds.includes(volunteerId));
  const party = line.parties[own];
  if (party === undefined) return null;
  const { postIds: wanted } = party;
  const before = line.parties.slice(0, own).filter(({ postIds = [] }) => {
    return wanted === undefined || postIds.some((id) => wanted.includes(id));
  });
  return peopleIn({ ...line, parties: before });
}

/** The shift as it says how many wait, for it and for each of its posts. */
export function withWaiting(shift: Shift, line: Line): Shift {
  const waitingCount = peopleIn(line);
  if (shift.posts === undefined) return { ...shift, waitingCount };
  const posts = shift.posts.map((post) => {
    const parties = line.parties.filter((party) => wouldTake(party, post));
    return { ...post, waitingCount: peopleIn({ ...line, parties }) };
  });
  return { ...shift, waitingCount, posts };
}

/** A party larger than a post never fits there, and is in nobody's way. */
function wouldTake({ postIds = [], volunteerIds }: WaitingParty, post: ShiftPost): boolean {
  return postIds.includes(post.postId) && volunteerIds.length <= post.capacity;
}

interface Next {
  readonly party: WaitingParty;
  readonly post: HeldPost | undefined;
}

/**
 * Who gets the next free seats. A party whose seats are not all free holds back those behind it from every
 * post it would take; a shift without posts is one post that everybody would take.
 */
function nextInLine(shift: Shift, line: Line): Next | null {
  const places = shift.posts ?? [undefined];
  const heldBack = new Set<ShiftPost | undefined>();
  for (const party of line.parties) {
    const wanted = places.filter((post) => post === undefined || wouldTake(party, post));
    for (const post of wanted) {
      const { takenCount, capacity } = post ?? shift;
      const isFree = takenCount + party.volunteerIds.length <= (capacity ?? 0);
      if (isFree && !heldBack.has(post)) return { party, post: heldOf(post) };
    }
    for (const post of wanted) heldBack.add(post);
    if (heldBack.size === places.length) return null;
  }
  return null;
}

/** Does the line wait for seats that are free? */
export function owesSeats(shift: Shift, line: Line, now: number): boolean {
  return shift.capacity !== null && isLineOpen(shift, now) && nextInLine(shift, line) !== null;
}

export interface Served {
  readonly shift: Shift;
  readonly line: Line;
  readonly given: readonly SeatGiven[];
}
interface SeatGiven {
  readonly volunteerId: VolunteerId;
  readonly post: HeldPost | undefined;
}

/** Gives free seats to the line, first come first served, to about `atMost` people: nobody overtakes. */
export function serveLine(shift: Shift, line: Line, now: number, atMost: number): Served {
  let served: Served = { shift, line, given: [] };
  while (served.given.length < atMost && owesSeats(served.shift, served.line, now)) {
    const next = nextInLine(served.shift, served.line);
    if (next === null) break;
    const { party, post } = next;
    served = {
      shift: party.volunteerIds.reduce((rest) => takeSeat(rest, post), served.shift),
      line: { ...served.line, parties: served.line.parties.filter((one) => one !== party) },
      given: [...served.given, ...party.volunteerIds.map((volunteerId) => ({ volunteerId, post }))],
    };
  }
  return { ...served, shift: withWaiting(served.shift, served.line) };
}

/**
 * 报名 (AT13): a seat is taken by changing the shift's own document, never by counting. One person enrols, or a
 * guardian with children: all of them or nobody.
 */
import { mayWithdrawFreely } from '../activity/change-shift';
import { heldOf, seatsOfAll, type HeldPost, type ShiftPost } from '../activity/post';
import { lineClosesAt, releaseSeat, takeSeat, type Shift } from '../activity/shift';
import { blankAttendance } from '../attendance/decide-check-in';
import {
  hasCheckedIn,
  holdsSeat,
  PLAIN_ENROLMENT,
  withoutPost,
  withPost,
  type Attendance,
} from '../attendance/attendance';
import type { VolunteerId } from '../kernel/identifiers';
import { rejected, type Rejection } from '../kernel/result';
import { decideAdmission, decidePostAdmission, type AdmissionRejection, type Person } from './admission';
import {
  hasRoomFor,
  isLineOpen,
  joinLine,
  leaveLine,
  LINE_MAXIMUM,
  peopleIn,
  withWaiting,
  type Line,
} from './line';

export interface Comer {
  readonly volunteerId: VolunteerId;
  readonly person: Person;
  readonly attendance: Attendance | null;
  /** who brings this child; null: comes alone, or is the one who brings */
  readonly guardianId: VolunteerId | null;
}
export interface EnrolmentFacts {
  readonly shift: Shift;
  readonly line: Line;
  /** who asks first, the children brought along after */
  readonly comers: readonly Comer[];
  /** what to do when there is no room: get in line, or be refused */
  readonly whenFull: 'wait' | 'refuse';
  /** 岗位 they would take, the one they like best first (AT15.2); absent or none: the shift has none */
  readonly postIds?: readonly string[];
  readonly now: number;
}
/** `moves`: the next state of everybody who changes. */
export interface PartyChange {
  readonly kind: 'accepted';
  readonly moves: readonly Attendance[];
  readonly shift: Shift;
  readonly line: Line;
}
export type EnrolmentDecision =
  | PartyChange
  | { readonly kind: 'already' }
  | AdmissionRejection
  | Rejection<
      | 'enrolment.full'
      | 'enrolment.closed'
      | 'enrolment.alreadyWaiting'
      | 'enrolment.lineClosed'
      | 'enrolment.lineFull'
      | 'attendance.shiftCancelled'
      | 'attendance.voided'
      | 'post.notChosen'
      | 'post.notFound'
    >;

export function decideEnrolment(facts: EnrolmentFacts): EnrolmentDecision {
  const { shift, now } = facts;
  const comers = facts.comers.filter(({ attendance }) => !holdsSeat(attendance));
  if (comers.length === 0) return { kind: 'already' };
  if (comers.some(({ attendance }) => attendance?.state === 'voided')) return rejected('attendance.voided');
  if (shift.state === 'cancelled') return rejected('attendance.shiftCancelled');
  if (now >= shift.endsAt) return rejected('enrolment.closed', { endedAt: shift.endsAt });
  const wanted = wantedPlaces(shift, facts.postIds ?? []);
  if ('kind' in wanted) return wanted;
  const refusal = refusalOf(comers, shift, wanted);
  if (refusal !== null) return refusal;
  const free = wanted.filter((post) => hasRoomFor(shift, comers.length, now, post));
  if (free.length === 0) return decideWaiting(facts, comers, wanted);
  const post = heldOf(free[0]);
  const line = leaveLine(facts.line, idsOf(comers));
  return {
    kind: 'accepted',
    moves: comers.map((comer) => enrolled(shift, comer, now, post)),
    shift: withWaiting(
      comers.reduce((rest) => takeSeat(rest, post), shift),
      line,
    ),
    line,
  };
}

/** Undefined: the seats of a shift without posts. */
type Place = ShiftPost | undefined;

function wantedPlaces(
  { posts }: Shift,
  postIds: readonly string[],
): readonly Place[] | Rejection<'post.notChosen' | 'post.notFound'> {
  if (posts === undefined) return postIds.length === 0 ? [undefined] : rejected('post.notFound');
  if (postIds.length === 0) return rejected('post.notChosen');
  const wanted = [...new Set(postIds)].map((id) => posts.find(({ postId }) => postId === id));
  return wanted.includes(undefined) ? rejected('post.notFound') : wanted;
}

/** Whoever comes must be fit for all they would take: the line gives any of them. */
function refusalOf(
  comers: readonly Comer[],
  shift: Shift,
  wanted: readonly Place[],
): AdmissionRejection | null {
  for (const { person } of comers) {
    const refusal = decideAdmission(person, shift);
    if (refusal !== null) return refusal;
    for (const post of wanted) {
      const lacking = post === undefined ? null : decidePostAdmission(person, post, shift);
      if (lacking !== null) return lacking;
    }
  }
  return null;
}

function decideWaiting(
  facts: EnrolmentFacts,
  comers: readonly Comer[],
  places: readonly Place[],
): EnrolmentDecision {
  const { shift, line, now } = facts;
  const waiting = comers.filter(({ attendance }) => attendance?.state === 'waiting');
  if (waiting.length === facts.comers.length) return { kind: 'already' };
  const { waitingCount } = shift;
  const posts = places.flatMap((post) => post ?? []);
  const capacity = shift.posts === undefined ? (shift.capacity ?? 0) : seatsOfAll(posts);
  const isOpen = isLineOpen(shift, now);
  const wanted = comers.length;
  const full = rejected('enrolment.full', { capacity, waitingCount, wanted, canWait: isOpen ? 1 : 0 });
  if (facts.whenFull === 'refuse') return full;
  if (!isOpen) {
    return rejected('enrolment.lineClosed', { closedAt: lineClosesAt(shift), now });
  }
  if (waiting.length > 0) return rejected('enrolment.alreadyWaiting');
  // Who has a seat already cannot wait for a child's: it would be seated without a place in the line.
  const mostSeats = posts.reduce((most, one) => Math.max(most, one.capacity), 0);
  const isTooLarge = wanted > (shift.posts === undefined ? capacity : mostSeats);
  if (comers.length < facts.comers.length || isTooLarge) return full;
  if (peopleIn(line) + wanted > LINE_MAXIMUM) {
    return rejected('enrolment.lineFull', { maximum: LINE_MAXIMUM });
  }
  const joined = joinLine(
    line,
    idsOf(comers),
    posts.map(({ postId }) => postId),
  );
  return {
    kind: 'accepted',
    moves: comers.map((comer) => ({ ...nextOf(shift, comer), state: 'waiting', enrolledAt: null })),
    shift: withWaiting(shift, joined),
    line: joined,
  };
}

const idsOf = (comers: readonly Comer[]): VolunteerId[] => comers.map(({ volunteerId }) => volunteerId);

function enrolled(shift: Shift, comer: Comer, now: number, post: HeldPost | undefined): Attendance {
  const next = nextOf(shift, comer);
  const enrolment = withPost(next.enrolment, post);
  return { ...next, enrolment, state: 'enrolled', enrolledAt: now };
}

function nextOf(shift: Shift, { volunteerId, attendance, guardianId }: Comer): Attendance {
  return {
    ...blankAttendance(shift, volunteerId),
    ...attendance,
    enrolment: { ...PLAIN_ENROLMENT, guardianId },
    seq: (attendance?.seq ?? 0) + 1,
  };
}

/** A seat the line gives (AT13.2), of a post where the shift has them. */
export function decideSeatGiven(attendance: Attendance, now: number, post?: HeldPost): Attendance {
  return {
    ...attendance,
    state: 'enrolled',
    enrolledAt: now,
    enrolment: { ...withPost(attendance.enrolment, post), seatGivenAt: now },
    seq: attendance.seq + 1,
  };
}

function mayLeave(shift: Shift, { enrolledAt, enrolment }: Attendance): boolean {
  return mayWithdrawFreely(shift, { enrolledAt, seatGivenAt: enrolment.seatGivenAt });
}

export interface CancellationFacts {
  readonly shift: Shift;
  readonly line: Line;
  /** of those who do not come any more: the asker's and the children's, or only the children's */
  readonly attendances: readonly Attendance[];
  readonly now: number;
}
export type CancellationDecision =
  PartyChange | { readonly kind: 'already' } | Rejection<'enrolment.alreadyServing'>;

/**
 * Cancelling frees seats, or places in the line; who has checked in is past cancelling. Late is after the
 * line has closed: nobody can be called in any more (AT13.3); not for who agreed to other terms (AT14.3).
 */
export function decideCancellation({
  shift,
  line,
  attendances,
  now,
}: CancellationFacts): CancellationDecision {
  if (attendances.some((attendance) => holdsSeat(attendance) && hasCheckedIn(attendance))) {
    return rejected('enrolment.alreadyServing');
  }
  const seated = attendances.filter(({ state }) => state === 'enrolled');
  const waiting = attendances.filter(({ state }) => state === 'waiting');
  if (seated.length + waiting.length === 0) return { kind: 'already' };
  const rest = leaveLine(
    line,
    waiting.map(({ volunteerId }) => volunteerId),
  );
  const isLate = shift.state === 'open' && now >= lineClosesAt(shift);
  return {
    kind: 'accepted',
    moves: [...seated, ...waiting].map((attendance) => ({
      ...attendance,
      state: 'enrolmentCancelled',
      enrolment: {
        ...withoutPost(attendance.enrolment),
        seatGivenAt: null,
        isLateCancelled: isLate && attendance.state === 'enrolled' && !mayLeave(shift, attendance),
      },
      seq: attendance.seq + 1,
    })),
    shift: withWaiting(
      seated.reduce((left, { enrolment }) => releaseSeat(left, enrolment.post), shift),
      rest,
    ),
    line: rest,
  };
}

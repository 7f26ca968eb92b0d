/**
 * Which shifts an invitation offers (WK5): at most three of those the person could enrol in at once, the
 * nearest first, then what is like what the person did, then what suits their own words, then the
 * soonest. How near is said by the home's division: no position of anybody is kept.
 */
import type { Shift } from '../activity/shift';
import { decideAdmission, type Person } from '../enrolment/admission';
import { lineageOf } from '../geography/division';
import type { ActivityId, DivisionCode, ShiftId } from '../kernel/identifiers';
import type { ServiceField } from '../project/project';
import { HOUR_MS } from '../time/civil-day';
import { EMPTY_PROFILE, suits, type Countable } from '../volunteer/profile';

export const OFFERED_SHIFTS = 3;
/** Time to read it, decide, and get there. */
const NOTICE_MS = 3 * HOUR_MS;

export const NEARNESSES = ['community', 'township', 'county', 'beyond'] as const;
export type Nearness = (typeof NEARNESSES)[number];

export interface OpenShift extends Pick<Shift, 'startsAt' | 'endsAt' | 'riskLevel' | 'requiredCourses'> {
  readonly shiftId: ShiftId;
  readonly activityId: ActivityId;
  readonly place: DivisionCode;
  readonly field: ServiceField | null;
  /** null: without a limit */
  readonly freeSeats: number | null;
  readonly isLined: boolean;
}

export interface Asked {
  readonly person: Person;
  readonly home: DivisionCode;
  /** of the last service */
  readonly field: ServiceField | null;
  /** of oneself (PF5); absent: nothing */
  readonly said?: Countable | undefined;
  /** what the person is coming to already */
  readonly busy: readonly { readonly startsAt: number; readonly endsAt: number }[];
}

export interface Offer {
  readonly shiftId: ShiftId;
  readonly nearness: Nearness;
  readonly isOfField: boolean;
}

const TOWNSHIP = 2;
const COUNTY = 1;

export function nearnessOf(home: DivisionCode, place: DivisionCode): Nearness {
  if (home === place) return 'community';
  const [own, there] = [lineageOf(home), lineageOf(place)];
  const shares = (level: number): boolean => own[level] !== undefined && own[level] === there[level];
  if (shares(TOWNSHIP)) return 'township';
  return shares(COUNTY) ? 'county' : 'beyond';
}

/** Enrolling would be accepted: by age, guardian, risk and training, with a seat and free time. */
export function fits(shift: OpenShift, { person, busy }: Asked, now: number): boolean {
  if (shift.startsAt < now + NOTICE_MS || shift.riskLevel === 'emergency') return false;
  if (shift.isLined || (shift.freeSeats !== null && shift.freeSeats < 1)) return false;
  if (busy.some(({ startsAt, endsAt }) => startsAt < shift.endsAt && shift.startsAt < endsAt)) return false;
  return decideAdmission(person, shift) === null;
}

/** One shift of an activity: the others are a tap further on. The same for the same input. */
export function chooseShifts(shifts: readonly OpenShift[], asked: Asked, now: number): Offer[] {
  const ranked = shifts
    .filter((shift) => fits(shift, asked, now))
    .map((shift) => ({
      shift,
      nearness: nearnessOf(asked.home, shift.place),
      isOfField: asked.field !== null && shift.field === asked.field,
      isSuitable: suits(asked.said ?? EMPTY_PROFILE, { field: shift.field, skills: [], time: shift }),
    }))
    .filter(({ nearness }) => nearness !== 'beyond')
    .sort(
      (a, b) =>
        NEARNESSES.indexOf(a.nearness) - NEARNESSES.indexOf(b.nearness) ||
        Number(b.isOfField) - Number(a.isOfField) ||
        Number(b.isSuitable) - Number(a.isSuitable) ||
        a.shift.startsAt - b.shift.startsAt ||
        (a.shift.shiftId < b.shift.shiftId ? -1 : 1),
    );
  const offers: Offer[] = [];
  const activities = new Set<ActivityId>();
  for (const { shift, nearness, isOfField } of ranked) {
    if (offers.length === OFFERED_SHIFTS) break;
    if (activities.has(shift.activityId)) continue;
    activities.add(shift.activityId);
    offers.push({ shiftId: shift.shiftId, nearness, isOfField });
  }
  return offers;
}

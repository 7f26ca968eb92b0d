/**
 * What one shift adds to the figures by place and by project (ST19–ST21): a pure function of that shift's
 * facts. `活动` in the published definitions is a shift here: one plan may hold fifty mornings in ten villages.
 */
import { settlementOf, type UrbanRuralCode } from '../geography/urban-rural';
import type { DivisionCode, ProjectId } from '../kernel/identifiers';
import { addDays, type CivilDay } from '../time/civil-day';
import type { Change } from './contribution';
import { LIVE_DAYS, LIVELY_PEOPLE, SERVED_DAYS } from './measure';
import { intersectionOf, stepsOf, windowSpans, windowStepsOfToggle, type Span, type Step } from './span';
import { placeBookOf, type ProjectChange } from './tally';

export interface ShiftFacts {
  /** on which the shift ended */
  readonly day: CivilDay;
  /** the community it was held in */
  readonly placeCode: DivisionCode;
  /** of that community when the shift was published */
  readonly urbanRuralCode: UrbanRuralCode | null;
  readonly projectId: ProjectId;
  /** where the project belongs, and whether an institute or a station hosts it (ST21) */
  readonly projectDivision: DivisionCode;
  readonly isGrassroots: boolean;
  /** while the project's accreditation is valid; null: it has none (ST19) */
  readonly accredited: Span | null;
  /** people with a qualifying record of this shift (ST13), and their minutes */
  readonly qualifiedCount: number;
  readonly minutes: number;
  /** AT8: of them, those served on the day before and the day after; absent: none */
  readonly minutesBefore?: number;
  readonly minutesAfter?: number;
}

export interface ShiftContribution {
  readonly changes: readonly Change[];
  readonly projectChanges: readonly ProjectChange[];
}

/** A shift that nobody has a qualifying record of was not held, and adds nothing. */
export function shiftContributionOf(facts: ShiftFacts | null): ShiftContribution {
  if (facts === null || facts.qualifiedCount === 0) return { changes: [], projectChanges: [] };
  const { day, placeCode, projectId } = facts;
  const settlement = settlementOf(facts.urbanRuralCode);
  const at = { divisionCode: placeCode, day };
  const changes: Change[] = [{ ...at, quantity: 'heldShifts', amount: 1 }];
  if (settlement === 'rural') changes.push({ ...at, quantity: 'ruralShifts', amount: 1 });
  const held = { day, quantity: 'heldShifts' as const, amount: 1 };
  const projectChanges: ProjectChange[] = [
    { projectId, ...held },
    // Of the place alone: on which days the project served there (see placeStepsOf).
    { projectId: placeBookOf(projectId, placeCode), ...held },
  ];
  for (const { day: servedOn, minutes: amount } of heldMinutesByDay(facts)) {
    const then = { divisionCode: placeCode, day: servedOn, amount };
    changes.push({ ...then, quantity: 'heldMinutes' });
    if (settlement === 'rural') changes.push({ ...then, quantity: 'ruralMinutes' });
    if (settlement === 'urban') changes.push({ ...then, quantity: 'urbanMinutes' });
    projectChanges.push({ projectId, day: servedOn, quantity: 'heldMinutes', amount });
  }
  if (isLively(facts)) {
    const lively: Span = { from: day, to: addDays(day, LIVE_DAYS) };
    const branded = facts.accredited === null ? null : intersectionOf(lively, facts.accredited);
    for (const step of branded === null ? [] : stepsOf([branded]))
      changes.push({ divisionCode: placeCode, quantity: 'brandPresence', ...step });
    // Of the day alone: on which days the project was lively (see lifeStepsOf).
    projectChanges.push({ projectId, day, quantity: 'livelyShifts', amount: 1 });
  }
  return { changes, projectChanges };
}

/** AT8: the minutes of a shift on the days they were served. */
export function heldMinutesByDay(
  facts: Pick<ShiftFacts, 'day' | 'minutes' | 'minutesBefore' | 'minutesAfter'>,
): { readonly day: CivilDay; readonly minutes: number }[] {
  const { day, minutes, minutesBefore = 0, minutesAfter = 0 } = facts;
  const parts = [
    { day: addDays(day, -1), minutes: minutesBefore },
    { day, minutes: minutes - minutesBefore - minutesAfter },
    { day: addDays(day, 1), minutes: minutesAfter },
  ];
  return parts.filter((part) => part.minutes > 0);
}

/**
 * ST20. A village joins the served villages, or leaves them, when `day` gets its first shift or loses its
 * last.
 */
export function servedRuralSteps(otherDays: readonly CivilDay[], day: CivilDay, joins: boolean): Step[] {
  return windowStepsOfToggle(otherDays, day, SERVED_DAYS, joins);
}

/** ST19, ST21. The same for a project and its lively days. */
export function liveProjectSteps(otherDays: readonly CivilDay[], day: CivilDay, joins: boolean): Step[] {
  return windowStepsOfToggle(otherDays, day, LIVE_DAYS, joins);
}

/** Of all shifts of one project: from when to when it was live (ST19), counted from all its days at once. */
export function lifeStepsOf(shifts: readonly ShiftFacts[]): Step[] {
  return stepsOf(windowSpans(daysOf(shifts.filter(isLively)), LIVE_DAYS));
}

/** Of all shifts in one community: from when to when it was a served village (ST20). */
export function servedStepsOf(shifts: readonly ShiftFacts[]): Step[] {
  return stepsOf(windowSpans(daysOf(shifts.filter(isRuralHeld)), SERVED_DAYS));
}

/**
 * BP14. A community joins the places of a project on the first day of a shift held there. `firstOther`: the
 * first day of its other shifts there; null: there are none.
 */
export function placeSteps(firstOther: CivilDay | null, day: CivilDay, joins: boolean): Step[] {
  const firstWith = firstOther === null || day < firstOther ? day : firstOther;
  if (firstWith === firstOther) return [];
  const sign = joins ? 1 : -1;
  const moved = firstOther === null ? [] : [{ day: firstOther, amount: -sign }];
  return [{ day: firstWith, amount: sign }, ...moved];
}

/** Of all shifts of one project: on which days communities joined its places, counted from all at once. */
export function placeStepsOf(shifts: readonly ShiftFacts[]): Step[] {
  const firstDays = new Map<DivisionCode, CivilDay>();
  for (const { placeCode, day } of shifts.filter(isHeld)) {
    const known = firstDays.get(placeCode);
    if (known === undefined || day < known) firstDays.set(placeCode, day);
  }
  return [...firstDays.values()].map((day) => ({ day, amount: 1 }));
}

/** ST13: a shift that nobody has a qualifying record of was not held. */
export function isHeld({ qualifiedCount }: ShiftFacts): boolean {
  return qualifiedCount > 0;
}

/** ST20: at least one person has a qualifying record, and the place is rural. */
export function isRuralHeld({ qualifiedCount, urbanRuralCode }: ShiftFacts): boolean {
  return qualifiedCount > 0 && settlementOf(urbanRuralCode) === 'rural';
}

/** ST19 */
export function isLively({ qualifiedCount }: ShiftFacts): boolean {
  return qualifiedCount >= LIVELY_PEOPLE;
}

function daysOf(shifts: readonly ShiftFacts[]): CivilDay[] {
  return [...new Set(shifts.map(({ day }) => day))].sort();
}

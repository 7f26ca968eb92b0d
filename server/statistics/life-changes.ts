/**
 * Villages served and projects live (ST19–ST21) count a village or a project once, however many shifts it
 * had: what matters is whether a day has its first shift or loses its last. On which days there were shifts
 * is read from the tallies themselves, inside the transaction; every fold of the same book writes its
 * all-time document, so two of them clash and never miss each other's day.
 */
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { Change } from '@domain/statistics/contribution';
import type { Quantity } from '@domain/statistics/measure';
import {
  isHeld,
  isLively,
  isRuralHeld,
  liveProjectSteps,
  placeSteps,
  servedRuralSteps,
  type ShiftFacts,
} from '@domain/statistics/shift-contribution';
import type { Step } from '@domain/statistics/span';
import { monthTallyIdsOf, placeBookOf, type BookId, type ProjectChange } from '@domain/statistics/tally';
import { addDays, parseCivilDay, type CivilDay } from '@domain/time/civil-day';
import type { Transaction } from '../kernel/ports';
import { firstDayIn } from './first-day';

export interface LifeChanges {
  readonly changes: readonly Change[];
  readonly projectChanges: readonly ProjectChange[];
}

/** The longest window that a day reaches into, on either side. */
const REACH_DAYS = 90;

/**
 * `before` and `after` are of the same day, place and project, or one of them is null. Round trips: none
 * unless a day begins or ends to count; then up to seven for the village, as many for the project, and three
 * for its place (BP14).
 */
export async function lifeChangesOf(
  transaction: Transaction,
  before: ShiftFacts | null,
  after: ShiftFacts | null,
): Promise<LifeChanges> {
  const facts = after ?? before;
  if (facts === null) return { changes: [], projectChanges: [] };
  const { day, placeCode, projectDivision, projectId } = facts;
  const rural = await toggled(transaction, before, after, day, {
    book: placeCode,
    quantity: 'ruralShifts',
    counts: isRuralHeld,
    stepsOf: servedRuralSteps,
  });
  const project = await toggled(transaction, before, after, day, {
    book: projectId,
    quantity: 'livelyShifts',
    counts: isLively,
    stepsOf: liveProjectSteps,
  });
  const places = await placeChangesOf(transaction, before, after);
  const at = (divisionCode: DivisionCode, quantity: Quantity) => (step: Step) => ({
    ...step,
    divisionCode,
    quantity,
  });
  return {
    changes: [
      ...rural.map(at(placeCode, 'servedRuralCommunities')),
      ...project.map(at(projectDivision, 'liveProjects')),
      ...(facts.isGrassroots ? project.map(at(projectDivision, 'liveGrassrootsProjects')) : []),
    ],
    projectChanges: [
      ...project.map((step) => ({ ...step, projectId, quantity: 'liveProjects' as const })),
      ...places.map((step) => ({ ...step, projectId, quantity: 'projectPlaces' as const })),
    ],
  };
}

/** The book of the place says since when the project has served there; every shift held there writes it. */
async function placeChangesOf(
  transaction: Transaction,
  before: ShiftFacts | null,
  after: ShiftFacts | null,
): Promise<Step[]> {
  const [did, does] = [before !== null && isHeld(before), after !== null && isHeld(after)];
  const facts = after ?? before;
  if (facts === null || did === does) return [];
  const { projectId, placeCode, day } = facts;
  const firstOther = await firstDayIn(transaction, {
    book: placeBookOf(projectId, placeCode),
    quantity: 'heldShifts',
    without: did ? day : null,
  });
  return placeSteps(firstOther, day, does);
}

interface Life {
  readonly book: BookId;
  /** whose cells say on which days there were such shifts */
  readonly quantity: Quantity;
  readonly counts: (facts: ShiftFacts) => boolean;
  readonly stepsOf: (otherDays: readonly CivilDay[], day: CivilDay, joins: boolean) => Step[];
}

async function toggled(
  transaction: Transaction,
  before: ShiftFacts | null,
  after: ShiftFacts | null,
  day: CivilDay,
  { book, quantity, counts, stepsOf }: Life,
): Promise<Step[]> {
  const [did, does] = [before !== null && counts(before), after !== null && counts(after)];
  if (did === does) return [];
  const amounts = await daysAround(transaction, book, quantity, day);
  if ((amounts.get(day) ?? 0) > (did ? 1 : 0)) return [];
  const served = [...amounts].flatMap(([other, amount]) => (amount > 0 ? [other] : []));
  return stepsOf(served, day, does);
}

async function daysAround(
  transaction: Transaction,
  book: BookId,
  quantity: Quantity,
  day: CivilDay,
): Promise<Map<CivilDay, number>> {
  const days = new Map<CivilDay, number>();
  for (const id of monthTallyIdsOf(book, addDays(day, -REACH_DAYS), addDays(day, REACH_DAYS))) {
    const tally = await transaction.get('tallies', id);
    for (const [cell, amounts] of Object.entries(tally?.cells ?? {}))
      days.set(parseCivilDay(cell), amounts[quantity] ?? 0);
  }
  return days;
}

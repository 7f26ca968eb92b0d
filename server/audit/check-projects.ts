/** Last comparison (ST41): the books of projects against the shifts and the participants they are made of. */
import { isDivisionCode, parseDivisionCode } from '@domain/geography/division';
import type { DivisionCode, ProjectId } from '@domain/kernel/identifiers';
import { cellDifferencesOf, type CellDifference } from '@domain/statistics/recount';
import { lifeStepsOf, placeStepsOf, shiftContributionOf } from '@domain/statistics/shift-contribution';
import { placeBookOf, type ProjectChange } from '@domain/statistics/tally';
import type { Ports } from '../kernel/ports';
import { readBetweenBatches } from '../statistics/fold-batches';
import { daysOfProject } from '../statistics/participations';
import { contributionsOfProject, toShiftFacts } from '../statistics/shift-facts';
import { cellFindings, type Findings } from './findings';
import { talliesOfBook, talliesOfPlaces } from './stored-tallies';

export interface ProjectPart {
  readonly findings: Findings;
  /** null: there was no further project */
  readonly nextCursor: string | null;
}

/**
 * The next project. Round trips: 11, and one for every further 90 tallies, thousand shifts and year of first
 * or second days.
 */
export async function checkNextProject(ports: Ports, cursor: string): Promise<ProjectPart> {
  const [project] = await ports.database.find('projects', {
    where: cursor === '' ? {} : { _id: { above: cursor } },
    orderBy: [['_id', 'asc']],
    limit: 1,
  });
  if (project === undefined)
    return { findings: cellFindings(0, { isSettled: true, value: [] }), nextCursor: null };
  const reading = await readBetweenBatches(ports, () => compareBook(ports, project._id));
  return { findings: cellFindings(1, reading), nextCursor: project._id };
}

async function compareBook(ports: Ports, projectId: ProjectId): Promise<CellDifference[]> {
  const [tallies, ofPlaces, shifts, firstDays, secondDays] = await Promise.all([
    talliesOfBook(ports, projectId),
    talliesOfPlaces(ports, projectId),
    contributionsOfProject(ports, projectId),
    daysOfProject(ports, projectId, 'firstDay'),
    daysOfProject(ports, projectId, 'secondDay'),
  ]);
  const facts = shifts.map(toShiftFacts);
  const people = { projectId, quantity: 'projectVolunteers' as const };
  const returners = { projectId, quantity: 'projectReturners' as const };
  const ownChanges: ProjectChange[] = [
    ...facts.flatMap((one) => shiftContributionOf(one).projectChanges),
    ...lifeStepsOf(facts).map((step) => ({ ...step, projectId, quantity: 'liveProjects' as const })),
    ...placeStepsOf(facts).map((step) => ({ ...step, projectId, quantity: 'projectPlaces' as const })),
    ...firstDays.map(({ day, count: amount }) => ({ ...people, day, amount })),
    ...secondDays.map(({ day, count: amount }) => ({ ...returners, day, amount })),
  ];
  // A place that has no book, and a book that has no shift.
  const codes = [...facts.map(({ placeCode }) => placeCode), ...[...ofPlaces.keys()].flatMap(placeOfBook)];
  const places = [...new Set(codes)].map((placeCode) => placeBookOf(projectId, placeCode));
  return [
    ...cellDifferencesOf({ book: projectId, tallies, ownChanges, childTallies: [] }),
    ...places.flatMap((book) =>
      cellDifferencesOf({ book, tallies: ofPlaces.get(book) ?? [], ownChanges, childTallies: [] }),
    ),
  ];
}

function placeOfBook(book: string): DivisionCode[] {
  const code = book.split('@')[1] ?? '';
  return isDivisionCode(code) ? [parseDivisionCode(code)] : [];
}

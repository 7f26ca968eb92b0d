/** What a project has done, for everybody (BP11): from its own tallies, in one round trip. */
import type { ProjectId } from '@domain/kernel/identifiers';
import { SMALLEST_SHOWN_PERSONS } from '@domain/statistics/suppression';
import { stocksOn, tallyIdsOf } from '@domain/statistics/tally';
import type { CivilDay } from '@domain/time/civil-day';
import type { ProjectFigures } from '@contract/project.contract';
import { BusyError } from '../kernel/busy-error';
import type { Ports } from '../kernel/ports';
import { readTallyIds } from '../statistics/read-tallies';

/** Null before anything was counted, and while so few took part that a number would point at them (ST23). */
export async function publicFiguresOf(
  ports: Ports,
  projectId: ProjectId,
  day: CivilDay,
): Promise<ProjectFigures | null> {
  try {
    const { tallies, asOf } = await readTallyIds(ports, tallyIdsOf(projectId, day));
    const stocks = stocksOn(tallies, projectId, day);
    const { heldMinutes: minutes, heldShifts: shiftCount, projectVolunteers: volunteerCount } = stocks;
    if (volunteerCount < SMALLEST_SHOWN_PERSONS) return null;
    const { projectReturners, projectPlaces: placeCount } = stocks;
    const parts = [projectReturners, volunteerCount - projectReturners];
    const isShown = parts.every((persons) => persons === 0 || persons >= SMALLEST_SHOWN_PERSONS);
    const returnerCount = isShown ? projectReturners : null;
    return { minutes, volunteerCount, returnerCount, shiftCount, placeCount, asOf };
  } catch (thrown) {
    if (thrown instanceof BusyError) return null;
    throw thrown;
  }
}

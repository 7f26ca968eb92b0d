/** The content behind a link that is counted, and the division it belongs to (VI2). */
import { officesOver, parseDivisionCode } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { isCounted, type Content } from '@domain/link/content';
import type { Link } from '@domain/link/link';
import type { Ports } from '../kernel/ports';
import { cityOf } from '../system/city';

export interface Located {
  readonly content: Content;
  readonly divisionCode: DivisionCode;
}

/** The county, or the city for what is the city's. */
function officeOf(code: DivisionCode): DivisionCode {
  return officesOver(code).pop() ?? code;
}

/**
 * Null: such a link is not counted, leads to nothing, or to what nobody may see yet. Round trips: none for
 * the first; else 1, of a shift 2.
 */
export async function locateContent(ports: Ports, link: Link): Promise<Located | null> {
  if (!isCounted(link)) return null;
  const { database } = ports;
  switch (link.kind) {
    case 'statistics': {
      const { cityCode } = await cityOf(ports);
      return { content: { kind: 'statistics', id: '' }, divisionCode: parseDivisionCode(cityCode) };
    }
    case 'project': {
      const project = await database.get('projects', link.projectId);
      return project === null ? null : located('project', link.projectId, project.divisionCode);
    }
    case 'activity':
      return locateActivity(ports, link.activityId);
    case 'shift': {
      const shift = await database.get('shifts', link.shiftId);
      return shift === null ? null : locateActivity(ports, shift.activityId);
    }
    case 'station': {
      const station = await database.get('stations', link.stationId);
      return station === null ? null : located('station', link.stationId, station.divisionCode);
    }
    case 'invitation': {
      const wake = await database.get('wakes', link.wakeId);
      return wake === null ? null : located('invitation', link.wakeId, wake.divisionCode);
    }
  }
}

function located(kind: Content['kind'], id: string, code: DivisionCode): Located {
  return { content: { kind, id }, divisionCode: officeOf(code) };
}

async function locateActivity({ database }: Ports, activityId: string): Promise<Located | null> {
  const activity = await database.get('activities', activityId);
  if (activity === null || activity.state === 'draft') return null;
  return located('activity', activityId, activity.countyCode);
}

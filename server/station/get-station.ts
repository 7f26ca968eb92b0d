/**
 * What the code on a station's poster opens. Round trips: station, activities, people, and of who is signed
 * in roles.
 */
import { rejected } from '@domain/kernel/result';
import { toActivityView } from '../activity/activity-view';
import { findUpcoming } from '../activity/list-activities';
import type { Handler } from '../kernel/procedure';
import { stationViews } from './stations';

/** As many as somebody at the door looks through. */
const ACTIVITIES_SHOWN = 10;

export const getStation: Handler<'station.getStation'> = async ({ stationId }, context) => {
  const station = await context.ports.database.get('stations', stationId);
  if (station === null) return rejected('station.notFound');
  const where = { countyCode: station.countyCode };
  const activities = await findUpcoming(context, where, null, ACTIVITIES_SHOWN);
  const [view] = await stationViews(context, [station]);
  if (view === undefined) throw new Error('one station has one view');
  return { station: view, activities: activities.map(toActivityView) };
};

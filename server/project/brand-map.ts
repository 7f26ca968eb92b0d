/** 品牌项目地图 (BP15): where the brands of today are, and how much each has done. */
import { SMALLEST_SHOWN_PERSONS } from '@domain/statistics/suppression';
import { stocksOn, tallyIdAt } from '@domain/statistics/tally';
import { civilDayOf, parseCivilDay } from '@domain/time/civil-day';
import { BusyError } from '../kernel/busy-error';
import type { Handler } from '../kernel/procedure';
import { allBrands } from './all-brands';
import { readTallyIds, type TallyReading } from '../statistics/read-tallies';

/** More counties than any city has. */
const MAXIMUM_CENTRES = 100;
/** Hours and people of a project are never of a day ahead: the years alone say all. */
const END_OF_TIME = parseCivilDay('2199-12-31');
const NOTHING: TallyReading = { tallies: new Map(), asOf: 0 };

/** Round trips: 2 at once, then 1 with one small document for each project. */
export const getBrandMap: Handler<'project.getBrandMap'> = async (_input, { ports, now }) => {
  const today = civilDayOf(now);
  const [brands, centres] = await Promise.all([
    allBrands(ports, today),
    ports.database.find('stations', {
      where: { level: 'centre', state: 'open' },
      orderBy: [['_id', 'asc']],
      limit: MAXIMUM_CENTRES,
    }),
  ]);
  const reading = await readTallyIds(
    ports,
    brands.map(({ _id }) => tallyIdAt(_id)),
  ).catch((thrown: unknown) => {
    if (thrown instanceof BusyError) return NOTHING;
    throw thrown;
  });
  return {
    projects: brands.map(({ _id, title, divisionName, usualPlace }) => {
      const { heldMinutes, projectVolunteers } = stocksOn(reading.tallies, _id, END_OF_TIME);
      const minutes = projectVolunteers < SMALLEST_SHOWN_PERSONS ? null : heldMinutes;
      return { projectId: _id, title, divisionName, position: usualPlace?.position ?? null, minutes };
    }),
    centres: centres.flatMap(({ divisionCode, divisionName, position }) =>
      position === null ? [] : [{ divisionCode, divisionName, position }],
    ),
    asOf: reading === NOTHING ? null : reading.asOf,
  };
};

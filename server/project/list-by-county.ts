/** Brand projects county by county (BP12), those without one too. Round trips: 2 at once. */
import { countyOf } from '@domain/geography/division';
import { civilDayOf } from '@domain/time/civil-day';
import type { Handler } from '../kernel/procedure';
import { allBrands } from './all-brands';

/** More counties than any city has. */
const MAXIMUM_COUNTIES = 100;

export const listByCounty: Handler<'project.listByCounty'> = async (_input, { ports, now }) => {
  const today = civilDayOf(now);
  const [found, divisions] = await Promise.all([
    allBrands(ports, today),
    ports.database.find('divisions', {
      where: { level: 'county' },
      orderBy: [['_id', 'asc']],
      limit: MAXIMUM_COUNTIES,
    }),
  ]);
  const brands = found.map(({ _id, title, divisionCode }) => ({ projectId: _id, title, divisionCode }));
  return {
    counties: divisions.map(({ _id, name }) => ({
      divisionCode: _id,
      name,
      projects: brands.filter(({ divisionCode }) => countyOf(divisionCode) === _id),
    })),
    cityProjects: brands.filter(({ divisionCode }) => countyOf(divisionCode) === null),
  };
};

/** The city this deployment serves: one document, written at deployment, kept in the instance's memory. */
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';

export type City = StoredDocument<'settings'>;
export const CITY_SETTINGS_ID = 'city';

/** by what an instance has one of: a command gets a database of its own (server/trail) */
const cache = new WeakMap<Ports['secrets'], { city: City; readAt: number }>();
const CACHE_MS = 60_000;

export async function cityOf(ports: Ports): Promise<City> {
  const known = cache.get(ports.secrets);
  if (known !== undefined && Math.abs(ports.now() - known.readAt) < CACHE_MS) return known.city;
  const city = await ports.database.get('settings', CITY_SETTINGS_ID);
  if (city === null) throw new Error('this deployment has no city: run the seeding step of the runbook');
  cache.set(ports.secrets, { city, readAt: ports.now() });
  return city;
}

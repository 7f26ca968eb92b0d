/** What rows are judged with, loaded once for a run of the function and an import. */
import type { RosterContext } from '@domain/import/roster-row';
import { PlaceFinder, type KnownCommunity } from '@domain/import/place-finder';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { civilDayOf } from '@domain/time/civil-day';
import { communitiesIn, pathNameOf } from '../geography/division-lookup';
import type { Ports } from '../kernel/ports';
import { cityOf } from '../system/city';
import type { Job } from './job';

/** Half a kilobyte each: an answer of the cloud holds 1 MB. */
const COMMUNITIES_AT_ONCE = 500;

export interface ImportContext {
  readonly kind: 'roster';
  readonly cityCode: DivisionCode;
  readonly roster: RosterContext;
  /** as it is shown of a person */
  readonly pathNames: ReadonlyMap<DivisionCode, string>;
}

/** Round trips: 1 for every 500 communities of the division. Throws before the columns are chosen. */
export async function contextOf(ports: Ports, job: Job): Promise<ImportContext> {
  const { cityCode, cityName } = await cityOf(ports);
  const communities: KnownCommunity[] = [];
  const pathNames = new Map<DivisionCode, string>();
  for (let after: string | null = null; ;) {
    const page = await communitiesIn(ports, job.divisionCode, after, COMMUNITIES_AT_ONCE);
    for (const division of page) {
      const [, county, township] = division.ancestors;
      pathNames.set(division._id, pathNameOf(division));
      communities.push({
        code: division._id,
        name: division.name,
        townshipName: township?.name ?? '',
        countyName: county?.name ?? '',
      });
    }
    after = page[page.length - 1]?._id ?? null;
    if (page.length < COMMUNITIES_AT_ONCE) break;
  }
  if (job.mapping === null)
    throw new Error('invariant broken: the columns are chosen before rows are judged');
  const roster = {
    mapping: job.mapping,
    places: new PlaceFinder(communities, cityName),
    usualCommunity: communities.find(({ code }) => code === job.usualCommunityCode) ?? null,
    today: civilDayOf(ports.now()),
  };
  return { kind: 'roster', cityCode, roster, pathNames };
}

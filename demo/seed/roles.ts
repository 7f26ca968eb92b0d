/** Teams as the trail and the office know them, and 实践中心、所、站 of every county. */
import { parseDivisionCode } from '@domain/geography/division';
import { DAY_MS } from '@domain/time/civil-day';
import type { StoredDocument } from '@server/kernel/documents';
import type { Secrets } from '@server/kernel/ports';
import { newTeam, type Team } from '@server/team/new-team';
import { COUNTIES, countySeat, divisionName } from './geography';

/** They were there before anything the demo shows. */
const TEAMS_SINCE_DAYS = 700;
const SITES_SINCE_DAYS = 900;
/** The seat of a county, and its first community. */
const SEAT_TOWNSHIP = '100';

export function demoTeams(
  teams: readonly Pick<Team, '_id' | 'name' | 'divisionCode'>[],
  now: number,
): Team[] {
  return teams.map((team, index) =>
    newTeam({ ...team, form: 'registered', createdAt: now - (TEAMS_SINCE_DAYS + index) * DAY_MS }),
  );
}

type Station = StoredDocument<'stations'>;

export function demoStations(secrets: Secrets, now: number): Station[] {
  return COUNTIES.flatMap(({ code, communities }, index) => {
    const community = communities.find(({ _id }) => _id.startsWith(`${code}${SEAT_TOWNSHIP}`));
    const township = community === undefined ? null : parseDivisionCode(community._id.slice(0, 9));
    const site = (level: Station['level'], divisionCode: Station['divisionCode'], kind: string): Station => ({
      _id: secrets.shortId('demo-station', divisionCode),
      ...{
        name: `${divisionName(divisionCode)}新时代文明实践${kind}`,
        level,
        divisionCode,
        countyCode: code,
      },
      ...{ divisionName: divisionName(divisionCode), address: '演示地址', managerId: null },
      position: level === 'centre' ? countySeat(code) : null,
      ...{ state: 'open', closeReason: null, createdAt: now - (SITES_SINCE_DAYS + index) * DAY_MS },
    });
    return [
      site('centre', code, '中心'),
      ...(township === null ? [] : [site('institute', township, '所')]),
      ...(community === undefined ? [] : [site('station', community._id, '站')]),
    ];
  });
}

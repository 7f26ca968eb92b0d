/** The demo city's divisions with real codes, names and residents (data/ says where they are from). */
import { parseDivisionCode } from '@domain/geography/division';
import { settlementOf, type UrbanRuralCode } from '@domain/geography/urban-rural';
import type { Position } from '@domain/geography/distance';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { pathNameOf } from '@server/geography/division-lookup';
import type { StoredDocument } from '@server/kernel/documents';
import extract from '../../data/divisions/513200.json';
import places from '../../data/places/513200.json';
import { divisionDocuments } from '../division-documents';
import { MEETING_POINTS, type MeetingPoint } from '../meeting-points';

type Division = StoredDocument<'divisions'>;

export const CITY_CODE = parseDivisionCode(extract.city.code);
export const CITY_NAME = extract.city.name;

const nameByCode = new Map([extract.city, ...extract.divisions].map((row) => [row.code, row.name]));

export function divisionName(code: DivisionCode): string {
  const name = nameByCode.get(code);
  if (name === undefined) throw new Error(`no division ${code} in the extract`);
  return name;
}

/** 居委会 are numbered below 200 inside their township, 村委会 from 200 on (rules of the division codes). */
const FIRST_RURAL_NUMBER = 200;
export const URBAN_RURAL_SOURCE =
  '演示推定：村委会作 220（村庄），县城所在镇的居委会作 121，其余居委会作 122；不是国家统计局公布的分类';

/** No published list of 城乡分类代码 came with the divisions: the demo infers one and says so. */
export function urbanRuralCodeOf(code: string): UrbanRuralCode | null {
  if (code.length !== 12) return null;
  if (Number(code.slice(9)) >= FIRST_RURAL_NUMBER) return '220';
  return code.slice(6, 9) === '100' ? '121' : '122';
}

export const DIVISIONS: readonly Division[] = divisionDocuments(extract, urbanRuralCodeOf);

export interface County {
  readonly code: DivisionCode;
  readonly name: string;
  readonly residents: number;
  readonly communities: readonly Division[];
}

export const COUNTIES: readonly County[] = DIVISIONS.filter((division) => division.level === 'county').map(
  (division) => ({
    code: division._id,
    name: division.name,
    residents: division.population[0]?.residents ?? 0,
    communities: DIVISIONS.filter((one) => one.level === 'community' && one._id.startsWith(division._id)),
  }),
);

const METERS_PER_DEGREE = 111_195;

export function countySeat(countyCode: string): Position {
  return positionOf(countyCode, { name: '', northMeters: 0, eastMeters: 0, radiusMeters: 0 });
}

function positionOf(countyCode: string, point: MeetingPoint): Position {
  const seat = places.places.find((place) => place.divisionCode === countyCode);
  if (seat === undefined) throw new Error(`no county seat for ${countyCode}`);
  const latitude = seat.latitude + point.northMeters / METERS_PER_DEGREE;
  const shrink = Math.cos((seat.latitude * Math.PI) / 180);
  const longitude = seat.longitude + point.eastMeters / (METERS_PER_DEGREE * shrink);
  return { latitude: Number(latitude.toFixed(6)), longitude: Number(longitude.toFixed(6)) };
}

/** Where activities of a county meet; the first is the usual one. */
export function meetingPlaces(
  countyCode: DivisionCode,
): NonNullable<StoredDocument<'projects'>['usualPlace']>[] {
  const county = COUNTIES.find(({ code }) => code === countyCode);
  const community = county?.communities[0];
  if (county === undefined || community === undefined) throw new Error(`no county ${countyCode}`);
  return (MEETING_POINTS[countyCode] ?? []).map((point) => ({
    name: point.name,
    divisionCode: community._id,
    divisionName: pathNameOf(community),
    position: positionOf(countyCode, point),
    radiusMeters: point.radiusMeters,
  }));
}

const RURAL_RADIUS_METERS = 300;

/**
 * A community of the county, by number: past shifts are held out there too. Its position is the county
 * seat's.
 */
export function ruralPlace(
  countyCode: DivisionCode,
  number: number,
): NonNullable<StoredDocument<'projects'>['usualPlace']> {
  const county = COUNTIES.find(({ code }) => code === countyCode);
  const rural = (county?.communities ?? []).filter((one) => settlementOf(one.urbanRuralCode) === 'rural');
  const community = rural[number % Math.max(1, rural.length)];
  if (community === undefined) throw new Error(`no community in ${countyCode}`);
  const centre = { name: '', northMeters: 0, eastMeters: 0, radiusMeters: RURAL_RADIUS_METERS };
  return {
    name: `${community.name.replace('村民委员会', '')}文化广场`,
    divisionCode: community._id,
    divisionName: pathNameOf(community),
    position: positionOf(countyCode, centre),
    radiusMeters: RURAL_RADIUS_METERS,
  };
}

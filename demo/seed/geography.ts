/** The demo city's divisions with real codes, names and residents (data/ says where they are from). */
import { lineageOf, parentOf, parseDivisionCode } from '@domain/geography/division';
import type { Position } from '@domain/geography/distance';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { parseCivilDay } from '@domain/time/civil-day';
import { pathNameOf } from '@server/geography/division-lookup';
import type { StoredDocument } from '@server/kernel/documents';
import extract from '../../data/divisions/513200.json';
import places from '../../data/places/513200.json';
import { MEETING_POINTS, type MeetingPoint } from '../meeting-points';

type Division = StoredDocument<'divisions'>;

export const CITY_CODE = parseDivisionCode(extract.city.code);
export const CITY_NAME = extract.city.name;

const rows = [{ ...extract.city, level: 'city' }, ...extract.divisions];
const nameByCode = new Map(rows.map((row) => [row.code, row.name]));

function populationOf(code: string): Division['population'] {
  return extract.population
    .filter((row) => row.divisionCode === code)
    .map((row) => ({
      residents: row.residents,
      referenceDay: parseCivilDay(row.referenceDay),
      document: row.document,
    }));
}

export function divisionName(code: DivisionCode): string {
  const name = nameByCode.get(code);
  if (name === undefined) throw new Error(`no division ${code} in the extract`);
  return name;
}

const LEVELS = ['city', 'county', 'township', 'community'] as const;

export const DIVISIONS: readonly Division[] = rows.map((row) => {
  const code = parseDivisionCode(row.code);
  const lineage = lineageOf(code);
  return {
    _id: code,
    name: row.name,
    level: LEVELS[lineage.length - 1] ?? 'city',
    parentCode: parentOf(code),
    ancestors: lineage
      .slice(0, -1)
      .map((divisionCode) => ({ divisionCode, name: divisionName(divisionCode) })),
    population: populationOf(row.code),
  };
});

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

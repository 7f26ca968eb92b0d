/**
 * Why this exists: the geo operators of queries ($nearSphere, $geoWithin, $geoIntersects) and the $geoNear
 * stage.
 */
import { Context } from 'mingo';
import { isPlainObject } from './ejson';
import { invalidParameter, notImplemented, requestFailed } from './errors';
import {
  allPositions,
  distanceMeters,
  EARTH_RADIUS_METERS,
  parsePosition,
  parseShape,
  shapesIntersect,
  shapeWithin,
} from './geo-shapes';
import type { Position, Shape } from './geo-shapes';
import type { RuntimeDocument, RuntimeFilter } from './types';
import { runtimeValuesAt, splitPath } from './values';

type Predicate = (document: unknown) => boolean;

function shapesAt(document: unknown, field: string): Shape[] {
  return runtimeValuesAt(document, splitPath(field)).flatMap((value) => parseShape(value) ?? []);
}

function requiredShape(value: unknown): Shape {
  const shape = parseShape(value);
  if (shape === undefined) throw requestFailed(`unknown GeoJSON: ${JSON.stringify(value)}`);
  return shape;
}

function geoWithin(field: string, condition: unknown): Predicate {
  if (!isPlainObject(condition)) throw invalidParameter('$geoWithin must be an object');
  if ('$centerSphere' in condition) {
    const { $centerSphere: circle } = condition;
    if (!Array.isArray(circle) || typeof circle[1] !== 'number' || circle[1] < 0) {
      throw requestFailed('$centerSphere needs a position and a radius in radians');
    }
    const centre = parsePosition(circle[0]);
    const radiusMeters = circle[1] * EARTH_RADIUS_METERS;
    return (document) =>
      shapesAt(document, field).some((shape) =>
        allPositions(shape).every((point) => distanceMeters(centre, point) <= radiusMeters),
      );
  }
  const area = requiredShape(condition['$geometry']);
  if (area.polygons.length === 0) throw requestFailed('$geoWithin needs a Polygon or MultiPolygon');
  return (document) => shapesAt(document, field).some((shape) => shapeWithin(shape, area));
}

function geoIntersects(field: string, condition: unknown): Predicate {
  const area = requiredShape(isPlainObject(condition) ? condition['$geometry'] : undefined);
  return (document) => shapesAt(document, field).some((shape) => shapesIntersect(shape, area));
}

/** mingo lacks the geo operators; these are added to its query context. */
export const GEO_CONTEXT = Context.init({
  query: {
    $geoWithin: (...[field, condition]: readonly unknown[]) => geoWithin(String(field), condition),
    $geoIntersects: (...[field, condition]: readonly unknown[]) => geoIntersects(String(field), condition),
  },
});

export interface NearClause {
  field: string;
  centre: Position;
  minMeters: number;
  maxMeters: number;
}

function meters(value: unknown, fallback: number): number {
  if (value === undefined || value === null) return fallback;
  if (typeof value !== 'number' || value < 0)
    throw requestFailed('a distance must be a number of metres >= 0');
  return value;
}

function pointOf(value: unknown): Position {
  const shape = requiredShape(value);
  const [point] = shape.points;
  if (point === undefined || shape.points.length !== 1) throw requestFailed('near needs a Point');
  return point;
}

/** Splits a top-level `{field: {$nearSphere: …}}` from the rest of the filter. */
export function takeNear(filter: RuntimeFilter): { near: NearClause | undefined; rest: RuntimeFilter } {
  let near: NearClause | undefined;
  const rest: RuntimeFilter = {};
  for (const [field, condition] of Object.entries(filter)) {
    if (!isPlainObject(condition) || !('$nearSphere' in condition)) {
      rest[field] = condition;
      continue;
    }
    const { $nearSphere: clause, ...others } = condition;
    if (near !== undefined) throw requestFailed('Too many geoNear expressions');
    if (!isPlainObject(clause)) throw invalidParameter('$nearSphere must be an object');
    near = {
      field,
      centre: pointOf(clause['$geometry']),
      minMeters: meters(clause['$minDistance'], 0),
      maxMeters: meters(clause['$maxDistance'], Infinity),
    };
    if (Object.keys(others).length > 0) rest[field] = others;
  }
  return { near, rest };
}

/** Metres from the centre to the nearest place of the document, or undefined when out of range. */
export function nearDistance(document: RuntimeDocument, near: NearClause): number | undefined {
  let best: number | undefined;
  for (const shape of shapesAt(document, near.field)) {
    if (shape.lines.length > 0 || shape.polygons.length > 0) {
      throw notImplemented('distance to a line or polygon');
    }
    for (const point of shape.points) {
      const distance = distanceMeters(near.centre, point);
      if (best === undefined || distance < best) best = distance;
    }
  }
  return best !== undefined && best >= near.minMeters && best <= near.maxMeters ? best : undefined;
}

export interface GeoNearStage {
  near: NearClause;
  query: RuntimeFilter;
  distanceField: string;
  includeLocs: string | undefined;
  multiplier: number;
  limit: number | undefined;
}

const GEO_NEAR_KEYS = new Set([
  'near',
  'spherical',
  'distanceField',
  'query',
  'maxDistance',
  'minDistance',
  'distanceMultiplier',
  'includeLocs',
  'limit',
  'num',
  'key',
]);

/** The `$geoNear` stage; `geoFields` are the fields with a geo index. */
export function parseGeoNear(value: unknown, geoFields: readonly string[]): GeoNearStage {
  if (!isPlainObject(value)) throw invalidParameter('$geoNear must be an object');
  const unknown = Object.keys(value).find((key) => !GEO_NEAR_KEYS.has(key));
  if (unknown !== undefined) throw notImplemented(`$geoNear.${unknown}`);
  if (value['spherical'] !== true) throw notImplemented('$geoNear without spherical: true');
  const { key, distanceField, query, includeLocs, distanceMultiplier } = value;
  const limit = value['limit'] ?? value['num'];
  const field = typeof key === 'string' ? key : geoFields[0];
  if (field === undefined || !geoFields.includes(field)) {
    throw requestFailed('$geoNear requires a 2d or 2dsphere index, but none were found');
  }
  if (typeof key !== 'string' && geoFields.length > 1) {
    throw requestFailed('There is more than one 2dsphere index; $geoNear needs the key option');
  }
  if (typeof distanceField !== 'string') throw requestFailed('$geoNear requires a distanceField');
  return {
    near: {
      field,
      centre: pointOf(value['near']),
      minMeters: meters(value['minDistance'], 0),
      maxMeters: meters(value['maxDistance'], Infinity),
    },
    query: isPlainObject(query) ? query : {},
    distanceField,
    includeLocs: typeof includeLocs === 'string' ? includeLocs : undefined,
    multiplier: typeof distanceMultiplier === 'number' ? distanceMultiplier : 1,
    limit: typeof limit === 'number' ? limit : undefined,
  };
}

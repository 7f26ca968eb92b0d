/**
 * Why this exists: GeoJSON shapes and how they meet. Edges are straight lines in longitude and latitude,
 * which differs from the cloud's great circles by metres over a county; distances are on the sphere.
 */
import { isPlainObject } from './ejson';
import { requestFailed } from './errors';

/** longitude, latitude in degrees */
export type Position = readonly [number, number];
type Ring = readonly Position[];
/** the outer ring, then holes */
type Polygon = readonly Ring[];

export interface Shape {
  points: Position[];
  lines: Ring[];
  polygons: Polygon[];
}

/** The sphere the database measures on, metres. */
export const EARTH_RADIUS_METERS = 6_378_100;

export function parsePosition(value: unknown): Position {
  if (Array.isArray(value) && value.length >= 2) {
    const list: readonly unknown[] = value;
    const [longitude, latitude] = list;
    if (
      typeof longitude === 'number' &&
      typeof latitude === 'number' &&
      Math.abs(longitude) <= 180 &&
      Math.abs(latitude) <= 90
    ) {
      return [longitude, latitude];
    }
  }
  throw requestFailed(`longitude/latitude is out of bounds: ${JSON.stringify(value)}`);
}

function parseList<T>(value: unknown, parse: (item: unknown) => T): T[] {
  if (!Array.isArray(value)) throw requestFailed('GeoJSON coordinates must be an array');
  return value.map(parse);
}

const parseLine = (value: unknown): Ring => parseList(value, parsePosition);

function parsePolygon(value: unknown): Polygon {
  const rings = parseList(value, parseLine);
  for (const ring of rings) {
    const [first, last] = [ring[0], ring[ring.length - 1]];
    if (ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
      throw requestFailed('Loop is not closed: the first and last position of a polygon ring must be equal');
    }
  }
  return rings;
}

/** A GeoJSON geometry; undefined when the value is not one (a document without a place matches nothing). */
export function parseShape(value: unknown): Shape | undefined {
  if (!isPlainObject(value)) return undefined;
  const { coordinates } = value;
  const shape: Shape = { points: [], lines: [], polygons: [] };
  switch (value['type']) {
    case 'Point':
      shape.points = [parsePosition(coordinates)];
      return shape;
    case 'MultiPoint':
      shape.points = parseList(coordinates, parsePosition);
      return shape;
    case 'LineString':
      shape.lines = [parseLine(coordinates)];
      return shape;
    case 'MultiLineString':
      shape.lines = parseList(coordinates, parseLine);
      return shape;
    case 'Polygon':
      shape.polygons = [parsePolygon(coordinates)];
      return shape;
    case 'MultiPolygon':
      shape.polygons = parseList(coordinates, parsePolygon);
      return shape;
    default:
      return undefined;
  }
}

/** Great-circle distance, metres. */
export function distanceMeters(from: Position, to: Position): number {
  const radians = Math.PI / 180;
  const halfLatitude = ((to[1] - from[1]) * radians) / 2;
  const halfLongitude = ((to[0] - from[0]) * radians) / 2;
  const chord =
    Math.sin(halfLatitude) ** 2 +
    Math.cos(from[1] * radians) * Math.cos(to[1] * radians) * Math.sin(halfLongitude) ** 2;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Positive when c is left of a→b. */
function turn(a: Position, b: Position, c: Position): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function onSegment(a: Position, b: Position, p: Position): boolean {
  return (
    turn(a, b, p) === 0 &&
    p[0] >= Math.min(a[0], b[0]) &&
    p[0] <= Math.max(a[0], b[0]) &&
    p[1] >= Math.min(a[1], b[1]) &&
    p[1] <= Math.max(a[1], b[1])
  );
}

function segmentsMeet(a: Position, b: Position, c: Position, d: Position): boolean {
  const cross = turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
  return cross || onSegment(a, b, c) || onSegment(a, b, d) || onSegment(c, d, a) || onSegment(c, d, b);
}

function segments(line: Ring): Array<[Position, Position]> {
  return line.slice(1).map((end, index) => [line[index] ?? end, end]);
}

function insideRing(point: Position, ring: Ring): boolean {
  let inside = false;
  for (const [a, b] of segments(ring)) {
    if (onSegment(a, b, point)) return true;
    const crosses =
      a[1] > point[1] !== b[1] > point[1] &&
      point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0];
    if (crosses) inside = !inside;
  }
  return inside;
}

function insidePolygon(point: Position, polygon: Polygon): boolean {
  const [outer, ...holes] = polygon;
  return outer !== undefined && insideRing(point, outer) && !holes.some((hole) => insideRing(point, hole));
}

function allLines(shape: Shape): Ring[] {
  return [...shape.lines, ...shape.polygons.flat()];
}

export function allPositions(shape: Shape): Position[] {
  return [...shape.points, ...allLines(shape).flat()];
}

/** Whether two shapes share any position. */
export function shapesIntersect(left: Shape, right: Shape): boolean {
  const touches = (one: Shape, other: Shape): boolean =>
    allPositions(one).some(
      (point) =>
        other.polygons.some((polygon) => insidePolygon(point, polygon)) ||
        other.lines.some((line) => segments(line).some(([a, b]) => onSegment(a, b, point))) ||
        other.points.some((item) => item[0] === point[0] && item[1] === point[1]),
    );
  if (touches(left, right) || touches(right, left)) return true;
  const edges = allLines(right).flatMap(segments);
  return allLines(left)
    .flatMap(segments)
    .some(([a, b]) => edges.some(([c, d]) => segmentsMeet(a, b, c, d)));
}

/** Whether `inner` lies in the polygons of `outer`: every vertex and the middle of every edge. */
export function shapeWithin(inner: Shape, outer: Shape): boolean {
  const middles = allLines(inner)
    .flatMap(segments)
    .map(([a, b]): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
  return [...allPositions(inner), ...middles].every((point) =>
    outer.polygons.some((polygon) => insidePolygon(point, polygon)),
  );
}

/** A picture of a city without a map (BP15): where places lie in a box, which marks cover each other. */
import type { Position } from './distance';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Width over height, so that a narrow valley and a wide plain both fit a screen. */
const NARROWEST = 0.75;
const WIDEST = 1.8;
/** A city of one place is a box around it: some ten kilometres. */
const LEAST_DEGREES = 0.1;

export interface PictureMap {
  readonly width: number;
  readonly height: number;
  /** within the margins, for every position in it */
  readonly place: (position: Position) => Point;
}

/**
 * A box of a width that holds all of these positions within its margins: north is up, and a kilometre is as
 * long from west to east as from south to north, as far as the middle of the city goes.
 */
export function pictureMapOf(positions: readonly Position[], width: number, margin: number): PictureMap {
  const latitudes = positions.map(({ latitude }) => latitude);
  const longitudes = positions.map(({ longitude }) => longitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const middle = { latitude: (south + north) / 2, longitude: (west + east) / 2 };
  const shrink = Math.cos((middle.latitude * Math.PI) / 180);
  const across = Math.max(LEAST_DEGREES, (east - west) * shrink);
  const up = Math.max(LEAST_DEGREES, north - south);
  const ratio = Math.min(WIDEST, Math.max(NARROWEST, across / up));
  const height = Math.round(width / ratio);
  const scale = Math.min((width - 2 * margin) / across, (height - 2 * margin) / up);
  const place = ({ latitude, longitude }: Position): Point => ({
    x: width / 2 + (longitude - middle.longitude) * shrink * scale,
    y: height / 2 - (latitude - middle.latitude) * scale,
  });
  return { width, height, place };
}

/** Marks that lie closer together than `distance` are one group; in the order of their first members. */
export function groupsOf<Mark extends Point>(marks: readonly Mark[], distance: number): Mark[][] {
  const groups: Mark[][] = [];
  for (const mark of marks) {
    const near = groups.filter((group) => isNear(centreOf(group), mark, distance));
    const [first] = near;
    if (first === undefined) groups.push([mark]);
    else first.push(mark);
  }
  return joined(groups, distance);
}

/** Until no two centres are too close: each round joins two groups, so it ends. */
function joined<Mark extends Point>(groups: Mark[][], distance: number): Mark[][] {
  for (const [index, group] of groups.entries()) {
    const other = groups.findIndex(
      (one, at) => at > index && isNear(centreOf(one), centreOf(group), distance),
    );
    if (other < 0) continue;
    const rest = groups.filter((_one, at) => at !== index && at !== other);
    const both = [...group, ...(groups[other] ?? [])];
    return joined([...rest.slice(0, index), both, ...rest.slice(index)], distance);
  }
  return groups;
}

export function centreOf(marks: readonly Point[]): Point {
  const sum = marks.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / Math.max(1, marks.length), y: sum.y / Math.max(1, marks.length) };
}

function isNear(a: Point, b: Point, distance: number): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < distance;
}

/**
 * 附近: the surface in cells of three sizes (NM1). Whatever lies within a reach of a position lies in the
 * position's own cell of that size or in one of the eight around it, so nine look-ups find it, however many
 * there are elsewhere.
 */
import type { Position } from './distance';

export const REACHES = ['near', 'middle', 'far'] as const;
export type Reach = (typeof REACHES)[number];

export const REACH_METERS: Readonly<Record<Reach, number>> = { near: 1_000, middle: 5_000, far: 20_000 };
const SCALES: Readonly<Record<Reach, number>> = { near: 1, middle: 5, far: 20 };

/**
 * Sides of a small cell in millionths of a degree: over 1,000 metres from south to north, and from west to
 * east as far north as 55 degrees, which is beyond any place of China.
 */
const LATITUDE_STEP = 9_500;
const LONGITUDE_STEP = 16_000;
const MILLION = 1_000_000;

function indexOf(degrees: number, step: number, reach: Reach): number {
  return Math.floor(Math.round(degrees * MILLION) / (step * SCALES[reach]));
}

function cellOf({ latitude, longitude }: Position, reach: Reach, north: number, east: number): string {
  const row = indexOf(latitude, LATITUDE_STEP, reach) + north;
  const column = indexOf(longitude, LONGITUDE_STEP, reach) + east;
  return `${String(row)}:${String(column)}`;
}

/** Its own cell of each size: what is stored beside it. */
export function cellsOf(position: Position): Readonly<Record<Reach, string>> {
  const [near, middle, far] = REACHES.map((reach) => cellOf(position, reach, 0, 0));
  return { near: near ?? '', middle: middle ?? '', far: far ?? '' };
}

const AROUND = [-1, 0, 1] as const;

/** Its own cell and the eight around it. */
export function cellsAround(position: Position, reach: Reach): string[] {
  return AROUND.flatMap((north) => AROUND.map((east) => cellOf(position, reach, north, east)));
}

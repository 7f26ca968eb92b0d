/** A trend as a picture: where the points lie, and the line through them as an SVG for an image element. */
import type { Trend } from '@contract/statistics.contract';
import { WHOLE_BASIS_POINTS } from '@domain/statistics/planner';

type Figure = Trend['points'][number]['figure'];

export interface TrendPlace {
  /** 0 left … 1 right; 0 bottom … 1 top; null without a value */
  readonly x: number;
  readonly y: number | null;
  /** where the target of that day stands; null without one */
  readonly targetY: number | null;
}
export interface TrendPicture {
  readonly places: readonly TrendPlace[];
  readonly lowest: Figure | null;
  readonly highest: Figure | null;
}

const RED = '#c8161d';
const BLUE = '#2a5680';
const WIDTH = 1000;
const HEIGHT = 300;

/** The exact quotient only places the point; what is written is the figure. */
function heightOf(figure: Figure): number | null {
  if (figure.value === null) return null;
  return figure.denominator === null ? figure.numerator : figure.numerator / figure.denominator;
}

export function pictureOf({ points, targets }: Pick<Trend, 'points' | 'targets'>): TrendPicture {
  const heights = points.map(({ figure }) => heightOf(figure));
  const known = heights.filter((height) => height !== null);
  const shares = new Map(targets.map((row) => [row.targetId, row.valueBasisPoints / WHOLE_BASIS_POINTS]));
  const wanted = points.map(({ targetId }) => (targetId === null ? null : (shares.get(targetId) ?? null)));
  const all = [...known, ...wanted.filter((height) => height !== null)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const placed = (height: number | null | undefined): number | null =>
    height === null || height === undefined ? null : high === low ? 0.5 : (height - low) / (high - low);
  const figureAt = (height: number): Figure | null => points[heights.indexOf(height)]?.figure ?? null;
  return {
    places: heights.map((height, index) => ({
      x: points.length < 2 ? 0.5 : index / (points.length - 1),
      y: placed(height),
      targetY: placed(wanted[index]),
    })),
    lowest: known.length === 0 ? null : figureAt(Math.min(...known)),
    highest: known.length === 0 ? null : figureAt(Math.max(...known)),
  };
}

/** Room above and below, so that the stroke is not cut at the extremes. */
const MARGIN = 6;

/** Where a point lies in the picture: 0 bottom … 1 top. */
export function heightInPicture(y: number): number {
  return (MARGIN + y * HEIGHT) / (HEIGHT + 2 * MARGIN);
}

/** Gaps stay gaps: a missing figure is never joined over. */
export function lineAddress(places: readonly TrendPlace[]): string {
  let isPenDown = false;
  const path = places.map(({ x, y }) => {
    if (y === null) {
      isPenDown = false;
      return '';
    }
    const step = `${isPenDown ? 'L' : 'M'}${(x * WIDTH).toFixed(1)} ${((1 - y) * HEIGHT).toFixed(1)}`;
    isPenDown = true;
    return step;
  });
  const stroke = 'fill="none" vector-effect="non-scaling-stroke" stroke-linejoin="round" stroke-width="2.5"';
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -${String(MARGIN)} ${String(WIDTH)} ${String(HEIGHT + 2 * MARGIN)}" ` +
    `preserveAspectRatio="none"><path d="${targetPath(places)}" ${stroke} stroke="${BLUE}" ` +
    `stroke-dasharray="7 5"/><path d="${path.join('')}" ${stroke} stroke="${RED}" ` +
    'stroke-linecap="round"/></svg>';
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Level over each point's own column, a step where the target changes, nothing where there is none. */
function targetPath(places: readonly TrendPlace[]): string {
  const half = 0.5 / Math.max(1, places.length - 1);
  const across = (x: number): string => (Math.min(1, Math.max(0, x)) * WIDTH).toFixed(1);
  return places
    .map(({ x, targetY }, index) => {
      if (targetY === null) return '';
      const y = ((1 - targetY) * HEIGHT).toFixed(1);
      const isOn = (places[index - 1]?.targetY ?? null) !== null;
      return `${isOn ? `V${y}` : `M${across(x - half)} ${y}`}H${across(x + half)}`;
    })
    .join('');
}

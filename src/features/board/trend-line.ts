/** A trend as a picture: where the points lie, and the line through them as an SVG for an image element. */
import type { Trend } from '@contract/statistics.contract';

type Figure = Trend['points'][number]['figure'];

export interface TrendPlace {
  /** 0 left … 1 right; 0 bottom … 1 top; null without a value */
  readonly x: number;
  readonly y: number | null;
}
export interface TrendPicture {
  readonly places: readonly TrendPlace[];
  readonly lowest: Figure | null;
  readonly highest: Figure | null;
}

const RED = '#c8161d';
const WIDTH = 1000;
const HEIGHT = 300;

/** The exact quotient only places the point; what is written is the figure. */
function heightOf(figure: Figure): number | null {
  if (figure.value === null) return null;
  return figure.denominator === null ? figure.numerator : figure.numerator / figure.denominator;
}

export function pictureOf(points: Trend['points']): TrendPicture {
  const heights = points.map(({ figure }) => heightOf(figure));
  const known = heights.filter((height) => height !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const figureAt = (height: number): Figure | null => points[heights.indexOf(height)]?.figure ?? null;
  return {
    places: heights.map((height, index) => ({
      x: points.length < 2 ? 0.5 : index / (points.length - 1),
      y: height === null ? null : high === low ? 0.5 : (height - low) / (high - low),
    })),
    lowest: known.length === 0 ? null : figureAt(low),
    highest: known.length === 0 ? null : figureAt(high),
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
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -${String(MARGIN)} ${String(WIDTH)} ${String(HEIGHT + 2 * MARGIN)}" ` +
    `preserveAspectRatio="none"><path d="${path.join('')}" fill="none" stroke="${RED}" stroke-width="2.5" ` +
    'vector-effect="non-scaling-stroke" stroke-linejoin="round" stroke-linecap="round"/></svg>';
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

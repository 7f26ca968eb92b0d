/** Mountains, trees, houses and water of the upper Min and Dadu valleys, simplified. */
import { INK } from './palette';
import { at, circle, ellipse, line, path, place, points, polygon, rect } from './shapes';
import type { Point } from './shapes';

/** A mountain with a snow cap: apex, half widths and foot line. */
export function peak(apex: Point, left: number, right: number, foot: number, fill: string, snow = 0): string {
  const [x, y] = apex;
  const down = foot - y;
  const body = polygon(
    [
      [x, y],
      [x + right * 0.45, y + down * 0.38],
      [x + right, foot],
      [x - left, foot],
      [x - left * 0.4, y + down * 0.36],
    ],
    fill,
  );
  const shade = polygon(
    [
      [x, y],
      [x + right * 0.45, y + down * 0.38],
      [x + right, foot],
      [x + right * 0.15, foot],
      [x + right * 0.12, y + down * 0.5],
    ],
    '#2F3440',
    'opacity="0.06"',
  );
  if (snow === 0) return body + shade;
  const t = snow / down;
  const cap = polygon(
    [
      [x, y],
      [x + (right * 0.45 * t) / 0.38, y + snow],
      [x + right * 0.2 * t, y + snow * 0.78],
      [x + 4, y + snow * 1.25],
      [x - left * 0.3 * t, y + snow * 0.8],
      [x - (left * 0.4 * t) / 0.36, y + snow],
    ],
    INK.white,
    'opacity="0.92"',
  );
  return body + shade + cap;
}

/** A soft hill through the points of `ridge`, `x,y x,y …` from left to right, filled down to `foot`. */
export function hills(ridge: string, foot: number, fill: string): string {
  const [first, ...rest] = points(ridge);
  if (!first) return '';
  let d = `M${at([first[0], foot])} L${at(first)}`;
  let last = first;
  for (const point of rest) {
    const mid = (last[0] + point[0]) / 2;
    d += ` C${at([mid, last[1]])} ${at([mid, point[1]])} ${at(point)}`;
    last = point;
  }
  return path(`${d} L${at([last[0], foot])} Z`, fill);
}

export const sun = (x: number, y: number, r: number): string => circle(x, y, r, '#F5D58A', 'opacity="0.85"');

export const cloud = (x: number, y: number, s: number): string =>
  place(
    x,
    y,
    s,
    path(
      'M-60,14 C-62,-6 -36,-10 -30,-8 C-24,-32 14,-32 20,-12 C34,-20 58,-10 56,14 Z',
      INK.white,
      'opacity="0.85"',
    ),
  );

export const pine = (x: number, y: number, s: number, fill: string = INK.pine): string =>
  place(
    x,
    y,
    s,
    rect(-5, -20, 10, 22, INK.woodDark) +
      polygon(
        [
          [0, -130],
          [26, -84],
          [-26, -84],
        ],
        fill,
      ) +
      polygon(
        [
          [0, -104],
          [34, -52],
          [-34, -52],
        ],
        fill,
      ) +
      polygon(
        [
          [0, -76],
          [42, -16],
          [-42, -16],
        ],
        fill,
      ) +
      polygon(
        [
          [0, -130],
          [26, -84],
          [4, -84],
        ],
        '#000',
        'opacity="0.08"',
      ) +
      polygon(
        [
          [4, -84],
          [34, -52],
          [6, -52],
        ],
        '#000',
        'opacity="0.08"',
      ) +
      polygon(
        [
          [6, -52],
          [42, -16],
          [6, -16],
        ],
        '#000',
        'opacity="0.08"',
      ),
  );

export const roundTree = (x: number, y: number, s: number, fill: string = '#6B925C'): string =>
  place(
    x,
    y,
    s,
    line('M0,2 L0,-70 M0,-40 L18,-62 M0,-34 L-16,-56', INK.wood, 9) +
      circle(0, -104, 42, fill) +
      circle(-30, -78, 28, fill) +
      circle(31, -80, 29, fill) +
      circle(10, -116, 20, '#fff', 'opacity="0.14"'),
  );

export const bush = (x: number, y: number, s: number, fill: string = INK.leaf): string =>
  place(x, y, s, path('M-50,0 C-58,-30 -30,-40 -22,-32 C-14,-56 20,-54 24,-34 C40,-44 60,-26 50,0 Z', fill));

export const grass = (x: number, y: number, s: number, stroke: string = INK.forest): string =>
  place(x, y, s, line('M0,0 Q-4,-14 -12,-20 M0,0 Q0,-16 2,-26 M0,0 Q6,-12 14,-18', stroke, 3.4));

/** Window of a Tibetan house: dark surround wider at the foot, white lintel, lattice. */
export const houseWindow = (x: number, y: number, s: number): string =>
  place(
    x,
    y,
    s,
    polygon(
      [
        [-18, -24],
        [18, -24],
        [23, 24],
        [-23, 24],
      ],
      INK.night,
    ) +
      rect(-13, -18, 26, 38, '#F3DDA6') +
      line('M0,-18 V20 M-13,-5 H13 M-13,8 H13', INK.wood, 2.4) +
      rect(-24, -32, 48, 8, INK.white) +
      rect(-22, -37, 44, 5, INK.clay),
  );

/** A Tibetan stone house, `w` wide and `h` high, its foot at y. */
export function tibetanHouse(
  x: number,
  y: number,
  w: number,
  h: number,
  columns: number,
  rows: number,
): string {
  const inset = w * 0.06;
  let body = polygon(
    [
      [x, y],
      [x + inset, y - h],
      [x + w - inset, y - h],
      [x + w, y],
    ],
    '#F1E7D6',
  );
  body += polygon(
    [
      [x + w * 0.8, y],
      [x + w - inset - w * 0.13, y - h],
      [x + w - inset, y - h],
      [x + w, y],
    ],
    '#2F3440',
    'opacity="0.07"',
  );
  body += rect(x + inset - 8, y - h - 6, w - 2 * inset + 16, 24, '#8E3B2F');
  body += rect(x + inset - 12, y - h - 14, w - 2 * inset + 24, 9, INK.white);
  for (let i = 0; i < Math.floor((w - 2 * inset) / 22); i += 1)
    body += circle(x + inset + 12 + i * 22, y - h + 6, 4, '#F1E7D6');
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cx = x + inset + ((column + 0.5) * (w - 2 * inset)) / columns;
      body += houseWindow(cx, y - h + 66 + row * 92, Math.min(1, w / columns / 84));
    }
  }
  return body;
}

/** A Qiang watch tower of dry stone. */
export function qiangTower(x: number, y: number, w: number, h: number): string {
  const t = w * 0.16;
  const body = polygon(
    [
      [x, y],
      [x + t, y - h],
      [x + w - t, y - h],
      [x + w, y],
    ],
    '#C7B79B',
  );
  const side = polygon(
    [
      [x + w * 0.62, y],
      [x + w * 0.6, y - h],
      [x + w - t, y - h],
      [x + w, y],
    ],
    '#2F3440',
    'opacity="0.1"',
  );
  const crown =
    rect(x + t - 4, y - h - 10, w - 2 * t + 8, 14, INK.stoneDark) +
    rect(x + t - 4, y - h - 22, 12, 14, INK.stoneDark) +
    rect(x + w - t - 8, y - h - 22, 12, 14, INK.stoneDark);
  let detail = '';
  for (let i = 1; i < 5; i += 1)
    detail += rect(x + w * 0.38, y - h + i * h * 0.19, w * 0.14, h * 0.05, INK.woodDark);
  return body + side + crown + detail;
}

/** A low stone cottage with a flat timber roof. */
export function qiangHouse(x: number, y: number, w: number, h: number): string {
  return (
    polygon(
      [
        [x, y],
        [x + 8, y - h],
        [x + w - 8, y - h],
        [x + w, y],
      ],
      '#D2C3A8',
    ) +
    rect(x - 6, y - h - 12, w + 12, 14, INK.wood) +
    rect(x + w * 0.4, y - h * 0.55, w * 0.2, h * 0.55, INK.woodDark) +
    houseWindow(x + w * 0.2, y - h * 0.52, 0.7) +
    houseWindow(x + w * 0.8, y - h * 0.52, 0.7)
  );
}

export const ripple = (x: number, y: number, w: number): string =>
  line(
    `M${at([x, y])} q${at([w / 4, -6])} ${at([w / 2, 0])} t${at([w / 2, 0])}`,
    INK.foam,
    4,
    'opacity="0.9"',
  );

export const stone = (x: number, y: number, s: number, fill: string = INK.stone): string =>
  place(
    x,
    y,
    s,
    path('M-30,0 C-34,-16 -18,-26 0,-26 C20,-26 34,-14 30,0 Z', fill) +
      ellipse(-6, -17, 10, 4, '#fff', 'opacity="0.25"'),
  );

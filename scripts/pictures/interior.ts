/** Rooms and the things in them. */
import { INK } from './palette';
import { circle, ellipse, line, path, place, polygon, rect } from './shapes';

/** Wall, skirting and plank floor; `floorY` is where the floor begins. */
export function room(wall: string, floorY: number): string {
  const planks = [0, 1, 2, 3]
    .map((i) => line(`M0,${floorY + 34 + i * 44} H1200`, INK.wood, 2, 'opacity="0.22"'))
    .join('');
  return (
    rect(0, 0, 1200, floorY, wall) +
    rect(0, floorY, 1200, 720 - floorY, '#D3A878') +
    rect(0, floorY - 14, 1200, 14, INK.wood) +
    planks
  );
}

/** A wide window with a view drawn by the caller in 0..w × 0..h. */
export function roomWindow(x: number, y: number, w: number, h: number, view: string, id: string): string {
  return (
    rect(x - 16, y - 16, w + 32, h + 32, INK.wood, 6) +
    `<clipPath id="${id}"><rect x="0" y="0" width="${w}" height="${h}"/></clipPath>` +
    place(x, y, 1, `<g clip-path="url(#${id})">${view}</g>`) +
    line(`M${x + w / 2},${y} v${h} M${x},${y + h * 0.36} h${w}`, INK.wood, 8) +
    rect(x - 26, y + h + 12, w + 52, 14, INK.woodDark, 4)
  );
}

/** The iron stove in the middle of a mountain home, with pipe, kettle and fire. Foot at y. */
export function stove(x: number, y: number): string {
  return (
    rect(x + 44, 0, 24, y - 130, INK.night) +
    rect(x + 38, y - 230, 36, 12, '#454B57') +
    ellipse(x, y + 4, 130, 14, INK.night, 'opacity="0.14"') +
    rect(x - 84, y - 22, 14, 24, INK.night) +
    rect(x + 70, y - 22, 14, 24, INK.night) +
    rect(x - 98, y - 132, 196, 114, '#434955', 12) +
    rect(x - 110, y - 146, 220, 20, INK.night, 8) +
    rect(x - 56, y - 108, 76, 68, INK.night, 8) +
    path(`M${x - 44},${y - 46} q-2,-30 16,-46 q2,14 12,18 q6,-10 4,-20 q20,18 18,48 Z`, '#E88B3A') +
    path(`M${x - 32},${y - 46} q0,-16 12,-26 q4,8 10,10 q8,6 6,16 Z`, '#F7CF6B') +
    line(`M${x + 42},${y - 96} h36 M${x + 42},${y - 80} h36`, '#5B6270', 5) +
    place(
      x - 40,
      y - 146,
      1,
      path('M-34,0 C-42,-34 -26,-48 0,-48 C26,-48 42,-34 34,0 Z', '#B9772F') +
        path('M30,-30 q22,-4 26,-20 l8,4 q-4,26 -30,32 Z', '#B9772F') +
        line('M-26,-44 C-30,-80 30,-80 26,-44', INK.woodDark, 6) +
        circle(0, -52, 6, INK.woodDark) +
        path('M-28,-8 C-32,-28 -24,-38 -10,-42 C-18,-28 -18,-16 -16,-8 Z', '#fff', 'opacity="0.22"'),
    ) +
    line(`M${x + 22},${y - 210} q12,-16 0,-30 q-12,-16 2,-34`, INK.white, 6, 'opacity="0.7"')
  );
}

/** A painted chest of drawers as kept in Tibetan homes; no signs, only flowers. */
export function chest(x: number, y: number, w: number, h: number): string {
  const n = Math.max(2, Math.round(w / 96));
  let doors = '';
  for (let i = 0; i < n; i += 1) {
    const dx = x + 14 + (i * (w - 28)) / n;
    const dw = (w - 28) / n - 10;
    doors +=
      rect(dx + 5, y - h + 26, dw, h - 52, '#C99A4B', 5) +
      rect(dx + 13, y - h + 34, dw - 16, h - 68, '#3F6B6B', 4) +
      [0, 72, 144, 216, 288]
        .map((a) => {
          const t = (a * Math.PI) / 180;
          return circle(dx + 5 + dw / 2 + Math.sin(t) * 12, y - h / 2 - Math.cos(t) * 12, 7.5, '#E9C9A8');
        })
        .join('') +
      circle(dx + 5 + dw / 2, y - h / 2, 6, INK.ochre);
  }
  return (
    rect(x, y - h, w, h, '#8E3B2F', 6) +
    rect(x - 8, y - h - 8, w + 16, 14, INK.woodDark, 4) +
    doors +
    rect(x + 8, y - 12, w - 16, 12, INK.woodDark)
  );
}

/** Bench with a woven rug, seat height `seat` above y. */
export function rugBench(x: number, y: number, w: number, seat: number): string {
  let rug = '';
  for (let i = 0; i < Math.floor(w / 44); i += 1) {
    const cx = x + 22 + i * 44 + (w % 44) / 2;
    rug += polygon(
      [
        [cx, y - seat + 6],
        [cx + 13, y - seat + 19],
        [cx, y - seat + 32],
        [cx - 13, y - seat + 19],
      ],
      INK.ochre,
    );
  }
  return (
    rect(x + 8, y - seat + 30, w - 16, seat - 30, INK.wood, 4) +
    rect(x + 26, y - seat + 46, w - 52, seat - 60, INK.woodDark, 4) +
    rect(x, y - seat, w, 38, '#4C6A86', 10) +
    rug
  );
}

/** Books side by side on a board; `seed` varies their heights and colours. */
export function books(x: number, y: number, w: number, seed: number): string {
  const colours = [INK.slate, INK.ochre, INK.forest, INK.clay, INK.cream, INK.leaf, INK.slateDark, '#E9C9A8'];
  let out = '';
  let cx = x;
  for (let i = 0; cx < x + w - 14; i += 1) {
    const thick = 12 + ((i * 7 + seed * 5) % 4) * 4;
    const high = 52 + ((i * 11 + seed * 3) % 5) * 6;
    if (cx + thick > x + w) break;
    out += rect(cx, y - high, thick, high, colours[(i * 3 + seed) % colours.length] ?? INK.slate, 2);
    out += rect(cx + 2, y - high + 10, thick - 4, 4, '#fff', 0, 'opacity="0.5"');
    cx += thick + 2;
  }
  return out;
}

export function bookcase(x: number, y: number, w: number, shelves: number): string {
  const h = shelves * 96 + 16;
  let out = rect(x, y - h, w, h, INK.wood, 6) + rect(x + 12, y - h + 12, w - 24, h - 24, '#6E4630', 3);
  for (let i = 0; i < shelves; i += 1) {
    const base = y - 14 - i * 96;
    out += rect(x + 10, base, w - 20, 10, INK.wood) + books(x + 20, base, w - (i % 2 === 0 ? 96 : 44), i + 2);
    if (i % 2 === 0) out += plant(x + w - 46, base, 0.6);
  }
  return out;
}

export const plant = (x: number, y: number, s: number): string =>
  place(
    x,
    y,
    s,
    path(
      'M0,-30 C-30,-40 -34,-74 -26,-84 C-10,-72 -2,-56 0,-34 C4,-64 16,-84 34,-86 C36,-62 22,-40 0,-30 Z',
      INK.leaf,
    ) +
      path('M0,-30 C-8,-60 -6,-90 4,-104 C16,-84 12,-54 0,-30 Z', INK.forest) +
      path('M-26,-34 H26 L20,0 H-20 Z', INK.clay) +
      rect(-29, -38, 58, 10, '#C9784F', 3),
  );

/** An open book seen from the reader's side, centred. */
export const openBook = (x: number, y: number, s: number, cover: string): string =>
  place(
    x,
    y,
    s,
    path('M-36,-16 L0,-8 L36,-16 L38,16 L0,24 L-38,16 Z', cover) +
      path('M-33,-20 Q-16,-22 0,-11 Q16,-22 33,-20 L34,10 Q16,8 0,19 Q-16,8 -34,10 Z', INK.white) +
      line('M0,-11 V19', INK.stone, 2) +
      line(
        'M-26,-11 q10,-1 18,3 M-26,-2 q10,-1 18,3 M26,-11 q-10,-1 -18,3 M26,-2 q-10,-1 -18,3',
        INK.haze,
        2.6,
      ),
  );

export const stool = (x: number, y: number, h: number): string =>
  line(`M${x - 26},${y} L${x - 18},${y - h} M${x + 26},${y} L${x + 18},${y - h}`, INK.woodDark, 9) +
  rect(x - 36, y - h - 8, 72, 16, INK.wood, 6);

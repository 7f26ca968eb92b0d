/** Showing visitors the way by a mountain lake. */
import { cloud, hills, peak, pine, ripple, roundTree, sun } from '../landscape';
import { INK, SKIN } from '../palette';
import { drawPerson } from '../person';
import { circle, ellipse, line, path, picture, rect, shadow } from '../shapes';

const signpost = (x: number, y: number): string =>
  rect(x - 8, y - 240, 16, 240, INK.wood) +
  path(`M${x - 20},${y - 226} h104 l24,24 l-24,24 h-104 Z`, INK.ochre) +
  path(`M${x + 20},${y - 166} h-104 l-24,22 l24,22 h104 Z`, INK.forest) +
  path(`M${x + 6},${y - 190} l18,-26 l12,16 l8,-8 l18,18 Z`, INK.cream) +
  line(`M${x - 56},${y - 142} q10,-10 20,0 t20,0 t20,0`, INK.cream, 5);

const bin = (x: number, y: number): string =>
  rect(x - 34, y - 84, 68, 84, INK.wood, 6) +
  rect(x - 40, y - 96, 80, 16, INK.forest, 6) +
  [-20, 0, 20].map((dx) => rect(x + dx - 3, y - 72, 6, 66, INK.woodDark)).join('') +
  rect(x - 18, y - 80, 36, 8, INK.night, 4);

function ground(): string[] {
  const posts = Array.from({ length: 13 }, (_, i) => rect(i * 100 - 4, 470, 12, 96, INK.wood, 3)).join('');
  const boards = Array.from({ length: 17 }, (_, i) =>
    line(`M${i * 78 - 30},566 l-34,154`, INK.wood, 2.5, 'opacity="0.4"'),
  ).join('');
  return [
    rect(0, 0, 1200, 720, INK.sky),
    sun(1010, 100, 46),
    peak([250, 80], 320, 340, 420, INK.far, 84),
    peak([650, 50], 330, 350, 420, INK.haze, 92),
    peak([1060, 100], 320, 300, 420, INK.far, 68),
    cloud(440, 100, 0.8),
    cloud(860, 140, 0.8),
    hills('0,300 240,260 500,330 820,280 1200,310', 420, INK.leaf),
    [30, 96, 1040, 1110, 1176].map((x, i) => pine(x, 412, 1.1 + (i % 2) * 0.2)).join(''),
    [170, 250, 330, 420, 520, 620, 720, 800, 880, 960]
      .map((x, i) =>
        roundTree(x, 410, 0.62 + (i % 3) * 0.1, [INK.ochre, INK.forest, '#CF8545', '#B5AC4B'][i % 4]),
      )
      .join(''),
    path('M0,400 H1200 V600 H0 Z', '#7DC1C4'),
    path('M0,400 H1200 V426 C800,440 400,414 0,432 Z', '#5FA9B0'),
    [170, 330, 520, 720, 880]
      .map((x, i) =>
        ellipse(x, 440, 24, 20 + (i % 2) * 8, i % 2 === 0 ? INK.ochre : '#CF8545', 'opacity="0.25"'),
      )
      .join(''),
    ripple(120, 462, 110),
    ripple(420, 450, 130),
    ripple(760, 466, 120),
    ripple(1030, 448, 100),
    rect(0, 488, 1200, 12, INK.wood),
    rect(0, 524, 1200, 9, INK.wood),
    posts,
    rect(0, 562, 1200, 158, '#D8B384'),
    rect(0, 562, 1200, 8, INK.wood),
    boards,
    rect(0, 700, 1200, 20, INK.wood),
    signpost(130, 620),
    bin(1120, 622),
  ];
}

function people(): string[] {
  return [
    shadow(390, 684, 66),
    shadow(690, 672, 58),
    shadow(860, 678, 58),
    shadow(775, 690, 40),
    drawPerson({
      x: 390,
      y: 682,
      scale: 1.38,
      flip: true,
      garment: 'vest',
      top: INK.cream,
      headTilt: 0,
      look: { skin: SKIN.light, hair: 'ponytail', hat: 'cap' },
      near: [-30, -112],
      far: [84, -176],
      elbowUp: false,
    }),
    drawPerson({
      x: 690,
      y: 670,
      scale: 1.28,
      flip: true,
      garment: 'jacket',
      top: INK.slate,
      accent: INK.cream,
      trousers: INK.woodDark,
      look: { skin: SKIN.mid, hair: 'bob', hat: 'sun', hatColour: '#EBD3A0' },
      near: [-22, -102],
      far: [34, -112],
    }),
    drawPerson({
      x: 868,
      y: 676,
      scale: 1.34,
      flip: true,
      garment: 'jacket',
      top: INK.forest,
      accent: INK.cream,
      look: { skin: SKIN.light, hair: 'short' },
      near: [34, -134],
      far: [40, -132],
      behind: rect(-52, -190, 40, 84, INK.clay, 12),
      front:
        rect(26, -148, 32, 24, INK.night, 5) +
        circle(42, -136, 8, INK.haze) +
        line('M-10,-176 Q20,-130 30,-146', INK.night, 3),
    }),
    drawPerson({
      x: 778,
      y: 690,
      scale: 0.82,
      headScale: 1.28,
      flip: true,
      garment: 'jacket',
      top: '#E0A52F',
      accent: INK.cream,
      look: { skin: SKIN.light, hair: 'pigtails' },
      near: [-24, -104],
      far: [54, -166],
    }),
  ];
}

export function scenicGuide(): string {
  return picture(1200, 720, '景区文明引导', [...ground(), ...people()]);
}

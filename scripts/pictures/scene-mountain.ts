/** Pictures of service in villages, forests and scenic areas. */
import { stool } from './interior';
import {
  bush,
  cloud,
  grass,
  hills,
  peak,
  pine,
  qiangHouse,
  qiangTower,
  ripple,
  roundTree,
  stone,
  sun,
} from './landscape';
import { INK, SKIN } from './palette';
import { drawPerson } from './person';
import { circle, ellipse, line, path, picture, place, polygon, rect, shadow } from './shapes';

const heart = (x: number, y: number, s: number, fill: string): string =>
  place(
    x,
    y,
    s,
    path('M0,26 C-44,-2 -30,-34 -12,-28 Q-2,-24 0,-14 Q2,-24 12,-28 C30,-34 44,-2 0,26 Z', fill),
  );

function canopy(x: number, y: number, w: number): string {
  const n = 10;
  const step = w / n;
  let out = line(
    `M${String(x + 26)},${String(y + 40)} V588 M${String(x + w - 26)},${String(y + 40)} V588`,
    INK.stoneDark,
    10,
  );
  out += polygon(
    [
      [x + 60, y - 70],
      [x + w - 60, y - 70],
      [x + w, y + 30],
      [x, y + 30],
    ],
    INK.forest,
  );
  out += polygon(
    [
      [x + 60, y - 70],
      [x + w - 60, y - 70],
      [x + w - 50, y - 54],
      [x + 50, y - 54],
    ],
    '#fff',
    'opacity="0.1"',
  );
  for (let i = 0; i < n; i += 1) {
    const fill = i % 2 === 0 ? INK.forest : INK.cream;
    out += path(
      `M${String(x + i * step)},${String(y + 30)} h${String(step)} v22 a${String(step / 2)},20 0 0 1 ${String(-step)},0 Z`,
      fill,
    );
  }
  return out + circle(x + w / 2, y - 20, 34, INK.cream) + heart(x + w / 2, y - 18, 0.74, INK.forest);
}

const table = (x: number, y: number, w: number): string =>
  rect(x + 22, y - 96, 14, 96, INK.woodDark) +
  rect(x + w - 36, y - 96, 14, 96, INK.woodDark) +
  path(
    `M${String(x)},${String(y - 112)} h${String(w)} l8,62 q${String(-w / 2 - 8)},12 ${String(-w - 16)},0 Z`,
    INK.white,
  ) +
  path(`M${String(x)},${String(y - 112)} h${String(w)} l2,14 h${String(-w - 4)} Z`, INK.mint);

const medicineBox = (x: number, y: number): string =>
  rect(x - 34, y - 46, 68, 46, INK.cream, 6) +
  rect(x - 14, y - 56, 28, 14, 'none', 6, `stroke="${INK.stoneDark}" stroke-width="6"`) +
  heart(x, y - 22, 0.5, INK.forest);

const meter = (x: number, y: number): string =>
  rect(x - 26, y - 32, 52, 32, INK.slate, 6) +
  rect(x - 18, y - 26, 24, 18, INK.foam, 3) +
  circle(x + 15, y - 17, 5, INK.cream);

export function villageClinic(): string {
  return picture(1200, 720, '乡村义诊', [
    rect(0, 0, 1200, 720, INK.sky),
    sun(262, 110, 46),
    peak([420, 60], 360, 340, 450, INK.far, 92),
    peak([930, 90], 340, 340, 450, INK.haze, 76),
    cloud(640, 90, 0.9),
    cloud(1080, 100, 0.8),
    hills(
      [
        [0, 320],
        [220, 270],
        [520, 360],
        [800, 300],
        [1200, 340],
      ],
      480,
      INK.leaf,
    ),
    qiangTower(70, 470, 96, 320),
    qiangHouse(160, 476, 190, 130),
    qiangHouse(930, 476, 220, 140),
    roundTree(1160, 480, 0.9, INK.forest),
    roundTree(40, 486, 0.8),
    hills(
      [
        [0, 470],
        [400, 456],
        [800, 470],
        [1200, 456],
      ],
      720,
      '#E4D8BF',
    ),
    path('M0,640 C300,610 900,610 1200,650 L1200,720 L0,720 Z', INK.meadow),
    canopy(360, 190, 560),
    shadow(640, 648, 300, 20),
    stool(452, 640, 70),
    drawPerson({
      x: 452,
      y: 648,
      scale: 1.3,
      garment: 'robe',
      top: '#7A4B3A',
      accent: INK.ochre,
      seated: true,
      lean: 3,
      hip: [0, -64],
      nearFoot: [44, 0],
      farFoot: [58, 0],
      near: [78, -96],
      far: [64, -92],
      look: { skin: SKIN.tan, hair: 'thin', hairColour: INK.greyHair, hat: 'felt', hatColour: INK.wood },
    }),
    stool(802, 640, 70),
    drawPerson({
      x: 802,
      y: 648,
      scale: 1.3,
      flip: true,
      garment: 'coat',
      top: INK.white,
      accent: INK.slate,
      trousers: INK.slateDark,
      seated: true,
      lean: 8,
      hip: [0, -64],
      nearFoot: [44, 0],
      farFoot: [58, 0],
      near: [68, -100],
      far: [84, -104],
      look: { skin: SKIN.light, hair: 'bob', hat: 'doctor', glasses: true },
    }),
    table(520, 644, 216),
    meter(584, 532),
    medicineBox(654, 532),
    line('M560,522 q-10,-8 -18,-8', INK.night, 4),
    shadow(930, 622, 56),
    drawPerson({
      x: 930,
      y: 620,
      scale: 1.28,
      flip: true,
      garment: 'vest',
      top: INK.cream,
      look: { skin: SKIN.mid, hair: 'short', hat: 'cap' },
      near: [36, -122],
      far: [46, -122],
      middle: place(
        44,
        -132,
        1,
        rect(-22, -26, 46, 54, INK.wood, 4) +
          rect(-17, -20, 36, 42, INK.white) +
          line('M-11,-10 h24 M-11,0 h24 M-11,10 h16', INK.haze, 3),
      ),
    }),
    shadow(250, 650, 56),
    shadow(140, 668, 60),
    drawPerson({
      x: 252,
      y: 648,
      scale: 1.24,
      garment: 'qiang',
      top: INK.slateDark,
      accent: INK.cream,
      look: { skin: SKIN.mid, hair: 'braid', hat: 'headcloth', hatColour: INK.night },
      near: [-24, -96],
      far: [28, -106],
    }),
    drawPerson({
      x: 330,
      y: 664,
      scale: 0.8,
      headScale: 1.28,
      garment: 'jacket',
      top: INK.ochre,
      accent: INK.cream,
      trousers: INK.woodDark,
      look: { skin: SKIN.light, hair: 'child' },
      near: [-50, -120],
      far: [24, -104],
    }),
    drawPerson({
      x: 128,
      y: 666,
      scale: 1.28,
      garment: 'jacket',
      top: INK.forest,
      accent: INK.cream,
      trousers: INK.woodDark,
      look: { skin: SKIN.tan, hair: 'short' },
      near: [-20, -100],
      far: [30, -104],
    }),
    grass(1060, 668, 1.3),
    grass(1140, 690, 1.2),
    stone(1090, 640, 0.8),
    bush(1180, 640, 0.9),
  ]);
}

const fireSign = (x: number, y: number): string =>
  rect(x - 6, y - 150, 12, 150, INK.woodDark) +
  rect(x - 62, y - 250, 124, 124, INK.cream, 14, `stroke="${INK.wood}" stroke-width="8"`) +
  path(
    `M${String(x - 26)},${String(y - 150)} c-22,-34 6,-50 8,-82 c16,10 20,22 20,32 c6,-4 8,-10 8,-16 c20,22 20,48 4,66 Z`,
    '#E07B34',
  ) +
  path(`M${String(x - 10)},${String(y - 150)} c-8,-16 6,-26 10,-38 c12,14 16,26 8,38 Z`, '#F7CF6B') +
  circle(x, y - 188, 48, 'none', `stroke="${INK.red}" stroke-width="9"`) +
  line(`M${String(x - 33)},${String(y - 221)} l66,66`, INK.red, 9);

const sprayer =
  rect(-58, -196, 40, 72, '#E0A52F', 10) +
  rect(-46, -206, 16, 12, INK.night, 3) +
  line('M-40,-126 q-6,22 18,26', INK.night, 5);

export function forestPatrol(): string {
  const back = [20, 108, 190, 292, 400, 512, 640, 742, 850, 940, 1040, 1130, 1194]
    .map((x, i) => pine(x, 452 + (i % 3) * 8, 1.1 + (i % 4) * 0.12, i % 2 === 0 ? '#54806A' : '#4A7560'))
    .join('');
  return picture(1200, 720, '森林防火巡护', [
    rect(0, 0, 1200, 720, '#E6EEE9'),
    sun(850, 120, 54),
    peak([300, 70], 330, 340, 430, INK.far, 88),
    peak([680, 110], 300, 320, 430, INK.haze, 70),
    peak([1080, 90], 320, 300, 430, INK.far, 74),
    cloud(500, 110, 0.9),
    cloud(1000, 190, 0.7),
    hills(
      [
        [0, 320],
        [220, 290],
        [520, 350],
        [860, 300],
        [1200, 330],
      ],
      500,
      INK.leaf,
    ),
    back,
    hills(
      [
        [0, 452],
        [300, 436],
        [700, 462],
        [1200, 440],
      ],
      720,
      '#7E9E6C',
    ),
    path(
      'M520,446 C640,470 560,520 420,570 C300,610 250,660 230,720 L960,720 C900,650 820,610 760,570 C700,520 720,474 590,446 Z',
      '#E3D3B2',
    ),
    pine(90, 640, 2.5),
    pine(1120, 650, 2.6),
    pine(985, 570, 1.5, INK.forest),
    pine(250, 560, 1.5, INK.forest),
    fireSign(872, 640),
    shadow(480, 676, 66),
    shadow(700, 650, 60),
    drawPerson({
      x: 700,
      y: 648,
      scale: 1.24,
      flip: true,
      garment: 'vest',
      top: INK.forest,
      trousers: INK.pine,
      shoes: INK.woodDark,
      look: { skin: SKIN.light, hair: 'ponytail', hat: 'cap' },
      nearFoot: [-28, -4],
      farFoot: [28, 0],
      near: [30, -150],
      far: [44, -126],
      behind: rect(-44, -182, 30, 62, INK.slateDark, 10),
      front: place(
        40,
        -150,
        1,
        rect(-12, -22, 22, 40, INK.night, 4) +
          line('M4,-22 v-24', INK.night, 4) +
          rect(-7, -14, 12, 8, INK.mint, 2),
      ),
    }),
    drawPerson({
      x: 480,
      y: 674,
      scale: 1.36,
      garment: 'vest',
      top: INK.cream,
      trousers: INK.pine,
      shoes: INK.woodDark,
      look: { skin: SKIN.tan, hair: 'short', hat: 'ranger', hatColour: INK.forest },
      nearFoot: [-30, -4],
      farFoot: [30, 0],
      near: [28, -108],
      far: [62, -186],
      behind: sprayer + line('M66,-196 L78,0', INK.wood, 7),
    }),
    bush(330, 716, 1.1, INK.forest),
    bush(1010, 716, 1.2, INK.forest),
    grass(150, 700, 1.5),
    grass(1130, 706, 1.5),
    stone(760, 704, 0.8),
  ]);
}

const signpost = (x: number, y: number): string =>
  rect(x - 8, y - 240, 16, 240, INK.wood) +
  path(`M${String(x - 20)},${String(y - 226)} h104 l24,24 l-24,24 h-104 Z`, INK.ochre) +
  path(`M${String(x + 20)},${String(y - 166)} h-104 l-24,22 l24,22 h104 Z`, INK.forest) +
  path(`M${String(x + 6)},${String(y - 190)} l18,-26 l12,16 l8,-8 l18,18 Z`, INK.cream) +
  line(`M${String(x - 56)},${String(y - 142)} q10,-10 20,0 t20,0 t20,0`, INK.cream, 5);

const bin = (x: number, y: number): string =>
  rect(x - 34, y - 84, 68, 84, INK.wood, 6) +
  rect(x - 40, y - 96, 80, 16, INK.forest, 6) +
  [-20, 0, 20].map((dx) => rect(x + dx - 3, y - 72, 6, 66, INK.woodDark)).join('') +
  rect(x - 18, y - 80, 36, 8, INK.night, 4);

export function scenicGuide(): string {
  const posts = Array.from({ length: 13 }, (_, i) => rect(i * 100 - 4, 470, 12, 96, INK.wood, 3)).join('');
  const boards = Array.from({ length: 17 }, (_, i) =>
    line(`M${String(i * 78 - 30)},566 l-34,154`, INK.wood, 2.5, 'opacity="0.4"'),
  ).join('');
  return picture(1200, 720, '景区文明引导', [
    rect(0, 0, 1200, 720, INK.sky),
    sun(1010, 100, 46),
    peak([250, 80], 320, 340, 420, INK.far, 84),
    peak([650, 50], 330, 350, 420, INK.haze, 92),
    peak([1060, 100], 320, 300, 420, INK.far, 68),
    cloud(440, 100, 0.8),
    cloud(860, 140, 0.8),
    hills(
      [
        [0, 300],
        [240, 260],
        [500, 330],
        [820, 280],
        [1200, 310],
      ],
      420,
      INK.leaf,
    ),
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
  ]);
}

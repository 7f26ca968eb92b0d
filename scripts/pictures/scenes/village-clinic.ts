/** A doctor sees patients at the village gate. */
import { stool } from '../interior';
import { bush, cloud, grass, hills, peak, qiangHouse, qiangTower, roundTree, stone, sun } from '../landscape';
import { INK, SKIN } from '../palette';
import { drawPerson } from '../person';
import { circle, line, path, picture, place, polygon, rect, shadow } from '../shapes';

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
  let out = line(`M${x + 26},${y + 40} V588 M${x + w - 26},${y + 40} V588`, INK.stoneDark, 10);
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
    out += path(`M${x + i * step},${y + 30} h${step} v22 a${step / 2},20 0 0 1 ${-step},0 Z`, fill);
  }
  return out + circle(x + w / 2, y - 20, 34, INK.cream) + heart(x + w / 2, y - 18, 0.74, INK.forest);
}

const table = (x: number, y: number, w: number): string =>
  rect(x + 22, y - 96, 14, 96, INK.woodDark) +
  rect(x + w - 36, y - 96, 14, 96, INK.woodDark) +
  path(`M${x},${y - 112} h${w} l8,62 q${-w / 2 - 8},12 ${-w - 16},0 Z`, INK.white) +
  path(`M${x},${y - 112} h${w} l2,14 h${-w - 4} Z`, INK.mint);

const medicineBox = (x: number, y: number): string =>
  rect(x - 34, y - 46, 68, 46, INK.cream, 6) +
  rect(x - 14, y - 56, 28, 14, 'none', 6, `stroke="${INK.stoneDark}" stroke-width="6"`) +
  heart(x, y - 22, 0.5, INK.forest);

const meter = (x: number, y: number): string =>
  rect(x - 26, y - 32, 52, 32, INK.slate, 6) +
  rect(x - 18, y - 26, 24, 18, INK.foam, 3) +
  circle(x + 15, y - 17, 5, INK.cream);

function ground(): string[] {
  return [
    rect(0, 0, 1200, 720, INK.sky),
    sun(262, 110, 46),
    peak([420, 60], 360, 340, 450, INK.far, 92),
    peak([930, 90], 340, 340, 450, INK.haze, 76),
    cloud(640, 90, 0.9),
    cloud(1080, 100, 0.8),
    hills('0,320 220,270 520,360 800,300 1200,340', 480, INK.leaf),
    qiangTower(70, 470, 96, 320),
    qiangHouse(160, 476, 190, 130),
    qiangHouse(930, 476, 220, 140),
    roundTree(1160, 480, 0.9, INK.forest),
    roundTree(40, 486, 0.8),
    hills('0,470 400,456 800,470 1200,456', 720, '#E4D8BF'),
    path('M0,640 C300,610 900,610 1200,650 L1200,720 L0,720 Z', INK.meadow),
    canopy(360, 190, 560),
  ];
}

function consultation(): string[] {
  return [
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
  ];
}

function helperAndQueue(): string[] {
  return [
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
  ];
}

export function villageClinic(): string {
  return picture(1200, 720, '乡村义诊', [...ground(), ...consultation(), ...helperAndQueue()]);
}

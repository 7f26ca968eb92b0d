/** Pictures of service under a roof. */
import { bookcase, chest, openBook, plant, room, roomWindow, rugBench, stool, stove } from './interior';
import { hills, peak, pine, qiangTower, roundTree } from './landscape';
import { INK, SKIN } from './palette';
import { drawPerson } from './person';
import { circle, ellipse, line, path, picture, place, polygon, rect, shadow } from './shapes';

const bowl = (x: number, y: number, s: number): string =>
  place(
    x,
    y,
    s,
    path('M-18,-10 H18 C18,6 10,12 -0,12 C-10,12 -18,6 -18,-10 Z', INK.white) +
      path('M-18,-6 H18 L17,-1 H-17 Z', INK.slate) +
      line('M-5,-18 q-5,-7 0,-14 M6,-18 q-5,-7 0,-14', INK.white, 3.4, 'opacity="0.8"'),
  );

const riceSack = (x: number, y: number): string =>
  path(`M${String(x - 44)},${String(y)} q-10,-70 2,-104 h84 q12,34 2,104 Z`, INK.cream) +
  path(`M${String(x - 42)},${String(y - 104)} q-8,-14 4,-18 q38,-10 76,0 q12,4 4,18 Z`, '#E8D9BD') +
  line(`M${String(x - 40)},${String(y - 103)} h80`, INK.clay, 4) +
  circle(x, y - 54, 24, INK.ochre) +
  line(`M${String(x)},${String(y - 38)} v-30 m0,12 l-9,-8 m9,8 l9,-8 m-9,18 l-9,-8 m9,8 l9,-8`, INK.cream, 4);

export function elderVisit(): string {
  const snowy =
    rect(0, 0, 330, 230, '#CFE0E8') +
    peak([120, 26], 150, 160, 230, INK.far, 66) +
    peak([270, 60], 120, 130, 230, INK.haze, 48) +
    hills(
      [
        [0, 190],
        [120, 172],
        [330, 196],
      ],
      230,
      INK.white,
    ) +
    pine(44, 212, 0.62) +
    pine(300, 216, 0.7) +
    [
      [70, 40],
      [150, 110],
      [210, 50],
      [250, 130],
      [30, 110],
      [190, 160],
      [110, 150],
      [306, 30],
    ]
      .map(([x = 0, y = 0]) => circle(x, y, 4, INK.white))
      .join('');
  return picture(1200, 720, '暖冬敬老', [
    room('#F3E3C6', 520),
    rect(0, 0, 1200, 44, INK.woodDark),
    [90, 330, 570, 810, 1050].map((x) => rect(x, 0, 60, 62, INK.wood, 4)).join(''),
    roomWindow(190, 120, 330, 230, snowy, 'view'),
    chest(780, 512, 330, 190),
    plant(1060, 314, 0.9),
    place(
      850,
      314,
      1,
      path('M-26,0 C-34,-30 -22,-44 -10,-52 L-10,-66 H10 L10,-52 C22,-44 34,-30 26,0 Z', '#B9772F') +
        rect(-13, -72, 26, 8, INK.woodDark, 3),
    ),
    place(
      940,
      314,
      1,
      rect(-22, -50, 44, 50, INK.slate, 6) +
        rect(-22, -32, 44, 8, INK.cream) +
        rect(-14, -60, 28, 12, INK.cream, 3),
    ),
    ellipse(600, 622, 520, 70, '#B4553F', 'opacity="0.9"'),
    ellipse(600, 622, 480, 58, 'none', `stroke="${INK.ochre}" stroke-width="5"`),
    rugBench(110, 636, 330, 84),
    drawPerson({
      x: 260,
      y: 646,
      scale: 1.36,
      garment: 'robe',
      top: '#7A4B3A',
      accent: INK.ochre,
      shoes: INK.night,
      seated: true,
      lean: 6,
      hip: [0, -66],
      nearFoot: [50, 0],
      farFoot: [64, 0],
      near: [70, -104],
      far: [80, -108],
      look: { skin: SKIN.tan, hair: 'bun', hairColour: INK.greyHair },
      front: bowl(82, -116, 0.9),
    }),
    stove(622, 640),
    shadow(842, 652, 70),
    stool(862, 650, 66),
    drawPerson({
      x: 858,
      y: 652,
      scale: 1.3,
      flip: true,
      garment: 'vest',
      top: INK.cream,
      seated: true,
      lean: 12,
      hip: [0, -62],
      nearFoot: [46, 0],
      farFoot: [60, 0],
      near: [66, -92],
      far: [76, -84],
      look: { skin: SKIN.light, hair: 'ponytail' },
    }),
    shadow(1030, 640, 60),
    drawPerson({
      x: 1030,
      y: 636,
      scale: 1.34,
      flip: true,
      garment: 'vest',
      top: INK.slate,
      lean: 4,
      near: [42, -116],
      far: [54, -116],
      look: { skin: SKIN.mid, hair: 'short', hat: 'knit', hatColour: INK.forest },
      middle:
        rect(6, -150, 72, 48, INK.ochre, 8) +
        rect(36, -150, 12, 48, INK.cream) +
        line('M42,-150 q-18,-20 -20,-4 q2,6 20,4 q18,-20 20,-4 q-2,6 -20,4', INK.cream, 5),
    }),
    riceSack(1140, 660),
  ]);
}

const cushion = (x: number, y: number, fill: string): string =>
  ellipse(x, y + 4, 68, 18, INK.night, 'opacity="0.1"') + rect(x - 62, y - 18, 124, 26, fill, 13);

export function readingCorner(): string {
  const view =
    rect(0, 0, 300, 220, INK.sky) +
    peak([170, 40], 150, 150, 220, INK.far, 56) +
    hills(
      [
        [0, 160],
        [140, 140],
        [300, 172],
      ],
      220,
      INK.leaf,
    ) +
    qiangTower(46, 196, 50, 120) +
    roundTree(236, 206, 0.7);
  const lamp = (x: number): string =>
    line(`M${String(x)},0 V86`, INK.night, 4) +
    path(
      `M${String(x - 44)},118 Q${String(x - 40)},84 ${String(x)},84 Q${String(x + 40)},84 ${String(x + 44)},118 Z`,
      INK.forest,
    ) +
    ellipse(x, 118, 20, 7, '#F7DE9B');
  return picture(1200, 720, '双语阅读角', [
    room('#EFE9DA', 500),
    bookcase(56, 500, 300, 4),
    bookcase(860, 500, 290, 4),
    roomWindow(462, 130, 300, 220, view, 'view'),
    lamp(410),
    lamp(808),
    ellipse(610, 612, 500, 84, '#7F9CB0'),
    ellipse(610, 612, 462, 70, 'none', `stroke="${INK.cream}" stroke-width="5" stroke-dasharray="18 14"`),
    stool(396, 644, 72),
    drawPerson({
      x: 400,
      y: 646,
      scale: 1.38,
      garment: 'vest',
      top: INK.cream,
      trousers: INK.slateDark,
      seated: true,
      lean: 6,
      hip: [0, -64],
      nearFoot: [48, 0],
      farFoot: [62, 0],
      near: [58, -100],
      far: [72, -104],
      look: { skin: SKIN.light, hair: 'bob', glasses: true },
      middle: openBook(76, -116, 0.86, INK.clay),
    }),
    cushion(640, 640, INK.ochre),
    drawPerson({
      x: 640,
      y: 638,
      scale: 1.02,
      headScale: 1.24,
      flip: true,
      garment: 'qiang',
      top: INK.slateDark,
      accent: INK.cream,
      trousers: INK.slateDark,
      crossLegged: true,
      near: [22, -38],
      far: [34, -38],
      look: { skin: SKIN.mid, hair: 'braid', hat: 'headcloth', hatColour: INK.night },
    }),
    cushion(800, 662, INK.leaf),
    drawPerson({
      x: 800,
      y: 660,
      scale: 1.02,
      headScale: 1.24,
      flip: true,
      garment: 'jacket',
      top: INK.clay,
      accent: INK.cream,
      crossLegged: true,
      near: [40, -66],
      far: [50, -62],
      look: { skin: SKIN.tan, hair: 'child' },
      middle: openBook(46, -72, 0.66, INK.slateDark),
    }),
    cushion(956, 636, '#E9C9A8'),
    drawPerson({
      x: 956,
      y: 634,
      scale: 1.02,
      headScale: 1.24,
      flip: true,
      garment: 'robe',
      top: INK.forest,
      accent: '#E9C9A8',
      trousers: INK.forest,
      crossLegged: true,
      near: [22, -38],
      far: [58, -148],
      look: { skin: SKIN.mid, hair: 'pigtails' },
    }),
    place(
      1070,
      672,
      1,
      rect(-50, -14, 92, 14, INK.slate, 3) +
        rect(-42, -28, 88, 14, INK.ochre, 3) +
        rect(-46, -42, 78, 14, INK.forest, 3) +
        rect(-44, -10, 80, 5, INK.white, 0, 'opacity="0.5"'),
    ),
  ]);
}

const manikin = (x: number, y: number): string =>
  place(
    x,
    y,
    1,
    path('M-150,0 C-156,-34 -140,-52 -104,-54 L40,-52 C62,-50 70,-30 66,0 Z', '#8FB0BF') +
      path('M-150,0 C-156,-34 -140,-52 -104,-54 L-90,0 Z', '#2F3440', 'opacity="0.08"') +
      line('M-88,-20 L20,-12', '#E9C3A0', 20) +
      line('M-100,-34 L-60,-24', '#8FB0BF', 26) +
      line('M60,-26 L86,-26', '#E9C3A0', 24) +
      ellipse(114, -30, 36, 30, '#E9C3A0') +
      path(
        'M124,-2 C150,-8 156,-40 138,-56 C126,-62 118,-58 118,-52 C134,-46 138,-24 124,-2 Z',
        INK.woodDark,
      ) +
      line('M92,-36 q4,3 8,0 M104,-54 q-6,-8 -10,-2', '#8C3B2E', 2.2),
  );

const aed = (x: number, y: number): string =>
  rect(x - 52, y - 74, 104, 74, INK.ochre, 12) +
  rect(x - 20, y - 90, 40, 20, 'none', 8, `stroke="${INK.ochreDark}" stroke-width="8"`) +
  rect(x - 40, y - 62, 80, 50, INK.white, 8) +
  path(
    `M${String(x)},${String(y - 22)} c-34,-22 -22,-40 -10,-36 q8,2 10,10 q2,-8 10,-10 c12,-4 24,14 -10,36 Z`,
    INK.forest,
  ) +
  line(`M${String(x - 4)},${String(y - 50)} l8,0 l-6,10 l8,0 l-8,11`, INK.white, 3);

export function firstAid(): string {
  const board =
    rect(420, 96, 380, 220, INK.wood, 8) +
    rect(434, 110, 352, 192, '#FBF8F1', 4) +
    path('M520,250 c-74,-46 -50,-98 -18,-92 q16,4 18,20 q2,-16 18,-20 c32,-6 56,46 -18,92 Z', INK.clay) +
    line('M580,210 h40 l14,-36 l22,70 l18,-46 l10,12 h60', INK.forest, 7);
  return picture(1200, 720, '应急救护', [
    room('#E8EDE6', 480),
    board,
    roomWindow(
      80,
      110,
      250,
      210,
      rect(0, 0, 250, 210, INK.sky) +
        peak([130, 40], 140, 140, 210, INK.far, 50) +
        hills(
          [
            [0, 160],
            [250, 140],
          ],
          210,
          INK.leaf,
        ),
      'left',
    ),
    roomWindow(
      880,
      110,
      250,
      210,
      rect(0, 0, 250, 210, INK.sky) +
        peak([90, 60], 140, 140, 210, INK.haze, 46) +
        hills(
          [
            [0, 140],
            [250, 170],
          ],
          210,
          INK.leaf,
        ) +
        pine(200, 196, 0.7),
      'right',
    ),
    plant(372, 496, 1),
    plant(836, 496, 1),
    polygon(
      [
        [240, 596],
        [960, 596],
        [1040, 690],
        [170, 690],
      ],
      '#7FA0A0',
    ),
    polygon(
      [
        [262, 606],
        [938, 606],
        [1004, 680],
        [206, 680],
      ],
      '#8FB1AE',
    ),
    shadow(160, 620, 56),
    drawPerson({
      x: 160,
      y: 618,
      scale: 1.3,
      garment: 'jacket',
      top: INK.ochre,
      trousers: INK.woodDark,
      look: { skin: SKIN.mid, hair: 'short' },
      near: [26, -126],
      far: [34, -120],
    }),
    drawPerson({
      x: 300,
      y: 606,
      scale: 1.26,
      garment: 'qiang',
      top: INK.slateDark,
      accent: INK.cream,
      look: { skin: SKIN.light, hair: 'braid', hat: 'headcloth', hatColour: INK.night },
      near: [22, -112],
      far: [32, -112],
    }),
    drawPerson({
      x: 1006,
      y: 600,
      scale: 1.26,
      flip: true,
      garment: 'jacket',
      top: INK.forest,
      accent: INK.cream,
      look: { skin: SKIN.tan, hair: 'short', hat: 'felt', hatColour: INK.wood },
      near: [-20, -100],
      far: [30, -104],
    }),
    drawPerson({
      x: 1122,
      y: 622,
      scale: 1.26,
      flip: true,
      garment: 'jacket',
      top: INK.slate,
      accent: INK.cream,
      trousers: INK.woodDark,
      look: { skin: SKIN.light, hair: 'ponytail' },
      near: [34, -150],
      far: [30, -104],
    }),
    manikin(700, 654),
    drawPerson({
      x: 520,
      y: 662,
      scale: 1.42,
      garment: 'vest',
      top: INK.cream,
      hip: [0, -58],
      lean: 46,
      nearFoot: [-58, 2],
      farFoot: [-44, 2],
      near: [74, -44],
      far: [80, -42],
      look: { skin: SKIN.mid, hair: 'short', hat: 'cap' },
    }),
    drawPerson({
      x: 920,
      y: 664,
      scale: 1.36,
      flip: true,
      garment: 'vest',
      top: INK.slate,
      hip: [0, -56],
      lean: 10,
      nearFoot: [-58, 2],
      farFoot: [-44, 2],
      near: [44, -78],
      far: [56, -84],
      look: { skin: SKIN.light, hair: 'bob' },
    }),
    aed(270, 684),
  ]);
}

/** A volunteer stops a car so that a grandmother and a child can cross. */
import { cloud, hills, peak, roundTree, sun, tibetanHouse } from '../landscape';
import { INK, SKIN } from '../palette';
import { drawPerson } from '../person';
import { circle, ellipse, line, path, picture, place, polygon, rect, rotate, shadow } from '../shapes';

const pennant = (x: number, y: number, angle: number): string =>
  rotate(
    angle,
    [x, y],
    line(`M${x},${y + 26} V${y - 74}`, INK.wood, 5) +
      path(`M${x},${y - 74} q26,-12 44,-2 q16,8 34,0 v40 q-18,8 -34,0 q-18,-10 -44,2 Z`, INK.red),
  );

const car = (x: number, y: number): string =>
  place(
    x,
    y,
    1.18,
    ellipse(0, 2, 150, 14, INK.night, 'opacity="0.15"') +
      path(
        'M-142,-14 C-146,-52 -132,-60 -104,-64 L-66,-104 Q-58,-112 -44,-112 ' +
          'L42,-112 Q56,-112 66,-102 L100,-66 C132,-62 146,-50 142,-14 Z',
        INK.slate,
      ) +
      path(
        'M-84,-66 L-56,-96 Q-52,-100 -44,-100 L-6,-100 L-6,-66 Z ' +
          'M6,-66 L6,-100 L40,-100 Q48,-100 54,-94 L80,-66 Z',
        '#E4F0F3',
      ) +
      '<clipPath id="cab"><rect x="-110" y="-110" width="220" ' +
      'height="50"/></clipPath><g clip-path="url(#cab)">' +
      drawPerson({
        x: -30,
        y: -2,
        scale: 0.74,
        flip: true,
        garment: 'jacket',
        top: INK.forest,
        seated: true,
        hip: [0, 0],
        noShoes: true,
        nearFoot: [0, 8],
        farFoot: [0, 8],
        near: [34, -52],
        far: [38, -56],
        look: { skin: SKIN.mid, hair: 'short' },
      }) +
      '</g>' +
      path('M-142,-14 C-146,-52 -132,-60 -104,-64 L100,-66 C132,-62 146,-50 142,-14 Z', INK.slate) +
      line('M0,-62 V-22 M-98,-46 H130', INK.slateDark, 2.5) +
      rect(-24, -52, 16, 5, INK.slateDark, 2) +
      path('M-142,-40 q14,-10 22,0 q-6,12 -20,8 Z', '#FBE3A1') +
      rect(128, -46, 12, 14, '#D9857A', 4) +
      rect(-146, -22, 290, 12, INK.slateDark, 6) +
      [-86, 86].map((cx) => circle(cx, -10, 27, INK.night) + circle(cx, -10, 13, INK.stone)).join(''),
  );

const crossingSign = (x: number, y: number): string =>
  rect(x - 4, y - 210, 8, 210, INK.stoneDark) +
  rect(x - 31, y - 262, 62, 62, INK.slate, 8) +
  polygon(
    [
      [x, y - 254],
      [x + 24, y - 210],
      [x - 24, y - 210],
    ],
    INK.white,
  ) +
  circle(x, y - 240, 4, INK.night) +
  line(
    `M${x},${y - 235} l-3,11 l7,9 M${x - 3},${y - 224} l-6,9 M${x - 8},${y - 228} l8,-4 l7,5`,
    INK.night,
    3,
  );

function ground(): string[] {
  const stripes = [0, 1, 2, 3, 4, 5]
    .map((i) => {
      const y = 500 + i * 38;
      const left = 566 - i * 42;
      const right = 822 - i * 26;
      return polygon(
        [
          [left, y],
          [right, y],
          [right - 14, y + 21],
          [left - 23, y + 21],
        ],
        '#FBF8F1',
      );
    })
    .join('');
  return [
    rect(0, 0, 1200, 720, INK.sky),
    sun(210, 120, 52),
    peak([360, 70], 330, 330, 440, INK.far, 82),
    peak([780, 110], 300, 360, 440, INK.haze, 66),
    hills('0,330 200,280 460,350 760,290 1010,340 1200,280', 480, INK.leaf),
    cloud(560, 96, 1),
    cloud(1030, 130, 0.8),
    tibetanHouse(40, 440, 250, 220, 3, 2),
    tibetanHouse(862, 440, 290, 250, 4, 2),
    roundTree(345, 440, 1.05),
    roundTree(752, 440, 0.85, INK.forest),
    roundTree(1160, 440, 1.1),
    rect(0, 436, 1200, 44, '#DED3C0'),
    rect(0, 474, 1200, 10, INK.stoneDark),
    rect(0, 484, 1200, 236, INK.road),
    stripes,
    line('M0,604 H370 M806,604 H1200', '#FBF8F1', 5, 'stroke-dasharray="46 34" opacity="0.7"'),
    crossingSign(806, 476),
  ];
}

function people(): string[] {
  return [
    car(1010, 640),
    shadow(632, 590, 50),
    shadow(706, 592, 40),
    drawPerson({
      x: 630,
      y: 586,
      scale: 0.98,
      garment: 'jacket',
      top: INK.ochre,
      accent: INK.cream,
      trousers: INK.woodDark,
      look: { skin: SKIN.mid, hair: 'bun', hairColour: INK.greyHair },
      flip: true,
      nearFoot: [-24, -3],
      farFoot: [26, 0],
      far: [36, -108],
      near: [-34, -104],
    }),
    drawPerson({
      x: 704,
      y: 590,
      scale: 0.68,
      headScale: 1.3,
      flip: true,
      garment: 'jacket',
      top: INK.leaf,
      accent: INK.cream,
      look: { skin: SKIN.light, hair: 'pigtails' },
      nearFoot: [-24, -3],
      farFoot: [28, 0],
      far: [58, -148],
      near: [-20, -112],
      behind: rect(-40, -176, 30, 52, INK.slateDark, 9),
    }),
    shadow(282, 690, 62),
    drawPerson({
      x: 282,
      y: 688,
      scale: 1.32,
      garment: 'vest',
      top: INK.cream,
      look: { skin: SKIN.light, hair: 'ponytail', hat: 'cap' },
      far: [82, -176],
      near: [52, -196],
      nearFoot: [-18, 0],
      farFoot: [20, 0],
      headTilt: -4,
      behind: pennant(82, -186, 18),
    }),
  ];
}

export function zebraCrossing(): string {
  return picture(1200, 720, '文明斑马线', [
    // Composed facing left and mirrored: traffic keeps to the right.
    place(1200, 0, 1, [...ground(), ...people()].join(''), true),
  ]);
}

/** Cleaning a river bank below the mountains. */
import { cloud, grass, hills, peak, pine, ripple, stone, sun } from '../landscape';
import { INK, SKIN } from '../palette';
import { drawPerson } from '../person';
import { line, path, picture, place, rect, rotate, shadow } from '../shapes';

const bag = (x: number, y: number, s: number, fill: string): string =>
  place(
    x,
    y,
    s,
    path('M-34,0 C-46,-34 -34,-66 -12,-76 L12,-76 C34,-66 46,-34 34,0 Q0,8 -34,0 Z', fill) +
      path('M-12,-76 Q-22,-92 -14,-98 Q0,-90 14,-98 Q22,-92 12,-76 Z', fill) +
      line('M-13,-77 H13', INK.cream, 5) +
      path('M10,-70 C26,-56 30,-30 24,-6', 'none', 'stroke="#000" stroke-opacity="0.12" stroke-width="6"'),
  );

const picker = (x: number, y: number, dx: number, dy: number): string =>
  line(`M${x},${y} l${dx},${dy}`, INK.night, 4.5) +
  line(`M${x + dx},${y + dy} l-9,12 m9,-12 l9,10`, INK.night, 4);

const bottle = (x: number, y: number, angle: number): string =>
  rotate(
    angle,
    [x, y],
    rect(x - 7, y - 14, 14, 30, '#B9DCE4', 5) +
      rect(x - 4, y - 22, 8, 9, INK.slate, 2) +
      rect(x - 7, y - 4, 14, 9, INK.white),
  );

function ground(): string[] {
  return [
    rect(0, 0, 1200, 720, INK.sky),
    sun(940, 110, 50),
    peak([270, 60], 320, 360, 420, INK.far, 96),
    peak([690, 100], 300, 330, 420, INK.haze, 76),
    peak([1080, 80], 330, 320, 420, INK.far, 80),
    cloud(500, 90, 0.9),
    cloud(850, 170, 0.7),
    hills('0,300 170,260 420,350 640,320 900,360 1200,270', 450, INK.leaf),
    hills('0,370 200,340 480,392 760,380 1000,396 1200,340', 450, INK.forest),
    [40, 96, 150, 1030, 1090, 1152].map((x, i) => pine(x, 402 - (i % 3) * 8, 0.95)).join(''),
    path(
      'M0,400 C300,380 700,390 1200,392 L1200,560 C1000,530 900,600 620,585 C400,570 200,520 0,540 Z',
      INK.water,
    ),
    path(
      'M0,432 C320,410 760,432 1200,420 L1200,470 C860,490 420,450 0,480 Z',
      INK.waterDeep,
      'opacity="0.55"',
    ),
    ripple(180, 440, 120),
    ripple(520, 420, 100),
    ripple(820, 452, 130),
    ripple(600, 520, 130),
    ripple(960, 500, 100),
    path('M0,520 C200,505 400,560 620,572 C900,588 1000,520 1200,540 L1200,720 L0,720 Z', '#E2D5BC'),
    path('M0,600 C260,570 480,640 760,640 C960,640 1060,604 1200,612 L1200,720 L0,720 Z', INK.meadow),
    stone(110, 560, 1.2),
    stone(60, 570, 0.7, INK.stoneDark),
    stone(1100, 566, 1.2, INK.stoneDark),
    stone(700, 596, 0.7),
    grass(60, 640, 1.3),
    grass(430, 696, 1.2),
    grass(1150, 650, 1.4),
    grass(770, 690, 1.2),
    bottle(505, 628, 62),
    bottle(890, 628, -50),
  ];
}

function people(): string[] {
  return [
    shadow(330, 668, 74),
    shadow(690, 660, 60),
    shadow(1015, 680, 66),
    bag(185, 672, 1.05, INK.forest),
    drawPerson({
      x: 330,
      y: 664,
      scale: 1.26,
      garment: 'vest',
      top: INK.cream,
      trousers: INK.slateDark,
      shoes: INK.forest,
      lean: 34,
      look: { skin: SKIN.mid, hair: 'short', hat: 'cap' },
      near: [76, -86],
      far: [44, -64],
      nearFoot: [-30, 0],
      farFoot: [34, 0],
      middle: picker(74, -88, 54, 54),
    }),
    drawPerson({
      x: 690,
      y: 656,
      scale: 1.2,
      garment: 'qiang',
      top: INK.slateDark,
      accent: INK.cream,
      look: { skin: SKIN.light, hair: 'braid', hat: 'headcloth', hatColour: INK.night },
      near: [44, -100],
      far: [58, -108],
      front: bag(54, -34, 0.8, INK.ochreDark),
    }),
    bag(826, 676, 0.8, INK.forest),
    drawPerson({
      x: 1010,
      y: 676,
      scale: 1.26,
      flip: true,
      garment: 'vest',
      top: INK.white,
      trousers: INK.woodDark,
      shoes: INK.forest,
      lean: 22,
      look: { skin: SKIN.light, hair: 'bob' },
      near: [66, -96],
      far: [30, -76],
      nearFoot: [-24, 0],
      farFoot: [30, 0],
      middle: picker(64, -98, 36, 60),
    }),
  ];
}

export function riverClean(): string {
  return picture(1200, 720, '河湖清洁', [...ground(), ...people()]);
}

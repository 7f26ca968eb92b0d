/** Two volunteers on a fire patrol. */
import { bush, cloud, grass, hills, peak, pine, stone, sun } from '../landscape';
import { INK, SKIN } from '../palette';
import { drawPerson } from '../person';
import { circle, line, path, picture, place, rect, shadow } from '../shapes';

const fireSign = (x: number, y: number): string =>
  rect(x - 6, y - 150, 12, 150, INK.woodDark) +
  rect(x - 62, y - 250, 124, 124, INK.cream, 14, `stroke="${INK.wood}" stroke-width="8"`) +
  path(
    `M${x - 26},${y - 150} c-22,-34 6,-50 8,-82 c16,10 20,22 20,32 c6,-4 8,-10 8,-16 c20,22 20,48 4,66 Z`,
    '#E07B34',
  ) +
  path(`M${x - 10},${y - 150} c-8,-16 6,-26 10,-38 c12,14 16,26 8,38 Z`, '#F7CF6B') +
  circle(x, y - 188, 48, 'none', `stroke="${INK.red}" stroke-width="9"`) +
  line(`M${x - 33},${y - 221} l66,66`, INK.red, 9);

const sprayer =
  rect(-58, -196, 40, 72, '#E0A52F', 10) +
  rect(-46, -206, 16, 12, INK.night, 3) +
  line('M-40,-126 q-6,22 18,26', INK.night, 5);

function ground(): string[] {
  const back = [20, 108, 190, 292, 400, 512, 640, 742, 850, 940, 1040, 1130, 1194]
    .map((x, i) => pine(x, 452 + (i % 3) * 8, 1.1 + (i % 4) * 0.12, i % 2 === 0 ? '#54806A' : '#4A7560'))
    .join('');
  return [
    rect(0, 0, 1200, 720, '#E6EEE9'),
    sun(850, 120, 54),
    peak([300, 70], 330, 340, 430, INK.far, 88),
    peak([680, 110], 300, 320, 430, INK.haze, 70),
    peak([1080, 90], 320, 300, 430, INK.far, 74),
    cloud(500, 110, 0.9),
    cloud(1000, 190, 0.7),
    hills('0,320 220,290 520,350 860,300 1200,330', 500, INK.leaf),
    back,
    hills('0,452 300,436 700,462 1200,440', 720, '#7E9E6C'),
    path(
      'M520,446 C640,470 560,520 420,570 C300,610 250,660 230,720 ' +
        'L960,720 C900,650 820,610 760,570 C700,520 720,474 590,446 Z',
      '#E3D3B2',
    ),
    pine(90, 640, 2.5),
    pine(1120, 650, 2.6),
    pine(985, 570, 1.5, INK.forest),
    pine(250, 560, 1.5, INK.forest),
    fireSign(872, 640),
  ];
}

function people(): string[] {
  return [
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
    bush(330, 728, 1.1, INK.forest),
    bush(1010, 728, 1.2, INK.forest),
    grass(150, 700, 1.5),
    grass(1130, 706, 1.5),
    stone(760, 704, 0.8),
  ];
}

export function forestPatrol(): string {
  return picture(1200, 720, '森林防火巡护', [...ground(), ...people()]);
}

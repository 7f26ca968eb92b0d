/** Visiting an elder by the stove on a snowy day. */
import { chest, plant, room, roomWindow, rugBench, stool, stove } from '../interior';
import { hills, peak, pine } from '../landscape';
import { INK, SKIN } from '../palette';
import { drawPerson } from '../person';
import { circle, ellipse, line, path, picture, place, rect, shadow } from '../shapes';

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
  path(`M${x - 44},${y} q-10,-70 2,-104 h84 q12,34 2,104 Z`, INK.cream) +
  path(`M${x - 42},${y - 104} q-8,-14 4,-18 q38,-10 76,0 q12,4 4,18 Z`, '#E8D9BD') +
  line(`M${x - 40},${y - 103} h80`, INK.clay, 4) +
  circle(x, y - 54, 24, INK.ochre) +
  line(`M${x},${y - 38} v-30 m0,12 l-9,-8 m9,8 l9,-8 m-9,18 l-9,-8 m9,8 l9,-8`, INK.cream, 4);

function ground(): string[] {
  const snowy =
    rect(0, 0, 330, 230, '#CFE0E8') +
    peak([120, 26], 150, 160, 230, INK.far, 66) +
    peak([270, 60], 120, 130, 230, INK.haze, 48) +
    hills('0,190 120,172 330,196', 230, INK.white) +
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
  return [
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
  ];
}

function people(): string[] {
  return [
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
  ];
}

export function elderVisit(): string {
  return picture(1200, 720, '暖冬敬老', [...ground(), ...people()]);
}

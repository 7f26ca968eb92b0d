/** Villagers learn first aid on a manikin. */
import { plant, room, roomWindow } from '../interior';
import { hills, peak, pine } from '../landscape';
import { INK, SKIN } from '../palette';
import { drawPerson } from '../person';
import { ellipse, line, path, picture, place, polygon, rect, shadow } from '../shapes';

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
  path(`M${x},${y - 22} c-34,-22 -22,-40 -10,-36 q8,2 10,10 q2,-8 10,-10 c12,-4 24,14 -10,36 Z`, INK.forest) +
  line(`M${x - 4},${y - 50} l8,0 l-6,10 l8,0 l-8,11`, INK.white, 3);

function ground(): string[] {
  const board =
    rect(420, 96, 380, 220, INK.wood, 8) +
    rect(434, 110, 352, 192, '#FBF8F1', 4) +
    path('M520,250 c-74,-46 -50,-98 -18,-92 q16,4 18,20 q2,-16 18,-20 c32,-6 56,46 -18,92 Z', INK.clay) +
    line('M580,210 h40 l14,-36 l22,70 l18,-46 l10,12 h60', INK.forest, 7);
  return [
    room('#E8EDE6', 480),
    board,
    roomWindow(
      80,
      110,
      250,
      210,
      rect(0, 0, 250, 210, INK.sky) +
        peak([130, 40], 140, 140, 210, INK.far, 50) +
        hills('0,160 250,140', 210, INK.leaf),
      'left',
    ),
    roomWindow(
      880,
      110,
      250,
      210,
      rect(0, 0, 250, 210, INK.sky) +
        peak([90, 60], 140, 140, 210, INK.haze, 46) +
        hills('0,140 250,170', 210, INK.leaf) +
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
  ];
}

function learners(): string[] {
  return [
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
  ];
}

function trainers(): string[] {
  return [
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
  ];
}

export function firstAid(): string {
  return picture(1200, 720, '应急救护', [...ground(), ...learners(), ...trainers()]);
}

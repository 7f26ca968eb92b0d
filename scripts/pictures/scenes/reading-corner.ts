/** Reading aloud to children. */
import { bookcase, openBook, room, roomWindow, stool } from '../interior';
import { hills, peak, qiangTower, roundTree } from '../landscape';
import { INK, SKIN } from '../palette';
import { drawPerson } from '../person';
import { ellipse, line, path, picture, place, rect } from '../shapes';

const cushion = (x: number, y: number, fill: string): string =>
  ellipse(x, y + 4, 68, 18, INK.night, 'opacity="0.1"') + rect(x - 62, y - 18, 124, 26, fill, 13);

function ground(): string[] {
  const view =
    rect(0, 0, 300, 220, INK.sky) +
    peak([170, 40], 150, 150, 220, INK.far, 56) +
    hills('0,160 140,140 300,172', 220, INK.leaf) +
    qiangTower(46, 196, 50, 120) +
    roundTree(236, 206, 0.7);
  const lamp = (x: number): string =>
    line(`M${x},0 V86`, INK.night, 4) +
    path(`M${x - 44},118 Q${x - 40},84 ${x},84 Q${x + 40},84 ${x + 44},118 Z`, INK.forest) +
    ellipse(x, 118, 20, 7, '#F7DE9B');
  return [
    room('#EFE9DA', 500),
    bookcase(56, 500, 300, 4),
    bookcase(860, 500, 290, 4),
    roomWindow(462, 130, 300, 220, view, 'view'),
    lamp(410),
    lamp(808),
    ellipse(610, 612, 500, 84, '#7F9CB0'),
    ellipse(610, 612, 462, 70, 'none', `stroke="${INK.cream}" stroke-width="5" stroke-dasharray="18 14"`),
  ];
}

function reader(): string[] {
  return [
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
  ];
}

function children(): string[] {
  return [
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
  ];
}

export function readingCorner(): string {
  return picture(1200, 720, '双语阅读角', [...ground(), ...reader(), ...children()]);
}

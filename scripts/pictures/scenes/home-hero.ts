/** The wide picture at the top of the home page; its left stays calm for words. */
import { bush, cloud, grass, hills, peak, pine, qiangTower, sun, tibetanHouse } from '../landscape';
import { INK, SKIN } from '../palette';
import { drawPerson } from '../person';
import { path, picture, rect, shadow } from '../shapes';

function ground(): string[] {
  return [
    rect(0, 0, 1500, 640, '#E9EFEE'),
    sun(420, 150, 60),
    peak([240, 130], 330, 360, 470, '#C4D5DC', 84),
    peak([610, 80], 360, 380, 470, INK.haze, 100),
    peak([1000, 40], 400, 420, 470, INK.far, 120),
    peak([1400, 110], 360, 300, 470, '#AFC4CF', 92),
    cloud(210, 90, 1),
    cloud(760, 80, 0.9),
    cloud(1250, 90, 0.9),
    hills('0,380 260,330 560,400 900,330 1240,380 1500,320', 560, '#B8CFA6'),
    hills('0,430 300,400 700,450 1100,400 1500,440', 640, INK.leaf),
    qiangTower(80, 470, 66, 190),
    tibetanHouse(160, 476, 190, 130, 3, 1),
    [420, 470, 1400, 1446, 1490].map((x, i) => pine(x, 476, 0.9 + (i % 2) * 0.2)).join(''),
    path(
      'M0,520 C220,470 420,500 560,540 C760,590 1000,500 1500,560 ' +
        'L1500,600 C1000,560 760,640 540,590 C380,556 200,520 0,566 Z',
      INK.water,
    ),
    hills('0,560 420,590 760,566 1100,540 1500,580', 640, INK.meadow),
    grass(60, 606, 1.2),
    grass(380, 622, 1.2),
    grass(620, 618, 1),
    bush(1462, 646, 0.9, INK.forest),
    [690, 842, 1040, 1200, 1334].map((x) => shadow(x, 612, 56)).join(''),
  ];
}

function people(): string[] {
  return [
    drawPerson({
      x: 690,
      y: 610,
      scale: 1.22,
      garment: 'vest',
      top: INK.cream,
      look: { skin: SKIN.mid, hair: 'thin', hairColour: INK.greyHair, glasses: true },
      near: [-22, -98],
      far: [30, -102],
    }),
    drawPerson({
      x: 842,
      y: 612,
      scale: 1.24,
      garment: 'vest',
      top: INK.slateDark,
      trousers: INK.slateDark,
      look: { skin: SKIN.light, hair: 'braid', hat: 'headcloth', hatColour: INK.night },
      near: [-20, -98],
      far: [62, -236],
    }),
    drawPerson({
      x: 1040,
      y: 614,
      scale: 1.3,
      garment: 'vest',
      top: INK.cream,
      look: { skin: SKIN.tan, hair: 'short', hat: 'cap' },
      near: [-22, -98],
      far: [30, -102],
      flip: true,
    }),
    drawPerson({
      x: 1200,
      y: 612,
      scale: 1.22,
      flip: true,
      garment: 'vest',
      top: INK.ochre,
      trousers: INK.woodDark,
      look: { skin: SKIN.light, hair: 'ponytail' },
      near: [-20, -98],
      far: [36, -110],
    }),
    drawPerson({
      x: 1334,
      y: 612,
      scale: 1.24,
      flip: true,
      garment: 'vest',
      top: '#7A4B3A',
      trousers: INK.woodDark,
      look: { skin: SKIN.tan, hair: 'short', hat: 'felt', hatColour: INK.wood },
      near: [-20, -98],
      far: [30, -104],
    }),
  ];
}

export function homeHero(): string {
  return picture(1500, 640, '向锋：雪山下的志愿者', [...ground(), ...people()]);
}

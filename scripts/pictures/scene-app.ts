/** Pictures the app itself carries: the home hero, the empty state, the logo and the tab icons. */
import { bush, cloud, grass, hills, peak, pine, qiangTower, sun, tibetanHouse } from './landscape';
import { INK, SKIN } from './palette';
import { drawPerson } from './person';
import { circle, ellipse, line, path, picture, place, rect, shadow } from './shapes';

export function homeHero(): string {
  return picture(1500, 640, '向锋：雪山下的志愿者', [
    rect(0, 0, 1500, 640, '#E9EFEE'),
    sun(420, 150, 60),
    peak([240, 130], 330, 360, 470, '#C4D5DC', 84),
    peak([610, 80], 360, 380, 470, INK.haze, 100),
    peak([1000, 40], 400, 420, 470, INK.far, 120),
    peak([1400, 110], 360, 300, 470, '#AFC4CF', 92),
    cloud(210, 90, 1),
    cloud(760, 80, 0.9),
    cloud(1250, 90, 0.9),
    hills(
      [
        [0, 380],
        [260, 330],
        [560, 400],
        [900, 330],
        [1240, 380],
        [1500, 320],
      ],
      560,
      '#B8CFA6',
    ),
    hills(
      [
        [0, 430],
        [300, 400],
        [700, 450],
        [1100, 400],
        [1500, 440],
      ],
      640,
      INK.leaf,
    ),
    qiangTower(80, 470, 66, 190),
    tibetanHouse(160, 476, 190, 130, 3, 1),
    [420, 470, 1400, 1446, 1490].map((x, i) => pine(x, 476, 0.9 + (i % 2) * 0.2)).join(''),
    path(
      'M0,520 C220,470 420,500 560,540 C760,590 1000,500 1500,560 L1500,600 C1000,560 760,640 540,590 C380,556 200,520 0,566 Z',
      INK.water,
    ),
    hills(
      [
        [0, 560],
        [420, 590],
        [760, 566],
        [1100, 540],
        [1500, 580],
      ],
      640,
      INK.meadow,
    ),
    grass(60, 606, 1.2),
    grass(380, 622, 1.2),
    grass(620, 618, 1),
    bush(1462, 646, 0.9, INK.forest),
    [690, 842, 1040, 1200, 1334].map((x) => shadow(x, 612, 56)).join(''),
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
  ]);
}

/** Shown where a list has nothing yet: an open road, a bench, nobody waiting. */
export function emptyState(): string {
  return picture(600, 420, '这里还没有内容', [
    '<clipPath id="round"><ellipse cx="300" cy="210" rx="270" ry="190"/></clipPath><g clip-path="url(#round)">',
    rect(0, 0, 600, 420, '#F3EDE0'),
    peak([220, 110], 150, 160, 300, '#CBD9DF', 40),
    peak([380, 86], 160, 170, 300, '#B9CCD6', 46),
    cloud(150, 130, 0.5),
    cloud(478, 130, 0.55),
    hills(
      [
        [0, 292],
        [170, 262],
        [340, 290],
        [600, 262],
      ],
      420,
      '#C9DBC0',
    ),
    hills(
      [
        [0, 312],
        [300, 294],
        [600, 312],
      ],
      420,
      '#DCE7CB',
    ),
    path('M292,295 C330,320 236,340 250,420 H372 C362,346 340,322 306,295 Z', '#F3E4C8'),
    '</g>',
    pine(120, 312, 0.6, INK.forest),
    pine(482, 312, 0.66, INK.forest),
    ellipse(198, 366, 66, 8, INK.night, 'opacity="0.1"'),
    line('M140,364 v-30 M250,364 v-30', INK.woodDark, 7),
    rect(126, 326, 138, 12, INK.wood, 5),
    rect(130, 290, 130, 10, INK.wood, 4),
    rect(130, 306, 130, 10, INK.wood, 4),
    line('M142,330 v-42 M248,330 v-42', INK.woodDark, 5),
    line('M402,370 V236', INK.wood, 7),
    path('M405,238 q24,-12 44,-2 q16,8 32,0 v42 q-16,8 -32,0 q-20,-10 -44,2 Z', INK.red),
    ellipse(402, 372, 26, 5, INK.night, 'opacity="0.12"'),
    grass(330, 384, 0.7),
    grass(452, 366, 0.7),
  ]);
}

/** 向锋: a pennant that is an arrow, over a ridge. */
export function logo(): string {
  return picture(512, 512, '向锋', [
    rect(0, 0, 512, 512, INK.red, 112),
    rect(128, 98, 32, 318, INK.white, 12),
    path(
      'M200,118 L402,214 L200,310 L240,214 Z',
      INK.white,
      `stroke="${INK.white}" stroke-width="16" stroke-linejoin="round"`,
    ),
    path(
      'M206,406 L280,338 L318,372 L350,348 L404,406 Z',
      '#F3C65F',
      'stroke="#F3C65F" stroke-width="16" stroke-linejoin="round"',
    ),
  ]);
}

const GREY = '#7A756F';

/** Tab icons on an 81 grid, drawn with one line of 5. */
export const TAB_ICONS: Readonly<Record<string, (colour: string, isActive: boolean) => string>> = {
  home: (colour, isActive) =>
    path(
      'M16,39 L40.5,17 L65,39 V62 Q65,66 61,66 H20 Q16,66 16,62 Z',
      isActive ? colour : 'none',
      isActive ? 'opacity="0.14"' : '',
    ) +
    line('M11,42 L40.5,16 L70,42 M18,37 V61 Q18,65 22,65 H59 Q63,65 63,61 V37', colour, 5) +
    line('M33,64 V50 Q33,46 37,46 H44 Q48,46 48,50 V64', colour, 5),
  projects: (colour, isActive) =>
    path('M20,16 H61 L54,31 L61,46 H20 Z', isActive ? colour : 'none', isActive ? 'opacity="0.14"' : '') +
    line('M20,12 V69', colour, 5) +
    line('M20,16 H60 Q64,16 61.5,19.5 L55,29 Q53.5,31 55,33 L61.5,42.5 Q64,46 60,46 H20', colour, 5),
  'check-in': (colour, isActive) =>
    rect(14, 14, 53, 53, isActive ? colour : 'none', 8, isActive ? 'opacity="0.14"' : '') +
    line(
      'M14,29 V20 Q14,14 20,14 H29 M52,14 H61 Q67,14 67,20 V29 M67,52 V61 Q67,67 61,67 H52 M29,67 H20 Q14,67 14,61 V52',
      colour,
      5,
    ) +
    line('M28,41 L37,50 L54,32', colour, 5),
  mine: (colour, isActive) =>
    circle(40.5, 27, 13, isActive ? colour : 'none', isActive ? 'opacity="0.14"' : '') +
    path(
      'M15,66 Q17,46 40.5,46 Q64,46 66,66 Z',
      isActive ? colour : 'none',
      isActive ? 'opacity="0.14"' : '',
    ) +
    `<circle cx="40.5" cy="27" r="13" fill="none" stroke="${colour}" stroke-width="5"/>` +
    line('M15,67 Q17,48 40.5,48 Q64,48 66,67 Z', colour, 5),
};

export function tabIcon(name: string, isActive: boolean): string {
  const draw = TAB_ICONS[name];
  if (!draw) throw new Error(`no tab icon ${name}`);
  return picture(81, 81, name, [draw(isActive ? INK.red : GREY, isActive)]);
}

/** All icons on one sheet, for looking at. */
export const iconSheet = (): string =>
  picture(400, 200, 'icons', [
    rect(0, 0, 400, 200, INK.white),
    ...Object.keys(TAB_ICONS).flatMap((name, i) =>
      [false, true].map((on, j) =>
        place(10 + i * 98, 8 + j * 98, 1, TAB_ICONS[name]?.(on ? INK.red : GREY, on) ?? ''),
      ),
    ),
  ]);

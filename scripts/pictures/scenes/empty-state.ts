/** Shown where a list has nothing yet: an open road, a bench, nobody waiting. */
import { cloud, grass, hills, peak, pine } from '../landscape';
import { INK } from '../palette';
import { ellipse, line, path, picture, rect } from '../shapes';

export function emptyState(): string {
  return picture(600, 420, '这里还没有内容', [
    '<clipPath id="round"><ellipse cx="300" cy="210" rx="270" ' +
      'ry="190"/></clipPath><g clip-path="url(#round)">',
    rect(0, 0, 600, 420, '#F3EDE0'),
    peak([220, 110], 150, 160, 300, '#CBD9DF', 40),
    peak([380, 86], 160, 170, 300, '#B9CCD6', 46),
    cloud(150, 130, 0.5),
    cloud(478, 130, 0.55),
    hills('0,292 170,262 340,290 600,262', 420, '#C9DBC0'),
    hills('0,312 300,294 600,312', 420, '#DCE7CB'),
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

/** Tab icons on an 81 grid, drawn with one line of 5. */
import { INK } from '../palette';
import { circle, line, path, picture, rect } from '../shapes';

const GREY = '#7A756F';

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
      'M14,29 V20 Q14,14 20,14 H29 M52,14 H61 Q67,14 67,20 V29 ' +
        'M67,52 V61 Q67,67 61,67 H52 M29,67 H20 Q14,67 14,61 V52',
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

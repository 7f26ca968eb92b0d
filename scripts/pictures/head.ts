/** Heads, three-quarter view to the right, centred on 0,0 with a radius of 26. */
import { INK } from './palette';
import { circle, ellipse, line, path, rect } from './shapes';

export type Hair = 'short' | 'bob' | 'bun' | 'ponytail' | 'braid' | 'thin' | 'child' | 'pigtails';
export type Hat = 'cap' | 'headcloth' | 'felt' | 'doctor' | 'ranger' | 'sun' | 'knit';

export interface HeadLook {
  readonly skin: string;
  readonly hair: Hair;
  readonly hairColour?: string;
  readonly hat?: Hat;
  readonly hatColour?: string;
  readonly glasses?: boolean;
  readonly closedEyes?: boolean;
}

const FRINGE =
  'M-26,5 C-34,-30 -10,-37 5,-33 C22,-31 29,-17 26,-5 C18,-8 11,-13 6,-19 C-2,-11 -13,-9 -16,3 L-18,9 Z';
const SOFT_FRINGE =
  'M-27,6 C-34,-32 -8,-38 4,-34 C24,-32 30,-14 26,-2 C20,-14 10,-16 2,-17 C-6,-14 -14,-8 -16,6 Z';

function backHair(hair: Hair, colour: string): string {
  switch (hair) {
    case 'bob':
      return path('M-28,-2 C-30,-38 28,-38 28,-4 C28,8 24,20 20,24 L-20,27 C-30,24 -29,10 -28,-2 Z', colour);
    case 'bun':
      return circle(-21, -25, 12, colour);
    case 'ponytail':
      return path('M-20,-16 C-40,-18 -46,14 -36,34 C-32,22 -28,10 -18,4 Z', colour);
    case 'braid':
      return line('M-20,8 C-32,24 -26,44 -32,70', colour, 12) + rect(-37, 66, 10, 7, INK.ochre, 2);
    case 'pigtails':
      return ellipse(-30, 6, 9, 15, colour) + circle(-26, -6, 4, INK.ochre);
    case 'short':
    case 'thin':
    case 'child':
      return '';
  }
}

function frontHair(hair: Hair, colour: string): string {
  if (hair === 'thin') {
    return path('M-26,8 C-32,-14 -24,-26 -14,-27 C-20,-16 -18,-4 -16,8 L-19,12 Z', colour);
  }
  if (hair === 'child') {
    return path(
      'M-26,4 C-33,-32 -6,-38 8,-32 C26,-28 29,-12 26,-4 C16,-12 2,-12 -8,-13 C-13,-8 -15,-2 -16,6 Z',
      colour,
    );
  }
  return path(hair === 'short' ? FRINGE : SOFT_FRINGE, colour);
}

function hatOf(hat: Hat, colour: string): string {
  switch (hat) {
    case 'cap':
      return (
        path('M-28,-6 C-30,-40 26,-42 27,-10 C10,-15 -10,-14 -28,-6 Z', colour) +
        path('M20,-15 C34,-14 44,-8 46,-3 C36,-5 26,-7 16,-9 Z', INK.redDark)
      );
    case 'headcloth':
      return (
        path('M-30,-4 C-34,-26 -22,-38 0,-38 C24,-38 33,-26 29,-6 C14,-18 -12,-18 -30,-4 Z', colour) +
        path('M-29,-16 C-12,-28 14,-28 30,-16 L30,-11 C14,-22 -12,-22 -30,-10 Z', INK.ochre)
      );
    case 'felt':
      return (
        path('M-20,-16 C-22,-44 -8,-40 0,-37 C8,-41 22,-42 20,-16 Z', colour) +
        path('M-20,-22 C-8,-17 8,-17 20,-22 L20,-15 C8,-10 -8,-10 -20,-15 Z', INK.ochre) +
        ellipse(0, -14, 38, 7.5, colour)
      );
    case 'doctor':
      return path('M-28,-8 C-30,-22 -24,-36 0,-38 C24,-37 30,-22 27,-10 C10,-17 -10,-16 -28,-8 Z', INK.white);
    case 'ranger':
      return (
        path('M-22,-16 C-24,-44 22,-46 22,-16 Z', colour) +
        rect(-22, -22, 44, 6, INK.ochre) +
        ellipse(2, -14, 34, 6, colour)
      );
    case 'sun':
      return (
        path('M-20,-14 C-22,-42 22,-42 20,-14 Z', colour) +
        ellipse(0, -13, 42, 8, colour) +
        rect(-20, -22, 40, 6, INK.clay)
      );
    case 'knit':
      return (
        path('M-28,-6 C-31,-42 29,-42 28,-8 Z', colour) +
        path('M-30,-10 C-12,-19 12,-19 30,-12 L29,-3 C12,-10 -12,-10 -29,-1 Z', INK.cream) +
        circle(0, -38, 7, INK.cream)
      );
  }
}

function face(look: HeadLook): string {
  const eyes = look.closedEyes
    ? line('M-1,-1 q4,4 8,0', INK.hair, 2) + line('M13,-1 q4,4 8,0', INK.hair, 2)
    : ellipse(3.5, 0, 2.3, 3, INK.hair) + ellipse(17, 0, 2.2, 3, INK.hair);
  const glasses = look.glasses
    ? `<g fill="none" stroke="${INK.night}" stroke-width="1.8"><circle cx="3.5" cy="0" r="7"/>` +
      '<circle cx="18" cy="0" r="6.5"/><path d="M-3.5,-1 L-17,-3"/></g>'
    : '';
  return (
    ellipse(-2, 9, 5, 3.4, INK.blush, 'opacity="0.5"') +
    ellipse(20, 9, 4, 3.2, INK.blush, 'opacity="0.5"') +
    eyes +
    line('M11,3 q2.5,3 0,4.5', INK.clay, 1.6, 'opacity="0.7"') +
    line('M5,12.5 q6,5.5 12,0.5', '#8C3B2E', 2.1) +
    glasses
  );
}

export function drawHead(look: HeadLook): string {
  const colour = look.hairColour ?? INK.hair;
  return (
    backHair(look.hair, colour) +
    path('M-24,-4 C-24,-30 26,-32 26,-2 C26,18 16,27 5,27 C-10,27 -24,16 -24,-4 Z', look.skin) +
    frontHair(look.hair, colour) +
    ellipse(-17, 5, 5.5, 7, look.skin) +
    face(look) +
    (look.hat ? hatOf(look.hat, look.hatColour ?? INK.red) : '')
  );
}

/**
 * People, drawn from a few joints: say where hands and feet are, and elbows and knees follow.
 * Local units: feet at y = 0, an adult is 242 high and faces right; `flip` turns the figure round.
 */
import { drawHead } from './head';
import type { HeadLook } from './head';
import { INK } from './palette';
import { at, circle, line, path, place, rect, rotate } from './shapes';
import type { Point } from './shapes';

export type Garment = 'jacket' | 'vest' | 'robe' | 'coat' | 'qiang';

export interface Person {
  readonly x: number;
  readonly y: number;
  readonly scale?: number;
  readonly flip?: boolean;
  readonly look: HeadLook;
  readonly garment: Garment;
  readonly top: string;
  readonly trousers?: string;
  readonly shoes?: string;
  readonly accent?: string;
  readonly hip?: Point;
  /** Degrees the body leans forward. */
  readonly lean?: number;
  readonly headTilt?: number;
  readonly headScale?: number;
  readonly near?: Point;
  readonly far?: Point;
  readonly nearFoot?: Point;
  readonly farFoot?: Point;
  readonly elbowUp?: boolean;
  readonly seated?: boolean;
  readonly noShoes?: boolean;
  /** Sits on the floor with crossed legs. */
  readonly crossLegged?: boolean;
  /** Drawings in local units: behind everything, before the near arm, and on top. */
  readonly behind?: string;
  readonly middle?: string;
  readonly front?: string;
}

const turn = ([x, y]: Point, degrees: number): Point => {
  const a = (degrees * Math.PI) / 180;
  return [x * Math.cos(a) - y * Math.sin(a), x * Math.sin(a) + y * Math.cos(a)];
};
const plus = (a: Point, b: Point): Point => [a[0] + b[0], a[1] + b[1]];

/** The middle joint of a limb of two bones from `a` towards `b`; `side` says which way it bends. */
export function joint(
  a: Point,
  b: Point,
  first: number,
  second: number,
  side: 1 | -1,
): { mid: Point; end: Point } {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const distance = Math.max(1, Math.hypot(dx, dy));
  const reach = Math.min(distance, (first + second) * 0.995);
  const end: Point = [a[0] + (dx / distance) * reach, a[1] + (dy / distance) * reach];
  const along = (first * first - second * second + reach * reach) / (2 * reach);
  const off = Math.sqrt(Math.max(0, first * first - along * along)) * side;
  const ux = dx / distance;
  const uy = dy / distance;
  return { mid: [a[0] + ux * along - uy * off, a[1] + uy * along + ux * off], end };
}

function arm(shoulder: Point, hand: Point, colour: string, skin: string, up: boolean): string {
  const { mid, end } = joint(shoulder, hand, 39, 36, up ? -1 : 1);
  const cuff: Point = [end[0] - (end[0] - mid[0]) * 0.16, end[1] - (end[1] - mid[1]) * 0.16];
  const sleeve = `M${at(shoulder)} L${at(mid)} L${at(cuff)}`;
  return (
    line(sleeve, INK.night, 21, 'opacity="0.16"') +
    circle(end[0], end[1], 8.5, skin) +
    line(sleeve, colour, 18)
  );
}

function leg(hip: Point, foot: Point, colour: string, person: Person): string {
  const { mid, end } = joint(hip, [foot[0], foot[1] - 8], 51, 50, -1);
  const [x, y] = end;
  const shoe = path(
    `M${at([x - 11, y + 8])} L${at([x - 10, y - 6])} L${at([x + 9, y - 6])} ` +
      `Q${at([x + 25, y - 1])} ${at([x + 24, y + 8])} Z`,
    person.shoes ?? INK.night,
  );
  return (
    (person.noShoes ? '' : shoe) +
    line(`M${at(hip)} L${at(mid)} L${at([x, y - 2])}`, INK.night, 23, 'opacity="0.14"') +
    line(`M${at(hip)} L${at(mid)} L${at([x, y - 2])}`, colour, 21)
  );
}

const TORSO = 'M-21,8 L-24,-58 Q-25,-78 -7,-80 L9,-80 Q25,-78 24,-58 L22,8 Q0,13 -21,8 Z';

function clothes(person: Person): string {
  const accent = person.accent ?? INK.ochre;
  const neck = path('M-8,-81 L12,-81 L5,-64 Z', INK.cream);
  const base = path(TORSO, person.top);
  switch (person.garment) {
    case 'vest':
      return (
        base +
        path('M-22,9 L-25,-58 Q-25,-77 -13,-80 L4,-54 L15,-79 Q25,-76 25,-58 L23,9 Q0,14 -22,9 Z', INK.red) +
        line('M4,-54 L3,11', INK.redDark, 2) +
        rect(-24, -22, 48, 6, '#F4D9A0') +
        circle(14, -46, 4.5, INK.white)
      );
    case 'coat':
      return (
        path('M-22,40 L-24,-58 Q-25,-78 -7,-80 L9,-80 Q25,-78 24,-58 L24,40 Z', INK.white) +
        path('M-8,-81 L12,-81 L6,-52 Z', accent) +
        line('M6,-52 L6,40', '#D9DEE2', 2) +
        line('M12,-12 h9', '#C9D2D8', 2.5)
      );
    case 'robe':
      return (
        base +
        path('M-10,-81 L12,-81 L20,-56 L-16,-4 L-21,-4 Z', accent, 'opacity="0.95"') +
        rect(-23, -10, 46, 12, INK.clay, 4)
      );
    case 'qiang':
      return (
        base +
        path(
          'M-22,8 L-25,-58 Q-25,-77 -13,-80 L-2,-56 L-3,8 Z M23,8 L25,-58 Q25,-77 15,-79 L7,-56 L6,8 Z',
          accent,
        ) +
        rect(-23, -8, 46, 10, INK.red, 3) +
        neck
      );
    case 'jacket':
      return base + path('M-9,-81 L13,-81 L8,-72 L-5,-72 Z', accent);
  }
}

function skirt(person: Person, hip: Point): string {
  const isLong = person.garment === 'robe' || person.garment === 'qiang';
  if (!isLong || person.seated || person.crossLegged) return '';
  const [x, y] = hip;
  const hem = path(
    `M${at([x - 23, y - 8])} C${at([x - 30, y + 40])} ${at([x - 34, y + 70])} ${at([x - 35, y + 84])} ` +
      `Q${at([x, y + 94])} ${at([x + 36, y + 84])} C${at([x + 33, y + 60])} ${at([x + 27, y + 20])} ` +
      `${at([x + 23, y - 8])} Z`,
    person.top,
  );
  const band = path(
    `M${at([x - 34, y + 74])} Q${at([x, y + 84])} ${at([x + 35, y + 74])} L${at([x + 36, y + 84])} ` +
      `Q${at([x, y + 94])} ${at([x - 35, y + 84])} Z`,
    person.accent ?? INK.ochre,
  );
  return hem + band;
}

const crossed = (colour: string, shoes: string): string =>
  line('M-10,-18 L-40,-12 L14,-9', INK.night, 23, 'opacity="0.14"') +
  line('M10,-18 L42,-12 L-14,-9', colour, 21) +
  line('M-10,-18 L-40,-12 L14,-9', colour, 21) +
  line('M16,-8 h10', shoes, 15) +
  line('M-12,-6 h-8', shoes, 13);

export function drawPerson(person: Person): string {
  const hip = person.hip ?? (person.crossLegged ? [0, -26] : [0, -106]);
  const lean = person.lean ?? 2;
  const joined = (p: Point): Point => plus(hip, turn(p, lean));
  const sleeve = person.garment === 'coat' ? INK.white : person.top;
  const trousers =
    (person.seated || person.crossLegged) && person.garment === 'robe'
      ? person.top
      : (person.trousers ?? INK.slateDark);
  const headAt = joined([3, -110]);
  const headScale = person.headScale ?? 1;
  const neck = line(`M${at(joined([1, -76]))} L${at(joined([2, -92]))}`, person.look.skin, 15);
  const head = rotate(
    person.headTilt ?? 0,
    headAt,
    place(headAt[0], headAt[1], headScale, drawHead(person.look)),
  );
  const floor = person.crossLegged ?? false;
  const farLeg = floor ? '' : leg(plus(hip, [9, 0]), person.farFoot ?? [14, 0], trousers, person);
  const nearLeg = floor
    ? crossed(trousers, person.shoes ?? INK.night)
    : leg(plus(hip, [-9, 0]), person.nearFoot ?? [-12, 0], trousers, person);
  const torso = rotate(lean, hip, place(hip[0], hip[1], 1, clothes(person)));
  const body =
    (person.behind ?? '') +
    arm(
      joined([14, -66]),
      person.far ?? plus(hip, [30, 4]),
      sleeve,
      person.look.skin,
      person.elbowUp ?? false,
    ) +
    farLeg +
    (person.seated || floor ? '' : nearLeg) +
    skirt(person, hip) +
    neck +
    torso +
    (person.seated || floor ? nearLeg : '') +
    head +
    (person.middle ?? '') +
    arm(
      joined([-12, -65]),
      person.near ?? plus(hip, [-22, 6]),
      sleeve,
      person.look.skin,
      person.elbowUp ?? false,
    ) +
    (person.front ?? '');
  return place(person.x, person.y, person.scale ?? 1, body, person.flip);
}

/** 角色 (RL): who holds one when, who may give and take which, and where. */
import { contains, levelOf, type DivisionLevel } from '../geography/division';
import type { DivisionCode } from '../kernel/identifiers';
import { rejected, type Rejection } from '../kernel/result';
import type { CivilDay } from '../time/civil-day';

export const ROLES = ['organiser', 'siteManager', 'countyOffice', 'cityOffice', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

export interface Term {
  readonly fromDay: CivilDay;
  /** the last day; null: until it is revoked */
  readonly toDay: CivilDay | null;
  readonly isRevoked: boolean;
}
export interface Held {
  readonly role: Role;
  /** of a role of a division; null: of a team, which gives nothing to grant */
  readonly divisionCode: DivisionCode | null;
}
export type TermState = 'ahead' | 'inForce' | 'ended' | 'revoked';

/** RL1: what is over counts for nothing from that moment on. */
export function stateOf({ fromDay, toDay, isRevoked }: Term, today: CivilDay): TermState {
  if (isRevoked) return 'revoked';
  if (today < fromDay) return 'ahead';
  return toDay !== null && toDay < today ? 'ended' : 'inForce';
}

/** RL2: an office gives its own kind of role and what is below it; an auditor is named by the city only. */
const GRANTABLE: Readonly<Record<Role, readonly Role[]>> = {
  cityOffice: ROLES,
  countyOffice: ['countyOffice', 'siteManager', 'organiser'],
  siteManager: [],
  organiser: [],
  auditor: [],
};

/** `null`: the role is a team's. */
const LEVELS: Readonly<Record<Role, readonly DivisionLevel[] | null>> = {
  cityOffice: ['city'],
  countyOffice: ['county'],
  auditor: ['city', 'county'],
  siteManager: ['county', 'township', 'community'],
  organiser: null,
};

export function mayGrant(held: readonly Held[], role: Role, at: DivisionCode): boolean {
  return held.some(
    (own) =>
      own.divisionCode !== null && GRANTABLE[own.role].includes(role) && contains(own.divisionCode, at),
  );
}

export interface Wish {
  readonly role: Role;
  readonly isTeams: boolean;
  /** of the scope: the division, or that of the team */
  readonly divisionCode: DivisionCode;
  readonly fromDay: CivilDay;
  readonly toDay: CivilDay | null;
}

/** RL2, RL3. Null: it may be given. */
export function refusalOfGrant(
  held: readonly Held[],
  { role, isTeams, divisionCode, fromDay, toDay }: Wish,
  today: CivilDay,
): Rejection<'role.scopeWrong' | 'role.beyondOwn' | 'role.datesWrong'> | null {
  const levels = LEVELS[role];
  const fits = levels === null ? isTeams : !isTeams && levels.includes(levelOf(divisionCode));
  if (!fits) return rejected('role.scopeWrong');
  if (!mayGrant(held, role, divisionCode)) return rejected('role.beyondOwn');
  return fromDay < today || (toDay !== null && toDay < fromDay) ? rejected('role.datesWrong') : null;
}

/** Do two terms of one role share a day? */
export function overlaps(a: Pick<Term, 'fromDay' | 'toDay'>, b: Pick<Term, 'fromDay' | 'toDay'>): boolean {
  return (b.toDay === null || a.fromDay <= b.toDay) && (a.toDay === null || b.fromDay <= a.toDay);
}

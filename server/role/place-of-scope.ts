/** What a role is for: its name, and the division whose offices give and take it. */
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { Held } from '@domain/role/grant';
import type { RoleGrant } from '../kernel/actor';
import type { Ports } from '../kernel/ports';

export interface ScopePlace {
  readonly name: string;
  readonly divisionCode: DivisionCode;
  readonly isClosed: boolean;
}

/** Null: there is no such team or division. One round trip. */
export async function placeOfScope(
  { database }: Pick<Ports, 'database'>,
  scope: RoleGrant['scope'],
): Promise<ScopePlace | null> {
  if (scope.kind === 'team') {
    const team = await database.get('teams', scope.teamId);
    if (team === null) return null;
    return { name: team.name, divisionCode: team.divisionCode, isClosed: team.state === 'closed' };
  }
  const division = await database.get('divisions', scope.divisionCode);
  return division === null ? null : { name: division.name, divisionCode: division._id, isClosed: false };
}

export function toHeld({ role, scope }: RoleGrant): Held {
  return { role, divisionCode: scope.kind === 'division' ? scope.divisionCode : null };
}

/** Of a grant that was made before it said so, what its scope says. */
export function divisionOfGrant(grant: RoleGrant): DivisionCode | null {
  return grant.divisionCode ?? (grant.scope.kind === 'division' ? grant.scope.divisionCode : null);
}

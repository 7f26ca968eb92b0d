/** The trail in the table of procedures and roles. */
import type { InputOf, ProcedureName } from '@contract/procedures';

type TrailName = Extract<ProcedureName, `trail.${string}`>;

export function trailInputs(): { [Name in TrailName]: InputOf<Name> } {
  const page = { filter: { by: 'all' }, fromDay: null, toDay: null, cursor: null } as const;
  return { 'trail.listDeeds': page, 'trail.listLooks': page };
}

export function trailRoles<Role>(offices: Role[]): Record<TrailName, Role[]> {
  return { 'trail.listDeeds': offices, 'trail.listLooks': offices };
}

/** Who may look at the recount of the whole city, and who may act on it. */
import { rejected, type Rejection } from '@domain/kernel/result';
import type { RoleGrant } from '../kernel/actor';
import type { RequestContext } from '../kernel/procedure';
import { cityOf } from '../system/city';

export interface CityOffice {
  readonly kind: 'office';
  readonly mayRepair: boolean;
  /** what is recorded of who acts: the office, as its grant calls it */
  readonly name: string;
}

/** City offices and the city's auditors; an auditor only looks. A county sees its board, not this. */
export async function cityOfficeOf(
  context: RequestContext,
): Promise<CityOffice | Rejection<'actor.forbidden'>> {
  const { cityCode } = await cityOf(context.ports);
  const ofCity = (grant: RoleGrant): boolean =>
    grant.scope.kind === 'division' && grant.scope.divisionCode === cityCode;
  const grants = (await context.actor.grants()).filter(ofCity);
  const office = grants.find(({ role }) => role === 'cityOffice');
  const grant = office ?? grants.find(({ role }) => role === 'auditor');
  if (grant === undefined) return rejected('actor.forbidden');
  return { kind: 'office', mayRepair: office !== undefined, name: grant.scopeName };
}

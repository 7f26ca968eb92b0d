import { contains, lineageOf } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { RoleGrant } from '../kernel/actor';

/** An office sees its own division and below, and the city's table it is ranked in: sums, never persons. */
export function mayRead(own: readonly DivisionCode[], divisionCode: DivisionCode): boolean {
  return own.some((code) => contains(code, divisionCode) || lineageOf(code)[0] === divisionCode);
}

/** An office sets targets for its own division and those below; an auditor only reads. */
export function maySetTargets(grants: readonly RoleGrant[], divisionCode: DivisionCode): boolean {
  return grants.some(
    ({ role, scope }) =>
      (role === 'countyOffice' || role === 'cityOffice') &&
      scope.kind === 'division' &&
      contains(scope.divisionCode, divisionCode),
  );
}

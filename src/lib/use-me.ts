import type { Me } from '@contract/volunteer.contract';

import { isSinglePage } from '@/platform/single-page';

import { useProcedure, type ProcedureState } from './use-procedure';

/**
 * Who holds the phone: registration, hours and roles. Kept on the device, so it is known without a network.
 * Never known on a page of the timeline, where nobody is signed in.
 */
export function useMe(): ProcedureState<Me> {
  return useProcedure('volunteer.getMe', {}, { isKept: true, enabled: !isSinglePage() });
}

export function isOrganiser(me: Me | undefined): boolean {
  return me?.roles.some(({ role }) => role === 'organiser') ?? false;
}

/** May open the board: an office of the city or of a county, or an auditor. */
export function isOffice(me: Me | undefined): boolean {
  return (
    me?.roles.some(({ role }) => role === 'cityOffice' || role === 'countyOffice' || role === 'auditor') ??
    false
  );
}

/** DM3: a site manager or an office; an auditor only reads. */
export function mayDispatch(me: Me | undefined): boolean {
  return me?.roles.some(({ role, scope }) => role !== 'auditor' && scope.kind === 'division') ?? false;
}

/** AT9: whoever runs activities or an office; an auditor only reads. */
export function mayApprove(me: Me | undefined): boolean {
  return me?.roles.some(({ role }) => role !== 'auditor') ?? false;
}

/** The division whose rosters one may import; null: an auditor only reads, others have none. */
export function importDivisionOf(me: Me | undefined): string | null {
  for (const { role, scope } of me?.roles ?? [])
    if ((role === 'cityOffice' || role === 'countyOffice') && scope.kind === 'division')
      return scope.divisionCode;
  return null;
}

export function mayImport(me: Me | undefined): boolean {
  return importDivisionOf(me) !== null;
}

export function isRegistered(me: Me | undefined): boolean {
  return me !== undefined && me.volunteer !== null;
}

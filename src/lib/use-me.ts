import type { Me } from '@contract/volunteer.contract';

import { useProcedure, type ProcedureState } from './use-procedure';

/**
 * Who holds the phone: registration, hours and roles. Kept on the device, so it is known without a network.
 */
export function useMe(): ProcedureState<Me> {
  return useProcedure('volunteer.getMe', {}, { isKept: true });
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

/** AT9: whoever runs activities or an office; an auditor only reads. */
export function mayApprove(me: Me | undefined): boolean {
  return me?.roles.some(({ role }) => role !== 'auditor') ?? false;
}

export function isRegistered(me: Me | undefined): boolean {
  return me !== undefined && me.volunteer !== null;
}

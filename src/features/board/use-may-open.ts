import type { DivisionCode } from '@domain/kernel/identifiers';
import { contains } from '@domain/geography/division';

import { useMe } from '@/lib/use-me';

/**
 * Is this division within an office of mine? The server decides; this only spares a link that leads to a
 * refusal.
 */
export function useMayOpen(): (code: DivisionCode) => boolean {
  const roles = useMe().data?.roles ?? [];
  return (code) => roles.some(({ scope }) => scope.kind === 'division' && contains(scope.divisionCode, code));
}

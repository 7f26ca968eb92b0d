/** The way from the board to 数据核对, for offices of the city. */
import { levelOf } from '@domain/geography/division';

import { useMe } from '@/lib/use-me';
import { Tool } from '@/ui/tools';

export function AuditEntry({ onOpen }: { onOpen: () => void }) {
  const roles = useMe().data?.roles ?? [];
  const isCity = roles.some(
    ({ role, scope }) =>
      (role === 'cityOffice' || role === 'auditor') &&
      scope.kind === 'division' &&
      levelOf(scope.divisionCode) === 'city',
  );
  if (!isCity) return null;
  return (
    <Tool icon="done" title="数据核对" detail="每晚从原始记录重算一遍，看与公布的是否一致" onPress={onOpen} />
  );
}

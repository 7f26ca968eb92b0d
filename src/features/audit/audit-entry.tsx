/** The way from the board to 数据核对, for offices of the city. */
import { levelOf } from '@domain/geography/division';

import { useMe } from '@/lib/use-me';
import { List, ListRow } from '@/ui/list';

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
    <List>
      <ListRow
        icon="done"
        title="数据核对"
        detail="每晚从事实重算一遍；每日公布的数字不可改动"
        onPress={onOpen}
      />
    </List>
  );
}

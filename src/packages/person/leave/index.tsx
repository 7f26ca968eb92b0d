import { isShortId } from '@domain/kernel/identifiers';

import { LeavePanel } from '@/features/person/leave-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function LeavePage() {
  const { child = '' } = usePageParams();
  return (
    <AppScreen title="注销注册" isNarrow>
      <LeavePanel childId={isShortId(child) ? child : null} />
    </AppScreen>
  );
}

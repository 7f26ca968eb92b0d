import { LeavePanel } from '@/features/person/leave-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function LeavePage() {
  return (
    <AppScreen title="注销注册" isNarrow>
      <LeavePanel />
    </AppScreen>
  );
}

import { ApprovalsPanel } from '@/features/approvals/approvals-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function ApprovalsPage() {
  return (
    <AppScreen title="时长审批" isNarrow>
      <ApprovalsPanel />
    </AppScreen>
  );
}

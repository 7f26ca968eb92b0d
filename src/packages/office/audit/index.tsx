import { AuditPanel } from '@/features/audit/audit-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function AuditPage() {
  return (
    <AppScreen title="数据核对">
      <AuditPanel />
    </AppScreen>
  );
}

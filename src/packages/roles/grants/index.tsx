import { GrantsPanel } from '@/features/roles/grants-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function GrantsPage() {
  return (
    <AppScreen title="角色">
      <GrantsPanel />
    </AppScreen>
  );
}

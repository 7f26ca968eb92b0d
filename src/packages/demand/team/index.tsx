import { TeamOrdersPanel } from '@/features/demand/team-orders-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function TeamOrdersPage() {
  return (
    <AppScreen title="接单">
      <TeamOrdersPanel />
    </AppScreen>
  );
}

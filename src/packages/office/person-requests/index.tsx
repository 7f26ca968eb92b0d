import { RequestsPanel } from '@/features/person-requests/requests-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function PersonRequestsPage() {
  return (
    <AppScreen title="档案申请">
      <RequestsPanel />
    </AppScreen>
  );
}

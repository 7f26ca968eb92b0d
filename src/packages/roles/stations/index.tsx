import { StationsPanel } from '@/features/stations/stations-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function StationsPage() {
  return (
    <AppScreen title="实践站点">
      <StationsPanel />
    </AppScreen>
  );
}

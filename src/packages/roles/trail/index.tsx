import { AppScreen } from '@/features/shell/app-screen';
import { TrailPanel } from '@/features/trail/trail-panel';

export default function TrailPage() {
  return (
    <AppScreen title="审计">
      <TrailPanel />
    </AppScreen>
  );
}
